/**
 * Answers from paper: a returned sheet typed key by key, or dots counted on a wall.
 *
 * A sheet is one person. Dots are counts: nobody knows whose they are. They are made into sheets
 * that keep every question's counts, one dot after the other going to the next sheet in turn, so
 * that all sheets are filled alike and none is left out for being empty.
 */

import { isAsked, offersAnswer } from "../engine/responses.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").Answer} Answer */
/** @typedef {import("../engine/gathering.js").Member} Member */
/** @typedef {{role: string | null, keys: string}} Sheet one key for each question of its role */

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
  let answer = Number(key);
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
 * Dots as contributions that keep every question's counts.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {Map<string, number[]>} counts by item: dots on each level, then on "I don't know"
 * @param {(number: number) => string} nameOf
 * @returns {Member[]}
 */
export function membersOfDots(questionnaire, role, counts, nameOf) {
  const dots = sheetItems(questionnaire, role).map((item) => {
    return { item, answers: dotsOf(item, counts.get(item.id) ?? []) };
  });
  const size = Math.max(0, ...dots.map(({ answers }) => answers.length));
  /** @type {Map<string, Answer>[]} */
  const sheets = Array.from({ length: size }, () => new Map());
  let next = 0;
  for (const { item, answers } of dots) {
    for (const answer of answers) {
      sheets[next % size]?.set(item.id, answer);
      next += 1;
    }
  }
  return sheets.map((answers, at) => memberFrom(questionnaire, role, answers, nameOf(at + 1)));
}

/**
 * @param {Item} item
 * @param {number[]} counts
 * @returns {Answer[]}
 */
function dotsOf(item, counts) {
  return counts.flatMap((count, place) => {
    return Array.from({ length: count }, () => (place < item.levels ? place + 1 : "dk"));
  });
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {Map<string, Answer>} answers
 * @param {string} name
 * @returns {Member}
 */
function memberFrom({ fingerprint, edition }, role, answers, name) {
  return { name, role, answers, respondent: null, revision: null, edition, fingerprint };
}
