/** The way into the browser's group reports for tests: JSON in, JSON out. */

import { aggregate, openReport, protect } from "./group.js";
import { groupJson } from "./group_json.js";
import { readQuestionnaire } from "./questionnaire.js";

/**
 * @param {string} payload
 * @param {string} members a list; the answers are pairs
 * @param {boolean} isOpen
 * @returns {string} the report, and who does not count
 */
export function report(payload, members, isOpen) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const group = aggregate(questionnaire, JSON.parse(members).map(memberFrom));
  const told = isOpen ? openReport(group) : protect(group);
  const left = group.gathered.left.map(({ name, fate, kept }) => [name, fate, kept]);
  return JSON.stringify({ report: groupJson(questionnaire, told), left });
}

/**
 * @param {any} member
 * @returns {import("./gathering.js").Member}
 */
function memberFrom({ answers, ...member }) {
  return { ...member, answers: new Map(answers) };
}
