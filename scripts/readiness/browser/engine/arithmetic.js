/** Sums and products of exact ratios, for figures that are more than a weighted mean. */

import { ratio } from "./ratio.js";

/** @typedef {import("./types.js").Ratio} Ratio */

/**
 * @param {Ratio} a
 * @param {Ratio} b
 * @returns {Ratio}
 */
export function plus(a, b) {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

/**
 * @param {Ratio} a
 * @param {Ratio} b
 * @returns {Ratio}
 */
export function minus(a, b) {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

/**
 * @param {Ratio} a
 * @param {Ratio} b
 * @returns {Ratio}
 */
export function times(a, b) {
  return ratio(a.n * b.n, a.d * b.d);
}

/**
 * @param {Ratio} value
 * @returns {Ratio}
 */
export function negative({ n, d }) {
  return { n: -n, d };
}

/**
 * @param {number} part a whole number
 * @param {number} all a whole number above 0
 * @returns {Ratio}
 */
export function fraction(part, all) {
  return ratio(BigInt(part), BigInt(all));
}

/**
 * The greatest whole number whose square is not above the value, which is from 0.
 *
 * @param {bigint} value
 * @returns {bigint}
 */
export function rootOf(value) {
  if (value < 2n) return value;
  let [root, next] = [value, (value + 1n) / 2n];
  while (next < root) [root, next] = [next, (next + value / next) / 2n];
  return root;
}

/**
 * @param {readonly number[]} counts
 * @returns {number}
 */
export function sumOf(counts) {
  return counts.reduce((sum, count) => sum + count, 0);
}
