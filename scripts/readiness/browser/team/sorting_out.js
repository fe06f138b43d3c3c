/** Sorts a team out, piece by piece: who counts, and how often each answer was given. */

import { Gathering } from "../group/deduplication.js";
import { Counting } from "../group/frequencies.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Person} Person */

/**
 * @typedef {object} SortedOut
 * @property {string[]} preferred with which it was done
 * @property {import("../group/deduplication.js").Gathered} gathered
 * @property {import("../group/frequencies.js").Frequencies} frequencies
 */

/** The work; it takes what it needs when it begins. */
export class SortingOut {
  /**
   * @param {Questionnaire} questionnaire
   * @param {{people: Person[], preferred: string[]}} team
   */
  constructor(questionnaire, { people, preferred }) {
    this.questionnaire = questionnaire;
    this.people = people;
    this.preferred = preferred;
  }

  /** @returns {Generator<void, SortedOut>} */
  *pieces() {
    const { questionnaire, people, preferred } = this;
    const gathered = yield* new Gathering(people, new Set(preferred)).pieces();
    const frequencies = yield* new Counting(questionnaire, gathered).pieces();
    return { preferred, gathered, frequencies };
  }
}
