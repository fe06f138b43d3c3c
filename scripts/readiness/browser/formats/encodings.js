/**
 * Turns the bytes of a text file into text, whatever program wrote it.
 *
 * UTF-8, UTF-16 and UTF-32, each with its mark or without; every other text is read as Windows-1252,
 * in which each byte is a sign: codes are ASCII, so that any encoding of one byte reads them right.
 * Zeros at the end, with which disks fill up a file, do not count. Bytes that are no text are
 * refused.
 */

import { byteSigns, decodeUtf8 } from "../engine/utf8.js";

/**
 * @typedef {object} Wide an encoding of more than one byte a sign
 * @property {number[]} mark
 * @property {number[]} order where the bytes of a sign stand, the greatest first
 * @property {number[]} zeros which bytes are zero in Latin letters
 * @property {number} full which is not
 */

/** @type {Wide[]} */
const WIDE_ENCODINGS = [
  { mark: [0xff, 0xfe, 0, 0], order: [3, 2, 1, 0], zeros: [2, 3], full: 0 },
  { mark: [0, 0, 0xfe, 0xff], order: [0, 1, 2, 3], zeros: [0, 1], full: 3 },
  { mark: [0xff, 0xfe], order: [1, 0], zeros: [1], full: 0 },
  { mark: [0xfe, 0xff], order: [0, 1], zeros: [0], full: 1 },
];
const SAMPLE = 4096;
// A text of mostly Latin letters has zeros in nearly all of the bytes that others need.
const MANY_ZEROS = 0.4;
const FEW_ZEROS = 0.05;
const NEVER_IN_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g;
const MOST_CONTROLS = 0.02;
// What Windows-1252 has from 0x80 to 0x9f; five places are empty.
const FIRST_HALF = "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f";
const OTHER_HALF = "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";
const WINDOWS = FIRST_HALF + OTHER_HALF;
const CHUNK_SIGNS = 8192;
const GREATEST_POINT = 0x10ffff;

/**
 * The text of a file without its byte order mark; null where it is no text.
 *
 * @param {Uint8Array} bytes
 * @returns {string | null}
 */
export function decodeText(bytes) {
  const text = withoutFilling(decodedText(bytes));
  const controls = text.slice(0, SAMPLE).match(NEVER_IN_TEXT)?.length ?? 0;
  return controls > MOST_CONTROLS * Math.min(text.length, SAMPLE) ? null : text;
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutFilling(text) {
  let end = text.length;
  while (end > 0 && "\x00\x1a".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function decodedText(bytes) {
  const wide = WIDE_ENCODINGS.find((one) => isWide(bytes, one));
  if (wide !== undefined) return decodeWide(bytes, wide);
  const decoded = decodeUtf8(bytes);
  if (decoded !== null && !decoded.isCut) return decoded.text;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const signs = byteSigns(isMarked ? bytes.subarray(3) : bytes);
  return signs.replace(/[\x80-\x9f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
}

/**
 * Tell whether a text has the mark, or zeros where most signs have them and nowhere else.
 *
 * @param {Uint8Array} bytes
 * @param {Wide} wide
 * @returns {boolean}
 */
function isWide(bytes, { mark, order, zeros, full }) {
  if (mark.every((byte, at) => bytes[at] === byte)) return true;
  const signs = Math.floor(Math.min(SAMPLE, bytes.length) / order.length);
  const counts = order.map(() => 0);
  for (let at = 0; at < signs * order.length; at += 1) {
    const place = at % order.length;
    if (bytes[at] === 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  const isFull = (counts[full] ?? 0) <= FEW_ZEROS * signs;
  return isFull && zeros.every((at) => (counts[at] ?? 0) > MANY_ZEROS * signs);
}

/**
 * @param {Uint8Array} bytes
 * @param {Wide} wide
 * @returns {string}
 */
function decodeWide(bytes, { order }) {
  const size = order.length;
  const end = bytes.length - (bytes.length % size);
  let text = "";
  for (let at = 0; at < end; at += size * CHUNK_SIGNS) {
    let chunk = "";
    for (let sign = at; sign < Math.min(end, at + size * CHUNK_SIGNS); sign += size) {
      let value = 0;
      for (const place of order) value = value * 256 + (bytes[sign + place] ?? 0);
      chunk += size === 2 ? String.fromCharCode(value) : wholeSign(value);
    }
    text += chunk;
  }
  return text.replace(/^\ufeff/, "");
}

/**
 * @param {number} value
 * @returns {string}
 */
function wholeSign(value) {
  const isHalf = value >= 0xd800 && value <= 0xdfff;
  return value > GREATEST_POINT || isHalf ? "\ufffd" : String.fromCodePoint(value);
}
