/** Everything that a person has said here: read for a backup, or put in the place of what is here. */

import { defined } from "./session.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./engine/types.js").Answer} Answer */
/** @typedef {import("./engine/editions.js").SavedAnswer} SavedAnswer */

/**
 * @typedef {object} Everything of one person, as a backup holds it
 * @property {string | null} role
 * @property {SavedAnswer[]} saved
 * @property {Map<string, string>} notes
 * @property {string[]} rounds finished ones, oldest first, as the JSON text of each
 */

/**
 * All notes that are not empty, by item.
 *
 * @param {Session} session
 * @returns {Map<string, string>}
 */
export function savedNotes({ storage }) {
  /** @type {Map<string, string>} */
  const notes = new Map();
  for (const { key, value } of storage.records.values()) {
    if (key.startsWith("note:") && value) notes.set(key.slice("note:".length), String(value));
  }
  return notes;
}

/**
 * Put everything of a person in the place of what is here.
 *
 * @param {Session} session
 * @param {Everything} everything
 */
export function replaceAll(session, { role, saved, notes, rounds }) {
  const { storage } = session;
  for (const { key, value } of [...storage.records.values()]) {
    if (value !== null && key !== "respondent" && key !== "code") storage.write(key, null);
  }
  storage.write("role", role);
  for (const { id, answer, meaning, wording } of saved) {
    const asked = { meaning, question: wording?.question, level: wording?.level };
    storage.write(`answer:${id}`, /** @type {Answer} */ (answer), defined(asked));
  }
  for (const [id, note] of notes) storage.write(`note:${id}`, note);
  rounds.forEach((round, place) => storage.write(`round:${place + 1}`, round));
  session.tell(null);
}
