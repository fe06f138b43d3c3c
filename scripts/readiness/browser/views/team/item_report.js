/** Everything that is told of one question, folded by theme. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { blockName, shareOfBlock, upperHalf } from "./blocks.js";
import { distributionView } from "./distribution.js";
import { gapList } from "./gaps.js";
import { sinceText } from "./since.js";
import { reportFold, hiddenWords, intervalText, isTold, toldFigure, toldTable } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../engine/types.js").Item} Item */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */

/**
 * Draw every question, theme by theme.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function itemsFold(told) {
  const themes = told.questionnaire.themes.map(({ id, title, items }) => {
    const head = element("summary", {}, element("h4", {}, title), element("span", { class: "rd-fold-note" }, reportWords.questions(items.length)));
    return element("details", { class: "rd-theme", "data-items-of": id }, head, ...items.map((item) => itemReport(told, item)));
  });
  const { itemsTitle, itemsNote } = reportWords;
  return reportFold("items", itemsTitle, itemsNote(told.questionnaire.items.length), ...themes);
}

/**
 * @param {ToldReport} told
 * @param {Item} item
 * @returns {HTMLElement}
 */
function itemReport(told, item) {
  const { questionnaire, texts, report } = told;
  const one = report.items[item.id];
  const figures = element(
    "div",
    {},
    blocksTable(questionnaire, item.id, one),
    gapList(questionnaire, one.gaps),
    ...figureLines(one),
  );
  return element(
    "section",
    { class: "rd-item-report", "data-item": item.id, "data-told": one.told },
    element("h5", {}, texts.part(item.id, "question")),
    ...itemNotes(told, item.id, one),
    element("div", { class: "rd-beside" }, distributionView(questionnaire, texts, item.id, report), figures),
  );
}

/**
 * @param {ToldReport} told
 * @param {string} item
 * @param {ItemJson} one
 * @returns {HTMLElement[]} whether a must-have is met, what was agreed, and since when a table stands
 */
function itemNotes({ questionnaire, report, agreed }, item, one) {
  const notes = [];
  const state = report.gates[item];
  if (state !== undefined) notes.push(reportWords.mustHaveIs(reportWords.gateState.get(state) ?? state));
  const decision = agreed.get(item);
  if (decision !== undefined) notes.push(reportWords.agreedIs(decision.level));
  const since = sinceText(questionnaire, one);
  if (since !== null) notes.push(since);
  return notes.map((note) => element("p", { class: "rd-small" }, note));
}

/**
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {string} item
 * @param {ItemJson} one
 * @returns {HTMLElement}
 */
function blocksTable(questionnaire, item, one) {
  const meaning = upperHalf(questionnaire, item);
  const rows = Object.keys(one.blocks).map((block) => {
    const told = one.blocks[block] ?? null;
    const raters = toldFigure("raters", told?.raters);
    const share = meaning === null ? raters : shareOfBlock(told);
    const others = [one.dont_know[block], one.not_applicable[block]].map((count, place) => {
      return toldFigure(place === 0 ? "dont_know" : "not_applicable", count);
    });
    const head = element("th", { scope: "row" }, blockName(questionnaire, block));
    return element("tr", { "data-block": block }, head, ...[share, ...others].map((cell) => element("td", {}, cell)));
  });
  const { who, rated, dontKnow, doesNotApply, blocksCaption } = reportWords;
  const heads = [who, meaning ?? rated, dontKnow, doesNotApply];
  return toldTable("rd-blocks", blocksCaption, heads, element("tbody", {}, ...rows));
}

/**
 * @param {ItemJson} one
 * @returns {HTMLElement[]} mean, points and agreement, as far as they are told
 */
function figureLines(one) {
  if (!isTold(one.mean)) return [];
  const { mean, points, agreement } = reportWords;
  const line = element("p", { class: "rd-figures" });
  const add = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ text) => {
    line.append(line.childNodes.length === 0 ? "" : " · ", `${label} `, element("b", { "data-figure": name }, text));
  };
  add("mean", mean, intervalText(one.mean));
  add("points", points(0).replace(/^0 /, ""), isTold(one.points) ? intervalText(one.points) : reportWords.notShown);
  const word = agreement.get(one.agreement ?? "");
  line.append(" · ", `${reportWords.agreementLabel} `);
  line.append(word === undefined ? hiddenWords() : element("b", { "data-agreement": one.agreement }, word));
  if (one.ad === null) return [line];
  const spread = reportWords.spread(one.ad.shown, one.r_wg?.shown ?? null, one.sd);
  return [line, element("p", { class: "rd-small", "data-spread": true }, spread)];
}
