/** What a result says, in sentences. Figures come in shown form; nothing is worked out here. */

export const sentences = {
  emptyTitle: "No result yet",
  emptyText:
    "A result is worked out from your answers, in this browser. There are none here: you have " +
    "not begun, you have erased them, or you answered in another browser.",

  answeredAs: (/** @type {string} */ role) => `One view, answered as: ${role}`,
  answeredAlone: "One view, without a role",
  edition: (/** @type {string} */ edition, /** @type {string | null} */ published) =>
    published === null ? `Edition ${edition}` : `Edition ${edition}, ${published}`,

  waiting: (/** @type {number} */ count) =>
    count === 1
      ? "One of your answers is not counted: its question has changed. Look at it again."
      : `${count} of your answers are not counted: their questions have changed. Look at them again.`,
  indexLabel: "Index",
  outOf: "of 100",
  noIndex: "No index: too few answers.",
  bounds: (/** @type {number} */ low, /** @type {number} */ high) =>
    `${low} to ${high} if the unknown answers were the lowest or the highest.`,
  boundsBeside:
    "Both bounds count themes with too few answers, which the index had to leave out.",
  boundsExact: "Every question that applies is answered, so nothing is left open.",
  boundsVerdict: (/** @type {string} */ low, /** @type {string} */ high) =>
    `The unknown answers decide: the verdict would lie between “${low}” and “${high}”.`,
  borderline: "A close call: one answer moved by one level would change this verdict.",
  provisional: "Provisional: too many questions are open for a verdict.",
  manyNotApplicable:
    "Many questions do not apply to you. This questionnaire may not fit your organization: look " +
    "for another edition, or have one made.",
  scaleText: (/** @type {string} */ notYet, /** @type {string} */ ready) =>
    `Below ${notYet}: not yet. From ${ready}: ready, if nothing else stands against it.`,

  reasonsTitle: "Why",
  reasonsReady: "No condition is open.",
  gatesTitle: "Preconditions",
  gatesText: "No score makes up for these.",
  gateState: new Map([
    ["passed", "Met"],
    ["failed", "Not met"],
    ["dont_know", "Find out"],
    ["unanswered", "No answer yet"],
    ["not_asked", "Not asked"],
  ]),
  youChose: "You chose: ",
  needed: "Needed at least: ",

  completeness: (/** @type {number} */ value, /** @type {number} */ limit) =>
    `${value}% of the questions are dealt with. A verdict needs ${limit}%.`,
  gateUnanswered: "A precondition has no answer yet: ",
  gateFailed: "A precondition is not met: ",
  gateDontKnow: "A precondition nobody could tell; find out: ",
  indexBelow: (/** @type {number} */ value, /** @type {string} */ limit) =>
    `The index is ${value}; it should be at least ${limit}.`,
  below: (/** @type {string} */ name, /** @type {number} */ value, /** @type {string} */ limit) =>
    `${name} scores ${value}; it should be at least ${limit}.`,
  unscored: (/** @type {string} */ name) => `${name}: not enough answers for a score.`,
  unscoredFindOut: (/** @type {string} */ name) =>
    `${name}: not enough answers for a score. Find out: `,
  dontKnow: (/** @type {string} */ limit) =>
    `More than ${limit}% of the answers are “I don’t know”.`,

  scoresTitle: "Dimensions and themes",
  scoresCaption: "Scores run from 0 to 100. “Answered” is the share of the score’s weight rated.",
  columns: ["Area", "Score", "On average at least", "Answered"],
  notEnough: "not enough answers",
  doesNotApply: "does not apply",
  restsOnOne: "rests on one answer",
  scoresHeldBack: (/** @type {number} */ least) =>
    `Scores are shown once ${least}% of the questions are dealt with.`,

  strongestTitle: "Strongest themes",
  strongestText: "Keep these up, and ask a customer to confirm them.",
  adviceTitle: "What to do next",
  adviceText: "At most five steps, the most pressing first.",
  adviceOwnTitle: "What you can do",
  adviceAskTitle: "What to ask for",
  adviceBy: (/** @type {string} */ roles) => `Who can do it: ${roles}`,
  adviceNone: "No step stands out. Keep what you do, and ask customers to confirm it.",
  adviceGeneric: "Work towards the next description: ",
  reason: new Map([
    ["gate_stop", "Precondition: without it the verdict stays “not yet”"],
    ["gate_hold", "Precondition: without it the verdict cannot be “ready”"],
    ["theme_not_yet", "In a theme that is far too weak"],
    ["theme_ready", "In a weak theme"],
    ["gain", "Among the largest gains"],
  ]),
  findOutTitle: "Find out first",
  findOutText: "You answered “I don’t know” here. That nobody knows is a finding in itself.",
  print: "Print this result",
};
