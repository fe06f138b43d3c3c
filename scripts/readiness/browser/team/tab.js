/**
 * What is kept of the team page until the tab is closed: sessionStorage, and nothing else uses it.
 * Contributions of other people are never written to a place that outlives the tab.
 */

import { restorePerson, shortPerson } from "../group/deduplication.js";
import { isPieceOver } from "../in_pieces.js";
import { newTeam } from "./one_team.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./one_team.js").Team} Team */

const KEPT_VERSION = 1;
// No browser gives a tab more room than for about five million signs: more is not even tried.
const LARGEST_KEPT = 6_000_000;
/** @type {WeakMap<object, string>} what was written before; nothing of it is ever changed in place */
const texts = new WeakMap();

/**
 * Name the place of a questionnaire's team page.
 *
 * @param {string} siteRoot
 * @param {Questionnaire} questionnaire
 * @returns {string}
 */
export function tabPlace(siteRoot, { id, fingerprint }) {
  return `readiness-team ${siteRoot} ${id} ${fingerprint}`;
}

/**
 * Keep something; false where the browser has no room or does not want to.
 *
 * @param {string} place
 * @param {unknown} content ready for JSON
 * @returns {boolean}
 */
export function keepInTab(place, content) {
  return keepWritten(place, JSON.stringify(content));
}

/**
 * Keep something that is written already; false where the browser has no room or does not want to.
 *
 * @param {string} place
 * @param {string} content as JSON
 * @returns {boolean}
 */
export function keepWritten(place, content) {
  try {
    sessionStorage.setItem(place, `{"version":${KEPT_VERSION},"content":${content}}`);
    return true;
  } catch {
    forgetInTab(place);
    return false;
  }
}

/**
 * What is kept; null where there is nothing of this version.
 *
 * @param {string} place
 * @returns {any}
 */
export function keptInTab(place) {
  try {
    const { version, content } = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return version === KEPT_VERSION ? content : null;
  } catch {
    return null;
  }
}

/**
 * Read the page anew where Back brings it as it was, and the tab has kept or forgotten something since.
 *
 * @param {string} place
 */
export function reloadWhereStale(place) {
  let left = "";
  window.addEventListener("pagehide", () => {
    left = everythingKept(place);
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && everythingKept(place) !== left) location.reload();
  });
}

/**
 * @param {string} place
 * @returns {string}
 */
function everythingKept(place) {
  try {
    const kept = Object.entries(sessionStorage).filter(([key]) => key.startsWith(place));
    return JSON.stringify(kept.sort());
  } catch {
    return "";
  }
}

/** @param {string} place */
export function forgetInTab(place) {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * Keep teams, for `RestoredTeams` under the same questionnaire. Where the browser has no room for so many
 * people it keeps what was said of the teams and shown of them: the next report is told beside that.
 *
 * @param {string} place
 * @param {Map<string, Team>} teams
 * @returns {boolean} whether everybody is kept
 */
export function keepTeams(place, teams) {
  const lengths = [...teams.values()].map(({ people, refused }) => {
    return people.reduce((sum, one) => sum + personText(one).length, refused.length);
  });
  const isTooMuch = lengths.reduce((sum, one) => sum + one, 0) > LARGEST_KEPT;
  if (!isTooMuch && keepWritten(place, writeTeams(teams))) return true;
  const nobody = { people: [], refused: [], idle: 0, preferred: [], kept: [] };
  keepWritten(place, writeTeams(new Map([...teams].map(([name, team]) => [name, { ...team, ...nobody }]))));
  return false;
}

/**
 * @param {Map<string, Team>} teams
 * @returns {string} in short, as JSON
 */
function writeTeams(teams) {
  const written = [...teams].map(([name, { people, refused, ...others }]) => {
    const lists = `{"people":[${people.map(personText).join()}],"refused":[${refused.map(refusedText).join()}]`;
    return `[${JSON.stringify(name)},${lists},${JSON.stringify(others).slice(1)}]`;
  });
  return `[${written.join()}]`;
}

/**
 * One person as `keepTeams` writes them. It is written once: of ten thousand people who are there
 * already nobody is written anew when another one comes.
 *
 * @param {import("../group/deduplication.js").Person} person
 * @returns {string}
 */
export function personText(person) {
  const text = texts.get(person) ?? JSON.stringify(shortPerson(person));
  texts.set(person, text);
  return text;
}

/**
 * @param {import("./contributions.js").RefusedSource} refused
 * @returns {string}
 */
export function refusedText(refused) {
  const text = texts.get(refused) ?? JSON.stringify(refused);
  texts.set(refused, text);
  return text;
}

/** Reads back what `keepTeams` wrote and sorts it out, piece by piece. */
export class RestoredTeams {
  /**
   * @param {import("./collection.js").Collection} collection to which they belong
   * @param {any} written
   */
  constructor(collection, written) {
    this.collection = collection;
    this.written = written;
  }

  /** @returns {Generator<void, Map<string, Team>>} */
  *pieces() {
    /** @type {Map<string, Team>} */
    const teams = new Map();
    for (const [name, written] of this.written) {
      const people = [];
      for (const short of written.people) {
        people.push(restorePerson(this.collection.questionnaire, short));
        if (isPieceOver(people.length)) yield;
      }
      const team = { ...newTeam(), ...written, people };
      yield* this.collection.sortOut(team);
      teams.set(name, team);
    }
    return teams;
  }
}
