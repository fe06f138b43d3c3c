/** What to do with the result: advice with its reason, what to find out, what to keep. */

import { element } from "../element.js";
import { sentences } from "../sentences.js";
import { titleOf } from "./names.js";
import { levelLine } from "./reasons.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Result} Result */
/** @typedef {import("../engine/types.js").AdviceLine} AdviceLine */
/** @typedef {import("../texts.js").Texts} Texts */
/** @typedef {Map<string, number | "dk" | "na">} Answers */

/**
 * Draw what comes next, as far as there is anything.
 *
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement[]}
 */
export function nextSteps(questionnaire, result, answers, texts) {
  const parts = [];
  // Without a verdict, no advice only means that too little is known.
  if (result.advice.length > 0 || result.verdict !== "none") {
    parts.push(adviceSection(result, answers, texts));
  }
  if (result.findOut.length > 0) parts.push(findOutSection(result, texts));
  // Where too few answers make an index, they do not say what is strong either.
  const isKnown = result.index !== null && result.strongest.length > 0;
  if (isKnown) parts.push(strongestSection(questionnaire, result));
  return parts;
}

/**
 * @param {Result} result
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function adviceSection(result, answers, texts) {
  const lines = result.advice.map((line) => adviceLine(line, answers, texts));
  const isEmpty = lines.length === 0;
  return section(
    "rd-advice",
    sentences.adviceTitle,
    isEmpty ? sentences.adviceNone : sentences.adviceText,
    isEmpty ? null : element("ol", {}, ...lines),
  );
}

/**
 * @param {AdviceLine} line
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function adviceLine(line, answers, texts) {
  const { item, kind, reason } = line;
  const level = Number(answers.get(item));
  const what = element("p", { class: "rd-step-text" });
  const own = texts.part(item, kind);
  if (own === null) what.append(sentences.adviceGeneric, texts.part(item, `level-${level + 1}`) ?? "");
  else what.append(own);
  const asked = element("p", { class: "rd-small" }, texts.part(item, "question"), " ");
  asked.append(levelLine(sentences.youChose, texts.part(item, `level-${level}`)));
  const why = element("p", { class: "rd-reason" }, sentences.reason.get(reason) ?? "");
  return element("li", { "data-advice": item, "data-reason": reason }, what, asked, why);
}

/**
 * @param {Result} result
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function findOutSection(result, texts) {
  const lines = result.findOut.map((item) =>
    element("li", { "data-find-out": item }, texts.part(item, "question")),
  );
  const list = element("ul", {}, ...lines);
  return section("rd-find-out", sentences.findOutTitle, sentences.findOutText, list);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @returns {HTMLElement}
 */
function strongestSection(questionnaire, result) {
  const lines = result.strongest.map((id) => element("li", {}, titleOf(questionnaire, id)));
  const list = element("ul", {}, ...lines);
  return section("rd-strongest", sentences.strongestTitle, sentences.strongestText, list);
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} text
 * @param {HTMLElement | null} list
 * @returns {HTMLElement}
 */
function section(name, title, text, list) {
  return element("section", { class: name }, element("h2", {}, title), element("p", {}, text), list);
}
