/** Everything that may be told of one question: means, spread, gaps between roles, distribution. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { meanLine } from "./bars.js";
import { distributionView } from "./distribution.js";
import { figureText, gapText, hiddenWords, isTold, roleNames, toldFigure, toldTable } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../engine/types.js").Item} Item */

/**
 * Draw every question, theme by theme.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function itemsSection(told) {
  const themes = told.questionnaire.themes.map((theme) => {
    const items = theme.items.map((item) => itemReport(told, item));
    return element("section", {}, element("h4", {}, theme.title), ...items);
  });
  const { itemsTitle, itemsText } = reportWords;
  const title = element("h3", {}, itemsTitle);
  return element("section", { class: "rd-items" }, title, element("p", {}, itemsText), ...themes);
}

/**
 * @param {ToldReport} told
 * @param {Item} item
 * @returns {HTMLElement}
 */
function itemReport({ questionnaire, texts, report }, item) {
  const one = report.items[item.id];
  const title = element("h5", {}, texts.part(item.id, "question"));
  const view = element("section", { class: "rd-item-report", "data-item": item.id }, title);
  if (!isTold(one)) {
    view.append(element("p", {}, hiddenWords(reportWords.itemHidden)));
    return view;
  }
  const { mean, ad } = one;
  const figures = element(
    "div",
    {},
    meanLine(mean, isTold(ad) ? ad : null, item.levels),
    meansTable(questionnaire, one),
    spreadLine(one),
    ...gapLines(questionnaire, one),
  );
  const distribution = distributionView(questionnaire, texts, item.id, report);
  view.append(element("div", { class: "rd-beside" }, figures, distribution));
  return view;
}

/**
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any} one
 * @returns {HTMLElement}
 */
function meansTable(questionnaire, one) {
  const asked = [...roleNames(questionnaire)].filter(([id]) => Object.hasOwn(one.roles, id));
  const rows = asked.map(([id, name]) => meansRow(id, name, one.roles[id]));
  const body = element("tbody", {}, meansRow("", reportWords.everybody, one), ...rows);
  return toldTable("rd-means", reportWords.itemCaption, reportWords.itemColumns, body);
}

/**
 * @param {string} role
 * @param {string} label
 * @param {any} cell
 * @returns {HTMLElement}
 */
function meansRow(role, label, cell) {
  const head = element("th", { scope: "row" }, label);
  const hooks = { "data-role": role };
  if (!isTold(cell)) return element("tr", hooks, head, element("td", { colspan: 4 }, hiddenWords()));
  const { raters, mean, points, apart } = cell;
  const spread = reportWords.apart.get(apart);
  return element(
    "tr",
    hooks,
    head,
    element("td", {}, toldFigure("raters", raters)),
    element("td", {}, toldFigure("mean", mean)),
    element("td", {}, toldFigure("points", points)),
    element("td", {}, spread === undefined ? hiddenWords() : spread),
  );
}

/**
 * @param {any} one
 * @returns {HTMLElement}
 */
function spreadLine({ ad, r_wg: rWg, sd, apart }) {
  const line = element("p", { class: "rd-spread" }, reportWords.spreadLabel);
  const flag = reportWords.apartLong.get(apart);
  if (isTold(ad) && isTold(rWg)) {
    const reading = reportWords.readings[Math.round(10 * Number(rWg.shown))] ?? "";
    const parts = [reportWords.ad(figureText(ad)), reportWords.rWg(figureText(rWg), reading)];
    line.append([...parts, reportWords.sd(sd)].join(" "));
  } else {
    line.append(hiddenWords());
    line.append(flag === undefined ? "" : ".");
  }
  if (flag !== undefined) line.append(" ", element("strong", { "data-apart": String(apart) }, flag));
  return line;
}

/**
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any} one
 * @returns {HTMLElement[]}
 */
function gapLines(questionnaire, one) {
  if (Object.keys(one.roles).length < 2) return [];
  const list = gapList(questionnaire, one.gaps, reportWords.levels);
  return [element("div", { class: "rd-gaps" }, reportWords.gapsLabel, list)];
}

/**
 * The gaps between any two roles that may be told, or the words in their place.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any[]} gaps
 * @param {string} unit
 * @returns {HTMLElement}
 */
export function gapList(questionnaire, gaps, unit) {
  if (gaps.length === 0) return hiddenWords();
  const lines = gaps.map((gap) => {
    const flag = gap.flagged ? element("strong", {}, reportWords.largeGap) : null;
    const hooks = { "data-gap": gap.roles.join(" "), "data-flagged": String(gap.flagged) };
    return element("li", hooks, flag, flag && ": ", gapSentence(questionnaire, gap, unit));
  });
  return element("ul", {}, ...lines);
}

/**
 * One gap in words, with the labels of its roles.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any} gap
 * @param {string} unit
 * @returns {string}
 */
export function gapSentence(questionnaire, gap, unit) {
  const names = roleNames(questionnaire);
  const [one, other] = gap.roles.map((/** @type {string} */ id) => names.get(id) ?? id);
  return gapText(one, other, gap.gap, unit);
}
