/** Why something was not taken, in words. */

import { answersWords } from "../../words_answers.js";

/**
 * Say why, and that nothing has changed.
 *
 * @param {import("../../bringing.js").Refused} read
 * @returns {string}
 */
export function refusalText({ outcome, place, found }) {
  const sentence = answersWords.refused.get(outcome);
  return `${sentence?.(place, found) ?? outcome} ${answersWords.unchanged}`;
}
