/**
 * Opens what a saved mail has in base 64, and the words of its heads; other texts stay as they are.
 *
 * Quoted-printable parts are text already: `carriers` undoes them. A part that is no text stays
 * closed. Each line of a part stays a line.
 */

import { ROW_END } from "./carriers.js";
import { decodeText } from "./encodings.js";
import { foreignKind } from "./foreign_files.js";

const ENCODED_HEAD = "(Content-Transfer-Encoding:[ \\t]*base64[ \\t]*\\n(?:[^\\n]+\\n){0,50}\\n)";
const ENCODED_PART = new RegExp(`^${ENCODED_HEAD}([A-Za-z0-9+/=\\n]+)`, "gim");
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGIT_VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const DIGIT_BITS = 6;
// Words of a head that are no ASCII, or too long for a line: =?utf-8?Q?...?=
const WORD_START = "=\\?[0-9A-Za-z_-]{1,40}\\?";
const WORD_BODY = "[^? \\t\\n]{0,200}";
const ANY_WORD = `${WORD_START}[BbQq]\\?${WORD_BODY}\\?=`;
const HEAD_WORDS = new RegExp(`${ANY_WORD}(?:(?:[ \\t]|\\n[ \\t]){0,9}${ANY_WORD})*`, "g");
const HEAD_WORD = new RegExp(`${WORD_START}([BbQq])\\?(${WORD_BODY})\\?=`, "g");

/**
 * A text with its parts in base 64 opened.
 *
 * @param {string} text
 * @returns {string}
 */
export function openMail(text) {
  if (/base64/i.test(text)) text = text.replace(/\r\n?/g, "\n").replace(ENCODED_PART, openedPart);
  return text.includes("=?") ? text.replace(/\r\n?/g, "\n").replace(HEAD_WORDS, headWords) : text;
}

/**
 * @param {string} found
 * @returns {string} the words of a head in one piece; quoted signs are undone with all others
 */
function headWords(found) {
  const words = [...found.matchAll(HEAD_WORD)].map(([, kind = "", body = ""]) => {
    const isQuoted = kind.toUpperCase() === "Q";
    return isQuoted ? body.replaceAll("_", " ") : decodeText(bytesOfBase64(body)) ?? "";
  });
  return words.join("").replace(/[\r\n]+/g, ROW_END) + found.replace(/[^\n]+/g, "");
}

/**
 * @param {string} found
 * @param {string} head
 * @param {string} written
 * @returns {string}
 */
function openedPart(found, head, written) {
  const end = written.indexOf("\n\n");
  const body = end < 0 ? written : written.slice(0, end);
  const bytes = bytesOfBase64(body);
  const text = foreignKind(bytes, "") === null ? decodeText(bytes) : null;
  if (text === null) return found;
  const lines = body.replace(/[^\n]+/g, "");
  return head + text.replace(/[\r\n]+/g, ROW_END) + lines + written.slice(body.length);
}

/**
 * @param {string} body
 * @returns {Uint8Array}
 */
function bytesOfBase64(body) {
  const digits = body.replace(/[^A-Za-z0-9+/]+/g, "");
  const bytes = new Uint8Array(Math.floor((digits.length * DIGIT_BITS) / 8));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const digit of digits) {
    held = ((held << DIGIT_BITS) | (DIGIT_VALUES.get(digit) ?? 0)) & 0xffff;
    bits += DIGIT_BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes[place] = (held >> bits) & 0xff;
    place += 1;
  }
  return bytes;
}
