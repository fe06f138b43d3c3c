/**
 * Every sentence that the script itself puts on the page, in one place.
 * The author's words come from the questionnaire; those of the paper form stand in the templates.
 */

export const words = {
  back: "Back",
  next: "Next",
  review: "Review",
  roleStep: "Your role",
  reviewStep: "Review your answers",
  clear: "Clear answer",
  clearOf: (/** @type {string} */ question) => `Clear answer: ${question}`,
  note: "Add evidence or a note",
  noteWritten: "Your evidence or note",
  noteLabel: "Evidence or note (optional)",
  notePrivate: "It stays in this browser.",
  changed: (/** @type {string | null} */ question, /** @type {string | null} */ level) =>
    "This question has changed since you answered it. Please answer again." +
    (question === null ? "" : ` It was: “${question}”`) +
    (level === null ? "" : ` You chose: “${level}”`),
  lastTime: (/** @type {string} */ level, /** @type {boolean} */ hasChanged) =>
    `Last time${hasChanged ? ", when the question was another," : ""} you chose: “${level}”`,
  step: (/** @type {number} */ step, /** @type {number} */ steps) => `Step ${step} of ${steps}`,
  minutes: (/** @type {number} */ minutes) =>
    minutes === 1 ? "about 1 minute left" : `about ${minutes} minutes left`,
  allAnswered: "nothing left to answer",

  saved: "Saved in this browser",
  saving: "Saving …",
  nothingSaved: "Answers are saved as you choose them",
  notSaved: "Not saved",
  refused:
    "This browser refuses to keep your answers. The form works, but your answers are lost when " +
    "you close this page. Carry them away on the page “Your answers” before you leave.",
  mirrorOnly:
    "This browser keeps your answers only loosely: they may be lost if it stops without warning. " +
    "Carry them away on the page “Your answers” before you leave.",
  full:
    "Your last answers could not be saved. The browser’s storage may be full. They stay on this " +
    "page until you close it: carry them away on the page “Your answers” before you leave.",
  framed:
    "Another page shows this one inside itself. Answers given here may be kept apart from those " +
    "you give in a tab of its own.",
  framedLink: "Open it in a tab of its own",
  erasedElsewhere: "Your answers were erased in another tab. What you answer now is saved anew.",
  aside:
    "Some saved answers could not be read. They may be damaged, or written by a newer version " +
    "of this page. They are kept as they are, and this page starts without them.",
  asideDownload: "Download what was kept",
  asideDiscard: "Throw it away",
  asideFile: "readiness-unread-answers.json",

  erase: "Erase my answers",
  eraseQuestion: "Erase your answers?",
  eraseText:
    "Your role, all answers and all notes of this questionnaire are removed from this browser. " +
    "This cannot be undone.",
  eraseYes: "Erase them",
  eraseNo: "Keep them",
  erased: "Your answers have been erased from this browser.",
  eraseFailed: "The browser did not confirm that your answers are erased. Try once more.",

  reviewComplete: "You have dealt with every question.",
  reviewMissing: (/** @type {number} */ missing) =>
    missing === 1 ? "One question has no answer yet." : `${missing} questions have no answer yet.`,
  reviewPartial:
    "You can see a result without them, but a verdict needs most questions and every precondition.",
  reviewDontKnow: (/** @type {number} */ count) =>
    count === 1 ? "One answer is “I don’t know”." : `${count} answers are “I don’t know”.`,
  reviewDontKnowHint: "That is a finding in itself. Change it if you can find out.",
  reviewRole: "Your role has not been chosen. Without it you are asked everything.",
};
