/**
 * Undoes what carriers do to a text: mail programs, link filters, web pages, word processors.
 *
 * Decides nothing about answers. Every line stays a line, so that what is found can be named with
 * its line: SOFT_BREAK and WRAP stand where a carrier broke a line and count as line ends; ROW_END
 * ends a row of a table or a page and does not count. The time grows with the length of the text.
 */

import { ENTITIES } from "./entities.js";
import { latinLetters } from "./letters.js";

export const SOFT_BREAK = "\x1e";
export const WRAP = "\x1f";
export const ROW_END = "\v";
export const COUNTED_ENDS = /[\n\x1e\x1f]/g;
// An escape may hide another: a link inside a link inside a quoted mail.
export const UNDO_ROUNDS = 3;
const GREATEST_SIGN = 0x10ffff;

const SOFT_BREAKS = /(code)?=[ \t]{0,40}\n[>| \t]{0,40}([^ \t\n\v=]{0,200})/g;
const WRAPS = /(-[ \t]{0,40})\n[>| \t]{0,40}/g;
const BREAK = "(?:[\\n\\x1e][>| \\t]{0,40})?";
const BROKEN_PERCENT = /%([0-9A-Fa-f]?)\n[>| \t]{0,40}([0-9A-Fa-f]{1,2})/g;
const QUOTED_BYTE = `=[89A-Fa-f]${BREAK}[0-9A-Fa-f](?:\\x1e|\\n[>| \\t]{0,40}(?==))?`;
const QUOTED_SIGNS = new RegExp(`(code)?(=3[Dd]|=2[Dd]|=20|=09|(?:${QUOTED_BYTE})+)`, "g");
const DEFENDED_START = ["\\/", "v", "2", "\\/", "u", "r", "l", "\\?", "u", "="].join(BREAK);
const DEFENDED_REST = "((?:[^&<>\"\\n]|\\n[>| \\t]{0,40}){0,4000})";
const DEFENDED = new RegExp(DEFENDED_START + DEFENDED_REST, "g");
const DEFENDED_SIGN = new RegExp(`-(${BREAK})([0-9A-F])(${BREAK})([0-9A-F])`, "g");
const PERCENT_AGAIN = /%(?:25)+(?=[0-9A-Fa-f\n])/g;
const PERCENT_SIGNS = /(?:%[0-9A-Fa-f]{2}(?:\n[>| \t]{0,40}(?=%))?)+/g;
const AMPERSANDS = /&(?:amp;)+(?=#?[0-9A-Za-z]{2,20};)/g;
const BROKEN_ENTITY = /&([#0-9A-Za-z]{0,19})(\n[>| \t]{0,40})([#0-9A-Za-z]{0,19});/g;
const ENTITY = /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,20}));/g;
const ESCAPE = /\\u([0-9A-Fa-f]{4})|\\'([0-9A-Fa-f]{2})|\\(?:en|em)dash ?|\\[_~-]/g;
const BLOCK_NAMES = "br|p|div|td|th|tr|table|li|ul|ol|pre|blockquote|h[1-6]|row|cell";
const TAG_END = "(?:[\\n\\x1e][>| \\t]{0,40}[a-z]{0,9}/?>|[ \\t\\n\\x1e][^<>]{0,500}/?>|/?>)";
// A tag that is broken before its end: the sign is none of a quotation.
const TAG_BREAK = /(<[/a-zA-Z]{1,5})=\n>/g;
const BLOCK_TAG = new RegExp(`<${BREAK}/?${BREAK}(?:[a-z]{1,9}:)?(?:${BLOCK_NAMES})${TAG_END}`, "gi");
const COMMENT = "<!--[^<>]{0,500}-->|<!(?:--)?\\[[^<>]{0,99}\\](?:--)?>";
// A name of more signs may be a code; <https://...> is none either.
const INLINE_TAG = new RegExp(`<${BREAK}/?${BREAK}[a-z][a-z0-9:.-]{0,16}${TAG_END}|${COMMENT}`, "gi");
// What stands in a tag that may be a code, a link with one, or a saved response.
const CARRIES = /code=|(?:[0-9A-Za-z]{4}(?:[^0-9A-Za-z]|[ -]{2,5})){3}|[0-9A-Za-z]{18}|"[ \n]*:/;
const OTHER_SIGNS = /[^\x00-\x7f]/;
const ROW_ENDS = /[\x85\u2028\u2029]/g;
const DASH_SIGNS = "\\u02d7\\u058a\\u05be\\u1806\\u2010-\\u2015\\u2043\\u2212\\u2500\\u2501\\u2796";
const DASHES = new RegExp(`[${DASH_SIGNS}\\u2e3a\\u2e3b\\u3030\\u30fc\\ufe58\\ufe63\\uff0d\\uff70]`, "g");
const BLANKS = /[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const UNSEEN_PLAIN = "\\xad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f";
const UNSEEN = new RegExp(`[${UNSEEN_PLAIN}\\ufe00-\\ufe0f\\ufeff]`, "g");
const QUOTES = /[\u201c-\u201f\u2033\u275d\u275e\xab\xbb]/g;
// Letters in full width, and those in which chats write bold, slanted or like a typewriter.
const STYLED = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]/gu;
// A dash or a blank that was read in a wrong encoding: any signs between two groups of four.
const MISREAD = /([0-9A-Za-z]{4})[\x80-\ud7ff\ue000-\uffff]{1,8}[- "]{0,3}(?=[0-9A-Za-z])/g;
// What Windows-1252 has where UTF-8 has the middle of a character.
/** @type {Map<number, string>} */
const SINGLE = new Map([
  [0x96, "-"],
  [0x97, "-"],
  [0xa0, " "],
  [0xad, ""],
  [0x93, '"'],
  [0x94, '"'],
]);
const BETWEEN_SIGNS = /[\x1e\n>| \t]+/g;
const LAID_OUT = /[\t\n\v\f\r]+/g;
const CONTROLS = /[\x00-\x0a\x0c-\x1f]/;

/**
 * The text as it was before carriers had it, with as many lines.
 *
 * @param {string} text
 * @returns {string}
 */
export function undo(text) {
  const marked = text.replace(/[\x1e\x1f]/g, " ").replace(/\r\n?/g, "\n");
  let plain = marked.replace(/\f/g, ROW_END);
  for (let round = 0; round < UNDO_ROUNDS; round += 1) {
    const before = plain;
    // Tags last: a code behind escapes in a tag is not seen before.
    plain = withoutTags(withoutEncodings(plain));
    if (plain === before) break;
  }
  return plain.replace(WRAPS, `$1${WRAP}`);
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutEncodings(text) {
  let plain = text;
  for (let round = 0; round < UNDO_ROUNDS; round += 1) {
    const before = plain;
    plain = withoutEscapes(plainSigns(withoutEntities(plain)));
    if (plain === before) break;
  }
  return plain;
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutEntities(text) {
  if (!text.includes("&")) return text;
  const whole = text.replace(AMPERSANDS, "&").replace(BROKEN_ENTITY, "$2&$1$3;");
  return whole.replace(ENTITY, fromEntity);
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutEscapes(text) {
  if (text.includes("=")) {
    text = text.replace(TAG_BREAK, `$1>${SOFT_BREAK}`);
    text = text.replace(SOFT_BREAKS, softlyJoined).replace(QUOTED_SIGNS, fromQuoted);
  }
  if (text.includes("/")) text = text.replace(DEFENDED, fromDefended);
  if (text.includes("%")) {
    const once = text.replace(BROKEN_PERCENT, "\n%$1$2").replace(PERCENT_AGAIN, "%");
    text = once.replace(BROKEN_PERCENT, "\n%$1$2").replace(PERCENT_SIGNS, fromPercent);
  }
  if (text.includes("\\")) text = text.replace(ESCAPE, fromEscape);
  return text;
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutTags(text) {
  if (!text.includes("<")) return text;
  text = text.replace(BLOCK_TAG, (tag) => ROW_END + withoutTag(tag));
  text = text.replace(INLINE_TAG, withoutTag);
  return text;
}

/**
 * @param {string} text
 * @returns {string}
 */
function plainSigns(text) {
  if (!OTHER_SIGNS.test(text)) return text;
  const parted = text.replace(ROW_ENDS, ROW_END).replace(DASHES, "-").replace(BLANKS, " ");
  const seen = parted.replace(UNSEEN, "").replace(QUOTES, '"');
  const plain = seen.replace(STYLED, (sign) => sign.normalize("NFKC"));
  return latinLetters(plain).replace(MISREAD, "$1-");
}

/**
 * @param {string} found
 * @param {string | undefined} code "code=" at the end of a line is the end of a link
 * @param {string} next
 * @returns {string}
 */
function softlyJoined(found, code, next) {
  return code === undefined ? next + SOFT_BREAK : found;
}

/**
 * @param {string} found
 * @param {string | undefined} code behind "code=" stands a code, unless that is "code=3D"
 * @param {string} signs
 * @returns {string}
 */
function fromQuoted(found, code, signs) {
  if (code !== undefined && signs.toUpperCase() !== "=3D") return found;
  const bare = signs.replace(BETWEEN_SIGNS, "");
  return (code ?? "") + decodedSigns(bare.replaceAll("=", "%"), bare) + lineEndsOf(signs);
}

/**
 * @param {string} signs
 * @returns {string}
 */
function fromPercent(signs) {
  const bare = signs.replace(BETWEEN_SIGNS, "");
  return decodedSigns(bare, bare) + lineEndsOf(signs);
}

/**
 * What bytes stand for; as they were written where that cannot be seen.
 *
 * @param {string} percent the bytes as in an address
 * @param {string} written
 * @returns {string}
 */
function decodedSigns(percent, written) {
  const text = decodedBytes(percent).replace(LAID_OUT, ROW_END);
  return CONTROLS.test(text) ? written : text;
}

/**
 * @param {string} percent
 * @returns {string}
 */
function decodedBytes(percent) {
  try {
    return decodeURIComponent(percent);
  } catch {
    return percent.replace(/%(..)/g, (_, digits) => {
      const byte = Number.parseInt(digits, 16);
      return SINGLE.get(byte) ?? (byte < 0x7f ? String.fromCharCode(byte) : "?");
    });
  }
}

/**
 * The address with its signs as in other links; they are undone with those.
 *
 * @param {string} found
 * @param {string} address
 * @returns {string}
 */
function fromDefended(found, address) {
  const lines = found.slice(0, found.length - address.length).replace(/[^\n]+/g, "");
  return `${lines}/${address.replace(DEFENDED_SIGN, "$1$3%$2$4").replaceAll("_", "/")}`;
}

/**
 * @param {string} found
 * @param {string | undefined} decimal
 * @param {string | undefined} hex
 * @param {string | undefined} named
 * @returns {string}
 */
function fromEntity(found, decimal, hex, named) {
  if (named !== undefined) return ENTITIES.get(named.toLowerCase()) ?? found;
  return signOf(decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal), found);
}

/**
 * @param {string} found
 * @param {string | undefined} hex
 * @param {string | undefined} byte
 * @returns {string} quotes and backslashes stay, they mean something in JSON
 */
function fromEscape(found, hex, byte) {
  if (hex !== undefined) {
    const sign = signOf(Number.parseInt(hex, 16), found);
    return sign === '"' || sign === "\\" ? found : sign;
  }
  return byte === undefined ? "-" : SINGLE.get(Number.parseInt(byte, 16)) ?? found;
}

/**
 * @param {number} code
 * @param {string} written
 * @returns {string} as it was written where it is half a character or cannot be seen
 */
function signOf(code, written) {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return code < 0x20 || code > GREATEST_SIGN || isHalf ? written : String.fromCodePoint(code);
}

/**
 * @param {string} tag
 * @returns {string} its line ends; the tag where answers may stand in it
 */
function withoutTag(tag) {
  return CARRIES.test(tag.replace(COUNTED_ENDS, "")) ? tag : lineEndsOf(tag);
}

/**
 * @param {string} text
 * @returns {string}
 */
function lineEndsOf(text) {
  return text.replace(/[^\n]+/g, "") + text.replace(/[^\x1e]+/g, "");
}
