/**
 * Next steps for a group: its open gates, then the items that stand lowest; from told figures.
 *
 * At most five, at most two of one theme. An item that surely has 75 points or more is not advised,
 * unless its gate is not met.
 */

import { GOOD_POINTS, MID_POINTS, MOST_ADVICE, MOST_PER_THEME } from "../engine/advice.js";
import { plus } from "../engine/arithmetic.js";
import { compare, isBelow, whole } from "../engine/ratio.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("./gates.js").GroupGate} GroupGate */
/** @typedef {import("./item_statistics.js").ItemStatistics} ItemStatistics */
/** @typedef {"low" | "mid" | "find_out"} StepKind advice for low or middle levels, or find out first */
/** @typedef {{item: string, kind: StepKind}} GroupAdvice one next step */

/**
 * The next steps, the most pressing first.
 *
 * @param {import("../engine/types.js").Questionnaire} questionnaire
 * @param {ItemStatistics[]} items
 * @param {GroupGate[]} gates
 * @returns {GroupAdvice[]}
 */
export function adviseGroup({ themes }, items, gates) {
  const byGate = new Map(gates.map((gate) => [gate.item, gate]));
  const themeOf = new Map(themes.flatMap(({ id, items: own }) => own.map((item) => [item.id, id])));
  const ranked = items
    .map((one) => ({ one, gate: byGate.get(one.item.id) }))
    .filter(({ one, gate }) => isAdvised(one, gate))
    .map(({ one, gate }) => ({ one, gate, place: stepPlace(gate), points: pointsSum(one) }))
    .sort((a, b) => a.place - b.place || compare(a.points, b.points));
  /** @type {GroupAdvice[]} */
  const chosen = [];
  /** @type {Map<string, number>} */
  const taken = new Map();
  for (const { one, gate } of ranked) {
    const theme = themeOf.get(one.item.id) ?? "";
    const before = taken.get(theme) ?? 0;
    if (chosen.length === MOST_ADVICE || before === MOST_PER_THEME) continue;
    taken.set(theme, before + 1);
    chosen.push({ item: one.item.id, kind: stepKind(one, gate) });
  }
  return chosen;
}

/**
 * @param {ItemStatistics} one
 * @param {GroupGate | undefined} gate
 * @returns {boolean}
 */
function isAdvised({ points }, gate) {
  const isOpen = gate !== undefined && gate.state !== "met";
  return isOpen || (points !== null && isBelow(points.low, GOOD_POINTS));
}

/**
 * @param {GroupGate | undefined} gate
 * @returns {number}
 */
function stepPlace(gate) {
  if (gate === undefined || gate.state === "met") return 3;
  if (gate.state === "find_out") return 2;
  return gate.effect === "stop" ? 0 : 1;
}

/**
 * @param {ItemStatistics} one
 * @returns {Ratio}
 */
function pointsSum({ points }) {
  return points === null ? whole(0) : plus(points.low, points.high);
}

/**
 * @param {ItemStatistics} one
 * @param {GroupGate | undefined} gate
 * @returns {StepKind}
 */
function stepKind({ points }, gate) {
  if (gate?.state === "find_out") return "find_out";
  return points === null || isBelow(points.low, MID_POINTS) ? "low" : "mid";
}
