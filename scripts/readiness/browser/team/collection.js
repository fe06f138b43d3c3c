/**
 * What a facilitator has brought together, team by team, and the reports that were shown of it.
 * What is shown of a team is drawn from the record of its report and from nothing else, so that a
 * later report is told beside everything that readers have. Kept in this tab only.
 */

import { offered, readBreakdown } from "../group/breakdown.js";
import { preparer } from "../group/deduplication.js";
import { tell } from "../group/disclosure_control.js";
import { inOneGo } from "../in_pieces.js";
import { blocksOf, readRecord, recordJson } from "../group/report_record.js";
import { newTeam } from "./one_team.js";
import { sharedPeople } from "./shared_people.js";
import { SortingOut } from "./sorting_out.js";
import { sortedWithout } from "./taken_out.js";
import { toldReport } from "./told_report.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {import("../group/deduplication.js").Gathered} Gathered */
/** @typedef {import("./one_team.js").Team} Team */
/** @typedef {import("./one_team.js").Shown} Shown */
/** @typedef {import("./sorting_out.js").SortedOut} SortedOut */
/** @typedef {import("./told_report.js").ToldReport} ToldReport */

/** All teams, in the order in which they came. */
export class Collection {
  /**
   * @param {Questionnaire} questionnaire
   * @param {() => string} today as in ISO 8601
   */
  constructor(questionnaire, today) {
    this.questionnaire = questionnaire;
    this.today = today;
    this.reader = { questionnaire, prepare: preparer(questionnaire) };
    /** @type {Map<string, Team>} */
    this.teams = new Map();
    /** @type {WeakMap<Person[], SortedOut>} of people as they stand in a team */
    this.sorted = new WeakMap();
    /** @type {Map<string, ToldReport>} */
    this.reports = new Map();
    /** @type {Set<{team: string}>} where something is under way to a team, by whatever name */
    this.places = new Set();
    /** the team that is looked at */
    this.chosen = "";
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** whether the tab keeps everybody who is here */
    this.isKept = true;
    /** @type {() => void} called when there is something to keep */
    this.keep = () => {};
  }

  /** @param {() => void} listener called when anything has changed */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * @param {string} name
   * @returns {Team} an empty one where there is none of that name
   */
  team(name) {
    return this.teams.get(name) ?? newTeam();
  }

  /**
   * Put a team in place of what stands under its name; its report is for `show` alone to change.
   *
   * @param {string} name
   * @param {Partial<Team>} parts
   */
  change(name, parts) {
    const before = this.team(name);
    const after = { ...before, ...parts };
    const known = this.sorted.get(before.people);
    const made = known && sortedWithout(this.questionnaire, known, before, after);
    if (made) this.sorted.set(after.people, made);
    this.teams.set(name, after);
    if ("shown" in parts) this.reports.delete(name);
    this.chosen = name;
    this.tell();
  }

  /** @param {string} name */
  choose(name) {
    this.chosen = name;
    this.tell();
  }

  /** @param {string} name */
  remove(name) {
    for (const kept of [this.teams, this.reports]) kept.delete(name);
    for (const [other, team] of this.teams) {
      if (team.roundOf === name) this.teams.set(other, { ...team, roundOf: null });
    }
    this.chosen = [...this.teams.keys()].at(-1) ?? "";
    this.tell();
  }

  /**
   * Give a team another name; false where that belongs to another one.
   *
   * @param {string} old
   * @param {string} name
   * @returns {boolean}
   */
  rename(old, name) {
    if (this.teams.has(name)) return old === name;
    this.teams = new Map([...this.teams].map(([one, team]) => {
      const roundOf = team.roundOf === old ? name : team.roundOf;
      return [one === old ? name : one, { ...team, roundOf }];
    }));
    this.reports.clear();
    for (const place of this.places) {
      if (place.team === old) place.team = name;
    }
    this.chosen = name;
    this.tell();
    return true;
  }

  /**
   * Sort a team out, piece by piece, unless that is done; what comes of it is kept with its people.
   *
   * @param {Team} team
   * @returns {Generator<void, SortedOut>}
   */
  *sortOut({ people, preferred }) {
    const known = this.sorted.get(people);
    if (known !== undefined && known.preferred === preferred) return known;
    const made = yield* new SortingOut(this.questionnaire, { people, preferred }).pieces();
    this.sorted.set(people, made);
    return made;
  }

  /**
   * Who counts of a team, and who does not.
   *
   * @param {string} name
   * @returns {Gathered}
   */
  gathered(name) {
    return inOneGo(this.sortOut(this.team(name))).gathered;
  }

  /**
   * How often each answer was given in a team.
   *
   * @param {string} name
   * @returns {import("../group/frequencies.js").Frequencies}
   */
  frequencies(name) {
    return inOneGo(this.sortOut(this.team(name))).frequencies;
  }

  /**
   * The breakdowns that would do, from head-counts alone, with how many people there are by role.
   *
   * @param {string} name
   * @returns {{breakdowns: string[], people: Map<string | null, number>}}
   */
  offers(name) {
    const { people } = this.frequencies(name);
    return { breakdowns: [...offered(this.questionnaire, people)], people };
  }

  /**
   * The names of repeats about which nobody has said yet whether both count.
   *
   * @param {string} name
   * @returns {{name: string, sameAs: string}[]}
   */
  openRepeats(name) {
    const kept = new Set(this.team(name).kept);
    return this.gathered(name).repeats.filter((repeat) => !kept.has(repeat.name));
  }

  /**
   * The other teams of which a report was shown and that have people of this one; rounds of the
   * same team are left out.
   *
   * @param {string} name
   * @returns {{team: string, names: string[]}[]}
   */
  sharing(name) {
    const { people } = this.team(name);
    const rounds = this.rounds(name);
    return [...this.teams].flatMap(([other, { people: theirs, shown }]) => {
      const isOther = other !== name && shown !== null && !rounds.has(other);
      const names = isOther ? sharedPeople(people, theirs) : [];
      return names.length === 0 ? [] : [{ team: other, names }];
    });
  }

  /**
   * All rounds of a team, itself among them.
   *
   * @param {string} name
   * @returns {Set<string>}
   */
  rounds(name) {
    const found = new Set([name]);
    for (const one of found) {
      for (const [other, { roundOf }] of this.teams) {
        if (other === one && roundOf !== null) found.add(roundOf);
        if (roundOf === one) found.add(other);
      }
    }
    return found;
  }

  /**
   * The later round of a team of which a report was shown; readers compare it with any further one.
   *
   * @param {string} name
   * @returns {string | null}
   */
  laterRound(name) {
    const found = [...this.teams].find(([, team]) => team.roundOf === name && team.shown !== null);
    return found?.[0] ?? null;
  }

  /**
   * Say that a team is the later round of another one, after all rounds of it that were shown.
   *
   * @param {string} name
   * @param {string} other
   */
  follow(name, other) {
    let last = other;
    for (let next = this.laterRound(last); next !== null; next = this.laterRound(last)) last = next;
    this.change(name, { roundOf: last });
  }

  /**
   * What readers have already: the last report of the team, or of the round before.
   *
   * @param {string} name
   * @returns {Shown | null}
   */
  earlier(name) {
    const { shown, roundOf } = this.team(name);
    return shown ?? (roundOf === null ? null : this.team(roundOf).shown);
  }

  /**
   * Show the report of a team: its record is written first, and all that is seen comes from it.
   *
   * @param {string} name
   * @param {string} breakdown used for a first report only
   * @returns {boolean} false where too few people are left to tell of; what was shown stays
   */
  show(name, breakdown) {
    const { questionnaire } = this;
    const frequencies = this.frequencies(name);
    const before = this.earlier(name);
    const earlier = before && readRecord(questionnaire, questionnaire.fingerprint, before.record);
    const blocks = earlier
      ? blocksOf(questionnaire, earlier.tables)
      : readBreakdown(questionnaire, frequencies.people, breakdown);
    const tables = tell(questionnaire, frequencies, blocks, earlier);
    if (tables.respondents === null) return false;
    const record = recordJson(questionnaire, questionnaire.fingerprint, tables, this.today());
    const { outside, leftOut, otherEditions } = tables;
    this.change(name, { shown: { record, outside, leftOut, otherEditions }, hasChanged: false });
    return true;
  }

  /**
   * The report that was shown of a team; null before that.
   *
   * @param {string} name
   * @returns {ToldReport | null}
   */
  reportOf(name) {
    const known = this.reports.get(name);
    const { shown } = this.team(name);
    if (known || shown === null) return known ?? null;
    const made = toldReport(this.questionnaire, shown);
    this.reports.set(name, made);
    return made;
  }

  /**
   * Tell whether the report of a team was worked out before, or need not be.
   *
   * @param {string} name
   * @returns {boolean}
   */
  isWorkedOut(name) {
    return this.reports.has(name) || this.team(name).shown === null;
  }

  /** @returns {string[]} the teams of which there is a report */
  reported() {
    return [...this.teams].filter(([, { shown }]) => shown !== null).map(([name]) => name);
  }

  tell() {
    for (const listener of this.listeners) listener();
    this.keep();
  }
}
