/**
 * Decides whose answers count in a group report, whatever the order in which they came.
 *
 * Only answers to today's edition count, once a person, and only of people who dealt with enough
 * of what they were asked. Everybody else is named with the reason; nothing is averaged here.
 */

import { isBelow } from "./ratio.js";
import { fraction } from "./arithmetic.js";
import { isAsked } from "./responses.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {(number | null)[]} Slots the place of each item's answer, null where not asked */

/**
 * @typedef {object} Member one contribution
 * @property {string} name of the file, or of the line
 * @property {string | null} role
 * @property {Map<string, unknown>} answers
 * @property {string | null} respondent
 * @property {number | null} revision
 * @property {string | null} edition
 * @property {string | null} fingerprint
 *
 * @typedef {{member: Member, slots: Slots, text: string}} Person
 * @typedef {"duplicate" | "replaced" | "conflict" | "incomplete" | "other_edition"} LeftFate
 * @typedef {{name: string, fate: LeftFate, kept: string | null}} Left
 * @typedef {object} Gathered
 * @property {Person[]} people who count
 * @property {Left[]} left who do not, and the name of what counts in their place
 * @property {[string, number][]} otherEditions
 */

const WHOLE_ID = 13;
const CODE_ID = 6;

/**
 * Sort out the contributions of a group.
 *
 * @param {Questionnaire} questionnaire
 * @param {Iterable<Member>} members
 * @returns {Gathered}
 */
export function gather(questionnaire, members) {
  const places = questionnaire.items.map(slotPlaces);
  /** @type {Left[]} */
  const left = [];
  /** @type {Map<string, number>} */
  const others = new Map();
  /** @type {Person[]} */
  const today = [];
  for (const member of members) {
    if (isToday(questionnaire, member)) {
      const slots = slotsOf(questionnaire, places, member);
      today.push({ member, slots, text: slotsText(slots) });
    } else {
      left.push({ name: member.name, fate: "other_edition", kept: null });
      const edition = member.edition ?? "";
      others.set(edition, (others.get(edition) ?? 0) + 1);
    }
  }
  const people = byPerson(today).map((group) => oneOf(group, left));
  const counted = people.filter(({ slots }) => isComplete(questionnaire, slots));
  for (const { member, slots } of people) {
    if (isComplete(questionnaire, slots)) continue;
    left.push({ name: member.name, fate: "incomplete", kept: null });
  }
  return {
    people: counted.sort((a, b) => inOrder(orderOf(a), orderOf(b))),
    left: left.sort((a, b) => inOrder(leftOrder(a), leftOrder(b))),
    otherEditions: [...others].sort((a, b) => inOrder([a[0]], [b[0]])),
  };
}

/**
 * The last place of an item's histogram: asked, not answered.
 *
 * @param {Item} item
 * @returns {number}
 */
export function blankPlace({ points }) {
  return points.length + 2;
}

/**
 * Answers as a text that two people share only if they answered the same.
 *
 * @param {Slots} slots
 * @returns {string}
 */
export function slotsText(slots) {
  return slots.map((slot) => (slot === null ? "-" : String(slot))).join(".");
}

/**
 * @param {Item} item
 * @returns {Map<unknown, number>}
 */
function slotPlaces({ points, allowNa }) {
  /** @type {Map<unknown, number>} */
  const places = new Map(points.map((_, place) => [place + 1, place]));
  places.set("dk", points.length);
  if (allowNa) places.set("na", points.length + 1);
  return places;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Map<unknown, number>[]} places
 * @param {Member} member
 * @returns {Slots}
 */
function slotsOf({ items }, places, { role, answers }) {
  return items.map((item, number) => {
    if (!isAsked(item, role)) return null;
    return places[number]?.get(answers.get(item.id)) ?? blankPlace(item);
  });
}

/**
 * Tell whether enough of what applies is rated or answered "don't know".
 *
 * @param {Questionnaire} questionnaire
 * @param {Slots} slots
 * @returns {boolean}
 */
function isComplete({ items, verdict }, slots) {
  let [dealtWith, applicable] = [0, 0];
  items.forEach((item, number) => {
    const slot = slots[number] ?? null;
    const blank = blankPlace(item);
    if (slot === null || slot === blank - 1) return;
    applicable += 1;
    dealtWith += slot === blank ? 0 : 1;
  });
  return applicable > 0 && !isBelow(fraction(dealtWith, applicable), verdict.completeness.verdict);
}

/**
 * Tell whether it answers this very edition; without a fingerprint its name decides.
 *
 * @param {Questionnaire} questionnaire
 * @param {Member} member
 * @returns {boolean}
 */
function isToday(questionnaire, { edition, fingerprint }) {
  if (fingerprint !== null) return fingerprint === questionnaire.fingerprint;
  return edition === null || edition === questionnaire.edition;
}

/**
 * The contributions of each person together. A code holds the beginning of a person's id: it
 * belongs to the one whole id that begins so, and to a person of its own where several do.
 *
 * @param {Person[]} people
 * @returns {Person[][]}
 */
function byPerson(people) {
  /** @type {Person[][]} */
  const alone = [];
  /** @type {Map<string, Person[]>} */
  const groups = new Map();
  /** @type {Map<string, Person[]>} */
  const codes = new Map();
  /** @type {Map<string, Set<string>>} */
  const whole = new Map();
  for (const person of people) {
    const id = person.member.respondent;
    if (id === null) {
      alone.push([person]);
    } else if (id.length === CODE_ID) {
      addTo(codes, id, [person]);
    } else {
      addTo(groups, `=${id}`, [person]);
      if (id.length !== WHOLE_ID) continue;
      const start = id.slice(0, CODE_ID);
      whole.set(start, (whole.get(start) ?? new Set()).add(id));
    }
  }
  for (const [start, own] of codes) {
    const [first, ...more] = whole.get(start) ?? [];
    addTo(groups, first !== undefined && more.length === 0 ? `=${first}` : start, own);
  }
  return [...alone, ...groups.values()];
}

/**
 * @param {Map<string, Person[]>} groups
 * @param {string} key
 * @param {Person[]} people
 */
function addTo(groups, key, people) {
  const known = groups.get(key);
  if (known) known.push(...people);
  else groups.set(key, people);
}

/**
 * The contribution that counts of one person's; the others are named.
 *
 * The highest revision counts. Where that does not decide: the one with the most answers, then
 * the one whose answers come first as text; no order of arrival plays a part.
 *
 * @param {Person[]} group
 * @param {Left[]} left
 * @returns {Person}
 */
function oneOf(group, left) {
  const [kept, ...others] = [...group].sort((a, b) => inOrder(worthOf(a), worthOf(b)));
  if (!kept) throw new RangeError("nobody");
  for (const other of others) {
    left.push({ name: other.member.name, fate: fateOf(kept, other), kept: kept.member.name });
  }
  return kept;
}

/**
 * @param {Person} person
 * @returns {(string | number)[]}
 */
function worthOf(person) {
  const { revision, answers } = person.member;
  return [-(revision ?? -1), -answers.size, ...orderOf(person)];
}

/**
 * @param {Person} kept
 * @param {Person} other
 * @returns {LeftFate}
 */
function fateOf(kept, other) {
  const [one, two] = [kept.member, other.member];
  if (kept.text === other.text && one.role === two.role) return "duplicate";
  if (one.revision === null || two.revision === null) return "conflict";
  return one.revision > two.revision ? "replaced" : "conflict";
}

/**
 * What sorts people the same whatever the order of arrival.
 *
 * @param {Person} person
 * @returns {string[]}
 */
function orderOf({ member, text }) {
  return [member.role === null ? "" : `=${member.role}`, text, member.name];
}

/**
 * @param {Left} left
 * @returns {string[]}
 */
function leftOrder({ name, fate, kept }) {
  return [name, fate, kept ?? ""];
}

/**
 * @param {(string | number)[]} one
 * @param {(string | number)[]} other
 * @returns {number}
 */
function inOrder(one, other) {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? "";
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
