/** Questions and answers in the author's words. */

import { element } from "../../element.js";
import { answersWords } from "../../words_answers.js";

/** @typedef {import("../../texts.js").Texts} Texts */

/**
 * The question of an item; its id where the questionnaire of today has no such item.
 *
 * @param {Texts} texts
 * @param {string} item
 * @returns {Node}
 */
export function questionNode(texts, item) {
  return texts.part(item, "question") ?? document.createTextNode(item);
}

/**
 * An answer as the form words it.
 *
 * @param {Texts} texts
 * @param {string} item
 * @param {unknown} answer
 * @returns {Node}
 */
export function answerNode(texts, item, answer) {
  if (answer === null) return element("i", {}, answersWords.noAnswer);
  const worded = texts.part(item, `level-${String(answer)}`);
  if (typeof answer === "number" && worded !== null) return worded;
  const escapes = new Map([["dk", answersWords.dontKnow], ["na", answersWords.notApplicable]]);
  return document.createTextNode(escapes.get(String(answer)) ?? answersWords.level(answer));
}

/**
 * A list that unfolds.
 *
 * @param {string} what it shows
 * @param {Node[]} contents
 * @returns {HTMLElement}
 */
export function folded(what, contents) {
  const summary = element("summary", {}, answersWords.show(what));
  return element("details", { class: "rd-folded" }, summary, ...contents);
}
