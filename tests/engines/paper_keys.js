/** The way to what a key on a paper sheet says, for tests. */

import { answerOfKey } from "./team/sheets.js";

/**
 * @param {number} levels
 * @param {string} keys
 * @returns {string} the answer of each key as JSON, null where it gives none
 */
export function answersOf(levels, keys) {
  const item = /** @type {any} */ ({ levels, allowNa: true });
  return JSON.stringify([...keys].map((key) => answerOfKey(item, key) ?? null));
}
