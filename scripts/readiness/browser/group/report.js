/**
 * The report of a group, worked out from its told tables and the questionnaire, nothing else.
 *
 * Figures go upward by the rules for one respondent (scoring.md 3.1 to 3.4), from low to high where
 * a table is coarse. Equal tables give an equal report.
 */

import { adviseGroup } from "./advice.js";
import { talkFirst } from "./discussion_order.js";
import { readGroupGates, single } from "./gates.js";
import { itemStatistics } from "./item_statistics.js";
import { dimensionFigures, groupGiven, scoreEnds, themeFigures } from "./scores.js";
import { between, judgeGroup } from "./verdict.js";

/** @typedef {import("./item_statistics.js").Interval} Interval */
/** @typedef {import("./scores.js").AreaFigures} AreaFigures */
/** @typedef {import("./told_tables.js").ToldTables} ToldTables */
/**
 * @typedef {object} Report null is not told, or without a score
 * @property {ToldTables} tables without `respondents` nothing is told
 * @property {import("../engine/types.js").Verdict[]} verdict one, or the two it lies between
 * @property {Interval | null} index
 * @property {Interval | null} dontKnowShare
 * @property {AreaFigures[]} dimensions
 * @property {AreaFigures[]} themes
 * @property {import("./item_statistics.js").ItemStatistics[]} items
 * @property {import("./gates.js").GroupGate[]} gates
 * @property {import("./verdict.js").GroupCondition[]} conditions
 * @property {import("./discussion_order.js").TalkLine[]} talkFirst
 * @property {import("./advice.js").GroupAdvice[]} advice
 */

/**
 * The report that follows from the told tables.
 *
 * @param {import("../engine/types.js").Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @returns {Report}
 */
export function groupReport(questionnaire, tables) {
  if (tables.respondents === null) return emptyReport(tables);
  const items = itemStatistics(questionnaire, tables);
  const gates = readGroupGates(questionnaire, items);
  const ends = scoreEnds(questionnaire, tables, items);
  const cases = { given: groupGiven(items), gates: gates.map(single), ends };
  const { low, high } = ends;
  return {
    tables,
    ...judgeGroup(questionnaire, tables, items, cases),
    index: between(low.index, high.index),
    dontKnowShare: between(high.dontKnowShare, low.dontKnowShare),
    dimensions: dimensionFigures(questionnaire, tables, items, ends),
    themes: themeFigures(questionnaire, tables, items, ends),
    items,
    gates,
    talkFirst: talkFirst(items, gates),
    advice: adviseGroup(questionnaire, items, gates),
  };
}

/**
 * @param {ToldTables} tables
 * @returns {Report}
 */
function emptyReport(tables) {
  return {
    tables,
    verdict: ["none"],
    index: null,
    dontKnowShare: null,
    dimensions: [],
    themes: [],
    items: [],
    gates: [],
    conditions: [],
    talkFirst: [],
    advice: [],
  };
}
