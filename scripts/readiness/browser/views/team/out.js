/** The ways in which a team's report goes out; all of it is in the record that was written before. */

import { button, element } from "../../element.js";
import { handOut } from "../../exchange.js";
import { reportCsv } from "../../group/report_csv.js";
import { printableReport } from "../../team/printable.js";
import { reportWords } from "../../words_report.js";
import { copyButton } from "./report_copy.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/told_report.js").ToldReport} ToldReport */

/**
 * Make the buttons.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {ToldReport} told
 * @param {() => HTMLElement} draw the report once more, for the file
 * @param {() => string} write its summary
 * @returns {HTMLElement}
 */
export function outParts({ collection, said, css }, team, { report }, draw, write) {
  const copied = element("div", {});
  const choices = [
    copyButton(said, copied, write),
    button(reportWords.print, () => window.print()),
    button(reportWords.printable, () => {
      handOut(reportWords.printableName, printableReport([draw()], team, css), "text/html");
    }),
    button(reportWords.csv, () => {
      // A spreadsheet knows UTF-8 by the mark at its beginning.
      handOut(reportWords.csvName, `\uFEFF${reportCsv(report)}`, "text/csv");
    }),
    button(reportWords.record, () => {
      handOut(reportWords.recordName, `${JSON.stringify(collection.team(team).shown?.record)}\n`);
    }, { "data-action": "save-record" }),
  ];
  const hint = element("p", { class: "rd-hint" }, reportWords.recordHint);
  return element("div", { class: "rd-out", "data-section": "out" }, element("p", { class: "rd-choices" }, ...choices), copied, hint);
}
