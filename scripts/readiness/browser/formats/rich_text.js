/**
 * Opens a document in rich text: its signs for layout go, so that a code they stand in is whole.
 *
 * Every other text stays as it is. A line of the file stays a line.
 */

import { ROW_END } from "./carriers.js";

const RICH_START = /^[ \t\r\n]{0,99}\{\\rtf/;
const NUMBERED = "\\\\u(-?[0-9]{1,5})(?: ?\\\\'[0-9A-Fa-f]{2}| ?\\?)?";
const LAYOUT = "\\\\([a-z]{1,32})(?:-?[0-9]{1,10})? ?";
const RICH_SIGN = new RegExp(`${NUMBERED}|${LAYOUT}|\\\\([{}\\\\])|\\\\\\*|[{}]`, "g");
const RICH_ROWS = ["par", "line", "row", "cell", "tab", "page", "sect"];
const RICH_DASHES = ["endash", "emdash"];
const ALL_SIGNS = 0x10000;

/**
 * The words of a document in rich text; `carriers` undoes its single bytes.
 *
 * @param {string} text
 * @returns {string}
 */
export function openRichText(text) {
  return RICH_START.test(text) ? text.replace(RICH_SIGN, plainSign) : text;
}

/**
 * @param {string} _
 * @param {string | undefined} numbered
 * @param {string | undefined} layout
 * @param {string | undefined} written
 * @returns {string}
 */
function plainSign(_, numbered, layout, written) {
  if (numbered !== undefined) {
    const code = (Number(numbered) + 2 * ALL_SIGNS) % ALL_SIGNS;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return isHalf || code < 0x20 ? "" : String.fromCharCode(code);
  }
  if (layout === undefined) return written ?? "";
  if (RICH_ROWS.includes(layout)) return ROW_END;
  return RICH_DASHES.includes(layout) ? "-" : "";
}
