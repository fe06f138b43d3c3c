/**
 * How the ratings of one item lie: mean, spread, agreement, points. Exact, from counts alone.
 *
 * AD is the mean distance from the mean, in levels, and is too large above c/6 for c levels; r_wg
 * compares the variance with that of answers spread evenly, (c * c - 1) / 12 (scoring.md 3.6).
 * Nothing is tested or hidden here.
 */

import { fraction, minus, rootOf, sumOf, times } from "../engine/arithmetic.js";
import { meanOf, ratio, whole } from "../engine/ratio.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Item} Item */

/**
 * @typedef {object} Spread of one person all are null
 * @property {Ratio | null} variance with n - 1
 * @property {Ratio | null} ad in levels
 * @property {Ratio | null} rWg from 0 to 1
 */

/**
 * The mean of the levels, counted from 1; there is at least one rating.
 *
 * @param {number[]} counts
 * @returns {Ratio}
 */
export function meanLevel(counts) {
  return fraction(levelSum(counts), sumOf(counts));
}

/**
 * The sum of all ratings, in levels.
 *
 * @param {number[]} counts
 * @returns {number}
 */
export function levelSum(counts) {
  return counts.reduce((sum, count, place) => sum + count * (place + 1), 0);
}

/**
 * The mean of the raters' points.
 *
 * @param {Item} item
 * @param {number[]} counts
 * @returns {Ratio}
 */
export function meanPoints({ points }, counts) {
  return meanOf(points.map((value, place) => ({ weight: counts[place] ?? 0, value })));
}

/**
 * How far the ratings lie apart.
 *
 * @param {number[]} counts
 * @returns {Spread}
 */
export function spread(counts) {
  const people = BigInt(sumOf(counts));
  if (people < 2n) return { variance: null, ad: null, rWg: null };
  const total = BigInt(levelSum(counts));
  let [squares, away] = [0n, 0n];
  counts.forEach((count, place) => {
    const level = BigInt(place + 1);
    const distance = level * people - total;
    squares += level * level * BigInt(count);
    away += BigInt(count) * (distance < 0n ? -distance : distance);
  });
  const variance = ratio(people * squares - total * total, people * (people - 1n));
  const levels = counts.length;
  const agreement = minus(whole(1), times(variance, fraction(12, levels * levels - 1)));
  return {
    variance,
    ad: ratio(away, people * people),
    rWg: agreement.n < 0n ? whole(0) : agreement,
  };
}

/**
 * The AD above which people should talk before they act.
 *
 * @param {number} levels
 * @returns {Ratio}
 */
export function adLimit(levels) {
  return fraction(levels, 6);
}

/**
 * A value from 0 in tenths, half up.
 *
 * @param {Ratio} value
 * @returns {number}
 */
export function tenths({ n, d }) {
  return Number((20n * n + d) / (2n * d));
}

/**
 * The square root of a value from 0 in tenths, half up.
 *
 * @param {Ratio} value
 * @returns {number}
 */
export function rootTenths({ n, d }) {
  return Number((rootOf((400n * n) / d) + 1n) / 2n);
}
