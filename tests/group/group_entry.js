/** The way into the browser's group reports for tests: JSON in, JSON out. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { ratioText } from "./engine/ratio.js";
import { meanLevel, rootTenths, spread } from "./group/agreement.js";
import { BreakdownError, offered, readBreakdown } from "./group/breakdown.js";
import { gather, preparer, restorePerson, shortPerson } from "./group/deduplication.js";
import { tell } from "./group/disclosure_control.js";
import { count } from "./group/frequencies.js";
import { groupReport } from "./group/report.js";
import { reportCsv } from "./group/report_csv.js";
import { reportJson, tenthsText } from "./group/report_json.js";
import { RecordError, blocksOf, readRecord, recordJson } from "./group/report_record.js";

/**
 * @param {string} payload
 * @param {string} members a list; the answers are pairs
 * @param {string} asked a breakdown, the record of an earlier report or null, preferred names
 * @returns {string} the report as JSON and CSV, its record, who does not count
 */
export function report(payload, members, asked) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const { breakdown, earlier, preferred } = JSON.parse(asked);
  const people = peopleFrom(questionnaire, JSON.parse(members));
  const gathered = gather(people, new Set(preferred));
  const frequencies = count(questionnaire, gathered);
  const made = {
    left: gathered.left.map(({ name, fate, kept }) => [name, fate, kept]),
    repeats: gathered.repeats.map(({ name, sameAs }) => [name, sameAs]),
    offered: offered(questionnaire, frequencies.people),
  };
  try {
    const { fingerprint } = questionnaire;
    const before = earlier === null ? null : readRecord(questionnaire, fingerprint, earlier);
    const blocks = before === null
      ? readBreakdown(questionnaire, frequencies.people, breakdown)
      : blocksOf(questionnaire, before.tables);
    const tables = tell(questionnaire, frequencies, blocks, before);
    const written = reportJson(questionnaire, groupReport(questionnaire, tables));
    const record = recordJson(questionnaire, fingerprint, tables, "2026-11-25");
    return JSON.stringify({ ...made, report: written, csv: reportCsv(written), record });
  } catch (error) {
    if (error instanceof RecordError) return JSON.stringify({ refused: error.message });
    if (!(error instanceof BreakdownError)) throw error;
    return JSON.stringify({ ...made, refused: error.message, instead: error.offered });
  }
}

/**
 * @param {string} counts by level
 * @returns {string} the figures of open ratings
 */
export function spreadOf(counts) {
  const ratings = JSON.parse(counts);
  const { ad, variance, rWg } = spread(ratings);
  return JSON.stringify({
    mean: ratioText(meanLevel(ratings)),
    ad: ad && ratioText(ad),
    variance: variance && ratioText(variance),
    r_wg: rWg && ratioText(rWg),
    sd: variance && tenthsText(rootTenths(variance)),
  });
}

/**
 * Made ready, written in short and restored: what a tab has kept counts the same.
 *
 * @param {import("./engine/types.js").Questionnaire} questionnaire
 * @param {any[]} members
 * @returns {import("./group/deduplication.js").Person[]}
 */
function peopleFrom(questionnaire, members) {
  const prepare = preparer(questionnaire);
  return members.map(({ answers, ...member }) => {
    const person = prepare({ ...member, answers: new Map(answers) });
    return restorePerson(questionnaire, JSON.parse(JSON.stringify(shortPerson(person))));
  });
}
