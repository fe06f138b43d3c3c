/** The ways in which a team's report goes out. */

import { button, element } from "../../element.js";
import { reportCsv } from "../../group/report_csv.js";
import { handOut } from "../../exchange.js";
import { printableReport } from "../../team/printable.js";
import { reportWords } from "../../words_report.js";
import { agreedParts } from "./agreed.js";
import { drawReport } from "./report.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * Make the buttons; whatever goes out is what the next report is compared with.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement}
 */
export function outParts(page, team) {
  const { collection } = page;
  const { report, record } = collection.reportOf(team);
  const going = (/** @type {string} */ name, /** @type {() => void} */ hand) => {
    return button(name, () => {
      hand();
      collection.publish(team);
    });
  };
  const choices = [
    going(reportWords.print, () => window.print()),
    going(reportWords.printable, () => {
      handOut(reportWords.printableName, printable(page, team), "text/html");
    }),
    going(reportWords.csv, () => {
      // A spreadsheet knows UTF-8 by the mark at its beginning.
      handOut(reportWords.csvName, `\uFEFF${reportCsv(report)}`, "text/csv");
    }),
    button(reportWords.record, () => handOut(reportWords.recordName, JSON.stringify(record()))),
  ];
  const buttons = element("p", { class: "rd-choices" }, ...choices);
  const hint = element("p", { class: "rd-hint" }, reportWords.recordHint);
  return element("div", { class: "rd-out", "data-section": "out" }, buttons, hint);
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {string} the report, and what a meeting agreed on, as a page of its own
 */
function printable(page, team) {
  const { questionnaire, texts, collection, css } = page;
  const { report } = collection.reportOf(team);
  const day = new Date().toISOString().slice(0, 10);
  const agreedHere = page.decisions.of(team);
  const view = drawReport({ questionnaire, texts, team, report, asked: null, day, agreed: agreedHere });
  const [agreed] = agreedParts(page, team, report);
  return printableReport(agreed === undefined ? [view] : [view, agreed], team, css);
}
