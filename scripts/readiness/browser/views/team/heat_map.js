/** Themes by role, and themes by team: coloured cells whose figure is in their text. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { verdictLabel } from "../names.js";
import { gapList } from "./item_report.js";
import { endsOf, hiddenWords, isTold, roleNames, scrollRegion, toldFigure, toldTable } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {{title: string, report: any}} TeamReport */

const TONE_POINTS = 20;
const LAST_TONE = 4;

/**
 * Draw the themes as each role sees them, with the gaps between any two.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement | null} null where there are no roles to compare
 */
export function rolesHeatMap({ questionnaire, report }) {
  const roles = [...roleNames(questionnaire)];
  if (roles.length < 2) return null;
  const bodies = questionnaire.themes.map((theme) => {
    const told = report.themes[theme.id];
    const cells = roles.map(([id]) => roleCell(told, id));
    const all = heatCell("score", told.score, { "data-role": "" });
    const list = gapList(questionnaire, told.gaps, reportWords.points);
    const gaps = element("td", { class: "rd-gaps", colspan: roles.length + 2 }, list);
    const figures = element("tr", {}, rowHead(theme.title), all, ...cells);
    return element("tbody", { "data-heat": theme.id }, figures, element("tr", {}, gaps));
  });
  const heads = [reportWords.theme, reportWords.everybodyHead, ...roles.map(([, name]) => name)];
  const table = toldTable("rd-heat", reportWords.heatCaption, heads, ...bodies);
  return element("section", {}, element("h3", {}, reportWords.heatTitle), table);
}

/**
 * @param {any} theme
 * @param {string} role
 * @returns {HTMLElement}
 */
function roleCell(theme, role) {
  const hooks = { "data-role": role };
  if (!Object.hasOwn(theme.roles, role)) return element("td", hooks, reportWords.none);
  return heatCell("score", theme.roles[role], hooks);
}

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
    return element("tr", {}, rowHead(name), ...cells);
  };
  const rows = [
    row(verdict, (report) => element("td", {}, verdictLabel(questionnaire, report.verdict))),
    row(respondents, (report) => element("td", { "data-figure": "respondents" }, String(report.respondents))),
    row(indexLabel, ({ index }) => heatCell("index", index)),
    ...questionnaire.themes.map(({ id, title }) => {
      return row(title, ({ themes }) => heatCell("score", Object.hasOwn(themes, id) ? themes[id].score : null));
    }),
  ];
  const names = teams.map(({ title }) => element("bdi", {}, title));
  const table = toldTable("rd-heat rd-teams", teamsCaption, [theme, ...names], element("tbody", {}, ...rows));
  const region = scrollRegion(teamsTitle, table);
  return element("section", { "data-teams": true }, element("h2", {}, teamsTitle), region);
}

/**
 * A cell whose ground follows from the figure that stands in it.
 *
 * @param {string} name
 * @param {any} figure
 * @param {Record<string, string>} [hooks]
 * @returns {HTMLElement}
 */
function heatCell(name, figure, hooks = {}) {
  const tone = isTold(figure) ? toneOf(figure) : null;
  return element("td", { ...hooks, "data-tone": tone }, toldFigure(name, figure));
}

/**
 * @param {import("./told.js").ToldFigure} figure
 * @returns {number | null} null where a range spans more than one
 */
function toneOf(figure) {
  const [low, high] = endsOf(figure).map((end) => Math.min(LAST_TONE, Math.floor(end / TONE_POINTS)));
  return low === undefined || low !== high ? null : low;
}

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
function rowHead(name) {
  return element("th", { scope: "row" }, name);
}
