/** One team as the page knows it: who came, what the facilitator decided, the report shown last. */

import { isPieceOver } from "../in_pieces.js";

/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {import("./contributions.js").RefusedSource} RefusedSource */

/**
 * @typedef {object} Shown the report that was shown last, as its record
 * @property {import("../group/report_record.js").RecordJson} record
 * @property {number} outside people of roles that came later and are too few
 * @property {number | null} leftOut how many people had answered too little; null is not known
 * @property {[string, number][] | null} otherEditions
 *
 * @typedef {object} Team
 * @property {Person[]} people each under a name of its own
 * @property {RefusedSource[]} refused
 * @property {number} idle lines of pasted text without a code
 * @property {number | null} asked how many people were asked, where the facilitator says it
 * @property {string[]} preferred what counts before other answers of the same person
 * @property {string[]} kept what counts although it says the same as something else
 * @property {string | null} roundOf the team of which this is the later round
 * @property {Shown | null} shown
 * @property {boolean} hasChanged whether people came or went since the report was shown
 */

/** @returns {Team} */
export function newTeam() {
  return {
    people: [],
    refused: [],
    idle: 0,
    asked: null,
    preferred: [],
    kept: [],
    roundOf: null,
    shown: null,
    hasChanged: false,
  };
}

/** Adds people to a team, piece by piece, each under a name that nobody else has. */
export class Joining {
  /**
   * @param {Team} team
   * @param {Person[]} people
   */
  constructor(team, people) {
    this.team = team;
    this.people = people;
    /** @type {Set<string>} */
    this.taken = new Set();
    /** @type {Map<string, number>} */
    this.used = new Map();
  }

  /** @returns {Generator<void, {team: Team, names: string[]}>} with the names of those who came */
  *pieces() {
    const { team } = this;
    for (const { name } of team.people) {
      this.taken.add(name);
      if (isPieceOver(this.taken.size)) yield;
    }
    const named = [];
    for (const person of this.people) {
      named.push(this.named(person));
      if (isPieceOver(named.length)) yield;
    }
    const names = named.map(({ name }) => name);
    const hasChanged = team.hasChanged || (team.shown !== null && named.length > 0);
    return { team: { ...team, people: team.people.concat(named), hasChanged }, names };
  }

  /**
   * @param {Person} person
   * @returns {Person}
   */
  named(person) {
    let { name } = person;
    for (let number = this.used.get(person.name) ?? 2; this.taken.has(name); number += 1) {
      name = `${person.name} (${number})`;
      this.used.set(person.name, number + 1);
    }
    this.taken.add(name);
    return name === person.name ? person : { ...person, name };
  }
}

/**
 * Take people out, with whatever was decided about them.
 *
 * @param {Team} team
 * @param {string[]} names
 * @returns {Team}
 */
export function withoutPeople(team, names) {
  const gone = new Set(names);
  const stays = (/** @type {string} */ name) => !gone.has(name);
  return {
    ...team,
    people: team.people.filter(({ name }) => stays(name)),
    preferred: team.preferred.filter(stays),
    kept: team.kept.filter(stays),
    hasChanged: team.hasChanged || team.shown !== null,
  };
}
