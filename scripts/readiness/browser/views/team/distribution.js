/** How often each level of an item was chosen: a bar and its table, or why neither is told. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { divergingBar } from "./bars.js";
import { hiddenWords, isTold, toldFigure, toldTable } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../texts.js").Texts} Texts */

/**
 * Draw how the answers to one item lie.
 *
 * @param {Questionnaire} questionnaire
 * @param {Texts} texts
 * @param {string} itemId
 * @param {any} report as `groupJson` makes it
 * @returns {HTMLElement}
 */
export function distributionView(questionnaire, texts, itemId, report) {
  const view = element("div", { class: "rd-distribution", "data-distribution": itemId });
  const item = questionnaire.items.find(({ id }) => id === itemId);
  const told = report.suppressed === null ? report.items[itemId] : null;
  if (item === undefined || !isTold(told) || told.distribution === null) {
    view.append(element("p", {}, hiddenWords(reportWords.noDistribution)));
    if (isTold(told)) view.append(element("p", {}, `${reportWords.dontKnow}: `, unknownOf(told)));
    return view;
  }
  const labels = questionnaire.scales.get(item.scale)?.labels ?? [];
  const rows = told.distribution.map((/** @type {number} */ count, /** @type {number} */ place) => {
    const name = `${place + 1} ${labels[place] ?? ""}`;
    return levelRow(name, texts.part(itemId, `level-${place + 1}`), count);
  });
  const unknown = element(
    "tr",
    { class: "rd-apart" },
    element("th", { scope: "row" }, reportWords.dontKnow),
    element("td", {}, unknownOf(told)),
  );
  const body = element("tbody", {}, ...rows);
  const foot = element("tbody", {}, unknown);
  const { distributionCaption: caption, distributionColumns: heads } = reportWords;
  view.append(divergingBar(told.distribution), toldTable("rd-level-counts", caption, heads, body, foot));
  return view;
}

/**
 * @param {string} name
 * @param {Node | null} text
 * @param {number} count
 * @returns {HTMLElement}
 */
function levelRow(name, text, count) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name, element("span", { class: "rd-small" }, text)),
    element("td", { "data-figure": "count" }, String(count)),
  );
}

/**
 * @param {any} told
 * @returns {HTMLElement}
 */
function unknownOf(told) {
  return toldFigure("dont_know_share", told.dont_know_share, "%");
}
