/**
 * Answers from paper: a returned sheet is one person, typed key by key. Says what a key means to a
 * question and refuses one that means nothing; nothing is guessed.
 */

import { isAsked, offersAnswer } from "../engine/responses.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").Answer} Answer */
/** @typedef {import("../group/deduplication.js").Member} Member */
/** @typedef {{role: string | null, keys: string}} Sheet one key for each question of its role */

const LEVEL_KEYS = "123456789xy";
const DONT_KNOW_KEYS = "?dD";
const NOT_APPLICABLE_KEYS = "-–nN";
const BLANK_KEYS = ". 0";

/**
 * The questions of a role in the order of the paper.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @returns {Item[]}
 */
export function sheetItems({ asked }, role) {
  return asked.filter((item) => isAsked(item, role));
}

/**
 * What a key says to a question; null is no answer, undefined a key that says nothing there.
 *
 * @param {Item} item
 * @param {string} key
 * @returns {Answer | null | undefined}
 */
export function answerOfKey(item, key) {
  if (BLANK_KEYS.includes(key)) return null;
  /** @type {Answer} */
  let answer = LEVEL_KEYS.indexOf(key.toLowerCase()) + 1;
  if (DONT_KNOW_KEYS.includes(key)) answer = "dk";
  if (NOT_APPLICABLE_KEYS.includes(key)) answer = "na";
  return offersAnswer(item, answer) ? answer : undefined;
}

/**
 * The place of the first key that says nothing to its question, or is one too many; -1 without.
 *
 * @param {Questionnaire} questionnaire
 * @param {Sheet} sheet
 * @returns {number}
 */
export function wrongKey(questionnaire, { role, keys }) {
  const items = sheetItems(questionnaire, role);
  return [...keys].findIndex((key, place) => {
    const item = items[place];
    return item === undefined || answerOfKey(item, key) === undefined;
  });
}

/**
 * A sheet as a contribution.
 *
 * @param {Questionnaire} questionnaire
 * @param {Sheet} sheet
 * @param {string} name
 * @returns {Member}
 */
export function memberOfSheet(questionnaire, { role, keys }, name) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  const signs = [...keys];
  sheetItems(questionnaire, role).forEach((item, place) => {
    const answer = answerOfKey(item, signs[place] ?? " ");
    if (answer !== null && answer !== undefined) answers.set(item.id, answer);
  });
  return memberFrom(questionnaire, role, answers, name);
}

/**
 * Answers as a contribution of nobody who is known.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {Map<string, Answer>} answers
 * @param {string} name
 * @returns {Member}
 */
export function memberFrom({ fingerprint, edition }, role, answers, name) {
  return { name, role, answers, respondent: null, revision: null, edition, fingerprint };
}
