/**
 * Turns the bytes of a text file into text, whatever program wrote it.
 *
 * UTF-8 and UTF-16, each with its mark or without; every other text is read as Windows-1252, in
 * which each byte is a sign: codes are ASCII, so that they are read right in any encoding of one
 * byte. Bytes that are no text are refused.
 */

import { byteSigns, decodeUtf8 } from "../engine/utf8.js";

const SAMPLE = 4096;
// A text in UTF-16 of mostly Latin letters has a zero in nearly every second byte.
const MANY_ZEROS = 0.4;
const FEW_ZEROS = 0.05;
const NEVER_IN_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g;
const MOST_CONTROLS = 0.02;
// What Windows-1252 has from 0x80 to 0x9f; five places are empty.
const FIRST_HALF = "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f";
const OTHER_HALF = "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";
const WINDOWS = FIRST_HALF + OTHER_HALF;
const CHUNK_SIGNS = 8192;

/**
 * The text of a file without its byte order mark; null where it is no text.
 *
 * @param {Uint8Array} bytes
 * @returns {string | null}
 */
export function decodeText(bytes) {
  const text = decodedText(bytes);
  const controls = text.slice(0, SAMPLE).match(NEVER_IN_TEXT)?.length ?? 0;
  return controls > MOST_CONTROLS * Math.min(text.length, SAMPLE) ? null : text;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function decodedText(bytes) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || isWide(bytes, 1)) return decodeWide(bytes, 1);
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || isWide(bytes, 0)) return decodeWide(bytes, 0);
  const decoded = decodeUtf8(bytes);
  if (decoded !== null && !decoded.isCut) return decoded.text;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const signs = byteSigns(isMarked ? bytes.subarray(3) : bytes);
  return signs.replace(/[\x80-\x9f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
}

/**
 * Tell whether every second byte is zero, from the place `zeros` on, and the others are not.
 *
 * @param {Uint8Array} bytes
 * @param {0 | 1} zeros
 * @returns {boolean}
 */
function isWide(bytes, zeros) {
  const length = Math.min(SAMPLE, bytes.length - (bytes.length % 2));
  const counts = [0, 0];
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  }
  const [expected = 0, other = 0] = zeros === 0 ? counts : counts.reverse();
  return expected > MANY_ZEROS * length / 2 && other <= FEW_ZEROS * length / 2;
}

/**
 * @param {Uint8Array} bytes
 * @param {0 | 1} high where the greater byte of each two stands
 * @returns {string}
 */
function decodeWide(bytes, high) {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2 * CHUNK_SIGNS) {
    const signs = [];
    const end = Math.min(bytes.length - 1, at + 2 * CHUNK_SIGNS);
    for (let place = at; place < end; place += 2) {
      signs.push(((bytes[place + high] ?? 0) << 8) | (bytes[place + 1 - high] ?? 0));
    }
    text += String.fromCharCode(...signs);
  }
  return text.replace(/^\ufeff/, "");
}
