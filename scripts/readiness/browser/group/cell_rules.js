/**
 * How the ratings of one item are told, block by block and part by part (scoring.md 3.6, 2 to 4).
 *
 * A part is a half of the scale, or all of a scale that has no halves. A part in which some block
 * has nearly all of its people is exposed; it is told level by level only if no level holds nearly
 * all.
 */

import { sumOf } from "../engine/arithmetic.js";

/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").GroupRules} GroupRules */
/** @typedef {readonly number[]} Counts */

/** The ratings of an item, by level, of each block with at least `kMin` raters. */
export class ItemRatings {
  /**
   * @param {Item} item
   * @param {Map<string, Counts>} blocks
   * @param {GroupRules} rules
   * @param {boolean} isEveryone
   */
  constructor(item, blocks, rules, isEveryone) {
    this.item = item;
    this.blocks = blocks;
    this.rules = rules;
    this.isEveryone = isEveryone;
  }

  /**
   * The ratings of one block.
   *
   * @param {string} block
   * @returns {Counts}
   */
  of(block) {
    const counts = this.blocks.get(block);
    if (counts === undefined) throw new RangeError(`no block ${block}`);
    return counts;
  }

  /**
   * Tell whether a block is told of as a whole only.
   *
   * @param {string} block
   * @returns {boolean}
   */
  isSmall(block) {
    return sumOf(this.of(block)) < this.rules.distributionMin;
  }

  /**
   * How many rated in these blocks together.
   *
   * @param {string[]} blocks
   * @returns {number}
   */
  raters(blocks) {
    return sumOf(blocks.map((block) => sumOf(this.of(block))));
  }

  /**
   * Tell whether these blocks together may be told level by level at all.
   *
   * @param {string[]} blocks
   * @returns {boolean}
   */
  tellsParts(blocks) {
    return this.isEveryone || this.raters(blocks) >= this.rules.distributionMin;
  }
}

/**
 * Where the halves of an item's scale start and end; one part without halves.
 *
 * @param {Item} item
 * @returns {[number, number][]}
 */
export function partsOf({ levels, cut }) {
  return cut === null ? [[0, levels]] : [[0, cut], [cut, levels]];
}

/**
 * How many people chose each part.
 *
 * @param {Item} item
 * @param {Counts} counts
 * @returns {Counts}
 */
export function partCounts(item, counts) {
  return partsOf(item).map(([start, end]) => sumOf(counts.slice(start, end)));
}

/**
 * Tell whether some block has all of its people, or all but so few, in a part.
 *
 * @param {Counts[]} blocks people by part
 * @param {number} part
 * @param {number} colluders
 * @returns {boolean}
 */
export function isExposed(blocks, part, colluders) {
  return blocks.some((block) => {
    const people = sumOf(block);
    return people > 0 && (block[part] ?? 0) >= people - colluders;
  });
}

/**
 * Tell whether one level holds nearly all of these people.
 *
 * @param {Counts} levels
 * @param {number} colluders
 * @returns {boolean}
 */
export function isOneMinded(levels, colluders) {
  return Math.max(...levels) >= sumOf(levels) - colluders;
}

/**
 * Tell of blocks together, part by part (rules 3 and 4).
 *
 * @param {ItemRatings} ratings
 * @param {string[]} blocks
 * @returns {import("./told_tables.js").ToldCell}
 */
export function tellCell(ratings, blocks) {
  const { item, rules } = ratings;
  const total = addedLevels(blocks.map((block) => ratings.of(block)));
  const byPart = blocks.map((block) => partCounts(item, ratings.of(block)));
  const mayTell = ratings.tellsParts(blocks);
  const parts = partsOf(item).map(([start, end], place) => {
    const levels = total.slice(start, end);
    const hides = isExposed(byPart, place, rules.colluders);
    const shown = mayTell && !(hides && isOneMinded(levels, rules.colluders));
    return { start, end, people: sumOf(levels), levels: shown ? levels : null };
  });
  return { blocks: [...blocks], raters: sumOf(total), parts };
}

/**
 * People by level of several blocks together; there is at least one.
 *
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function addedLevels(counts) {
  const [first = []] = counts;
  return first.map((_, place) => sumOf(counts.map((levels) => levels[place] ?? 0)));
}

/**
 * The blocks that are told of together: the small ones as a pool, each other alone.
 *
 * @param {ItemRatings} ratings
 * @param {string[]} blocks
 * @returns {string[][]}
 */
export function gatherCells(ratings, blocks) {
  const small = blocks.filter((block) => ratings.isSmall(block));
  const large = blocks.filter((block) => !ratings.isSmall(block)).map((block) => [block]);
  return small.length > 0 ? [small, ...large] : large;
}
