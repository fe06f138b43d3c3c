/** What a group should talk about first, with the reasons in sentences. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { gapSentence } from "./item_report.js";
import { figureText, isTold, roleNames } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * Draw the list, in the order in which the report has it.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function talkSection({ questionnaire, texts, report }) {
  const lines = report.talk_first.map((/** @type {{item: string, reasons: string[]}} */ line) => {
    const { item, reasons } = line;
    const question = element("span", { class: "rd-talk-question" }, texts.part(item, "question"));
    const why = reasons.flatMap((reason) => whySentences(questionnaire, report.items[item], reason));
    const list = element("ul", {}, ...why.map((sentence) => element("li", {}, sentence)));
    return element("li", { "data-talk": item, "data-reasons": reasons.join(" ") }, question, list);
  });
  const title = element("h3", {}, reportWords.talkTitle);
  const view = element("section", { class: "rd-talk" }, title);
  if (lines.length === 0) view.append(element("p", {}, reportWords.talkNone));
  else view.append(element("p", {}, reportWords.talkText), element("ol", {}, ...lines));
  return view;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {any} one the item as it may be told
 * @param {string} reason
 * @returns {string[]}
 */
function whySentences(questionnaire, one, reason) {
  const { talk, levels } = reportWords;
  switch (reason) {
    case "gate_failed":
      return [talk.gate_failed];
    case "gate_dont_know":
      return [talk.gate_dont_know];
    case "apart":
      return apartSentences(questionnaire, one);
    case "gap": {
      const flagged = one.gaps.filter((/** @type {any} */ gap) => gap.flagged);
      const gaps = flagged.map((/** @type {any} */ gap) => gapSentence(questionnaire, gap, levels));
      return [talk.gap(gaps.join("; "))];
    }
    default:
      return [talk.dont_know(figureText(one.dont_know_share, "%"))];
  }
}

/**
 * @param {Questionnaire} questionnaire
 * @param {any} one
 * @returns {string[]}
 */
function apartSentences(questionnaire, one) {
  const { talk } = reportWords;
  if (one.apart === true) return [isTold(one.ad) ? talk.apartBy(figureText(one.ad)) : talk.apart];
  const own = [...roleNames(questionnaire)].filter(([id]) => {
    return Object.hasOwn(one.roles, id) && one.roles[id].apart === true;
  });
  return own.map(([, name]) => talk.apartIn(name));
}
