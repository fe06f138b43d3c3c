/** A report worked out from the record of it that readers have; nobody's answers are at hand here. */

import { groupReport } from "../group/report.js";
import { reportJson } from "../group/report_json.js";
import { readRecord } from "../group/report_record.js";
import { agreedTables } from "./agreed_tables.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./one_team.js").Shown} Shown */

/**
 * @typedef {object} ToldReport
 * @property {string} day as in ISO 8601
 * @property {any} report what is told; see `reportJson`
 * @property {import("../group/told_tables.js").ToldTables} tables
 */

/**
 * @param {Questionnaire} questionnaire
 * @param {Shown} shown
 * @returns {ToldReport}
 */
export function toldReport(questionnaire, { record, outside, leftOut, otherEditions }) {
  const { day, tables } = readRecord(questionnaire, questionnaire.fingerprint, record);
  const whole = { ...tables, outside, leftOut, otherEditions };
  return { day, report: reportJson(questionnaire, groupReport(questionnaire, whole)), tables: whole };
}

/**
 * The same report with the levels that were agreed in place of what was told of these items.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldReport} told
 * @param {Map<string, number>} levels by item
 * @returns {any} as `reportJson` makes it
 */
export function agreedReport(questionnaire, { tables }, levels) {
  const agreed = agreedTables(questionnaire, tables, levels);
  return reportJson(questionnaire, groupReport(questionnaire, agreed));
}
