/**
 * A whole contribution as one short text, and back; `site_src/code.md` describes the format.
 *
 * A text that is not the code of a contribution to this very edition is refused by name. The code
 * holds role and answers and the beginning of the respondent's random id; never notes or names.
 */

import { CHECK_SYMBOLS, checksumOf, isWhole, readSymbols, writeGroups } from "./code_symbols.js";
import { numberSymbols, symbolWidth, symbolsNumber, writeSymbols } from "./code_symbols.js";
import { isAsked, offersAnswer } from "./responses.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Responses} Responses */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Answer} Answer */

/**
 * @typedef {Responses & {respondent: string, revision: number}} Contribution
 *   the respondent is a random id in the alphabet of the code: 13 symbols where it was made, the
 *   first six in a code; the revision counts the respondent's earlier contributions, 0 to 31
 * @typedef {object} CodeShape how the codes of a questionnaire's own edition look
 * @property {string} start the symbols with which they begin
 * @property {number} head how many symbols tell the length
 * @property {number[]} lengths numbers of symbols: without a role, then by role
 * @property {number} shortest
 * @property {number} longest
 * @typedef {"not_a_code" | "damaged" | "newer_version" | "other_edition" | "bad_answer"} CodeRefusal
 */

const CODE_VERSION = 1;
const EDITION_DIGITS = 5;
const EDITION_SYMBOLS = 4;
const RESPONDENT_SYMBOLS = 6;
const LAST_CODE_REVISION = 31;
const HEAD_SYMBOLS = 1 + EDITION_SYMBOLS + RESPONDENT_SYMBOLS + 1;
export const SHORTEST_CODE = HEAD_SYMBOLS + CHECK_SYMBOLS;

/**
 * How the codes of a questionnaire look.
 *
 * @param {Questionnaire} questionnaire
 * @returns {CodeShape}
 */
export function codeShape(questionnaire) {
  const roles = [null, ...questionnaire.roles.map(({ id }) => id)];
  const head = HEAD_SYMBOLS + symbolWidth(BigInt(roles.length));
  const lengths = roles.map((role) => {
    const count = itemsAsked(questionnaire, role).reduce((all, item) => all * radixOf(item), 1n);
    return head + symbolWidth(count) + CHECK_SYMBOLS;
  });
  const start = writeSymbols([CODE_VERSION, ...editionSymbols(questionnaire)]);
  const [shortest, longest] = [lengths.reduce(smaller), lengths.reduce(greater)];
  return { start, head, lengths, shortest, longest };
}

/**
 * How many symbols a code has that begins so; the most where its role is none.
 *
 * @param {CodeShape} shape
 * @param {number[]} values
 * @returns {number}
 */
export function lengthOfCode({ head, lengths, longest }, values) {
  if (values.length < head) return longest;
  return lengths[Number(symbolsNumber(values.slice(HEAD_SYMBOLS, head)))] ?? longest;
}

/**
 * @param {number} one
 * @param {number} other
 * @returns {number}
 */
function smaller(one, other) {
  return one < other ? one : other;
}

/**
 * @param {number} one
 * @param {number} other
 * @returns {number}
 */
function greater(one, other) {
  return one > other ? one : other;
}

/**
 * The code of a contribution; answers that the questionnaire cannot hold are left out.
 * Throws a RangeError for an unknown role or a respondent id that the code cannot carry.
 *
 * @param {Questionnaire} questionnaire
 * @param {Contribution} contribution
 * @returns {string}
 */
export function encodeContribution(questionnaire, contribution) {
  const { role, answers, respondent, revision } = contribution;
  const values = [
    CODE_VERSION,
    ...editionSymbols(questionnaire),
    ...respondentSymbols(respondent),
    Math.min(revision, LAST_CODE_REVISION),
    ...roleSymbols(questionnaire, role),
    ...answerSymbols(itemsAsked(questionnaire, role), answers),
  ];
  return writeGroups([...values, ...checksumOf(values)]);
}

/**
 * The contribution that a code holds, or the reason why the text is not taken.
 *
 * @param {string} text
 * @param {Questionnaire} questionnaire
 * @returns {Contribution | CodeRefusal}
 */
export function decodeContribution(text, questionnaire) {
  const values = readSymbols(text);
  if (values === null || values.length < SHORTEST_CODE) return "not_a_code";
  if (!isWhole(values)) return "damaged";
  const version = Number(values[0]);
  if (version !== CODE_VERSION) return version > CODE_VERSION ? "newer_version" : "not_a_code";
  const edition = values.slice(1, 1 + EDITION_SYMBOLS);
  const ours = editionSymbols(questionnaire);
  if (edition.some((value, place) => value !== ours[place])) return "other_edition";
  return contributionFrom(values, questionnaire);
}

/**
 * How many contributions came before that of a code, of whatever edition; null where it is no code.
 *
 * @param {string} text
 * @returns {number | null}
 */
export function revisionOf(text) {
  const values = readSymbols(text);
  if (values === null || values.length < SHORTEST_CODE || !isWhole(values)) return null;
  return values[HEAD_SYMBOLS - 1] ?? null;
}

/**
 * @param {number[]} values
 * @param {Questionnaire} questionnaire
 * @returns {Contribution | CodeRefusal}
 */
function contributionFrom(values, questionnaire) {
  const { roles } = questionnaire;
  const after = HEAD_SYMBOLS + symbolWidth(BigInt(roles.length + 1));
  const number = Number(symbolsNumber(values.slice(HEAD_SYMBOLS, after)));
  if (number > roles.length) return "bad_answer";
  const role = roles[number - 1]?.id ?? null;
  const items = itemsAsked(questionnaire, role);
  const count = items.reduce((product, item) => product * radixOf(item), 1n);
  if (values.length !== after + symbolWidth(count) + CHECK_SYMBOLS) return "damaged";
  const written = symbolsNumber(values.slice(after, -CHECK_SYMBOLS));
  if (written >= count) return "bad_answer";
  const respondent = writeSymbols(values.slice(1 + EDITION_SYMBOLS, HEAD_SYMBOLS - 1));
  const revision = Number(values[HEAD_SYMBOLS - 1]);
  return { respondent, revision, role, answers: answersFrom(items, written) };
}

/**
 * @param {Questionnaire} questionnaire
 * @returns {number[]}
 */
function editionSymbols({ fingerprint }) {
  const start = BigInt(`0x${fingerprint.slice(0, EDITION_DIGITS)}`);
  return numberSymbols(start, 1n << BigInt(4 * EDITION_DIGITS));
}

/**
 * @param {string} id
 * @returns {number[]}
 */
function respondentSymbols(id) {
  const values = readSymbols(id);
  if (values === null || values.length < RESPONDENT_SYMBOLS) {
    throw new RangeError(`a respondent id has at least ${RESPONDENT_SYMBOLS} symbols, not ${id}`);
  }
  return values.slice(0, RESPONDENT_SYMBOLS);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @returns {number[]}
 */
function roleSymbols({ roles }, role) {
  const number = [null, ...roles.map(({ id }) => id)].indexOf(role);
  if (number < 0) throw new RangeError(`there is no role ${role}`);
  return numberSymbols(BigInt(number), BigInt(roles.length + 1));
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @returns {Item[]}
 */
function itemsAsked({ items }, role) {
  return items.filter((item) => isAsked(item, role));
}

/**
 * How many digits an item has: unanswered, don't know, its levels, does not apply.
 *
 * @param {Item} item
 * @returns {bigint}
 */
function radixOf(item) {
  return BigInt(2 + item.points.length + Number(offersAnswer(item, "na")));
}

/**
 * @param {Item[]} items
 * @param {Map<string, Answer>} answers
 * @returns {number[]}
 */
function answerSymbols(items, answers) {
  let [number, count] = [0n, 1n];
  for (const item of items) {
    const radix = radixOf(item);
    number = number * radix + BigInt(digitOf(item, answers.get(item.id)));
    count *= radix;
  }
  return numberSymbols(number, count);
}

/**
 * @param {Item} item
 * @param {Answer | undefined} answer
 * @returns {number}
 */
function digitOf(item, answer) {
  if (!offersAnswer(item, answer)) return 0;
  if (answer === "dk") return 1;
  return 1 + (answer === "na" ? item.points.length + 1 : answer);
}

/**
 * The answers in the order of reporting; the last item is the least digit.
 *
 * @param {Item[]} items
 * @param {bigint} number
 * @returns {Map<string, Answer>}
 */
function answersFrom(items, number) {
  /** @type {[string, Answer][]} */
  const found = [];
  for (const item of [...items].reverse()) {
    const digit = Number(number % radixOf(item));
    number /= radixOf(item);
    if (digit > 0) found.push([item.id, answerFrom(item, digit)]);
  }
  return new Map(found.reverse());
}

/**
 * @param {Item} item
 * @param {number} digit
 * @returns {Answer}
 */
function answerFrom(item, digit) {
  if (digit === 1) return "dk";
  return digit - 1 <= item.points.length ? digit - 1 : "na";
}
