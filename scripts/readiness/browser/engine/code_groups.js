/**
 * The codes that are known by their groups alone: those of other editions, and what only looks so.
 *
 * A run of groups of four is named even where it is damaged; a link without a code is named too.
 * Codes of the questionnaire's own edition are found by `code_search`.
 */

import { CODE_GROUP, isWhole, readSymbols, writeGroups } from "./code_symbols.js";
import { SHORTEST_CODE } from "./response_code.js";

/** @typedef {import("./response_code.js").CodeShape} CodeShape */
/** @typedef {"damaged" | "cut_off" | "wrong_sign" | "empty_link"} NamedReason */

/**
 * @typedef {object} FoundCode a code as it is written, or the beginning of what looks like one
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {NamedReason | null} reason null where the checksum is right
 */

export const WIDEST = 40;
// A hyphen, a line end behind a hyphen, and one that a mail program put anywhere.
const STRETCH = /[-0-9A-Za-z \x1e\x1f]+/g;
const RUN = /[0-9A-Za-z\x1e]+(?:[-\x1f]+[0-9A-Za-z\x1e]+)*/g;
const GROUP_OF_RUN = /[0-9A-Za-z\x1e]+/g;
const EMPTY_LINK = /[#*]code=/g;
export const NO_SYMBOLS = /[^0-9A-Za-z]+/g;
const NOT_PLAIN = /[\x00-\x20]+/g;
// No questionnaire has codes of more symbols than this; a longer run is some other thing.
const LONGEST_CODE = 4000;
// So many groups at each end of a run may be glued to a code: a name, a number.
const GLUED = 2;
const NEAR = 4;
const LONGEST_BEGINNING = 60;

/**
 * The beginning of what was found, on one line.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {string}
 */
export function beginningOf(text, start, end) {
  return text.slice(start, Math.min(end, start + LONGEST_BEGINNING)).replace(NOT_PLAIN, " ").trim();
}

/**
 * What is known by its groups in a part of a text, in its order.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {CodeShape | null} shape
 * @param {boolean} isBeforeCode
 * @returns {FoundCode[]} codes of other editions, what is grouped as codes are, empty links
 */
export function otherCodes(text, start, end, shape, isBeforeCode) {
  if (start >= end) return [];
  const part = text.slice(start, end);
  const found = codesInStretches(part, shape);
  const starts = found.map((one) => one.start);
  if (isBeforeCode) starts.push(part.length);
  for (const link of part.matchAll(EMPTY_LINK)) {
    const behind = link.index + link[0].length;
    if (isFollowed(behind, starts)) continue;
    const named = beginningOf(part, link.index, part.length);
    found.push({ start: link.index, end: behind, text: named, reason: "empty_link" });
  }
  const sorted = found.sort((one, other) => one.start - other.start);
  return sorted.map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
}

/**
 * Tell whether something was found right behind a link.
 *
 * @param {number} end
 * @param {number[]} starts in their order
 * @returns {boolean}
 */
function isFollowed(end, starts) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && (starts[low] ?? 0) <= end + WIDEST;
}

/**
 * @param {string} text
 * @param {CodeShape | null} shape
 * @returns {FoundCode[]}
 */
function codesInStretches(text, shape) {
  /** @type {FoundCode[]} */
  const found = [];
  for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
    const whole = wholeCode(text, index, index + stretch.length);
    if (whole !== null) {
      found.push(whole);
      continue;
    }
    for (const run of stretch.matchAll(RUN)) {
      const one = codeInRun(text, run[0], index + run.index, shape);
      if (one !== null) found.push(one);
    }
  }
  return found;
}

/**
 * @param {string} text
 * @param {string} run
 * @param {number} start
 * @param {CodeShape | null} shape
 * @returns {FoundCode | null} the code in a run of groups, or what looks like one
 */
function codeInRun(text, run, start, shape) {
  if (run.replace(NO_SYMBOLS, "").length < SHORTEST_CODE) return null;
  const groups = [...run.matchAll(GROUP_OF_RUN)].map(({ 0: group, index }) => {
    return { start: start + index, end: start + index + group.length };
  });
  const parts = withoutGlued(groups);
  for (const part of parts) {
    const whole = wholeCode(text, part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
    if (whole !== null) return whole;
  }
  if (!parts.some((part) => isGrouped(text, part)) && !isNear(run, shape)) return null;
  const end = start + run.length;
  const reason = readSymbols(run.replace(NO_SYMBOLS, "")) === null ? "wrong_sign" : "damaged";
  return { start, end, text: beginningOf(text, start, end), reason };
}

/**
 * @template Group
 * @param {Group[]} groups
 * @returns {Group[][]} all of them, and without up to two at either end
 */
function withoutGlued(groups) {
  const parts = [groups];
  for (let first = 0; first <= GLUED; first += 1) {
    for (let last = 0; last <= GLUED; last += 1) {
      const isPart = first + last > 0 && groups.length - first - last > 1;
      if (isPart) parts.push(groups.slice(first, groups.length - last));
    }
  }
  return parts;
}

/**
 * What stands here, if its checksum is right.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {FoundCode | null} the code that stands here if its checksum is right
 */
export function wholeCode(text, start, end) {
  const bare = text.slice(start, end).replace(NO_SYMBOLS, "");
  const isLong = bare.length >= SHORTEST_CODE && bare.length <= LONGEST_CODE;
  const values = isLong ? readSymbols(bare) : null;
  if (values === null || !isWhole(values)) return null;
  return { start, end, text: writeGroups(values), reason: null };
}

/**
 * Tell whether groups are as codes are written, whatever they hold; words have no digits.
 *
 * @param {string} text
 * @param {{start: number, end: number}[]} part
 * @returns {boolean}
 */
function isGrouped(text, part) {
  const groups = part.map(({ start, end }) => text.slice(start, end).replace(NO_SYMBOLS, ""));
  const last = groups.pop()?.length ?? 0;
  const length = groups.reduce((sum, group) => sum + group.length, last);
  if (groups.length === 0 || length < SHORTEST_CODE || last > CODE_GROUP) return false;
  if (groups.some((group) => group.length !== CODE_GROUP)) return false;
  return /[0-9]/.test(text.slice(part[0]?.start, part.at(-1)?.end));
}

/**
 * Tell whether a long run begins as our codes do but for one sign.
 *
 * @param {string} run
 * @param {CodeShape | null} shape
 * @returns {boolean}
 */
function isNear(run, shape) {
  const bare = run.replace(NO_SYMBOLS, "");
  if (shape === null || bare.length > shape.longest + NEAR) return false;
  const own = readSymbols(shape.start) ?? [];
  const values = readSymbols(bare.slice(0, own.length));
  if (values === null || values.length < own.length) return false;
  return own.filter((value, place) => value === values[place]).length >= own.length - 1;
}
