/**
 * The verdict of a group: the rules for one respondent on group figures, and three lines more.
 *
 * A gate passes where at least `gateShare` of raters and "don't know" reach its level. "Ready"
 * also asks that no gate is flagged, and that at least half named a role other than the first one
 * of the questionnaire, which is that of those who lead.
 */

import { adLimit } from "./agreement.js";
import { fraction } from "./arithmetic.js";
import { exactly, liesApart } from "./cells.js";
import { isBelow } from "./ratio.js";
import { addedHistogram, dontKnowCount, histogramsOf, levelCounts, sumOf } from "./tally.js";
import { respondentsOf } from "./tally.js";
import { isOftenUnknown, largestGap } from "./talk.js";
import { judge } from "./verdict.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").GateState} GateState */
/** @typedef {import("./types.js").Condition} Condition */
/** @typedef {import("./tally.js").Tally} Tally */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").ItemView} ItemView */
/**
 * @typedef {object} GateShare
 * @property {string} item
 * @property {"stop" | "hold"} effect
 * @property {number} min
 * @property {GateState} state
 * @property {Ratio | null} share of those who reached the level
 *
 * @typedef {object} GroupCondition the limit of a gate is the share it asks for
 * @property {import("./types.js").Line | "gate_apart" | "gate_gap" | "other_roles"} rule
 * @property {string | null} id
 * @property {Ratio} limit
 * @property {Range | null} value as it is told
 * @property {string[]} items
 *
 * @typedef {object} Told what the lines may show
 * @property {ItemView[]} views
 * @property {Map<string, import("./talk.js").Gap[]>} gaps
 * @property {GateShare[]} gates
 * @property {Map<string, Range | null>} scores by rule and id
 * @property {boolean} isOpen
 */

/**
 * How each gate stands; too few raters mean that it is not known.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {ItemView[]} views
 * @returns {GateShare[]}
 */
export function readGroupGates({ group }, tally, views) {
  /** @type {GateShare[]} */
  const gates = [];
  for (const { item, total } of views) {
    if (item.gate === null) continue;
    const { effect, min } = item.gate;
    const histograms = histogramsOf(tally, item);
    const share = total && reachedShare(addedHistogram(item, histograms.values()), min);
    const unknown = histograms.size > 0 ? "dont_know" : "not_asked";
    const reached = share && isBelow(share, group.gateShare) ? "failed" : "passed";
    gates.push({ item: item.id, effect, min, state: share ? reached : unknown, share });
  }
  return gates;
}

/**
 * @param {number[]} histogram
 * @param {number} min
 * @returns {Ratio}
 */
function reachedShare(histogram, min) {
  const levels = levelCounts(histogram);
  return fraction(sumOf(levels.slice(min - 1)), sumOf(levels) + dontKnowCount(histogram));
}

/**
 * The verdict with the failed lines that explain it.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {{given: import("./types.js").Given, scores: import("./types.js").Scores}} rated
 * @param {Told} told
 * @returns {{verdict: import("./types.js").Verdict, conditions: GroupCondition[]}}
 */
export function judgeGroup(questionnaire, tally, { given, scores }, told) {
  const gates = told.gates.map((gate) => ({ ...gate, level: null }));
  const { verdict, conditions } = judge(questionnaire.verdict, given, gates, scores);
  const lines = conditions.map((line) => lineAsTold(questionnaire, line, told));
  if (verdict !== "ready" && verdict !== "conditions") return { verdict, conditions: lines };
  const all = [...lines, ...moreForReady(questionnaire, tally, told)];
  return { verdict: all.length > 0 ? "conditions" : "ready", conditions: all };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Condition} line
 * @param {Told} told
 * @returns {GroupCondition}
 */
function lineAsTold({ group }, { rule, id, limit, value, items }, told) {
  if (rule.startsWith("gate_")) {
    const share = told.gates.find(({ item }) => item === id)?.share ?? null;
    const shown = told.isOpen && share ? exactly(share) : null;
    return { rule, id, limit: group.gateShare, value: shown, items };
  }
  if (rule === "dimension_unscored" || rule === "theme_unscored") {
    return { rule, id, limit, value: value && exactly(value), items };
  }
  const shown = told.scores.get(scoreKey(rule, id)) ?? null;
  if (rule !== "dont_know") return { rule, id, limit, value: shown, items };
  const often = told.views.filter((view) => isOftenUnknown(view, limit));
  return { rule, id, limit, value: shown, items: often.map(({ item }) => item.id) };
}

/**
 * The key of a told score.
 *
 * @param {string} rule
 * @param {string | null} id
 * @returns {string}
 */
export function scoreKey(rule, id) {
  return id === null ? rule : `${rule} ${id}`;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {Told} told
 * @returns {GroupCondition[]}
 */
function moreForReady({ roles, group }, tally, { views, gaps, isOpen }) {
  const gates = views.filter(({ item }) => item.gate !== null);
  /** @type {GroupCondition[]} */
  const lines = [];
  for (const view of gates) {
    if (!liesApart(view)) continue;
    const { item, spread } = view;
    const value = spread?.ad ? exactly(spread.ad) : null;
    const limit = adLimit(item.points.length);
    lines.push({ rule: "gate_apart", id: item.id, limit, value, items: [] });
  }
  for (const { item } of gates) {
    const size = largestGap(gaps.get(item.id) ?? []);
    if (!size) continue;
    const value = exactly(size);
    lines.push({ rule: "gate_gap", id: item.id, limit: group.gap.levels, value, items: [] });
  }
  if (roles.length < 2) return lines;
  const others = sumOf(roles.slice(1).map(({ id }) => tally.people.get(id) ?? 0));
  const share = fraction(others, respondentsOf(tally));
  const half = fraction(1, 2);
  if (!isBelow(share, half)) return lines;
  const value = isOpen ? exactly(share) : null;
  return [...lines, { rule: "other_roles", id: null, limit: half, value, items: [] }];
}
