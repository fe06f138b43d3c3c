/** How figures are written and drawn; a drawing may be inexact, a comparison never happens here. */

/** @typedef {import("../engine/types.js").Ratio} Ratio */

/**
 * For a place in a drawing only.
 *
 * @param {Ratio} ratio
 * @returns {number}
 */
export function approximate({ n, d }) {
  return Number(n) / Number(d);
}

/**
 * Write a cut-off of points as the author would: 60, 62.5, 66.7.
 *
 * @param {Ratio} points
 * @returns {string}
 */
export function pointsText(points) {
  return String(Math.round(approximate(points) * 10) / 10);
}
