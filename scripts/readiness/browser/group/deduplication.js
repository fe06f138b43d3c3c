/**
 * Decides whose answers count in a group report, whatever the order in which they came.
 *
 * Only answers to today's edition count, once a person, and only of people who dealt with enough
 * of what they were asked. Everybody else is named with the reason; nothing is averaged here.
 */

import { isBelow } from "../engine/ratio.js";
import { fraction } from "../engine/arithmetic.js";
import { isAsked } from "../engine/responses.js";
import { Sorting, inOneGo, isPieceOver } from "../in_pieces.js";

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
  return inOneGo(new Gathering(people, preferred).pieces());
}

/** Sorts out the contributions of a group, piece by piece; `gather` does it in one go. */
export class Gathering {
  /**
   * @param {Iterable<Person>} people
   * @param {ReadonlySet<string>} preferred
   */
  constructor(people, preferred) {
    this.people = people;
    this.preferred = preferred;
    this.persons = new Persons();
    /** @type {Left[]} */
    this.left = [];
    /** @type {Map<string, number>} */
    this.others = new Map();
    this.steps = 0;
  }

  /** @returns {Generator<void, Gathered>} */
  *pieces() {
    for (const person of this.people) {
      if (person.isToday) this.persons.add(person);
      else this.leaveOut(person);
      if (this.isPieceOver()) yield;
    }
    for (const code of this.persons.codes) {
      this.persons.join(code);
      if (this.isPieceOver()) yield;
    }
    const complete = yield* this.complete();
    const people = yield* new Sorting(complete, byOrder).pieces();
    const leftOut = this.persons.size - people.length;
    const left = yield* new Sorting(this.left, byLeftOrder).pieces();
    const otherEditions = [...this.others].sort((a, b) => inOrder([a[0]], [b[0]]));
    return { people, left, otherEditions, repeats: yield* this.repeats(people), leftOut };
  }

  /** @returns {boolean} */
  isPieceOver() {
    this.steps += 1;
    return isPieceOver(this.steps);
  }

  /** @param {Person} person who answered another edition */
  leaveOut({ name, edition }) {
    this.left.push({ name, fate: "other_edition", kept: null });
    this.others.set(edition ?? "", (this.others.get(edition ?? "") ?? 0) + 1);
  }

  /** @returns {Generator<void, Person[]>} one of each person's, where it holds enough */
  *complete() {
    /** @type {Person[]} */
    const complete = [];
    for (const group of this.persons.each()) {
      const one = oneOf(group, this.left, this.preferred);
      if (one.isComplete) complete.push(one);
      else this.left.push({ name: one.name, fate: "incomplete", kept: null });
      if (this.isPieceOver()) yield;
    }
    return complete;
  }

  /**
   * Contributions without an id that give the same answers in the same role.
   *
   * @param {Person[]} people in order
   * @returns {Generator<void, Repeat[]>}
   */
  *repeats(people) {
    /** @type {Map<string, string>} */
    const first = new Map();
    const found = [];
    for (const { name, role, respondent, text } of people) {
      if (this.isPieceOver()) yield;
      if (respondent !== null) continue;
      const key = role === null ? text : `${text}=${role}`;
      const sameAs = first.get(key);
      if (sameAs === undefined) first.set(key, name);
      else found.push({ name, sameAs });
    }
    return found;
  }
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
 */
class Persons {
  constructor() {
    /** @type {Person[][]} */
    this.alone = [];
    /** @type {Map<string, Person[]>} */
    this.groups = new Map();
    /** @type {Map<string, Person[]>} */
    this.codes = new Map();
    /** @type {Map<string, Set<string>>} */
    this.whole = new Map();
  }

  /** @returns {number} how many persons there are */
  get size() {
    return this.alone.length + this.groups.size;
  }

  /** @returns {Iterable<Person[]>} once every code has been joined */
  each() {
    return [...this.alone, ...this.groups.values()];
  }

  /** @param {Person} person */
  add(person) {
    const id = person.respondent;
    if (id === null) {
      this.alone.push([person]);
    } else if (id.length === CODE_ID) {
      addTo(this.codes, id, [person]);
    } else {
      addTo(this.groups, `=${id}`, [person]);
      if (id.length !== WHOLE_ID) return;
      const start = id.slice(0, CODE_ID);
      this.whole.set(start, (this.whole.get(start) ?? new Set()).add(id));
    }
  }

  /** @param {[string, Person[]]} code the beginning of an id, and what came with it */
  join([start, own]) {
    const [first, ...more] = this.whole.get(start) ?? [];
    addTo(this.groups, first !== undefined && more.length === 0 ? `=${first}` : start, own);
  }
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
 * @param {Left} one
 * @param {Left} other
 * @returns {number}
 */
function byLeftOrder(one, other) {
  return inOrder(leftOrder(one), leftOrder(other));
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
