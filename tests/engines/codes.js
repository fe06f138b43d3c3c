/** The way into the browser's response codes for tests: JSON in, JSON out. */

import { undo } from "./formats/carriers.js";
import { findCodes } from "./code_search.js";
import { readQuestionnaire } from "./questionnaire.js";
import { decodeContribution, encodeContribution } from "./response_code.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * @param {string} payload
 * @param {string} contributions
 * @returns {string} the codes
 */
export function encodeAll(payload, contributions) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  return JSON.stringify(JSON.parse(contributions).map((/** @type {any} */ one) =>
    encodeContribution(questionnaire, { ...one, answers: new Map(one.answers) })));
}

/**
 * @param {string} payload
 * @param {string} texts
 * @returns {string} of each text the contribution or the refusal
 */
export function decodeAll(payload, texts) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  return JSON.stringify(JSON.parse(texts).map((/** @type {string} */ text) => {
    const decoded = decodeContribution(text, questionnaire);
    return typeof decoded === "string" ? decoded : { ...decoded, answers: [...decoded.answers] };
  }));
}

/**
 * @param {string} text
 * @returns {string}
 */
export function findIn(text) {
  return JSON.stringify(findCodes(undo(text), null).map((found) => found.text));
}

/**
 * Try every substitution of one symbol and every swap of two neighbours.
 *
 * @param {string} payload
 * @param {string} code
 * @returns {string} how many there were of both, and those that were not refused
 */
export function slips(payload, code) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const symbols = code.replaceAll("-", "");
  const tried = [substitutions(symbols), swaps(symbols)];
  const missed = tried.map((texts) =>
    texts.filter((text) => decodeContribution(text, questionnaire) !== "damaged"));
  return JSON.stringify({ tried: tried.map((texts) => texts.length), missed });
}

/**
 * @param {string} symbols
 * @returns {string[]}
 */
function substitutions(symbols) {
  return [...symbols].flatMap((symbol, place) =>
    [...SIGNS].filter((sign) => sign !== symbol)
      .map((sign) => symbols.slice(0, place) + sign + symbols.slice(place + 1)));
}

/**
 * @param {string} symbols
 * @returns {string[]}
 */
function swaps(symbols) {
  return [...symbols.slice(1)].flatMap((second, place) => {
    const first = symbols.charAt(place);
    const swapped = symbols.slice(0, place) + second + first + symbols.slice(place + 2);
    return first === second ? [] : [swapped];
  });
}
