/**
 * Decides what a reader of a group report may see; what is not decided here is not published.
 *
 * Nothing of fewer than `kMin` people, nothing that follows by subtraction, and no figure that is
 * only possible if everybody in a group gave the same answer. Each rule looks at less than it
 * tells, so that what is missing tells no more. Whoever holds the files can read them.
 */

import { adLimit, levelSum, meanLevel, pointsBetween, spreadOf, tenthsOf } from "./agreement.js";
import { fraction, minus, negative, plus, times } from "./arithmetic.js";
import { exactCell, exactly, hiddenItem, isApart, openItem, unknownShare } from "./cells.js";
import { floorOf, isBelow, ratio, whole } from "./ratio.js";
import { addedHistogram, histogramsOf, levelCounts, sumOf } from "./tally.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").GroupRules} GroupRules */
/** @typedef {import("./tally.js").Tally} Tally */
/** @typedef {import("./tally.js").Histograms} Histograms */
/** @typedef {import("./cells.js").Cell} Cell */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").ItemView} ItemView */
/** @typedef {Map<string | null, number>} Sizes */
/**
 * @typedef {object} Ratings
 * @property {number[]} total of everybody
 * @property {Map<string, number[]>} parts of each shown role
 * @property {number[]} rest of all others together
 * @property {number[][]} blocks parts and rest that have any
 */

export const HIDES_NOTHING = 1;
const OTHERS_TO_MIX = 3;
const END_TENTHS = 4;
const PAIR_BELOW_LIMIT = 12;

/**
 * The roles that may be shown: those hidden hold nobody, or at least `kMin` people.
 *
 * @param {Tally} tally
 * @param {GroupRules} rules
 * @returns {string[]}
 */
export function visibleRoles({ people }, { kMin }) {
  return uncover([...people.keys()].filter((role) => role !== null), people, people, kMin);
}

/**
 * What may be told of each item.
 *
 * @param {import("./types.js").Questionnaire} questionnaire
 * @param {Tally} tally
 * @returns {ItemView[]}
 */
export function itemViews({ items, group: rules }, tally) {
  if (rules.kMin === HIDES_NOTHING) {
    return items.map((item) => openItem(item, histogramsOf(tally, item), rules));
  }
  const visible = visibleRoles(tally, rules);
  return items.map((item) => guardedItem(item, histogramsOf(tally, item), visible, rules));
}

/**
 * The roles with at least `least` raters, without the fewest until the hidden are none or enough.
 *
 * @param {string[]} roles
 * @param {Sizes} people
 * @param {Sizes} raters
 * @param {number} least
 * @returns {string[]}
 */
function uncover(roles, people, raters, least) {
  const sizeOf = (/** @type {string | null} */ role) => raters.get(role) ?? 0;
  let left = roles.filter((role) => sizeOf(role) >= least);
  while (left.length > 0) {
    const hidden = [...people].filter(([role, size]) => size > 0 && !left.includes(role ?? ""));
    if (hidden.length === 0 || sumOf(hidden.map(([role]) => sizeOf(role))) >= least) break;
    const smallest = left.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
    left = left.filter((role) => role !== smallest);
  }
  return left;
}

/**
 * @param {Item} item
 * @param {Histograms} histograms
 * @param {string[]} visible
 * @param {GroupRules} rules
 * @returns {ItemView}
 */
function guardedItem(item, histograms, visible, rules) {
  const hidden = hiddenItem(item, histograms);
  const total = levelCounts(addedHistogram(item, histograms.values()));
  if (sumOf(total) < rules.kMin) return hidden;
  const people = new Map([...histograms].map(([role, all]) => [role, sumOf(all)]));
  const raters = new Map([...histograms].map(([role, all]) => [role, sumOf(levelCounts(all))]));
  const asked = visible.filter((role) => histograms.has(role));
  const parts = new Map(
    uncover(asked, people, raters, rules.kMin).map((role) => {
      return [role, levelCounts(histograms.get(role) ?? [])];
    }),
  );
  const rest = total.map((count, place) => {
    return count - sumOf([...parts.values()].map((part) => part[place] ?? 0));
  });
  const blocks = [...parts.values(), rest].filter((block) => sumOf(block) > 0);
  const told = toldOf(item, { total, parts, rest, blocks }, rules);
  const roles = new Map([...hidden.roles, ...(told.roles ?? [])]);
  return { ...hidden, ...told, roles, dontKnow: quarterOf(unknownShare(item, histograms)) };
}

/**
 * All figures where every block is mixed, else only what does not show one that is not. In a
 * mixed block nobody's answer follows from any figure of the block: two people who answered
 * differently could have changed places.
 *
 * @param {Item} item
 * @param {Ratings} ratings
 * @param {GroupRules} rules
 * @returns {Partial<ItemView>}
 */
function toldOf(item, ratings, rules) {
  const { total, parts, blocks } = ratings;
  const people = sumOf(total);
  if (blocks.every(isMixed)) {
    return {
      total: exactCell(item, total),
      roles: new Map([...parts].map(([role, part]) => [role, exactCell(item, part)])),
      spread: spreadOf(total),
      distribution: people >= rules.distributionMin ? total : null,
    };
  }
  if (endOf(total)) return { total: bandCell(item, total, rules) };
  const cell = meanCell(item, total, rules);
  return {
    total: blocks.length > 1 ? { ...cell, apart: mustBeApart(ratings) } : cell,
    roles: roleCells(item, ratings, rules),
  };
}

/**
 * Tell whether AD is above its limit by the means of the blocks alone; null is not known.
 * The AD of everybody could show that a block is of one mind, where any other answers of the
 * same sum would lift it over its limit.
 *
 * @param {Ratings} ratings
 * @returns {boolean | null}
 */
function mustBeApart({ total, blocks }) {
  if (blocks.some(endOf)) return null;
  const mean = meanLevel(total);
  const away = blocks.map((block) => {
    const distance = minus(meanLevel(block), mean);
    const size = distance.n < 0n ? negative(distance) : distance;
    return times(whole(sumOf(block)), size);
  });
  const ad = times(away.reduce(plus), fraction(1, sumOf(total)));
  return isBelow(adLimit(total.length), ad) || null;
}

/**
 * @param {number[]} counts
 * @returns {boolean}
 */
function isMixed(counts) {
  return sumOf(counts) - Math.max(...counts) >= OTHERS_TO_MIX;
}

/**
 * The means of the roles; if some block lies at an end, at most that of one role.
 *
 * @param {Item} item
 * @param {Ratings} ratings
 * @param {GroupRules} rules
 * @returns {Map<string, Cell>}
 */
function roleCells(item, ratings, rules) {
  const { parts, rest, blocks } = ratings;
  if (!blocks.some(endOf)) {
    return new Map([...parts].map(([role, part]) => [role, meanCell(item, part, rules)]));
  }
  for (const [role, part] of parts) {
    const mean = meanOfOthers(ratings, part);
    if (!mean) continue;
    const cells = new Map([[role, bandCell(item, part, rules)]]);
    const others = [...parts].filter(([other]) => other !== role);
    const [only, ...more] = others;
    if (only && more.length === 0 && sumOf(rest) === 0) {
      const raters = stepsOf(sumOf(only[1]), rules);
      const points = pointsBetween(item, mean.low, mean.high);
      cells.set(only[0], { raters, mean, points, apart: null });
    }
    return cells;
  }
  return new Map();
}

/**
 * The mean of all others if this part has any sum of its end; null where it is not to be told.
 * Where some sum of the end would put the others at an end too, or off the scale, the end and
 * the total together could leave one possibility only.
 *
 * @param {Ratings} ratings
 * @param {number[]} part
 * @returns {Range | null}
 */
function meanOfOthers({ total }, part) {
  const end = endOf(part);
  const people = sumOf(total) - sumOf(part);
  if (!end || people === 0) return null;
  const levels = part.length;
  const least = levelSum(total) - end.most;
  const most = levelSum(total) - end.least;
  if (least < people || most > people * levels) return null;
  if (endOfSum(least, people, levels) || endOfSum(most, people, levels)) return null;
  return { low: fraction(least, people), high: fraction(most, people) };
}

/**
 * @param {number[]} counts
 * @returns {{least: number, most: number} | null}
 */
function endOf(counts) {
  return endOfSum(levelSum(counts), sumOf(counts), counts.length);
}

/**
 * The least and greatest sum of the end that a mean lies at; null is no end.
 *
 * @param {number} total
 * @param {number} people
 * @param {number} levels
 * @returns {{least: number, most: number} | null}
 */
function endOfSum(total, people, levels) {
  const mean = tenthsOf(fraction(total, people));
  if (mean <= 10 + END_TENTHS) {
    return { least: people, most: Math.ceil((people * (21 + 2 * END_TENTHS)) / 20) - 1 };
  }
  if (mean >= 10 * levels - END_TENTHS) {
    const least = Math.ceil((people * (20 * levels - 2 * END_TENTHS - 1)) / 20);
    return { least, most: people * levels };
  }
  return null;
}

/**
 * The figures of ratings at an end: the whole end.
 *
 * @param {Item} item
 * @param {number[]} counts
 * @param {GroupRules} rules
 * @returns {Cell}
 */
function bandCell(item, counts, rules) {
  const [levels, width, half] = [whole(counts.length), fraction(END_TENTHS, 10), fraction(1, 20)];
  const isLow = tenthsOf(meanLevel(counts)) <= 10 + END_TENTHS;
  const mean = isLow
    ? { low: whole(1), high: plus(whole(1), width) }
    : { low: minus(levels, width), high: levels };
  const points = isLow
    ? pointsBetween(item, mean.low, plus(mean.high, half))
    : pointsBetween(item, minus(mean.low, half), mean.high);
  return { raters: stepsOf(sumOf(counts), rules), mean, points, apart: null };
}

/**
 * The figures that follow from the mean level alone, and AD's flag: two of equal answers can move
 * apart by one level each without lifting AD over its limit.
 *
 * @param {Item} item
 * @param {number[]} counts
 * @param {GroupRules} rules
 * @returns {Cell}
 */
function meanCell(item, counts, rules) {
  const mean = meanLevel(counts);
  const points = pointsBetween(item, mean, mean);
  const raters = stepsOf(sumOf(counts), rules);
  const isTold = floorOf(raters.low) * counts.length >= PAIR_BELOW_LIMIT;
  return { raters, mean: exactly(mean), points, apart: isTold ? isApart(counts) : null };
}

/**
 * A number of people in steps of `kMin`.
 *
 * @param {number} people
 * @param {GroupRules} rules
 * @returns {Range}
 */
function stepsOf(people, { kMin }) {
  const low = people - (people % kMin);
  return { low: whole(low), high: whole(low + kMin - 1) };
}

/**
 * The quarter that a share lies in; the last holds 1.
 *
 * @param {Ratio} share
 * @returns {Range}
 */
export function quarterOf({ n, d }) {
  const quarter = Math.min(3, floorOf(ratio(4n * n, d)));
  return {
    low: fraction(quarter, 4),
    high: fraction(quarter === 3 ? 100 : 25 * quarter + 24, 100),
  };
}
