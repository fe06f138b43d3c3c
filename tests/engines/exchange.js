/** The way into the browser's files and editions for tests: JSON in, JSON out. */

import { fatesOf } from "./editions.js";
import { evaluate } from "./evaluation.js";
import { writeJson } from "./json_text.js";
import { readQuestionnaire } from "./questionnaire.js";
import { isTaken, readResponseFile } from "./response_file.js";
import { resultJson } from "./result_json.js";
import { LARGEST_FILE, readJson } from "./strict_json.js";
import { backupOf, contributionOf, roundOf } from "./written_file.js";

const KINDS = [Object, Array, Map, Set, String, Number, Boolean, Function, RegExp, Error];

/**
 * Read files; tells of each what became of it, how long it took, and whether a prototype changed.
 *
 * @param {string} payload
 * @param {string} files each as a text of its bytes
 * @param {string} taken respondents whose files were taken before
 * @returns {string}
 */
export function readFiles(payload, files, taken) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const before = new Set(JSON.parse(taken));
  return JSON.stringify(JSON.parse(files).map((/** @type {string} */ file) => {
    const shape = prototypes();
    const start = Date.now();
    const read = readResponseFile(bytesOf(file), questionnaire, before);
    const milliseconds = Date.now() - start;
    const changed = prototypes().some((value, place) => value !== shape[place]);
    return { read: isTaken(read) ? takenJson(questionnaire, read) : read, milliseconds, changed };
  }));
}

/**
 * Write the contribution and the backup of each person, and what they give when read and written.
 *
 * @param {string} payload
 * @param {string} people
 * @returns {string}
 */
export function writeFiles(payload, people) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  return JSON.stringify(JSON.parse(people).map((/** @type {any} */ person) => {
    const rounds = person.rounds.map((/** @type {any} */ one) => {
      const notes = new Map(one.notes);
      return roundOf(questionnaire, { ...one, notes, published: asMaps(one.published) });
    });
    const data = { ...person, notes: new Map(person.notes), rounds };
    return [contributionOf(questionnaire, data), backupOf(questionnaire, data)].map(writeJson);
  }));
}

/**
 * Read files and write them again.
 *
 * @param {string} payload
 * @param {string} files each as a text of its bytes
 * @returns {string}
 */
export function writeAgain(payload, files) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const again = (/** @type {string} */ file) => writtenAgain(questionnaire, file);
  return JSON.stringify(JSON.parse(files).map(again));
}

/**
 * @param {any} questionnaire
 * @param {string} file
 * @returns {string | null} null where it is refused
 */
function writtenAgain(questionnaire, file) {
  const read = readResponseFile(bytesOf(file), questionnaire);
  if (!isTaken(read)) return null;
  const saved = read.fates.map((fate) => fate.saved);
  const data = { ...read, respondent: read.respondent ?? "", saved };
  const write = read.kind === "backup" ? backupOf : contributionOf;
  return writeJson(write(questionnaire, data));
}

/**
 * The fates of saved answers: id, today's item and fate of each.
 *
 * @param {string} payload
 * @param {string | null} role
 * @param {string} saved
 * @returns {string}
 */
export function fateList(payload, role, saved) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  return JSON.stringify(fatesOf(questionnaire, role, JSON.parse(saved)).map(fateJson));
}

/**
 * What becomes of each text as JSON: its outcome, and the value written again.
 *
 * @param {string} files
 * @returns {string}
 */
export function readTextsAsJson(files) {
  return JSON.stringify(JSON.parse(files).map((/** @type {string} */ file) => {
    try {
      return ["ok", writeJson(readJson(bytesOf(file)))];
    } catch (error) {
      return [/** @type {any} */ (error).outcome, null];
    }
  }));
}

/** @returns {number} */
export function largest() {
  return LARGEST_FILE;
}

/**
 * @param {any} questionnaire
 * @param {any} read
 * @returns {any}
 */
function takenJson(questionnaire, read) {
  const { outcome, kind, respondent, role, answers, fates, notes, step, code, rounds } = read;
  return {
    outcome,
    kind,
    respondent,
    role,
    answers: [...answers],
    fates: fates.map(fateJson),
    notes: [...notes],
    step,
    code,
    rounds: rounds.length,
    notices: read.notices,
    result: resultJson(evaluate(questionnaire, { role, answers })),
  };
}

/**
 * @param {any} fate
 * @returns {unknown[]}
 */
function fateJson({ saved, item, fate }) {
  return [saved.id, item?.id ?? null, fate];
}

/**
 * @param {string} text one character for each byte
 * @returns {Uint8Array}
 */
function bytesOf(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/**
 * @param {any} value
 * @returns {unknown}
 */
function asMaps(value) {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([key, one]) => [key, asMaps(one)]));
}

/** @returns {unknown[]} every property of the built-in prototypes: name and value */
function prototypes() {
  return KINDS.flatMap(({ prototype }) => {
    const all = Object.getOwnPropertyDescriptors(prototype);
    return Reflect.ownKeys(all).flatMap((key) => {
      const { value, get, set } = Reflect.get(all, key);
      return [key, value, get, set];
    });
  });
}
