/** The way into the browser's group reports for tests: JSON in, JSON out. */

import { mayPublish, recordOf } from "./freeze.js";
import { preparer, restorePerson, shortPerson } from "./gathering.js";
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
  const group = aggregate(questionnaire, peopleFrom(questionnaire, JSON.parse(members)));
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
 * Made ready, written in short and restored: what a tab has kept counts the same.
 *
 * @param {import("./types.js").Questionnaire} questionnaire
 * @param {any[]} members
 * @returns {import("./gathering.js").Person[]}
 */
function peopleFrom(questionnaire, members) {
  const prepare = preparer(questionnaire);
  return members.map(({ answers, ...member }) => {
    const person = prepare({ ...member, answers: new Map(answers) });
    return restorePerson(questionnaire, JSON.parse(JSON.stringify(shortPerson(person))));
  });
}
