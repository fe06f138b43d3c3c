/** Sentences about rounds and about what became of earlier answers. */

export const roundWords = {
  receiptTitle: "What became of your answers",
  receiptText:
    "The questionnaire has changed since you answered. Every answer that is saved here is listed " +
    "below, with what became of it.",
  receiptCaption: "Your saved answers under the present questionnaire",
  receiptColumns: ["Question", "You answered", "What became of it"],
  fates: new Map([
    ["carried", "Carried over: the question is the same."],
    ["renamed", "Carried over: the question is the same, it only has another name inside."],
    ["changed", "Not counted until you look again: the question or its descriptions have changed."],
    ["removed", "Not counted: the question was removed. The answer stays in your backup."],
    ["not_asked", "Kept, not counted: your role is not asked this question."],
    ["invalid", "Not counted: the question no longer offers this answer. Answer it again."],
    ["answered_twice", "Not counted: you answered the same question again under its new name."],
  ]),
  fateCounts: new Map([
    ["carried", "carried over"],
    ["renamed", "carried over under a new name"],
    ["changed", "to look at again"],
    ["removed", "removed, kept as old"],
    ["not_asked", "not asked of your role"],
    ["invalid", "to answer again"],
    ["answered_twice", "replaced by a later answer"],
  ]),
  now: "Now: ",
  then: "Then: ",
  lookAgain: "Look again",
  carriedOnes: (/** @type {number} */ count) => `Show the others (${count})`,
  dontKnow: "I don’t know",
  doesNotApply: "Does not apply",
  level: (/** @type {number} */ level) => `Level ${level}`,

  roundsTitle: "Rounds",
  roundsText:
    "Answer again after half a year and see what has moved. A finished round is kept here, in this " +
    "browser, with what it said on that day.",
  noAnswers: "There are no answers to finish. Answer the questions first.",
  finishTitle: "Finish this round",
  finishText: "Your answers and notes move into the list below, and the form is empty again.",
  earlierQuestion: "When you answer the next time, show your earlier answers?",
  earlierHidden: "No. A fresh look is more honest.",
  earlierShown: "Yes, under each question.",
  finish: "Finish this round",
  finished: (/** @type {number} */ number) =>
    `Round ${number} is finished and kept. The form is empty for the next one.`,
  backup: "Make a backup before you stop for months: the browser may clear its storage.",
  putBack: "Take the last round up again",
  putBackText: "Its answers and notes go back into the form.",
  tookUp: "The last round stands in the form again.",

  trendCaption:
    "Scores from 0 to 100 of each round, worked out again under the present questionnaire. " +
    "What was shown at the time stands beside it where it differs.",
  area: "Area",
  course: "Course",
  index: "Index",
  round: (/** @type {number} */ number, /** @type {string | null} */ day) =>
    day === null ? `Round ${number}` : `Round ${number}, ${day}`,
  edition: (/** @type {string} */ edition) => `Edition ${edition}`,
  present: "Now",
  shownThen: (/** @type {number} */ score) => `then ${score}`,
  none: "–",
  noScore: "no score",
  altered: "some questions of this theme have changed or were not answered then",
  alteredMark: "*",
  alteredNote: "* Not like for like: some of the questions have changed, or had no answer then.",
  reasons: new Map([
    ["other_role", "answered in another role, which is asked other questions"],
    ["too_few", "too few of its answers stand under the present questions"],
  ]),
  notCompared: (/** @type {string} */ round, /** @type {string} */ why) =>
    `${round} is not drawn beside the others: ${why}.`,
  unreadable: (/** @type {number} */ count) =>
    count === 1
      ? "One round could not be read. It stays as it is and is part of your backup."
      : `${count} rounds could not be read. They stay as they are and are part of your backup.`,
};
