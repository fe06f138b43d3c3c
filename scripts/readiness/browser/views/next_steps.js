/** What to do with the result: advice with its reason, what to find out, what to keep. */

import { element } from "../element.js";
import { sentences } from "../sentences.js";
import { roleLabels, titleOf } from "./names.js";
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
    parts.push(adviceSection(questionnaire, result, answers, texts));
  }
  if (result.findOut.length > 0) parts.push(findOutSection(result, texts));
  // Where too few answers make an index, they do not say what is strong either.
  const isKnown = result.index !== null && result.strongest.length > 0;
  if (isKnown) parts.push(strongestSection(questionnaire, result));
  return parts;
}

/**
 * What this respondent can do, then what others have to: each list in the order of urgency.
 *
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function adviceSection(questionnaire, result, answers, texts) {
  const listOf = (/** @type {boolean} */ ask) =>
    result.advice
      .filter((line) => line.ask === ask)
      .map((line) => adviceLine(questionnaire, line, answers, texts));
  const [own, asked] = [listOf(false), listOf(true)];
  const isEmpty = own.length + asked.length === 0;
  const text = isEmpty ? sentences.adviceNone : sentences.adviceText;
  const made = section("rd-advice", sentences.adviceTitle, text, null);
  // Where nobody else has to act, one list needs no name of its own.
  const isSplit = asked.length > 0;
  if (own.length > 0) made.append(...adviceList("own", isSplit ? sentences.adviceOwnTitle : null, own));
  if (isSplit) made.append(...adviceList("ask", sentences.adviceAskTitle, asked));
  return made;
}

/**
 * @param {"own" | "ask"} whose
 * @param {string | null} title
 * @param {HTMLElement[]} lines
 * @returns {HTMLElement[]}
 */
function adviceList(whose, title, lines) {
  const list = element("ol", { "data-advice-list": whose }, ...lines);
  return title === null ? [list] : [element("h3", {}, title), list];
}

/**
 * @param {Questionnaire} questionnaire
 * @param {AdviceLine} line
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function adviceLine(questionnaire, line, answers, texts) {
  const { item, kind, reason } = line;
  const level = Number(answers.get(item));
  const what = element("p", { class: "rd-step-text" });
  const own = texts.part(item, kind);
  if (own === null) what.append(sentences.adviceGeneric, texts.part(item, `level-${level + 1}`) ?? "");
  else what.append(own);
  const asked = element("p", { class: "rd-small" }, texts.part(item, "question"), " ");
  asked.append(levelLine(sentences.youChose, texts.part(item, `level-${level}`)));
  const why = element("p", { class: "rd-reason" }, sentences.reason.get(reason) ?? "");
  const who = line.ask ? [whoLine(questionnaire, item)] : [];
  return element("li", { "data-advice": item, "data-reason": reason }, what, ...who, asked, why);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string} id
 * @returns {HTMLElement}
 */
function whoLine(questionnaire, id) {
  const by = questionnaire.items.find((item) => item.id === id)?.by ?? [];
  return element("p", { class: "rd-small" }, sentences.adviceBy(roleLabels(questionnaire, by)));
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
