/**
 * What one respondent gave to each item, in five states that are never mixed up.
 * An answer that the item does not offer is no answer: the item counts as unanswered.
 */

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").AskedItem} AskedItem */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */

/**
 * The response to every item, in the order of reporting.
 *
 * @param {Questionnaire} questionnaire
 * @param {import("./types.js").Responses} responses
 * @returns {Given}
 */
export function readGiven(questionnaire, { role, answers }) {
  /** @type {Given} */
  const given = new Map();
  for (const item of questionnaire.items) {
    const answer = answers.get(item.id);
    const state = stateOf(item, role, answer);
    given.set(item.id, { item, state, level: state === "rated" ? Number(answer) : 0 });
  }
  return given;
}

/**
 * Tell whether the item has this answer.
 *
 * @param {AskedItem} item
 * @param {unknown} answer
 * @returns {answer is Answer}
 */
export function offersAnswer(item, answer) {
  if (answer === "na") return item.allowNa;
  if (answer === "dk") return true;
  return Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= item.levels;
}

/**
 * Tell whether a respondent of this role meets the item; without a role everything is asked.
 *
 * @param {AskedItem} item
 * @param {string | null} role
 * @returns {boolean}
 */
export function isAsked(item, role) {
  return role === null || item.roles.length === 0 || item.roles.includes(role);
}

/**
 * @param {Item} item
 * @param {string | null} role
 * @param {Answer | undefined} answer
 * @returns {State}
 */
function stateOf(item, role, answer) {
  if (!isAsked(item, role)) return "notAsked";
  if (!offersAnswer(item, answer)) return "unanswered";
  if (answer === "dk") return "dontKnow";
  return answer === "na" ? "notApplicable" : "rated";
}

/**
 * Tell whether the item applies but its level is not known.
 *
 * @param {State} state
 * @returns {boolean}
 */
export function isUnknown(state) {
  return state === "dontKnow" || state === "unanswered";
}

/**
 * The responses with every unknown one at a level that `choose` picks from its item.
 *
 * @param {Given} given
 * @param {(item: Item) => number} choose
 * @returns {Given}
 */
export function fillUnknown(given, choose) {
  /** @type {Given} */
  const filled = new Map();
  for (const [id, response] of given) {
    const { item, state } = response;
    filled.set(id, isUnknown(state) ? { item, state: "rated", level: choose(item) } : response);
  }
  return filled;
}

/**
 * How many items are in each state.
 *
 * @param {Given} given
 * @returns {Record<State, number>}
 */
export function countStates(given) {
  const counts = { rated: 0, dontKnow: 0, notApplicable: 0, unanswered: 0, notAsked: 0 };
  for (const { state } of given.values()) counts[state] += 1;
  return counts;
}

/**
 * Ids of the items in one state, in the order of reporting.
 *
 * @param {Given} given
 * @param {State} wanted
 * @returns {string[]}
 */
export function idsInState(given, wanted) {
  return [...given].filter(([, { state }]) => state === wanted).map(([id]) => id);
}
