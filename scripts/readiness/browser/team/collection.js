/**
 * The contributions that a facilitator has brought together, by team; what is kept of them for a
 * reload is in this tab only. Groups are worked out here, once for each change of a team.
 */

import { everyone } from "../group/breakdown.js";
import { gather, preparer } from "../group/deduplication.js";
import { tell } from "../group/disclosure_control.js";
import { count } from "../group/frequencies.js";
import { groupReport } from "../group/report.js";
import { reportJson } from "../group/report_json.js";
import { recordJson } from "../group/report_record.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../group/deduplication.js").Person} Person */
/** @typedef {import("../group/deduplication.js").Left} Left */
/** @typedef {import("../group/report_record.js").RecordJson} GroupRecord */
/** @typedef {import("./contributions.js").RefusedSource} RefusedSource */

/**
 * @typedef {object} Team
 * @property {Person[]} people
 * @property {RefusedSource[]} refused
 * @property {number} idle lines of pasted text without a code
 * @property {GroupRecord | null} published the record of the last report that went out
 *
 * @typedef {object} GroupReport
 * @property {string} team
 * @property {any} report what may be shown; see `GroupReportJson`
 * @property {Left[]} left for the facilitator's eyes only
 * @property {number} counted
 * @property {() => GroupRecord} record
 */

/** All teams, in the order in which they came. */
export class Collection {
  /** @param {Questionnaire} questionnaire */
  constructor(questionnaire) {
    this.questionnaire = questionnaire;
    this.reader = { questionnaire, prepare: preparer(questionnaire) };
    /** @type {Map<string, Team>} */
    this.teams = new Map();
    /** @type {Map<string, GroupReport>} */
    this.reports = new Map();
    /** the team that was changed last */
    this.latest = "";
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** @type {() => void} called when there is something to keep */
    this.keep = () => {};
  }

  /** @param {() => void} listener called when people came or went */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * Add what was read to a team, which is made if there is none of that name.
   *
   * @param {string} name
   * @param {import("./sources.js").Batch} batch
   */
  add(name, { people, refused, idle, record }) {
    const team = this.teams.get(name) ?? { people: [], refused: [], idle: 0, published: null };
    this.teams.set(name, {
      people: [...team.people, ...people],
      refused: [...team.refused, ...refused],
      idle: team.idle + idle,
      published: record ?? team.published,
    });
    this.changed(name);
  }

  /** @param {string} name */
  remove(name) {
    this.teams.delete(name);
    this.changed(name);
  }

  /**
   * Note that a report went out: the next one is compared with it.
   *
   * @param {string} name
   */
  publish(name) {
    const team = this.teams.get(name);
    if (team === undefined) return;
    this.teams.set(name, { ...team, published: this.reportOf(name).record() });
    this.keep();
  }

  /**
   * The report of a team, worked out when it is first asked for.
   *
   * @param {string} name
   * @returns {GroupReport}
   */
  reportOf(name) {
    const known = this.reports.get(name);
    if (known) return known;
    const { questionnaire } = this;
    const gathered = gather(this.teams.get(name)?.people ?? []);
    const frequencies = count(questionnaire, gathered);
    const tables = tell(questionnaire, frequencies, everyone(questionnaire), null);
    const today = () => new Date().toISOString().slice(0, 10);
    const made = {
      team: name,
      report: reportJson(questionnaire, groupReport(questionnaire, tables)),
      left: gathered.left,
      counted: gathered.people.length,
      record: () => recordJson(questionnaire, questionnaire.fingerprint, tables, today()),
    };
    this.reports.set(name, made);
    return made;
  }

  /** @param {string} name */
  changed(name) {
    this.latest = name;
    this.reports.delete(name);
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
    this.keep();
  }
}
