/** The way into the drawn report for tests: a payload and the JSON form of a report in. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { reportCsv } from "./group/report_csv.js";
import { printableReport } from "./team/printable.js";
import { meetingPicture } from "./views/team/meeting_picture.js";
import { teamsHeatMap } from "./views/team/heat_map.js";
import { drawReport } from "./views/team/report.js";
import { reportText } from "./views/team/report_text.js";
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
 * @param {any} [more] what the facilitator typed and agreed
 * @returns {any} a report to be drawn
 */
function toldReport(payload, report, more = {}) {
  const questionnaire = readQuestionnaire(payload);
  const agreed = new Map(Object.entries(more.agreed ?? {}));
  const typed = { team: "Team", asked: null, day: "2026-11-25", ...more };
  return { questionnaire, texts: plainTexts(), report, ...typed, agreed };
}

/**
 * @param {any} payload
 * @param {any} report
 * @param {any} [more]
 * @returns {HTMLElement}
 */
export function draw(payload, report, more) {
  return drawReport(toldReport(payload, report, more));
}

/**
 * @param {any} payload
 * @param {any} report
 * @param {any} [more]
 * @returns {string}
 */
export function text(payload, report, more) {
  return reportText(toldReport(payload, report, more));
}

/**
 * @param {any} payload
 * @param {any} report
 * @param {string} item
 * @returns {HTMLElement} what a meeting sees of it
 */
export function picture(payload, report, item) {
  return meetingPicture(readQuestionnaire(payload), report, item, null);
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
