/** The way into the drawn report for tests: a payload and the JSON form of a report in. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { reportCsv } from "./group/report_csv.js";
import { printableReport } from "./team/printable.js";
import { teamsHeatMap } from "./views/team/heat_map.js";
import { reportView } from "./views/team/report.js";
import { roundsTable } from "./views/team/rounds_table.js";

/**
 * Draw reports one after the other into the page, as it prints them.
 *
 * @param {[any, any][]} told payloads and reports
 * @returns {{html: string, text: string, csv: string}[]} all that a reader gets of each
 */
export function drawAll(told) {
  return told.map(([payload, report]) => {
    const drawn = draw(payload, report);
    document.body.replaceChildren(drawn);
    return { html: drawn.outerHTML, text: drawn.innerText, csv: reportCsv(report) };
  });
}

/**
 * @param {any} payload
 * @param {any} report
 * @returns {HTMLElement}
 */
export function draw(payload, report) {
  const questionnaire = readQuestionnaire(payload);
  return reportView({ questionnaire, texts: plainTexts(), title: "Team", report });
}

/**
 * @param {any} payload
 * @param {any} before
 * @param {any} now
 * @returns {HTMLElement}
 */
export function drawRounds(payload, before, now) {
  return roundsTable(readQuestionnaire(payload), before, now);
}

/**
 * @param {any} payload
 * @param {{title: string, report: any}[]} teams
 * @returns {HTMLElement}
 */
export function drawTeams(payload, teams) {
  return teamsHeatMap(readQuestionnaire(payload), plainTexts(), teams);
}

/**
 * @param {Element[]} elements
 * @param {string} title
 * @param {string} css
 * @returns {string}
 */
export function printable(elements, title, css) {
  return printableReport(elements, title, css);
}

/** @returns {any} texts without a number */
function plainTexts() {
  return { part: (/** @type {string} */ _item, /** @type {string} */ part) => {
    return document.createTextNode(part === "question" ? "What about it?" : "A level");
  } };
}
