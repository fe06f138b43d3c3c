/**
 * Writes files: the same content always gives the same bytes, with two spaces for each level.
 * Keys stand in the order of the Map; half characters, which no file can hold, become U+FFFD.
 */

import { WrittenNumber } from "./strict_json.js";

const MOST_SHOWN = 60;

/**
 * Write a value of Maps, lists, texts, whole numbers, true, false and null, as lines of JSON.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function writeJson(value) {
  return `${valueText(value, "\n")}\n`;
}

/**
 * Show a value of a file in a message: on one line and short.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function shownValue(value) {
  const text = value === undefined ? "" : valueText(value, "");
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 3)}...`;
}

/**
 * @param {unknown} value
 * @param {string} line a line end and the indentation of this level; nothing puts all on one line
 * @returns {string}
 */
function valueText(value, line) {
  const inner = line && `${line}  `;
  if (value instanceof WrittenNumber) return value.text;
  if (Array.isArray(value)) {
    return enclosed("[", value.map((one) => valueText(one, inner)), "]", line);
  }
  if (value instanceof Map) {
    const pairs = [...value].map(([key, one]) => `${textOf(key)}: ${valueText(one, inner)}`);
    return enclosed("{", pairs, "}", line);
  }
  return typeof value === "string" ? textOf(value) : JSON.stringify(value);
}

/**
 * @param {string} open
 * @param {string[]} parts
 * @param {string} close
 * @param {string} line
 * @returns {string}
 */
function enclosed(open, parts, close, line) {
  if (parts.length === 0) return open + close;
  const inner = line && `${line}  `;
  return `${open}${inner}${parts.join(line ? `,${inner}` : ", ")}${line}${close}`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function textOf(text) {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
