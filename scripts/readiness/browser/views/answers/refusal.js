/** Why something was not taken, in words. */

import { answersWords } from "../../words_answers.js";
import { refusedWords } from "../../words_refused.js";
import { questionNode } from "./answer_words.js";

/**
 * Say why, and that nothing has changed.
 *
 * @param {import("../../bringing.js").Refused} read
 * @param {import("../../texts.js").Texts} texts
 * @returns {string}
 */
export function refusalText({ outcome, place, found }, texts) {
  const isQuestion = outcome === "bad-answer" && place !== null;
  const named = isQuestion ? questionNode(texts, place).textContent?.trim() : place;
  const sentence = refusedWords.get(outcome);
  return `${sentence?.(named ?? null, found) ?? outcome} ${answersWords.unchanged}`;
}
