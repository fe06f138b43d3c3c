/**
 * Finds answers in a text of any kind: codes, and saved responses that stand between other words.
 *
 * What looks like a saved response and is not whole is found too, so that it can be named. The work
 * is done in stretches, with a rest between where the caller wants one; no code is lost between two.
 */

import { beginningOf } from "../engine/code_groups.js";
import { findCodes } from "../engine/code_search.js";
import { LARGEST_FILE } from "../engine/strict_json.js";
import { COUNTED_ENDS, UNDO_ROUNDS, undo } from "./carriers.js";
import { openMail } from "./mails.js";
import { openRichText } from "./rich_text.js";

/** @typedef {import("../engine/response_code.js").CodeShape} CodeShape */

/**
 * @typedef {object} FoundAnswers
 * @property {"code" | "saved" | "named"} kind
 * @property {string} text a code, a saved response as JSON, or the beginning of what is named
 * @property {number} line on which it begins, counted from 1
 * @property {string | null} reason why something is named and not taken
 *
 * @typedef {{start: number, end: number, saved: string | null}} FoundObject
 */

const SAVED_MARK = "readiness-responses";
const ANSWERS_MARK = /"answers"[ \n]{0,9}:[ \n]{0,9}\{/g;
const JSON_SIGN = /[{}"\\]/g;
// How a saved response begins that stands as a text in another file: in JSON, CSV or Python.
const IN_JSON = /^\{(?:[ \n]|\\+[nrt]){0,99}\\+"/;
const IN_CSV = /^\{[ \n]{0,99}""/;
const IN_PYTHON = /^\{[ \n]{0,99}'/;
const LINE_STARTS = /\n[>| \t]{0,40}/g;
// So many brackets back may the one lie that opens a saved response.
const BRACKETS = 8;
// Of about this many characters are the pieces in which a long text is undone and searched.
const UNDONE_PIECE = 200_000;
const SEARCHED_PIECE = 10_000;
const OBJECTS_AT_ONCE = 200;
const LONGEST_LINE = 50_000;
// An escape or a code may go on in the next line.
const LINE_END = /(?:[^\s=%-]{2}|[^\s=%0-9A-Fa-f-])[^\S\n]{0,40}\n/;
const BLANK = /[^\s-][\s,;]/;

/** The answers in one text, found one after the other. */
export class AnswersInText {
  /**
   * @param {string} text as it came
   * @param {CodeShape} shape
   */
  constructor(text, shape) {
    this.raw = openMail(openRichText(text));
    this.shape = shape;
    this.text = "";
    this.undone = 0;
    /** @type {FoundObject[]} */
    this.objects = [];
    /** how many of them were passed; to take them from the front would take longer with each */
    this.taken = 0;
    this.objectsEnd = 0;
    this.mark = -1;
    this.at = 0;
    this.counted = 0;
    this.line = 1;
    /** lines that are not blank and in which nothing was found */
    this.idle = 0;
    this.idleFrom = 0;
  }

  /** @returns {boolean} whether more of the text has yet to be undone, or looked through */
  undoMore() {
    if (this.undone >= this.raw.length) return this.findObjects();
    const end = pieceEnd(this.raw, this.undone, UNDONE_PIECE);
    this.text += undo(this.raw.slice(this.undone, end));
    this.undone = end;
    if (end >= this.raw.length) this.mark = this.text.indexOf(SAVED_MARK);
    return true;
  }

  /** @returns {boolean} whether there may be more saved responses; those not whole hold null */
  findObjects() {
    const { text } = this;
    for (let found = 0; this.mark >= 0 && found < OBJECTS_AT_ONCE; found += 1) {
      const behind = this.mark + SAVED_MARK.length;
      const following = text.indexOf(SAVED_MARK, behind);
      const limit = following < 0 ? text.length : following;
      const far = Math.min(limit, this.mark + LARGEST_FILE);
      const { opened, closed } = bracketsAround(text, this.objectsEnd, this.mark, far);
      const lost = () => Math.max(behind, behind + lastEnd(text.slice(behind, limit), ANSWERS_MARK));
      this.objectsEnd = closed ?? lost();
      const saved = closed === null ? null : plainJson(text.slice(opened, closed));
      this.objects.push({ start: opened, end: this.objectsEnd, saved });
      this.mark = following;
    }
    return this.mark >= 0;
  }

  /** @returns {number} the share of the text that was searched */
  get done() {
    return this.text.length === 0 ? 1 : this.at / this.text.length;
  }

  /** @returns {boolean} whether the end is reached */
  get isDone() {
    return this.at >= this.text.length;
  }

  /** @returns {FoundAnswers[]} what stands in the next piece */
  searchMore() {
    const next = this.objects[this.taken];
    if (next !== undefined && next.start <= this.at) {
      this.taken += 1;
      const found = this.found(next.start, next.end, foundObject(this.text, next));
      this.at = next.end;
      return [found];
    }
    const end = next?.start ?? this.text.length;
    const isShort = end - this.at <= SEARCHED_PIECE;
    const until = isShort ? end : Math.min(end, pieceEnd(this.text, this.at, SEARCHED_PIECE));
    const part = end < this.text.length ? this.text.slice(0, end) : this.text;
    const codes = findCodes(part, this.shape, this.at, until).map((code) => {
      const kind = /** @type {"named" | "code"} */ (code.reason === null ? "code" : "named");
      this.at = code.end;
      return this.found(code.start, code.end, { kind, text: code.text, reason: code.reason });
    });
    this.at = Math.max(this.at, until);
    if (this.isDone) this.countIdle(this.text.length);
    return codes;
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {{kind: "code" | "saved" | "named", text: string, reason: string | null}} one
   * @returns {FoundAnswers}
   */
  found(start, end, one) {
    this.line += this.text.slice(this.counted, start).match(COUNTED_ENDS)?.length ?? 0;
    this.counted = start;
    if (start >= this.idleFrom) this.countIdle(lineStart(this.text, start));
    if (end > this.idleFrom) this.idleFrom = lineEnd(this.text, end);
    return { ...one, line: this.line };
  }

  /** @param {number} until the start of a line in which something was found, or the end */
  countIdle(until) {
    if (until <= this.idleFrom) return;
    const lines = this.text.slice(this.idleFrom, until).split(/[\n\x1e\x1f]/);
    this.idle += lines.filter((line) => line.trim() !== "").length;
    this.idleFrom = until;
  }
}

/**
 * All answers in a text that is not long, in their order.
 *
 * @param {string} text
 * @param {CodeShape} shape
 * @returns {FoundAnswers[]}
 */
export function findAnswers(text, shape) {
  const search = new AnswersInText(text, shape);
  while (search.undoMore());
  const found = [];
  while (!search.isDone) {
    for (const one of search.searchMore()) found.push(one);
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {number}
 */
function lineStart(text, place) {
  return place === 0 ? 0 : text.lastIndexOf("\n", place - 1) + 1;
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {number}
 */
function lineEnd(text, place) {
  const end = text.indexOf("\n", place);
  return end < 0 ? text.length : end;
}

/**
 * @param {string} text
 * @param {FoundObject} object
 * @returns {{kind: "saved" | "named", text: string, reason: string | null}}
 */
function foundObject(text, { start, end, saved }) {
  if (saved !== null) return { kind: "saved", text: saved, reason: null };
  return { kind: "named", text: beginningOf(text, start, end), reason: "broken_file" };
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {number} where its last match ends; 0 without one
 */
function lastEnd(text, pattern) {
  let end = 0;
  for (const found of text.matchAll(pattern)) end = found.index + found[0].length;
  return end;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} mark
 * @param {number} limit
 * @returns {{opened: number, closed: number | null}} the object around a mark
 */
function bracketsAround(text, start, mark, limit) {
  let opened = mark;
  const before = text.slice(Math.max(start, mark - LARGEST_FILE), mark);
  for (let tried = 0; tried < BRACKETS; tried += 1) {
    const place = before.lastIndexOf("{", before.length - (mark - opened) - 1);
    if (place < 0 || opened === mark - before.length) break;
    opened = mark - before.length + place;
    const closed = closingOf(text, opened, limit);
    if (closed === null || closed > mark) return { opened, closed };
  }
  return { opened, closed: null };
}

/**
 * @param {string} text
 * @param {number} opened
 * @param {number} limit
 * @returns {number | null} where the object ends that opens here
 */
function closingOf(text, opened, limit) {
  let depth = 0;
  let isText = false;
  JSON_SIGN.lastIndex = opened;
  for (let sign = JSON_SIGN.exec(text); sign !== null; sign = JSON_SIGN.exec(text)) {
    if (sign.index >= limit) return null;
    if (sign[0] === "\\") JSON_SIGN.lastIndex += 1;
    else if (sign[0] === '"') isText = !isText;
    else if (!isText) depth += sign[0] === "{" ? 1 : -1;
    if (depth === 0) return sign.index + 1;
  }
  return null;
}

/**
 * @param {string} text
 * @returns {string} an object without what carriers put at the ends of its lines
 */
function plainJson(text) {
  const whole = text.replace(/[\x1e\v]/g, "").replaceAll("\x1f", "\n");
  return inTheOpen(whole.replace(LINE_STARTS, ""));
}

/**
 * @param {string} text
 * @returns {string} an object with its quotation marks as they were before another file held it
 */
function inTheOpen(text) {
  if (IN_CSV.test(text)) text = text.replaceAll('""', '"');
  for (let round = 0; round < UNDO_ROUNDS && IN_JSON.test(text); round += 1) {
    text = text.replace(/\\(.)/g, (_, sign) => ("nrt".includes(sign) ? " " : sign));
  }
  return IN_PYTHON.test(text) ? text.replaceAll("'", '"') : text;
}

/**
 * Where a piece may end: a code may stand across it, a line of a table or an escape may not.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} size
 * @returns {number}
 */
function pieceEnd(text, start, size) {
  if (text.length - start <= size) return text.length;
  const near = text.slice(start + size - 2, start + size + LONGEST_LINE);
  const end = endOfMatch(LINE_END, near) ?? endOfMatch(BLANK, near) ?? near.length;
  return start + size - 2 + end;
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @returns {number | null} where the first match ends
 */
function endOfMatch(pattern, text) {
  const found = pattern.exec(text);
  return found === null ? null : found.index + found[0].length;
}
