/**
 * In which order a group should talk about the items, and why; from told figures alone.
 *
 * First gates that are not met or to be found out, then flagged gaps between blocks, the largest
 * first, then answers that lie apart, then all others, those with the fewest points first. Ties
 * stand in the questionnaire's order (scoring.md 3.6).
 */

import { negative, plus } from "../engine/arithmetic.js";
import { compare, isBelow, whole } from "../engine/ratio.js";
import { largestGap } from "./item_statistics.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("./gates.js").GroupGate} GroupGate */
/** @typedef {import("./gates.js").GroupGateState} GroupGateState */
/** @typedef {import("./item_statistics.js").ItemStatistics} ItemStatistics */
/** @typedef {"gate_not_met" | "gate_find_out" | "gap" | "apart" | "low"} TalkReason */
/** @typedef {{item: string, reasons: TalkReason[]}} TalkLine every reason; the last may have none */
/** @typedef {{place: number, size: Ratio}} TalkRank smallest first */

const LOW_POINTS = whole(50);

/**
 * The items that are told of, and all open gates, in the order of talking.
 *
 * @param {ItemStatistics[]} items
 * @param {GroupGate[]} gates
 * @returns {TalkLine[]}
 */
export function talkFirst(items, gates) {
  const states = new Map(gates.map(({ item, state }) => [item, state]));
  const lines = items.flatMap((one) => {
    const reasons = talkReasons(one, states.get(one.item.id));
    if (reasons.length === 0 && one.points === null) return [];
    return [{ rank: talkRank(one, reasons[0]), line: { item: one.item.id, reasons } }];
  });
  return lines.sort((a, b) => byTalkRank(a.rank, b.rank)).map(({ line }) => line);
}

/**
 * @param {ItemStatistics} one
 * @param {GroupGateState | undefined} gate
 * @returns {TalkReason[]} the most pressing first
 */
function talkReasons({ gaps, agreement, points }, gate) {
  /** @type {TalkReason[]} */
  const reasons = [];
  if (gate === "not_met") reasons.push("gate_not_met");
  if (gate === "find_out") reasons.push("gate_find_out");
  if (largestGap(gaps).n > 0n) reasons.push("gap");
  if (agreement === "apart") reasons.push("apart");
  if (points !== null && isBelow(points.high, LOW_POINTS)) reasons.push("low");
  return reasons;
}

/**
 * @param {ItemStatistics} one
 * @param {TalkReason | undefined} first
 * @returns {TalkRank}
 */
function talkRank({ gaps, points }, first) {
  if (first === "gate_not_met" || first === "gate_find_out") return { place: 0, size: whole(0) };
  if (first === "gap") return { place: 1, size: negative(largestGap(gaps)) };
  const middle = points === null ? whole(0) : plus(points.low, points.high);
  return { place: first === "apart" ? 2 : 3, size: middle };
}

/**
 * @param {TalkRank} one
 * @param {TalkRank} other
 * @returns {number}
 */
function byTalkRank(one, other) {
  return one.place - other.place || compare(one.size, other.size);
}
