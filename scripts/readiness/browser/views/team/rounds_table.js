/** Two reports of a group beside each other; a shift is told only where it is certain. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { endsOf, hiddenWords, isTold, scrollRegion, toldInterval, toldTable } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * Draw the index, dimensions and themes of an earlier report and of this one.
 *
 * @param {Questionnaire} questionnaire
 * @param {any} before a `GroupReportJson`
 * @param {any} now
 * @returns {HTMLElement}
 */
export function roundsTable(questionnaire, before, now) {
  const isSame = before.questionnaire.edition === now.questionnaire.edition;
  const row = (/** @type {string} */ name, /** @type {string} */ kind, /** @type {string} */ id) => {
    const [then, today] = [before, now].map((report) => scoreIn(report, kind, id));
    const cells = [toldInterval("then", then), toldInterval("now", today), shiftCell(then, today, isSame)];
    const hooks = { "data-shift": id === "" ? kind : `${kind} ${id}` };
    const head = element("th", { scope: "row" }, name);
    return element("tr", hooks, head, ...cells.map((cell) => element("td", {}, cell)));
  };
  const bodies = questionnaire.dimensions.map(({ id, title, themes }) => {
    const own = themes.map((theme) => row(theme.title, "themes", theme.id));
    return element("tbody", {}, row(title, "dimensions", id), ...own);
  });
  const first = element("tbody", {}, row(reportWords.indexLabel, "index", ""));
  const { shiftTitle, shiftCaption, shiftColumns, shiftOtherEdition } = reportWords;
  const table = toldTable("rd-shifts", shiftCaption, shiftColumns, first, ...bodies);
  const note = isSame ? null : element("p", {}, shiftOtherEdition);
  return element("section", {}, note, scrollRegion(shiftTitle, table));
}

/**
 * @param {any} report
 * @param {string} kind
 * @param {string} id
 * @returns {any} null where it is not told
 */
function scoreIn(report, kind, id) {
  if (report.suppressed !== null) return null;
  if (id === "") return report.index;
  return Object.hasOwn(report[kind], id) ? report[kind][id] : null;
}

/**
 * @param {any} then
 * @param {any} now
 * @param {boolean} isSameEdition
 * @returns {HTMLElement}
 */
function shiftCell(then, now, isSameEdition) {
  if (!isTold(then) || !isTold(now)) return hiddenWords();
  const text = isSameEdition ? shiftText(numbersOf(then), numbersOf(now)) : reportWords.none;
  return element("span", { "data-figure": "shift" }, text);
}

/**
 * @param {import("./told.js").Interval} interval
 * @returns {[number, number]}
 */
function numbersOf(interval) {
  const [low, high] = endsOf(interval);
  return [Number(low), Number(high)];
}

/**
 * @param {[number, number]} then
 * @param {[number, number]} now
 * @returns {string}
 */
function shiftText([thenLow, thenHigh], [nowLow, nowHigh]) {
  const isOne = thenLow === thenHigh && nowLow === nowHigh;
  if (isOne && thenLow === nowLow) return reportWords.shiftSame;
  if (nowLow > thenHigh) return reportWords.shiftUp(sizeText(nowLow - thenHigh, nowHigh - thenLow));
  if (nowHigh < thenLow) return reportWords.shiftDown(sizeText(thenLow - nowHigh, thenHigh - nowLow));
  return reportWords.shiftOpen;
}

/**
 * @param {number} least
 * @param {number} most
 * @returns {string}
 */
function sizeText(least, most) {
  return least === most ? String(least) : reportWords.to(String(least), String(most));
}
