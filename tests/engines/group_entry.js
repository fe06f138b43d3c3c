/** The way into the browser's group reports for tests: JSON in, JSON out. */

import { mayPublish, recordOf } from "./freeze.js";
import { aggregate, openReport, protect } from "./group.js";
import { groupCsv } from "./group_csv.js";
import { groupJson } from "./group_json.js";
import { readQuestionnaire } from "./questionnaire.js";

/**
 * @param {string} payload
 * @param {string} members a list; the answers are pairs
 * @param {boolean} isOpen
 * @returns {string} the report as JSON and CSV, its record, who does not count
 */
export function report(payload, members, isOpen) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const group = aggregate(questionnaire, JSON.parse(members).map(memberFrom));
  const told = isOpen ? openReport(group) : protect(group);
  const left = group.gathered.left.map(({ name, fate, kept }) => [name, fate, kept]);
  const written = groupJson(questionnaire, told);
  return JSON.stringify({ report: written, left, csv: groupCsv(written), record: recordOf(group) });
}

/**
 * @param {string} before a record
 * @param {string} now
 * @param {number} kMin
 * @returns {string}
 */
export function freeze(before, now, kMin) {
  return JSON.stringify(mayPublish(JSON.parse(before), JSON.parse(now), kMin));
}

/**
 * @param {any} member
 * @returns {import("./gathering.js").Member}
 */
function memberFrom({ answers, ...member }) {
  return { ...member, answers: new Map(answers) };
}
