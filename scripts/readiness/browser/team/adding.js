/** Adds what was read to a team, and says what of it counts: nothing is counted in silence. */

import { inOneGo, isPieceOver } from "../in_pieces.js";
import { teamWords } from "../words_team.js";
import { Joining, newTeam } from "./one_team.js";
import { personText, refusedText } from "./tab.js";

/** @typedef {import("./collection.js").Collection} Collection */
/** @typedef {import("./contributions.js").RefusedSource} RefusedSource */
/** @typedef {import("./one_team.js").Team} Team */
/** @typedef {import("../group/deduplication.js").Person} Person */

/**
 * @typedef {object} Arrival
 * @property {Person[]} people
 * @property {RefusedSource[]} refused
 * @property {number} idle
 * @property {import("../group/report_record.js").RecordJson | null} record of an earlier report
 *
 * @typedef {object} Added
 * @property {string[]} names of those who came
 * @property {number} counted how many of them count
 * @property {Map<string, number>} fates of the others
 * @property {number} refused
 * @property {number} displaced how many that came before count no longer
 * @property {number} repeats how many say the same as another one, and do not say whose they are
 * @property {boolean} hasRecord whether the record of an earlier report was taken
 */

/**
 * Add an arrival to a team, which is made if there is none of that name.
 *
 * @param {Collection} collection
 * @param {string} name
 * @param {Arrival} arrival
 * @returns {Added}
 */
export function addArrival(collection, name, arrival) {
  const arriving = new Arriving(collection, { team: name }, arrival);
  inOneGo(arriving.pieces());
  return arriving.add();
}

/**
 * Makes an arrival ready for a team, piece by piece, and adds it in one short step. Until then the team
 * stays as it is: the work may be given up at any time, and whatever happens to the team stands.
 */
export class Arriving {
  /**
   * @param {Collection} collection
   * @param {{team: string}} place the name of the team, which may change while the work goes on
   * @param {Arrival} arrival
   */
  constructor(collection, place, arrival) {
    this.collection = collection;
    this.place = place;
    this.arrival = arrival;
    /** @type {{team: Team, names: string[]}} */
    this.ready = { team: newTeam(), names: [] };
  }

  /** @returns {Generator<void, void>} done when it can be added to the team as it is then */
  *pieces() {
    let ready = yield* this.made();
    // Somebody may have come or gone while it rested: then it was not made for the team as it is now.
    while (this.collection.teams.get(this.place.team) !== ready.known) ready = yield* this.made();
    this.ready = ready;
  }

  /** @returns {Generator<void, {known: Team | undefined, team: Team, names: string[]}>} */
  *made() {
    const known = this.collection.teams.get(this.place.team);
    const { team, names } = yield* new Joining(known ?? newTeam(), this.arrival.people).pieces();
    yield* this.written(team);
    yield* this.collection.sortOut(team);
    yield;
    return { known, team, names };
  }

  /**
   * What the tab keeps is written before, so that keeping it takes one short step.
   *
   * @param {Team} team
   * @returns {Generator<void, void>}
   */
  *written({ people }) {
    for (const [at, person] of people.entries()) {
      personText(person);
      if (isPieceOver(at + 1)) yield;
    }
    for (const [at, refused] of this.arrival.refused.entries()) {
      refusedText(refused);
      if (isPieceOver(at + 1)) yield;
    }
  }

  /** @returns {Added} to be called at once when the pieces are done */
  add() {
    const { collection, place } = this;
    const { team: before, names } = this.ready;
    const { refused, idle, record } = this.arrival;
    const isLate = record !== null && before.shown !== null;
    const hasRecord = record !== null && !isLate;
    const all = isLate ? refused.concat([lateRecord(record.day)]) : refused;
    collection.change(place.team, {
      ...before,
      refused: before.refused.concat(all),
      idle: before.idle + idle,
      shown: hasRecord ? { record, outside: 0, leftOut: null, otherEditions: null } : before.shown,
      hasChanged: hasRecord ? before.people.length > 0 : before.hasChanged,
    });
    const own = new Set(names);
    /** @type {Map<string, number>} */
    const fates = new Map();
    let displaced = 0;
    for (const left of collection.gathered(place.team).left) {
      if (own.has(left.name)) fates.set(left.fate, (fates.get(left.fate) ?? 0) + 1);
      else if (left.kept !== null && own.has(left.kept) && left.fate !== "duplicate") displaced += 1;
    }
    const repeats = collection.openRepeats(place.team).filter((repeat) => own.has(repeat.name)).length;
    const others = [...fates.values()].reduce((sum, one) => sum + one, 0);
    const counted = names.length - others;
    return { names, counted, fates, refused: all.length, displaced, repeats, hasRecord };
  }
}

/**
 * The highest number that a kind of contribution has here, 0 without one.
 *
 * @param {Collection} collection
 * @param {(number: number) => string} nameOf
 * @returns {number}
 */
export function lastNumber({ teams }, nameOf) {
  let most = 0;
  for (const { people, refused } of teams.values()) {
    for (const { name } of [...people, ...refused]) {
      const number = Number(/^\D+(\d+)/.exec(name)?.[1] ?? 0);
      if (number > most && name.startsWith(nameOf(number))) most = number;
    }
  }
  return most;
}

/**
 * A record that comes when a report of the team was shown already.
 *
 * @param {string} day
 * @returns {RefusedSource}
 */
function lateRecord(day) {
  return { name: teamWords.recordName(day), outcome: "record-late", place: null, found: "" };
}
