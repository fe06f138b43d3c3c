/** A group of many for a test of pace: made in the page, then counted and told in one go. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { everyone } from "./group/breakdown.js";
import { gather, preparer } from "./group/deduplication.js";
import { tell } from "./group/disclosure_control.js";
import { count } from "./group/frequencies.js";
import { groupReport } from "./group/report.js";
import { reportJson } from "./group/report_json.js";

/**
 * @param {any} payload
 * @param {number} size people, every tenth of whom came twice and every seventh without an id
 * @returns {{gather: number, count: number, tell: number, report: number, respondents: number}} ms
 */
export function pace(payload, size) {
  const questionnaire = readQuestionnaire(payload);
  const people = manyPeople(questionnaire, size);
  const times = [performance.now()];
  const lap = () => times.push(performance.now());
  const gathered = gather(people);
  lap();
  const frequencies = count(questionnaire, gathered);
  lap();
  const tables = tell(questionnaire, frequencies, everyone(questionnaire), null);
  lap();
  const report = reportJson(questionnaire, groupReport(questionnaire, tables));
  lap();
  const [start = 0, a = 0, b = 0, c = 0, d = 0] = times;
  const respondents = report.respondents ?? 0;
  return { gather: a - start, count: b - a, tell: c - b, report: d - c, respondents };
}

/**
 * @param {import("./engine/types.js").Questionnaire} questionnaire
 * @param {number} size
 * @returns {import("./group/deduplication.js").Person[]}
 */
function manyPeople(questionnaire, size) {
  const { items, roles, edition, fingerprint } = questionnaire;
  const prepare = preparer(questionnaire);
  let drawn = 1;
  const next = (/** @type {number} */ below) => {
    drawn = (drawn * 48271) % 2147483647;
    return drawn % below;
  };
  return Array.from({ length: size }, (_, number) => {
    const person = String(number % 10 === 0 ? number + 1 : number).padStart(13, "0");
    const answers = new Map(items.map((item) => [item.id, next(item.levels) + 1]));
    const respondent = number % 7 === 0 ? null : person;
    const role = roles[next(roles.length)]?.id ?? null;
    return prepare({ name: `file ${number}`, role, answers, respondent, revision: next(3), edition, fingerprint });
  });
}
