/**
 * Reads the contributions of a group: saved response files, or any text with codes in it.
 *
 * What begins as JSON does is one saved response; every other text is searched for codes. What is
 * not taken is named with its reason and never stops the rest.
 */

import { findCodes } from "../engine/code_search.js";
import { decodeContribution } from "../engine/response_code.js";
import { isTaken, readResponseFile } from "../engine/response_file.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Member} Member */
/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {(member: Member) => Person} Prepare */
/** @typedef {{name: string, outcome: string, place: string | null, found: string}} RefusedSource */

/**
 * @typedef {{questionnaire: Questionnaire, prepare: Prepare}} Reader
 *
 * @typedef {object} Reading what was found so far in one batch of files and texts
 * @property {Person[]} people
 * @property {RefusedSource[]} refused
 * @property {number} idle lines of text in which there was no code
 */

// Of about this many characters are the pieces into which a long text is cut.
const PIECE = 10_000;
const LONGEST_LINE = 5 * PIECE;
// A line that ends with a hyphen goes on in the next.
const LINE_END = /[^\s\u002d\u2010-\u2015\u2212][^\S\n]*\n/g;
const BLANK = /[^\s\u002d\u2010-\u2015\u2212][\s,;]/g;

/** @returns {Reading} */
export function newReading() {
  return { people: [], refused: [], idle: 0 };
}

/**
 * Tell whether the content of a file is meant as JSON.
 *
 * @param {Uint8Array} bytes
 * @returns {boolean}
 */
export function isJsonLike(bytes) {
  return new TextDecoder().decode(bytes.subarray(0, 16)).trimStart().startsWith("{");
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
 * Cut a text where no code can stand across, so that each piece is read by itself.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function piecesOf(text) {
  const pieces = [];
  let start = 0;
  while (text.length - start > PIECE) {
    const line = endAfter(LINE_END, text, start + PIECE);
    const end = line - start > LONGEST_LINE ? endAfter(BLANK, text, start + PIECE) : line;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return [...pieces, text.slice(start)];
}

/**
 * Read the codes in a piece of text.
 *
 * @param {Reading} into
 * @param {(number: number) => string} nameOf the code with a number, counted from 1
 * @param {number} before how many codes came before in the same text
 * @param {string} piece
 * @param {Reader} reader
 * @returns {number} how many codes there are
 */
export function readCodes(into, nameOf, before, piece, { questionnaire, prepare }) {
  const codes = findCodes(piece);
  codes.forEach((code, place) => {
    const name = nameOf(before + place + 1);
    const read = decodeContribution(code, questionnaire);
    if (read === "other_edition") {
      into.people.push(prepare(fromOtherEdition(name)));
    } else if (typeof read === "string") {
      into.refused.push({ name, outcome: read, place: null, found: code.slice(0, 60) });
    } else {
      into.people.push(prepare({ ...read, name, edition: null, fingerprint: null }));
    }
  });
  const lines = piece.split("\n").filter((line) => line.trim() !== "").length;
  into.idle += Math.max(0, lines - codes.length);
  return codes.length;
}

/**
 * @param {string} name
 * @returns {Member} a code says only that its questions are not today's
 */
function fromOtherEdition(name) {
  const nothing = { role: null, answers: new Map(), respondent: null, revision: null };
  return { name, ...nothing, edition: "", fingerprint: "" };
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} from
 * @returns {number} where the first match from there ends; the end of the text without one
 */
function endAfter(pattern, text, from) {
  pattern.lastIndex = from - 1;
  return pattern.test(text) ? pattern.lastIndex : text.length;
}
