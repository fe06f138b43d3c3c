/**
 * The figures of one item, worked out from its told table alone.
 *
 * Where a table is coarse a figure is an interval: what is not told by level counts once as the
 * lowest and once as the highest level it can be (scoring.md 3.6).
 */

import { fraction, minus, times } from "../engine/arithmetic.js";
import { compare, isBelow, whole } from "../engine/ratio.js";
import { adLimit, meanLevel, meanPoints, spread } from "./agreement.js";
import { highHalf, highestOf, lowestOf, ratersOf } from "./told_tables.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").GroupRules} GroupRules */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {import("./told_tables.js").ToldTables} ToldTables */
/** @typedef {"close" | "mixed" | "apart"} Agreement how close the ratings of an item lie */
/** @typedef {{low: Ratio, high: Ratio}} Interval */
/** @typedef {Map<string, Ratio | null>} Shares (0 to 1) of the high half, by block */
/**
 * @typedef {object} Gap the share in the high half of one block minus that of another
 * @property {string} one
 * @property {string} other
 * @property {Ratio} difference
 * @property {boolean} flagged
 *
 * @typedef {object} ItemStatistics null is not told
 * @property {Item} item
 * @property {ToldItem} table
 * @property {Interval | null} mean in levels from 1
 * @property {Interval | null} points from 0 to 100
 * @property {Agreement | null} agreement
 * @property {import("./agreement.js").Spread | null} spread where the whole table is told
 * @property {Shares} shares
 * @property {Gap[]} gaps
 */

// Answers lie close where AD is at most this part of its limit (a half).
const CLOSE_PART = whole(2);
const LEAST_PEOPLE = whole(2);

/**
 * The figures of every item, in order of reporting.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @returns {ItemStatistics[]}
 */
export function itemStatistics({ items, group }, tables) {
  return items.flatMap((item) => {
    const table = tables.items.get(item.id);
    return table ? [statisticsOf(item, table, group.gap)] : [];
  });
}

/**
 * The gap between any two blocks whose shares are told.
 *
 * Flagged from `share` on, where at least two people of the smaller block make it.
 *
 * @param {Shares} shares
 * @param {Map<string, number>} people
 * @param {GroupRules["gap"]} rules
 * @returns {Gap[]}
 */
export function gapsBetween(shares, people, rules) {
  const told = [...shares].flatMap(([block, share]) => (share ? [{ block, share }] : []));
  return told.flatMap(({ block: one, share: high }, place) =>
    told.slice(place + 1).map(({ block: other, share: low }) => {
      const difference = minus(high, low);
      const size = sizeOfGap(difference);
      const smaller = Math.min(people.get(one) ?? 0, people.get(other) ?? 0);
      const madeBy = times(size, whole(smaller));
      const flagged = !isBelow(size, rules.share) && !isBelow(madeBy, LEAST_PEOPLE);
      return { one, other, difference, flagged };
    }),
  );
}

/**
 * The size of the largest flagged gap (0 to 1), 0 without one.
 *
 * @param {Gap[]} gaps
 * @returns {Ratio}
 */
export function largestGap(gaps) {
  const sizes = gaps.filter(({ flagged }) => flagged).map(({ difference }) => sizeOfGap(difference));
  return sizes.reduce((most, size) => (compare(size, most) > 0 ? size : most), whole(0));
}

/**
 * @param {Ratio} difference
 * @returns {Ratio}
 */
function sizeOfGap({ n, d }) {
  return { n: n < 0n ? -n : n, d };
}

/**
 * @param {Item} item
 * @param {ToldItem} table
 * @param {GroupRules["gap"]} rules
 * @returns {ItemStatistics}
 */
function statisticsOf(item, table, rules) {
  /** @type {Shares} */
  const shares = new Map([...table.blocks].map(([block, told]) => [block, shareOfHigh(told)]));
  if (ratersOf(table) === 0) {
    return { item, table, mean: null, points: null, agreement: null, spread: null, shares, gaps: [] };
  }
  const [low, high] = [lowestOf(table), highestOf(table)];
  const isWhole = low.every((people, place) => people === high[place]);
  const raters = new Map([...table.blocks].map(([block, told]) => [block, told?.raters ?? 0]));
  return {
    item,
    table,
    mean: { low: meanLevel(low), high: meanLevel(high) },
    points: { low: meanPoints(item, low), high: meanPoints(item, high) },
    agreement: agreementWord(low) === agreementWord(high) ? agreementWord(low) : null,
    spread: isWhole ? spread(low) : null,
    shares,
    gaps: gapsBetween(shares, raters, rules),
  };
}

/**
 * @param {import("./told_tables.js").ToldBlock | null} told
 * @returns {Ratio | null}
 */
function shareOfHigh(told) {
  const high = told && highHalf(told);
  return told === null || high === null ? null : fraction(high, told.raters);
}

/**
 * The word for how close ratings lie (limit c/6 for c levels); null of one rating.
 *
 * @param {number[]} counts
 * @returns {Agreement | null}
 */
function agreementWord(counts) {
  const { ad } = spread(counts);
  const limit = adLimit(counts.length);
  if (ad === null) return null;
  if (compare(ad, limit) > 0) return "apart";
  return compare(times(ad, CLOSE_PART), limit) <= 0 ? "close" : "mixed";
}
