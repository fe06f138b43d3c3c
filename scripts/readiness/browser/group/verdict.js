/**
 * The verdict of a group: the rules for one respondent at both ends of the told figures.
 *
 * Where both ends agree the verdict is told; else it lies between the two. "Ready" also asks that
 * no gate is flagged, and that at least half named a role other than the questionnaire's first.
 */

import { fraction } from "../engine/arithmetic.js";
import { explain, judge } from "../engine/verdict.js";
import { adLimit } from "./agreement.js";
import { largestGap } from "./item_statistics.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Given} Given */
/** @typedef {import("../engine/types.js").Line} Line */
/** @typedef {import("../engine/types.js").Condition} Condition */
/** @typedef {import("../engine/types.js").Verdict} Verdict */
/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./item_statistics.js").Interval} Interval */
/** @typedef {import("./item_statistics.js").ItemStatistics} ItemStatistics */
/** @typedef {"gate_apart" | "gate_gap" | "other_roles"} GroupLine the further lines of "ready" */
/**
 * @typedef {object} GroupCondition a failed line
 * @property {Line | GroupLine} rule
 * @property {string | null} id
 * @property {Ratio} limit of a gate the share it asks for
 * @property {Interval | null} value
 * @property {string[]} items
 * @property {boolean} sure false where it fails at the low end only
 *
 * @typedef {object} Cases what the rules are applied to
 * @property {Given} given
 * @property {import("../engine/types.js").GateResult[]} gates
 * @property {import("./scores.js").ScoreEnds} ends
 */

/** @type {(Line | GroupLine)[]} */
export const GATE_LINES = ["gate_failed", "gate_dont_know"];

/**
 * The verdict, or the two it lies between, with the failed lines that explain it.
 *
 * @param {Questionnaire} questionnaire
 * @param {import("./told_tables.js").ToldTables} tables
 * @param {ItemStatistics[]} items
 * @param {Cases} cases
 * @returns {{verdict: Verdict[], conditions: GroupCondition[]}}
 */
export function judgeGroup(questionnaire, tables, items, cases) {
  const more = moreForReady(questionnaire, tables, items);
  const { given, gates, ends } = cases;
  const outcomeOf = (/** @type {import("../engine/types.js").Scores} */ scores) => {
    const { verdict } = judge(questionnaire.verdict, given, gates, scores);
    return verdict === "ready" && more.length > 0 ? "conditions" : verdict;
  };
  const [low, high] = [outcomeOf(ends.low), outcomeOf(ends.high)];
  const lines = failedLines(questionnaire, cases, low);
  return {
    verdict: low === high ? [low] : [low, high],
    conditions: low === "conditions" ? [...lines, ...more] : lines,
  };
}

/**
 * The lines that fail at the low end, with what is told of them.
 *
 * @param {Questionnaire} questionnaire
 * @param {Cases} cases
 * @param {Verdict} outcome
 * @returns {GroupCondition[]}
 */
function failedLines({ verdict: rules, group }, { given, gates, ends }, outcome) {
  const high = explain(rules, given, gates, ends.high, outcome);
  return explain(rules, given, gates, ends.low, outcome).map((line) => ({
    rule: line.rule,
    id: line.id,
    limit: GATE_LINES.includes(line.rule) ? group.gateShare : line.limit,
    value: toldValue(line, ends),
    items: line.items,
    sure: high.some(({ rule, id }) => rule === line.rule && id === line.id),
  }));
}

/**
 * @param {Condition} line
 * @param {import("./scores.js").ScoreEnds} ends
 * @returns {Interval | null}
 */
function toldValue({ rule, id, value }, { low, high }) {
  if (rule === "dimension_unscored" || rule === "theme_unscored") {
    return value && { low: value, high: value };
  }
  if (rule === "index") return between(low.index, high.index);
  if (rule === "dont_know") return between(high.dontKnowShare, low.dontKnowShare);
  if (rule === "dimension") return between(scoreOf(low.dimensions, id), scoreOf(high.dimensions, id));
  return rule === "theme" ? between(scoreOf(low.themes, id), scoreOf(high.themes, id)) : null;
}

/**
 * @param {{id: string, score: Ratio | null}[]} scores
 * @param {string | null} wanted
 * @returns {Ratio | null}
 */
function scoreOf(scores, wanted) {
  return scores.find(({ id }) => id === wanted)?.score ?? null;
}

/**
 * From low to high; null where either end is not told.
 *
 * @param {Ratio | null} low
 * @param {Ratio | null} high
 * @returns {Interval | null}
 */
export function between(low, high) {
  return low && high && { low, high };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {import("./told_tables.js").ToldTables} tables
 * @param {ItemStatistics[]} items
 * @returns {GroupCondition[]}
 */
function moreForReady({ group }, { mostlyLeaders }, items) {
  const gates = items.filter(({ item }) => item.gate !== null);
  const rest = { items: [], sure: true };
  /** @type {GroupCondition[]} */
  const apart = gates
    .filter(({ agreement }) => agreement === "apart")
    .map(({ item }) => {
      return { rule: "gate_apart", id: item.id, limit: adLimit(item.levels), value: null, ...rest };
    });
  /** @type {GroupCondition[]} */
  const gaps = gates.flatMap(({ item, gaps: own }) => {
    const size = largestGap(own);
    if (size.n === 0n) return [];
    const value = { low: size, high: size };
    return [{ rule: "gate_gap", id: item.id, limit: group.gap.share, value, ...rest }];
  });
  /** @type {GroupCondition} */
  const others = { rule: "other_roles", id: null, limit: fraction(1, 2), value: null, ...rest };
  return [...apart, ...gaps, ...(mostlyLeaders ? [others] : [])];
}
