/**
 * Finds response codes in any text: a chat, an e-mail, the cells of a table.
 *
 * Decides only what is worth decoding; `response_code` says what each one holds or why it is
 * refused. The time grows with the length of the text, whatever stands in it.
 */

import { CODE_BLANKS, CODE_GROUP, CODE_HYPHENS, isWhole, readSymbols } from "./code_symbols.js";
import { SHORTEST_CODE } from "./response_code.js";

const STRETCH = new RegExp(`[0-9A-Za-z${CODE_HYPHENS}${CODE_BLANKS}]+`, "g");
const RUN = new RegExp(`[0-9A-Za-z]+(?:[${CODE_HYPHENS}]+[0-9A-Za-z]+)*`, "g");
const HYPHEN = new RegExp(`[${CODE_HYPHENS}]+`);
const WITHOUT_EDGES = /[0-9A-Za-z].*[0-9A-Za-z]/;
// Mail programs break lines after a hyphen, and put ">" before the lines of a quoted mail.
const WRAP = new RegExp(`([${CODE_HYPHENS}])[${CODE_BLANKS}]*\\r?\\n[>${CODE_BLANKS}]*`, "g");

/**
 * The codes inside a text in their order; everything else is passed over.
 *
 * A run of groups of four is taken for a code even where it is damaged, so that it can be named.
 * Other groupings are codes where the checksum is right; with blanks only on their own in a line
 * or cell.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function findCodes(text) {
  const stretches = text.replace(WRAP, "$1").match(STRETCH) ?? [];
  return stretches.flatMap((stretch) => {
    if (isCode(stretch)) return stretch.match(WITHOUT_EDGES) ?? [];
    return (stretch.match(RUN) ?? []).filter((run) => isCode(run) || looksLikeCode(run));
  });
}

/**
 * @param {string} text
 * @returns {boolean}
 */
function isCode(text) {
  const values = readSymbols(text);
  return values !== null && values.length >= SHORTEST_CODE && isWhole(values);
}

/**
 * Tell whether a run is grouped as codes are written, whatever it holds.
 *
 * @param {string} run
 * @returns {boolean}
 */
function looksLikeCode(run) {
  const lengths = run.split(HYPHEN).map((group) => group.length);
  const last = lengths.pop() ?? 0;
  const all = lengths.reduce((sum, length) => sum + length, last);
  const isGrouped = lengths.every((length) => length === CODE_GROUP) && last <= CODE_GROUP;
  return isGrouped && all >= SHORTEST_CODE;
}
