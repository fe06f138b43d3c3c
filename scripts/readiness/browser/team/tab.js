/**
 * What is kept of the team page until the tab is closed: sessionStorage, and nothing else uses it.
 * Contributions of other people are never written to a place that outlives the tab.
 */

import { restorePerson, shortPerson } from "../group/deduplication.js";
import { newTeam } from "./one_team.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./one_team.js").Team} Team */

const KEPT_VERSION = 1;

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
  try {
    sessionStorage.setItem(place, JSON.stringify({ version: KEPT_VERSION, content }));
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
 * Write teams in short, for `teamsFrom` under the same questionnaire.
 *
 * @param {Map<string, Team>} teams
 * @returns {unknown}
 */
export function writeTeams(teams) {
  return [...teams].map(([name, team]) => [name, { ...team, people: team.people.map(shortPerson) }]);
}

/**
 * Read back what `writeTeams` wrote.
 *
 * @param {Questionnaire} questionnaire
 * @param {any} written
 * @returns {Map<string, Team>}
 */
export function teamsFrom(questionnaire, written) {
  return new Map(written.map((/** @type {any} */ [name, team]) => {
    const people = team.people.map((/** @type {any[]} */ short) => {
      return restorePerson(questionnaire, short);
    });
    return [name, { ...newTeam(), ...team, people }];
  }));
}
