/** Every sentence of the meeting. */

export const meetingWords = {
  title: "Alone first, then agree",
  text:
    "For one shared screen. Everybody has answered alone. Now take the questions in the order in " +
    "which you differ most: think, show how you answered, talk, and write down what you agree on.",
  start: "Start the meeting",
  goOn: "Go on with the meeting",
  ofTeam: (/** @type {string} */ team) => `Meeting: ${team}`,
  place: (/** @type {number} */ place, /** @type {number} */ all) => `Question ${place} of ${all}`,
  show: "Show how you answered",
  shown: "How you answered",
  waiting: "First everybody thinks for themselves. Then show how you answered.",
  agreed: "We agree on",
  level: (/** @type {number} */ level) => `Level ${level}`,
  notAgreed: "Not agreed",
  undecided: "Not decided yet",
  reason: "Why, in one line",
  previous: "Back",
  next: "Next question",
  end: "End the meeting",
  keys: "Number keys choose a level",
  keysHint: "1, 2, 3 … a level · 0 not agreed · S show · arrow keys back and next · Esc end",
  recorded: (/** @type {string} */ what) => `Recorded: ${what}.`,
  resultTitle: "Agreed in the meeting",
  resultNote:
    "This is what the meeting agreed on. It stands beside the answers that people gave alone, and " +
    "takes nobody’s place. What is not agreed counts as unanswered.",
  counts: (
    /** @type {number} */ agreed,
    /** @type {number} */ open,
    /** @type {number} */ all,
  ) => `Agreed on ${agreed} of ${all} questions; ${open} not agreed.`,
  index: (/** @type {number} */ index) => `Index ${index} of 100`,
  groupIndex: (/** @type {string} */ index) => `Answered alone: index ${index}.`,
  tableCaption: "What was agreed, beside the mean of what people answered alone",
  heads: ["Question", "Mean alone", "Agreed", "Shift", "Why"],
  none: "–",
  notShown: "not shown",
  range: (/** @type {string} */ low, /** @type {string} */ high) => `${low} to ${high}`,
  save: "Save what was agreed",
  fileName: "readiness-agreement.json",
  brought: "What a meeting had agreed was read.",
};
