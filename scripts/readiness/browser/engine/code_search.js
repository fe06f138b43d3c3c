/**
 * Finds response codes in any text out of which `carriers.undo` has taken what carriers put in.
 *
 * A code of the questionnaire's own edition is known by its start and its length, whatever stands
 * between its symbols or is glued to its ends; the checksum decides. Other codes are known by their
 * groups. What still looks like a code is found too, with the reason why it is none: nothing that
 * looks like ours is passed over. The time grows with the length of the text.
 */

import { NO_SYMBOLS, WIDEST, beginningOf, otherCodes, wholeCode } from "./code_groups.js";
import { CODE_GROUP, LOOK_ALIKES, isWhole, readSymbols, writeGroups } from "./code_symbols.js";
import { lengthOfCode } from "./response_code.js";

/** @typedef {import("./response_code.js").CodeShape} CodeShape */
/** @typedef {import("./code_groups.js").FoundCode} FoundCode */
/** @typedef {import("./code_groups.js").NamedReason} NamedReason */

// What may stand between two symbols: signs of punctuation, blanks, line ends; never a letter.
const ASCII_BETWEEN = "\\x00-\\/:-@\\[-\\x60{-\\x7f";
const BETWEEN = `[${ASCII_BETWEEN}\\xa1-\\xbf\\u2010-\\u2027\\u2030-\\u205e\\u2500-\\u259f]`;
const TOKEN = new RegExp(`${BETWEEN}{0,${WIDEST}}([0-9A-Za-z]{1,${WIDEST}})`, "y");
// A hyphen, a line end behind a hyphen, and one that a mail program put anywhere.
const BEGUN_RUN = /^[0-9A-Za-z\x1e]+(?:[-\x1f]+[0-9A-Za-z\x1e]+)*/;
const BEGINS_CODE = /^[1IiLl]/;
const FAR = 4;
const LONGEST_START = 5 * (WIDEST + 1);

/**
 * The codes inside a text in their order, and whatever looks like one. A code that a carrier
 * doubled, as a link and its words, is found once.
 *
 * @param {string} text
 * @param {CodeShape | null} shape
 * @param {number} [from]
 * @param {number} [until] where what is found must begin before; it may end behind
 * @returns {FoundCode[]}
 */
export function findCodes(text, shape, from = 0, until = text.length) {
  const all = [];
  let at = from;
  /** @type {FoundCode | null} */
  let last = null;
  for (const found of shape === null ? [] : ownCodes(text, shape, from, until)) {
    addAll(all, otherCodes(text, at, found.start, shape, true));
    at = Math.max(at, found.end);
    if (last === null || !isDoubled(text, last, found)) all.push(found);
    last = found;
  }
  addAll(all, otherCodes(text, at, until, shape, false));
  return all;
}

/**
 * @param {FoundCode[]} all
 * @param {FoundCode[]} more however many
 */
function addAll(all, more) {
  for (const one of more) all.push(one);
}

/**
 * @param {string} text
 * @param {FoundCode} last
 * @param {FoundCode} found
 * @returns {boolean}
 */
function isDoubled(text, last, found) {
  const isSame = last.reason === found.reason && last.text === found.text;
  return isSame && !text.slice(last.end, found.start).includes("\n");
}

/**
 * @param {string} text
 * @param {CodeShape} shape
 * @param {number} from
 * @param {number} until
 * @returns {FoundCode[]} what begins like a code of the questionnaire's own edition
 */
function ownCodes(text, shape, from, until) {
  const pattern = startPattern(shape.start);
  const found = [];
  // Only what begins before `until` is looked for: a long text is searched once, not once a piece.
  const near = text.slice(from, until + LONGEST_START);
  for (let start = pattern.exec(near); start !== null; start = pattern.exec(near)) {
    const place = from + start.index;
    if (place >= until) break;
    const first = place + start[0].length;
    const one = ownCode(text, place, shape) ?? damagedCode(text, place, first, shape);
    found.push(one);
    pattern.lastIndex = one.end - from;
  }
  return found;
}

/**
 * @param {string} start
 * @returns {RegExp}
 */
function startPattern(start) {
  const signs = [...start].map((symbol) => `[${waysOf(symbol)}]`);
  return new RegExp(signs.join(`${BETWEEN}{0,${WIDEST}}`), "g");
}

/**
 * @param {string} symbol
 * @returns {string} the signs by which it may be written
 */
function waysOf(symbol) {
  const likes = LOOK_ALIKES.filter(([, value]) => String(value) === symbol);
  return [symbol, ...likes.map(([sign]) => String(sign))]
    .map((sign) => sign + sign.toLowerCase())
    .join("");
}

/**
 * @param {string} text
 * @param {number} start
 * @param {CodeShape} shape
 * @returns {FoundCode | null} the code that begins here if its checksum is right
 */
function ownCode(text, start, shape) {
  const { signs, end } = signsFrom(text, start, shape);
  const values = readSymbols(signs);
  if (values !== null && values.length === lengthOfCode(shape, values) && isWhole(values)) {
    return { start, end, text: writeGroups(values), reason: null };
  }
  return wholeCode(text, start, runEnd(text, start, shape));
}

/**
 * @param {string} text
 * @param {number} start
 * @param {CodeShape} shape
 * @returns {number} where a run of groups ends; of a very long one a place well behind a code
 */
function runEnd(text, start, shape) {
  const far = text.slice(start, start + FAR * shape.longest);
  return start + (BEGUN_RUN.exec(far)?.[0].length ?? 0);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {CodeShape} shape
 * @returns {{signs: string, end: number}} as many signs as a code has that begins here
 */
function signsFrom(text, start, shape) {
  let signs = "";
  let needed = shape.head;
  let end = start;
  while (signs.length < needed) {
    const token = tokenAt(text, end);
    if (token === null) break;
    signs += token.signs;
    end = token.end;
    if (needed === shape.head && needed <= signs.length) {
      needed = lengthOfCode(shape, readSymbols(signs.slice(0, needed)) ?? []);
    }
  }
  return { signs: signs.slice(0, needed), end: end - Math.max(0, signs.length - needed) };
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {{signs: string, start: number, end: number} | null} the next signs, near by
 */
function tokenAt(text, at) {
  TOKEN.lastIndex = at;
  const signs = TOKEN.exec(text)?.[1];
  if (signs === undefined) return null;
  return { signs, start: TOKEN.lastIndex - signs.length, end: TOKEN.lastIndex };
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} first where its first symbols end
 * @param {CodeShape} shape
 * @returns {FoundCode} what begins like a code and is none; it ends where the next one begins
 */
function damagedCode(text, start, first, shape) {
  const pattern = startPattern(shape.start);
  const behind = Math.max(first, runEnd(text, start, shape));
  const following = pattern.exec(text.slice(first, behind));
  const room = shape.longest - (behind - start);
  const end = following ? first + following.index : extended(text, behind, room, shape);
  const signs = text.slice(start, end).replace(NO_SYMBOLS, "");
  return { start, end, text: beginningOf(text, start, end), reason: faultOf(signs, shape) };
}

/**
 * @param {string} signs of what begins like a code
 * @param {CodeShape} shape
 * @returns {NamedReason}
 */
function faultOf(signs, shape) {
  if (readSymbols(signs) === null) return "wrong_sign";
  return signs.length < shape.shortest ? "cut_off" : "damaged";
}

/**
 * @param {string} text
 * @param {number} end
 * @param {number} room
 * @param {CodeShape} shape
 * @returns {number} the end of the groups that still belong to a broken code, on other lines too
 */
function extended(text, end, room, shape) {
  const pattern = new RegExp(startPattern(shape.start).source, "y");
  for (let left = room; left > 0; ) {
    const token = tokenAt(text, end);
    if (token === null || !goesOn(text, end, token)) break;
    pattern.lastIndex = token.start;
    if (pattern.test(text)) break;
    left -= token.signs.length;
    end = token.end;
  }
  return end;
}

/**
 * Tell whether a group goes on with a code: after its hyphen, or before one of its own.
 *
 * @param {string} text
 * @param {number} end
 * @param {{signs: string, end: number}} token
 * @returns {boolean}
 */
function goesOn(text, end, token) {
  const { signs } = token;
  const isStart = signs.length === CODE_GROUP && BEGINS_CODE.test(signs);
  const isBeforeHyphen = isHyphen(text, token.end);
  if (isHyphen(text, end)) return signs.length <= CODE_GROUP && !(isStart && isBeforeHyphen);
  return isBeforeHyphen && signs.length <= CODE_GROUP && !isStart;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {boolean}
 */
function isHyphen(text, at) {
  return text[at] === "-" || text[at] === "\x1f";
}
