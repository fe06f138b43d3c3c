/** The report of each team, as readers may see it, and the ways in which it goes out. */

import { button, element } from "../../element.js";
import { groupCsv } from "../../engine/group_csv.js";
import { mayPublish } from "../../engine/freeze.js";
import { handOut } from "../../exchange.js";
import { reportWords } from "../../words_report.js";
import { reportView } from "./report.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/collection.js").GroupReport} GroupReport */

/**
 * Make the section.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function reportSection(page) {
  const section = element("section", { "data-section": "report", hidden: true });
  page.collection.listen(() => {
    const teams = [...page.collection.teams.keys()];
    section.hidden = teams.length === 0;
    section.replaceChildren(...teams.flatMap((team) => teamParts(page, team)));
  });
  return section;
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @returns {HTMLElement[]}
 */
function teamParts(page, team) {
  const { collection, questionnaire, texts } = page;
  const group = collection.reportOf(team);
  const view = reportView({ questionnaire, texts, title: team, report: group.report });
  return [view, outParts(page, team, group)];
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {GroupReport} group
 * @returns {HTMLElement}
 */
function outParts({ collection, questionnaire }, team, { report, record }) {
  const before = collection.teams.get(team)?.published ?? null;
  const { kMin } = questionnaire.group;
  const { allowed, changed } = before === null ? { allowed: true, changed: 0 } : mayPublish(before, record(), kMin);
  const warning = allowed ? null : element("p", { class: "rd-notice rd-warning", role: "alert" },
    reportWords.tooFewNew(changed, kMin));
  const out = (/** @type {() => void} */ hand) => () => {
    hand();
    collection.publish(team);
  };
  const csv = button(reportWords.csv, out(() => {
    handOut(reportWords.csvName, groupCsv(report), "text/csv");
  }));
  const print = button(reportWords.print, out(() => window.print()));
  const keep = button(reportWords.record, () => {
    handOut(reportWords.recordName, JSON.stringify(record()), "application/json");
  });
  const choices = element("p", { class: "rd-choices" }, csv, print, keep);
  return element("div", { class: "rd-out" }, warning, choices);
}
