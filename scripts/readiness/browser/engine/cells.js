/**
 * What is told about one item of a group: of everybody, and of each role.
 *
 * A figure that is told is a range from low to high, and exact where both are the same. `openItem`
 * tells everything about enough people; what readers may not see is decided in `protection.js`.
 */

import { adLimit, meanLevel, meanPoints, spreadOf } from "./agreement.js";
import { fraction } from "./arithmetic.js";
import { isBelow, whole } from "./ratio.js";
import { addedHistogram, dontKnowCount, levelCounts, sumOf } from "./tally.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./tally.js").Histograms} Histograms */
/** @typedef {{low: Ratio, high: Ratio}} Range */
/**
 * @typedef {object} Cell
 * @property {Range} raters
 * @property {Range} mean in levels
 * @property {Range} points
 * @property {boolean | null} apart whether AD is above its limit; null is hidden
 */

/**
 * @typedef {object} ItemView null is hidden
 * @property {Item} item
 * @property {Cell | null} total
 * @property {Map<string, Cell | null>} roles those who were asked
 * @property {import("./agreement.js").Spread | null} spread
 * @property {Range | null} dontKnow
 * @property {number[] | null} distribution
 */

/**
 * An exact figure.
 *
 * @param {Ratio} value
 * @returns {Range}
 */
export function exactly(value) {
  return { low: value, high: value };
}

/**
 * An item of which nothing is told.
 *
 * @param {Item} item
 * @param {Histograms} histograms
 * @returns {ItemView}
 */
export function hiddenItem(item, histograms) {
  /** @type {Map<string, Cell | null>} */
  const roles = new Map();
  for (const role of histograms.keys()) if (role !== null) roles.set(role, null);
  return {
    item,
    total: null,
    roles,
    spread: null,
    dontKnow: null,
    distribution: null,
  };
}

/**
 * Everything about an item, of cells with at least `kMin` raters.
 *
 * @param {Item} item
 * @param {Histograms} histograms
 * @param {import("./types.js").GroupRules} rules
 * @returns {ItemView}
 */
export function openItem(item, histograms, { kMin, distributionMin }) {
  const view = hiddenItem(item, histograms);
  const total = levelCounts(addedHistogram(item, histograms.values()));
  if (sumOf(total) < kMin) return view;
  for (const [role, histogram] of histograms) {
    const counts = levelCounts(histogram);
    if (role !== null && sumOf(counts) >= kMin) view.roles.set(role, exactCell(item, counts));
  }
  return {
    ...view,
    total: exactCell(item, total),
    spread: spreadOf(total),
    dontKnow: exactly(unknownShare(item, histograms)),
    distribution: sumOf(total) >= distributionMin ? total : null,
  };
}

/**
 * Tell whether ratings lie too far apart; one rating alone does not say.
 *
 * @param {number[]} counts
 * @returns {boolean | null}
 */
export function isApart(counts) {
  const { ad } = spreadOf(counts);
  return ad && isBelow(adLimit(counts.length), ad);
}

/**
 * Tell whether answers lie apart: those of all, or where that is hidden, of some role.
 *
 * @param {ItemView} view
 * @returns {boolean}
 */
export function liesApart({ total, roles }) {
  if (total === null) return false;
  return total.apart ?? [...roles.values()].some((cell) => cell?.apart === true);
}

/**
 * The figures of at least one rating.
 *
 * @param {Item} item
 * @param {number[]} counts
 * @returns {Cell}
 */
export function exactCell(item, counts) {
  return {
    raters: exactly(whole(sumOf(counts))),
    mean: exactly(meanLevel(counts)),
    points: exactly(meanPoints(item, counts)),
    apart: isApart(counts),
  };
}

/**
 * "Don't know" as a share of that and the ratings; there is at least one of either.
 *
 * @param {Item} item
 * @param {Histograms} histograms
 * @returns {Ratio}
 */
export function unknownShare(item, histograms) {
  const total = addedHistogram(item, histograms.values());
  const unknown = dontKnowCount(total);
  return fraction(unknown, unknown + sumOf(levelCounts(total)));
}
