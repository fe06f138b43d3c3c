/**
 * Where roles see different things, and what a group should talk about first, with the reason.
 * Looks only at what may be told, so that neither a flag nor the order shows what is hidden.
 */

import { adLimit, tenthsOf } from "./agreement.js";
import { minus, negative } from "./arithmetic.js";
import { liesApart } from "./cells.js";
import { compare, isBelow, whole } from "./ratio.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").ItemView} ItemView */
/** @typedef {"gate_failed" | "gate_dont_know" | "apart" | "gap" | "dont_know"} TalkReason */
/** @typedef {{item: string, reasons: TalkReason[]}} TalkLine */
/**
 * @typedef {object} Gap the figure of one role minus that of another
 * @property {string} one
 * @property {string} other
 * @property {Range} gap
 * @property {boolean} flagged whether it is large for sure
 */

/**
 * The gap between any two roles whose figures are told; flagged from the limit on.
 *
 * @param {Map<string, Range | null>} figures
 * @param {Ratio} limit
 * @returns {Gap[]}
 */
export function gapsOf(figures, limit) {
  /** @type {[string, Range][]} */
  const told = [...figures].flatMap(([role, figure]) => (figure ? [[role, figure]] : []));
  return told.flatMap(([one, high], place) =>
    told.slice(place + 1).map(([other, low]) => {
      const gap = { low: minus(high.low, low.high), high: minus(high.high, low.low) };
      const flagged = !isBelow(gap.low, limit) || !isBelow(negative(limit), gap.high);
      return { one, other, gap, flagged };
    }),
  );
}

/**
 * How large a gap is at least, without its sign.
 *
 * @param {Gap} gap
 * @returns {Ratio}
 */
function gapSize({ gap }) {
  const [one, other] = [gap.low, negative(gap.high)];
  const larger = isBelow(one, other) ? other : one;
  return larger.n < 0n ? whole(0) : larger;
}

/**
 * The largest of the gaps that are flagged, or null.
 *
 * @param {Gap[]} gaps
 * @returns {Ratio | null}
 */
export function largestGap(gaps) {
  const sizes = gaps.filter(({ flagged }) => flagged).map(gapSize);
  return sizes.length === 0 ? null : sizes.reduce((a, b) => (isBelow(a, b) ? b : a));
}

/**
 * The items to talk about in their order: first gates that are failed, not known or flagged; then
 * answers that lie apart, widest first; then gaps between roles, largest first; then "don't know",
 * most first. Ties stand in the order of the questionnaire.
 *
 * @param {import("./types.js").Questionnaire} questionnaire
 * @param {ItemView[]} views
 * @param {Map<string, Gap[]>} gaps
 * @param {import("./group_verdict.js").GateShare[]} gates
 * @returns {TalkLine[]}
 */
export function talkFirst({ verdict }, views, gaps, gates) {
  const states = new Map(gates.map(({ item, state }) => [item, state]));
  const lines = views.flatMap((view) => {
    const { id } = view.item;
    const own = gaps.get(id) ?? [];
    const reasons = talkReasons(view, own, states.get(id), verdict.ready.dontKnow);
    if (reasons.length === 0) return [];
    return [{ rank: talkRank(view, own, reasons), line: { item: id, reasons } }];
  });
  const sorted = lines.sort((a, b) => a.rank[0] - b.rank[0] || compare(b.rank[1], a.rank[1]));
  return sorted.map(({ line }) => line);
}

/**
 * Tell whether "don't know" is told to be above its limit, or in a range from there up.
 *
 * @param {ItemView} view
 * @param {Ratio} limit
 * @returns {boolean}
 */
export function isOftenUnknown({ dontKnow }, limit) {
  if (dontKnow === null) return false;
  const order = compare(dontKnow.low, limit);
  return order > 0 || (order === 0 && isBelow(limit, dontKnow.high));
}

/**
 * @param {ItemView} view
 * @param {Gap[]} gaps
 * @param {import("./types.js").GateState | undefined} gate
 * @param {Ratio} limit
 * @returns {TalkReason[]}
 */
function talkReasons(view, gaps, gate, limit) {
  /** @type {[boolean, TalkReason][]} */
  const rows = [
    [gate === "failed", "gate_failed"],
    [gate === "dont_know", "gate_dont_know"],
    [liesApart(view), "apart"],
    [gaps.some(({ flagged }) => flagged), "gap"],
    [isOftenUnknown(view, limit), "dont_know"],
  ];
  return rows.filter(([holds]) => holds).map(([, reason]) => reason);
}

/**
 * What the order goes by: a place, then the size as it is told, largest first.
 *
 * @param {ItemView} view
 * @param {Gap[]} gaps
 * @param {TalkReason[]} reasons
 * @returns {[number, Ratio]}
 */
function talkRank({ item, spread, dontKnow }, gaps, [first]) {
  if (item.gate !== null && first !== "dont_know") return [0, whole(0)];
  if (first === "apart") return [1, whole(tenthsOf(spread?.ad ?? adLimit(item.points.length)))];
  if (first === "gap") return [2, largestGap(gaps) ?? whole(0)];
  return [3, dontKnow?.low ?? whole(0)];
}
