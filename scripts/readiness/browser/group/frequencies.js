/**
 * How often each answer was given to each item, by role: all that a group report is made from.
 *
 * Counts only. A histogram holds the levels, then "don't know", "does not apply" and blank; people
 * without a role are counted under null. Counts are sums: those of two halves of a group add up to
 * those of the whole.
 */

import { isAsked } from "../engine/responses.js";
import { blank } from "./deduplication.js";
import { inOneGo, isPieceOver } from "../in_pieces.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {number[]} Histogram */
/** @typedef {Map<string | null, Histogram>} Histograms of one item, by role */
/** @typedef {Map<string | null, Histogram[]>} Rows by role: for each item its histogram */
/**
 * @typedef {object} Frequencies
 * @property {Map<string | null, number>} people by role
 * @property {number} respondents how many people count
 * @property {Map<string, Histograms>} items those of every role that was asked
 * @property {number | null} leftOut people who dealt with too little; null where nobody knows
 * @property {[string, number][] | null} otherEditions likewise
 */

/**
 * Count the answers of everybody who counts.
 *
 * @param {Questionnaire} questionnaire
 * @param {import("./deduplication.js").Gathered} gathered
 * @returns {Frequencies}
 */
export function count(questionnaire, gathered) {
  return inOneGo(new Counting(questionnaire, gathered).pieces());
}

/** Counts answers, piece by piece; `count` does it in one go. */
export class Counting {
  /**
   * @param {Questionnaire} questionnaire
   * @param {import("./deduplication.js").Gathered} gathered
   */
  constructor(questionnaire, gathered) {
    this.questionnaire = questionnaire;
    this.gathered = gathered;
    /** @type {Map<string | null, number>} */
    this.sizes = new Map(rolesOf(questionnaire).map((role) => [role, 0]));
    /** @type {Rows} */
    this.rows = new Map();
  }

  /** @returns {Generator<void, Frequencies>} */
  *pieces() {
    const { people, leftOut, otherEditions } = this.gathered;
    for (const [place, person] of people.entries()) {
      this.add(person);
      if (isPieceOver(place + 1)) yield;
    }
    const items = byItem(this.questionnaire, this.rows);
    return { people: this.sizes, respondents: people.length, items, leftOut, otherEditions };
  }

  /** @param {import("./deduplication.js").Person} person */
  add({ role: named, slots }) {
    const role = this.sizes.has(named) ? named : null;
    this.sizes.set(role, (this.sizes.get(role) ?? 0) + 1);
    const own = this.rows.get(role) ?? this.questionnaire.items.map(empty);
    this.rows.set(role, own);
    own.forEach((histogram, place) => {
      const slot = slots[place] ?? null;
      if (slot !== null) histogram[slot] = (histogram[slot] ?? 0) + 1;
    });
  }
}

/**
 * The histograms of each item by role, from those of each role by place of the item.
 *
 * @param {Questionnaire} questionnaire
 * @param {Rows} rows
 * @returns {Map<string, Histograms>}
 */
export function byItem(questionnaire, rows) {
  return new Map(questionnaire.items.map((item, place) => {
    /** @type {Histograms} */
    const found = new Map();
    for (const role of rolesOf(questionnaire)) {
      const own = rows.get(role)?.[place];
      if (own && isAsked(item, role)) found.set(role, own);
    }
    return [item.id, found];
  }));
}

/**
 * The roles in their order, after null for people without one.
 *
 * @param {Questionnaire} questionnaire
 * @returns {(string | null)[]}
 */
export function rolesOf({ roles }) {
  return [null, ...roles.map(({ id }) => id)];
}

/**
 * A histogram of nobody.
 *
 * @param {Item} item
 * @returns {Histogram}
 */
export function empty(item) {
  return Array.from({ length: blank(item) + 1 }, () => 0);
}

/**
 * The histogram of several roles together.
 *
 * @param {Item} item
 * @param {Iterable<Histogram>} histograms
 * @returns {Histogram}
 */
export function added(item, histograms) {
  const total = empty(item);
  for (const histogram of histograms) {
    histogram.forEach((people, place) => {
      total[place] = (total[place] ?? 0) + people;
    });
  }
  return total;
}
