/**
 * Reads the contributions of a group one by one: a saved response, or what was found in a text.
 * What is not taken is named with its reason and never stops the rest.
 */

import { decodeContribution } from "../engine/response_code.js";
import { isTaken, readResponseFile } from "../engine/response_file.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Member} Member */
/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {import("../formats/answers_in_text.js").FoundAnswers} FoundAnswers */
/** @typedef {(member: Member) => Person} Prepare */
/** @typedef {{name: string, outcome: string, place: string | null, found: string}} RefusedSource */

/**
 * @typedef {{questionnaire: Questionnaire, prepare: Prepare}} Reader
 *
 * @typedef {object} Reading what was found so far in one batch of files and texts
 * @property {Person[]} people
 * @property {RefusedSource[]} refused
 * @property {number} idle lines of text in which nothing looked like answers
 */

const LONGEST_SHOWN = 40;

/** @returns {Reading} */
export function newReading() {
  return { people: [], refused: [], idle: 0 };
}

/**
 * Read one saved response.
 *
 * @param {Reading} into
 * @param {string} name of the file
 * @param {Uint8Array} bytes
 * @param {Reader} reader
 */
export function readSaved(into, name, bytes, { questionnaire, prepare }) {
  const file = readResponseFile(bytes, questionnaire);
  if (!isTaken(file)) {
    into.refused.push({ name, outcome: file.outcome, place: file.place, found: file.found });
    return;
  }
  const { role, answers, respondent, edition, isSameQuestionnaire, notices } = file;
  const isUnnamed = notices.includes("no-fingerprint");
  const other = isUnnamed ? null : "";
  const fingerprint = isSameQuestionnaire ? questionnaire.fingerprint : other;
  const member = { name, role, answers, respondent, revision: null, edition, fingerprint };
  into.people.push(prepare(member));
}

/**
 * Read what was found in a text.
 *
 * @param {Reading} into
 * @param {string} name
 * @param {FoundAnswers} found
 * @param {Reader} reader
 */
export function readFound(into, name, { kind, text, reason }, reader) {
  if (kind === "saved") return readSaved(into, name, new TextEncoder().encode(text), reader);
  const { questionnaire, prepare } = reader;
  const read = kind === "code" ? decodeContribution(text, questionnaire) : reason ?? "damaged";
  if (read === "other_edition") {
    into.people.push(prepare(fromOtherEdition(name)));
  } else if (typeof read === "string") {
    const outcome = read === "not_a_code" ? "damaged" : read;
    into.refused.push({ name, outcome, place: null, found: text.slice(0, LONGEST_SHOWN) });
  } else {
    into.people.push(prepare({ ...read, name, edition: null, fingerprint: null }));
  }
}

/**
 * @param {string} name
 * @returns {Member} a code says only that its questions are not today's
 */
function fromOtherEdition(name) {
  const nothing = { role: null, answers: new Map(), respondent: null, revision: null };
  return { name, ...nothing, edition: "", fingerprint: "" };
}
