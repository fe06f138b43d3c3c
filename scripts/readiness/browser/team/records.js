/** The record of a published group report, read from a file; what is no such record is none. */

import { RECORD_FORMAT } from "../engine/freeze.js";

/** @typedef {import("../engine/freeze.js").GroupRecord} GroupRecord */
/** @typedef {import("../engine/freeze.js").RecordRow} RecordRow */

/**
 * Read a record; null for anything else.
 *
 * @param {unknown} file what it holds
 * @returns {GroupRecord | null}
 */
export function readRecord(file) {
  if (typeof file !== "object" || file === null || !("format" in file)) return null;
  const { format, version, shown, people } = /** @type {Record<string, unknown>} */ (file);
  if (format !== RECORD_FORMAT || version !== 1) return null;
  if (!isTexts(shown) || !Array.isArray(people) || !people.every(isRow)) return null;
  return { format, version, shown, people };
}

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
function isTexts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/**
 * @param {unknown} value
 * @returns {value is RecordRow}
 */
function isRow(value) {
  return isTexts(value) && value.length === 3;
}
