/** Work in pieces, for tests: sorted lists, people who come and go, and how often the work rests. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { preparer, shortPerson } from "./group/deduplication.js";
import { Sorting, inOneGo } from "./in_pieces.js";
import { Arriving } from "./team/adding.js";
import { Collection } from "./team/collection.js";
import { withoutPeople } from "./team/one_team.js";
import { SortingOut } from "./team/sorting_out.js";
import { RestoredTeams } from "./team/tab.js";
import { sortedWithout } from "./team/taken_out.js";

/**
 * @param {string} list of pairs: what is compared, and what is not
 * @returns {string} the list sorted in pieces
 */
export function sortedList(list) {
  return JSON.stringify(inOneGo(new Sorting(JSON.parse(list), ([one], [other]) => one - other).pieces()));
}

/**
 * Take people out of a group: worked out from what was known, and from the beginning.
 *
 * @param {string} payload
 * @param {string} members
 * @param {string} names of those who go
 * @returns {string} both; null for the first where it did not plainly follow
 */
export function withoutSome(payload, members, names) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const collection = new Collection(questionnaire, () => "2026-11-25");
  const people = peopleOf(questionnaire, members);
  collection.change("A", { people, preferred: people.slice(0, 2).map(({ name }) => name) });
  const before = collection.team("A");
  const known = inOneGo(new SortingOut(questionnaire, before).pieces());
  const after = withoutPeople(before, JSON.parse(names));
  const quick = sortedWithout(questionnaire, known, before, after);
  const whole = inOneGo(new SortingOut(questionnaire, after).pieces());
  return JSON.stringify([quick && plainSorted(quick), plainSorted(whole)]);
}

/**
 * @param {string} payload
 * @param {string} members
 * @returns {string} after how many people read, added, kept and read back the page may answer
 */
export function restsOf(payload, members) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const collection = new Collection(questionnaire, () => "2026-11-25");
  const people = peopleOf(questionnaire, members);
  const arrival = { people, refused: [], idle: 0, record: null };
  const arriving = new Arriving(collection, { team: "A" }, arrival);
  const added = piecesOf(arriving.pieces());
  arriving.add();
  const short = collection.team("A").people.map(shortPerson);
  const written = [["A", { people: short }]];
  return JSON.stringify([added, piecesOf(new RestoredTeams(collection, written).pieces())]);
}

/**
 * Two arrivals, somebody who goes and another name, all while the first arrival is under way.
 *
 * @param {string} payload
 * @param {string} members
 * @returns {string} who is there at the end, by team
 */
export function whileAdding(payload, members) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const collection = new Collection(questionnaire, () => "2026-11-25");
  const people = peopleOf(questionnaire, members);
  const half = people.length / 2;
  const arrivalOf = (/** @type {typeof people} */ some) => ({ people: some, refused: [], idle: 0, record: null });
  collection.change("A", { people: people.slice(0, half) });
  const place = { team: "A" };
  collection.places.add(place);
  const arriving = new Arriving(collection, place, arrivalOf(people.slice(half)));
  const pieces = arriving.pieces();
  for (let piece = 0; piece < 3; piece += 1) pieces.next();
  collection.change("A", withoutPeople(collection.team("A"), [people[0]?.name ?? ""]));
  for (let piece = 0; piece < 3; piece += 1) pieces.next();
  collection.rename("A", "B");
  inOneGo(pieces);
  arriving.add();
  return JSON.stringify([...collection.teams].map(([name, team]) => {
    return [name, team.people.map((person) => person.name), collection.gathered(name).people.length];
  }));
}

/**
 * @param {Generator<void, unknown>} pieces
 * @returns {number}
 */
function piecesOf(pieces) {
  let found = 1;
  while (!pieces.next().done) found += 1;
  return found;
}

/**
 * @param {import("./engine/types.js").Questionnaire} questionnaire
 * @param {string} members
 * @returns {import("./group/deduplication.js").Person[]}
 */
function peopleOf(questionnaire, members) {
  const prepare = preparer(questionnaire);
  return JSON.parse(members).map((/** @type {any} */ { answers, ...member }) => {
    return prepare({ ...member, answers: new Map(answers) });
  });
}

/**
 * @param {import("./team/sorting_out.js").SortedOut} sortedOut
 * @returns {unknown}
 */
function plainSorted({ preferred, gathered, frequencies }) {
  const items = [...frequencies.items].map(([item, byRole]) => [item, [...byRole]]);
  return { preferred, gathered, frequencies: { ...frequencies, people: [...frequencies.people], items } };
}
