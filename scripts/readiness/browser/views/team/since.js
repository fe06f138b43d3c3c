/** What a later report says of tables that stay as they were; why each one stays is not told. */

import { reportWords } from "../../words_report.js";
import { dayText } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../group/report_json.js").ToldReportJson} ToldReportJson */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */

/**
 * Say of which day the figures of a question are; null where they are of today.
 *
 * @param {Questionnaire} questionnaire
 * @param {ItemJson} told
 * @returns {string | null}
 */
export function sinceText({ group }, { since }) {
  return since === null ? null : reportWords.since(dayText(since), group.kMin);
}

/**
 * Say on how many questions an earlier table stays.
 *
 * @param {ToldReportJson} report
 * @returns {string[]} nothing where there is none
 */
export function earlierText({ items }) {
  const all = Object.values(items);
  const count = all.filter(({ since }) => since !== null).length;
  return count === 0 ? [] : [reportWords.earlier(count, all.length)];
}
