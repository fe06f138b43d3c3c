/**
 * How often each answer was given to each item, by role: all that a group report is made from.
 * Counts only. A histogram holds the levels, then "don't know", "does not apply" and blank; people
 * without a role are counted under null.
 */

import { blankPlace } from "./gathering.js";
import { shareOf } from "./ratio.js";
import { isAsked } from "./responses.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {number[]} Histogram */
/** @typedef {Map<string | null, Histogram>} Histograms of one item, by role */
/** @typedef {{people: Map<string | null, number>, items: Map<string, Histograms>}} Tally */

/**
 * Count the answers of everybody.
 *
 * @param {Questionnaire} questionnaire
 * @param {import("./gathering.js").Person[]} people
 * @returns {Tally}
 */
export function tallyOf({ roles, items }, people) {
  /** @type {Map<string | null, number>} */
  const sizes = new Map([[null, 0]]);
  for (const { id } of roles) sizes.set(id, 0);
  /** @type {Map<string | null, Histogram[]>} */
  const rows = new Map();
  for (const { role: named, slots } of people) {
    const role = sizes.has(named) ? named : null;
    sizes.set(role, (sizes.get(role) ?? 0) + 1);
    const own = rows.get(role) ?? items.map((item) => emptyHistogram(item));
    rows.set(role, own);
    own.forEach((histogram, place) => {
      const slot = slots[place] ?? null;
      if (slot !== null) histogram[slot] = (histogram[slot] ?? 0) + 1;
    });
  }
  const counted = [...sizes.keys()].flatMap((role) => {
    const own = rows.get(role);
    return own ? [{ role, own }] : [];
  });
  return {
    people: sizes,
    items: new Map(items.map((item, place) => {
      const asked = counted.filter(({ role }) => isAsked(item, role));
      return [item.id, new Map(asked.map(({ role, own }) => [role, own[place] ?? []]))];
    })),
  };
}

/**
 * @param {Item} item
 * @returns {Histogram}
 */
function emptyHistogram(item) {
  return Array.from({ length: blankPlace(item) + 1 }, () => 0);
}

/**
 * @param {Tally} tally
 * @returns {number}
 */
export function respondentsOf({ people }) {
  return sumOf([...people.values()]);
}

/**
 * The histograms of one item, by role.
 *
 * @param {Tally} tally
 * @param {Item} item
 * @returns {Histograms}
 */
export function histogramsOf(tally, item) {
  return tally.items.get(item.id) ?? new Map();
}

/**
 * How often each level was given.
 *
 * @param {Histogram} histogram
 * @returns {Histogram}
 */
export function levelCounts(histogram) {
  return histogram.slice(0, -3);
}

/**
 * @param {Histogram} histogram
 * @returns {number}
 */
export function dontKnowCount(histogram) {
  return histogram.at(-3) ?? 0;
}

/**
 * The histogram of several roles together.
 *
 * @param {Item} item
 * @param {Iterable<Histogram>} histograms
 * @returns {Histogram}
 */
export function addedHistogram(item, histograms) {
  const total = emptyHistogram(item);
  for (const histogram of histograms) {
    histogram.forEach((count, place) => {
      total[place] = (total[place] ?? 0) + count;
    });
  }
  return total;
}

/**
 * @param {number[]} counts
 * @returns {number}
 */
export function sumOf(counts) {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Completeness and don't-know share over all answers of all people.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @returns {Pick<import("./types.js").Scores, "completeness" | "dontKnowShare">}
 */
export function groupShares({ items }, tally) {
  let [dontKnow, rated, blank] = [0, 0, 0];
  for (const item of items) {
    const total = addedHistogram(item, histogramsOf(tally, item).values());
    dontKnow += dontKnowCount(total);
    rated += sumOf(levelCounts(total));
    blank += total.at(-1) ?? 0;
  }
  return {
    completeness: shareOf(rated + dontKnow, rated + dontKnow + blank),
    dontKnowShare: shareOf(dontKnow, rated + dontKnow),
  };
}
