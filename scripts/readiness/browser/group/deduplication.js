/**
 * Decides whose answers count in a group report, whatever the order in which they came.
 *
 * Only answers to today's edition count, once a person, and only of people who dealt with enough
 * of what they were asked. Everybody else is named with the reason; nothing is averaged here.
 */

import { isBelow } from "../engine/ratio.js";
import { fraction } from "../engine/arithmetic.js";
import { isAsked } from "../engine/responses.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
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
 * @typedef {object} Person a contribution, made ready to be counted
 * @property {string} name
 * @property {string | null} role
 * @property {string | null} respondent
 * @property {number | null} revision
 * @property {string | null} edition
 * @property {boolean} isToday whether it answers this very edition
 * @property {boolean} isComplete whether enough of what applies is dealt with
 * @property {number} given how many answers it holds
 * @property {Slots} slots none where it is not today's
 * @property {string} text that two people share only if they answered the same
 * @property {string} order sorts people the same whatever the order of arrival
 * @typedef {"duplicate" | "replaced" | "conflict" | "incomplete" | "other_edition"} LeftFate
 * @typedef {{name: string, fate: LeftFate, kept: string | null}} Left
 * @typedef {{name: string, sameAs: string}} Repeat without an id, the same answers: the same sheet?
 * @typedef {object} Gathered
 * @property {Person[]} people who count
 * @property {Left[]} left who do not, and the name of what counts in their place
 * @property {[string, number][]} otherEditions
 * @property {Repeat[]} repeats are counted, and somebody has to be asked about them
 * @property {number} leftOut how many people dealt with too little
 */

const WHOLE_ID = 13;
const CODE_ID = 6;

/**
 * Make contributions ready, one by one; a group of thousands need not be made ready in one go.
 *
 * @param {Questionnaire} questionnaire
 * @returns {(member: Member) => Person}
 */
export function preparer(questionnaire) {
  const places = questionnaire.items.map(slotPlaces);
  return (member) => {
    const { name, role, respondent, revision, edition, answers } = member;
    const isToday = isOfToday(questionnaire, member);
    const slots = isToday ? slotsOf(questionnaire, places, member) : [];
    const text = slotsText(slots);
    return personFrom(questionnaire, {
      name, role, respondent, revision, edition, isToday, given: answers.size, slots, text,
    });
  };
}

/**
 * Sort out the contributions of a group.
 *
 * @param {Iterable<Person>} people
 * @param {ReadonlySet<string>} [preferred] names of contributions that count before others of the
 *   same person, newer or not
 * @returns {Gathered}
 */
export function gather(people, preferred = new Set()) {
  /** @type {Left[]} */
  const left = [];
  /** @type {Map<string, number>} */
  const others = new Map();
  /** @type {Person[]} */
  const today = [];
  for (const person of people) {
    if (person.isToday) {
      today.push(person);
    } else {
      left.push({ name: person.name, fate: "other_edition", kept: null });
      const edition = person.edition ?? "";
      others.set(edition, (others.get(edition) ?? 0) + 1);
    }
  }
  const each = byPerson(today).map((group) => oneOf(group, left, preferred));
  const counted = each.filter(({ isComplete }) => isComplete).sort(byOrder);
  for (const { name, isComplete } of each) {
    if (!isComplete) left.push({ name, fate: "incomplete", kept: null });
  }
  return {
    people: counted,
    left: left.sort((a, b) => inOrder(leftOrder(a), leftOrder(b))),
    otherEditions: [...others].sort((a, b) => inOrder([a[0]], [b[0]])),
    repeats: repeatsOf(counted),
    leftOut: each.length - counted.length,
  };
}

/**
 * The last place of an item's histogram: asked, not answered.
 *
 * @param {Item} item
 * @returns {number}
 */
export function blank({ points }) {
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
 * Write a contribution in short, for `restorePerson` under the same questionnaire.
 *
 * @param {Person} person
 * @returns {(string | number | boolean | null)[]}
 */
export function shortPerson({ name, role, respondent, revision, edition, isToday, given, text }) {
  return [name, role, respondent, revision, edition, isToday, given, text];
}

/**
 * @param {Questionnaire} questionnaire
 * @param {any[]} short
 * @returns {Person}
 */
export function restorePerson(questionnaire, short) {
  const [name, role, respondent, revision, edition, isToday, given, text] = short;
  const slots = text === "" ? [] : text.split(".").map((/** @type {string} */ slot) => {
    return slot === "-" ? null : Number(slot);
  });
  return personFrom(questionnaire, {
    name, role, respondent, revision, edition, isToday, given, slots, text,
  });
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Omit<Person, "order" | "isComplete">} read
 * @returns {Person}
 */
function personFrom(questionnaire, read) {
  const role = read.role === null ? "" : `=${read.role}`;
  const order = [role, read.text, read.name].join("\0");
  return { ...read, isComplete: isComplete(questionnaire, read.slots), order };
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
    return places[number]?.get(answers.get(item.id)) ?? blank(item);
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
    const unanswered = blank(item);
    if (slot === null || slot === unanswered - 1) return;
    applicable += 1;
    dealtWith += slot === unanswered ? 0 : 1;
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
function isOfToday(questionnaire, { edition, fingerprint }) {
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
    const id = person.respondent;
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
  if (known === undefined) groups.set(key, people);
  else for (const person of people) known.push(person);
}

/**
 * Contributions without an id that give the same answers in the same role.
 *
 * @param {Person[]} people in order
 * @returns {Repeat[]}
 */
function repeatsOf(people) {
  /** @type {Map<string, string>} */
  const first = new Map();
  const found = [];
  for (const { name, role, respondent, text } of people) {
    if (respondent !== null) continue;
    const key = role === null ? text : `${text}=${role}`;
    const sameAs = first.get(key);
    if (sameAs === undefined) first.set(key, name);
    else found.push({ name, sameAs });
  }
  return found;
}

/**
 * The contribution that counts of one person's; the others are named.
 *
 * A preferred one counts, else the highest revision. Where that does not decide: the one with the
 * most answers, then the one whose answers come first as text; no order of arrival plays a part.
 *
 * @param {Person[]} group
 * @param {Left[]} left
 * @param {ReadonlySet<string>} preferred
 * @returns {Person}
 */
function oneOf(group, left, preferred) {
  const worth = (/** @type {Person} */ one, /** @type {Person} */ other) => {
    return Number(preferred.has(other.name)) - Number(preferred.has(one.name)) || byWorth(one, other);
  };
  const [kept, ...others] = group.length === 1 ? group : [...group].sort(worth);
  if (!kept) throw new RangeError("nobody");
  for (const other of others) {
    left.push({ name: other.name, fate: fateOf(kept, other), kept: kept.name });
  }
  return kept;
}

/**
 * @param {Person} one
 * @param {Person} other
 * @returns {number}
 */
function byWorth(one, other) {
  const later = (other.revision ?? -1) - (one.revision ?? -1);
  return later || other.given - one.given || byOrder(one, other);
}

/**
 * @param {Person} one
 * @param {Person} other
 * @returns {number}
 */
function byOrder(one, other) {
  if (one.order === other.order) return 0;
  return one.order < other.order ? -1 : 1;
}

/**
 * @param {Person} kept
 * @param {Person} other
 * @returns {LeftFate}
 */
function fateOf(kept, other) {
  if (kept.text === other.text && kept.role === other.role) return "duplicate";
  if (kept.revision === null || other.revision === null) return "conflict";
  return kept.revision > other.revision ? "replaced" : "conflict";
}

/**
 * @param {Left} left
 * @returns {string[]}
 */
function leftOrder({ name, fate, kept }) {
  return [name, fate, kept ?? ""];
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number}
 */
function inOrder(one, other) {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? "";
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
