/**
 * What becomes of every saved answer under the questionnaire of today.
 *
 * An answer stands for the question that was asked, never for an id alone: where the meaning is
 * known and differs, the answer waits for a second look. Nothing is dropped: each one has a fate.
 */

import { isAsked, offersAnswer } from "./responses.js";

/** @typedef {import("./types.js").AskedItem} Item */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").AskedQuestionnaire} Questionnaire */

/**
 * @typedef {"carried" | "renamed" | "changed" | "removed" | "not_asked" | "invalid"
 *   | "answered_twice"} FateName
 * carried: same item, same meaning (or none known); renamed: the same under an earlier id;
 * changed: the meaning differs, not scored until confirmed; removed: no such item;
 * not_asked: not of this role; invalid: an answer that the item does not offer;
 * answered_twice: an earlier id of an item that is answered under a later one too
 *
 * @typedef {{question: string | null, level: string | null}} Wording as it was when answered
 *
 * @typedef {object} SavedAnswer
 * @property {string} id the item's id at the time
 * @property {unknown} answer
 * @property {string | null} meaning the item's fingerprint at the time; null where not known
 * @property {Wording | null} wording
 *
 * @typedef {{saved: SavedAnswer, item: Item | null, fate: FateName}} Fate `item` is today's
 */

const COUNTING = ["carried", "renamed", "not_asked"];

/**
 * The fate of every answer: in the order of the questionnaire, then those without an item.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {SavedAnswer[]} answers no two with the same id
 * @returns {Fate[]}
 */
export function fatesOf(questionnaire, role, answers) {
  const saved = new Map(answers.map((one) => [one.id, one]));
  const present = new Set(questionnaire.items.map(({ id }) => id));
  /** @type {Map<SavedAnswer, Fate>} */
  const fates = new Map();
  for (const item of questionnaire.items) {
    const ids = [item.id, ...item.was.filter((id) => !present.has(id))];
    const claimed = ids.flatMap((id) => saved.get(id) ?? []).filter((one) => !fates.has(one));
    claimed.forEach((one, place) => {
      const fate = place > 0 ? "answered_twice" : fateAt(item, role, one);
      fates.set(one, { saved: one, item, fate });
    });
  }
  for (const one of saved.values()) {
    if (!fates.has(one)) fates.set(one, { saved: one, item: null, fate: "removed" });
  }
  return [...fates.values()];
}

/**
 * @param {Item} item
 * @param {string | null} role
 * @param {SavedAnswer} saved
 * @returns {FateName}
 */
function fateAt(item, role, { id, answer, meaning }) {
  if (!offersAnswer(item, answer)) return "invalid";
  if (!isAsked(item, role)) return "not_asked";
  if (meaning !== null && meaning !== item.fingerprint) return "changed";
  return id === item.id ? "carried" : "renamed";
}

/**
 * Tell whether an answer stands for an item of today without a second look.
 *
 * @param {Fate} fate
 * @returns {boolean}
 */
export function countsToday({ fate }) {
  return COUNTING.includes(fate);
}

/**
 * The answers that can be scored, by the ids of today.
 *
 * @param {Fate[]} fates
 * @returns {Map<string, Answer>}
 */
export function answersToday(fates) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  for (const { saved, item } of fates.filter(countsToday)) {
    if (item && offersAnswer(item, saved.answer)) answers.set(item.id, saved.answer);
  }
  return answers;
}
