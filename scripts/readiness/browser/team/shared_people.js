/** Finds people who are in two teams, by their ids; nothing is known of those without one. */

/** @typedef {import("../group/deduplication.js").Person} Person */

// A code holds so many signs of an id.
const ID_START = 6;

/**
 * The names under which people of one team stand who are in the other one too.
 *
 * @param {Person[]} people
 * @param {Person[]} others
 * @returns {string[]}
 */
export function sharedPeople(people, others) {
  const whole = new Set();
  const starts = new Set();
  const codes = new Set();
  for (const { respondent } of others) {
    if (respondent === null) continue;
    whole.add(respondent);
    starts.add(respondent.slice(0, ID_START));
    if (respondent.length === ID_START) codes.add(respondent);
  }
  return people.filter(({ respondent }) => {
    if (respondent === null) return false;
    if (respondent.length === ID_START) return starts.has(respondent);
    return whole.has(respondent) || codes.has(respondent.slice(0, ID_START));
  }).map(({ name }) => name);
}
