/** Adds what was read to a team, and says what of it counts: nothing is counted in silence. */

import { teamWords } from "../words_team.js";
import { withPeople } from "./one_team.js";

/** @typedef {import("./collection.js").Collection} Collection */
/** @typedef {import("./contributions.js").RefusedSource} RefusedSource */
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
export function addArrival(collection, name, { people, refused, idle, record }) {
  const before = collection.team(name);
  const isLate = record !== null && before.shown !== null;
  const hasRecord = record !== null && !isLate;
  const all = isLate ? refused.concat([lateRecord(record.day)]) : refused;
  const { team, names } = withPeople(before, people);
  collection.change(name, {
    ...team,
    refused: before.refused.concat(all),
    idle: before.idle + idle,
    shown: hasRecord ? { record, outside: 0, leftOut: null, otherEditions: null } : before.shown,
    hasChanged: hasRecord ? team.people.length > 0 : team.hasChanged,
  });
  const own = new Set(names);
  /** @type {Map<string, number>} */
  const fates = new Map();
  let displaced = 0;
  for (const left of collection.gathered(name).left) {
    if (own.has(left.name)) fates.set(left.fate, (fates.get(left.fate) ?? 0) + 1);
    else if (left.kept !== null && own.has(left.kept) && left.fate !== "duplicate") displaced += 1;
  }
  const repeats = collection.openRepeats(name).filter((repeat) => own.has(repeat.name)).length;
  const others = [...fates.values()].reduce((sum, one) => sum + one, 0);
  const counted = names.length - others;
  return { names, counted, fates, refused: all.length, displaced, repeats, hasRecord };
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
