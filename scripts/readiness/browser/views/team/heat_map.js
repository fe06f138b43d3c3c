/** Themes by team as a map of coloured cells: the figure in each, and a mark besides its colour. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { verdictLabel } from "../names.js";
import { endsOf, hiddenWords, isTold, scrollRegion, toldInterval, toldTable } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {{title: string, report: any}} TeamReport */

const TONE_POINTS = 20;
const LAST_TONE = 4;

/**
 * Draw teams beside each other; one below the least number of people shows nothing.
 *
 * @param {Questionnaire} questionnaire
 * @param {import("../../texts.js").Texts} _texts
 * @param {TeamReport[]} teams
 * @returns {HTMLElement}
 */
export function teamsHeatMap(questionnaire, _texts, teams) {
  const { verdict, respondents, indexLabel, theme, teamsCaption, teamsTitle } = reportWords;
  const row = (/** @type {string} */ name, /** @type {(report: any) => HTMLElement} */ cell) => {
    const cells = teams.map(({ report }) => {
      return report.suppressed === null ? cell(report) : element("td", {}, hiddenWords());
    });
    return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
  };
  const verdictOf = (/** @type {any} */ report) => {
    const labels = report.verdict.map((/** @type {any} */ one) => verdictLabel(questionnaire, one));
    return labels.length === 1 ? labels[0] : reportWords.or(labels[0], labels[1]);
  };
  const rows = [
    row(verdict, (report) => element("td", {}, verdictOf(report))),
    row(respondents, (report) => element("td", { "data-figure": "respondents" }, String(report.respondents))),
    row(indexLabel, ({ index }) => heatCell("index", index)),
    ...questionnaire.themes.map(({ id, title }) => {
      return row(title, ({ themes }) => heatCell("score", Object.hasOwn(themes, id) ? themes[id] : null));
    }),
  ];
  const names = teams.map(({ title }) => element("bdi", {}, title));
  const table = toldTable("rd-heat rd-teams", teamsCaption, [theme, ...names], element("tbody", {}, ...rows));
  const region = scrollRegion(teamsTitle, table);
  return element("section", { "data-teams": true }, element("h2", {}, teamsTitle), region);
}

/**
 * A cell whose ground, and mark in the style sheet, follow from the figure that stands in it.
 *
 * @param {string} name
 * @param {import("./told.js").Interval | null} interval
 * @param {string} [unit]
 * @returns {HTMLElement}
 */
export function heatCell(name, interval, unit = "") {
  const tone = isTold(interval) ? heatTone(interval) : null;
  return element("td", { "data-tone": tone }, toldInterval(name, interval, unit));
}

/**
 * @param {import("./told.js").Interval} interval
 * @returns {number | null} null where it spans more than one
 */
function heatTone(interval) {
  const tones = endsOf(interval).map((end) => Math.min(LAST_TONE, Math.floor(Number(end) / TONE_POINTS)));
  const [low, high] = tones;
  return low === undefined || low !== high ? null : low;
}
