/**
 * Makes the two files that a person can carry away, as Maps in the order in which they are written.
 *
 * A contribution, meant for sharing, holds role and answers only. A backup, meant for oneself,
 * holds everything, and with each answer the meaning and the wording that it was given to.
 */

import { answersToday, countsToday, fatesOf } from "./editions.js";
import { isKeepable } from "./file_parts.js";
import { isAsked } from "./responses.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./editions.js").SavedAnswer} SavedAnswer */
/** @typedef {import("./editions.js").Wording} Wording */
/** @typedef {Map<string, unknown>} JsonObject */

/**
 * @typedef {object} Shared
 * @property {string} respondent the random id of the person, the same in all files and codes that
 *   one browser makes, so that a report counts a person once
 * @property {string | null} role
 * @property {SavedAnswer[]} saved
 *
 * @typedef {object} Personal
 * @property {Map<string, string>} notes
 * @property {string | null} step
 * @property {string | null} [code] the last one that was made, so that the next counts on from it
 * @property {JsonObject[]} rounds earlier ones, as `roundOf` made them
 *
 * @typedef {object} FinishedRound
 * @property {string} finished the day, as 2026-01-31
 * @property {string | null} role
 * @property {SavedAnswer[]} saved
 * @property {Map<string, string>} notes
 * @property {unknown} published what the result page showed: Maps, lists, texts, whole numbers
 */

/**
 * Make the file that is meant for others: answers that count and were asked of the role.
 *
 * @param {Questionnaire} questionnaire
 * @param {Shared} shared
 * @returns {JsonObject}
 */
export function contributionOf(questionnaire, shared) {
  const role = knownRole(questionnaire, shared.role);
  const today = answersToday(fatesOf(questionnaire, role, shared.saved));
  const asked = questionnaire.items.filter((item) => isAsked(item, role));
  const answers = asked.flatMap(({ id }) => (today.has(id) ? [[id, today.get(id)]] : []));
  return fileOf(questionnaire, "contribution", shared, new Map([["answers", pairsOf(answers)]]));
}

/**
 * Make the file of everything that a person has said here.
 *
 * @param {Questionnaire} questionnaire
 * @param {Shared & Personal} everything
 * @returns {JsonObject}
 */
export function backupOf(questionnaire, everything) {
  const { role, saved, notes, step, code, rounds } = everything;
  return fileOf(questionnaire, "backup", everything, new Map([
    ...partsOf(questionnaire, knownRole(questionnaire, role), saved, notes),
    ...textPart("step", step),
    ...textPart("code", code ?? null),
    ["rounds", rounds],
  ]));
}

/**
 * Make the record of a finished round, for `rounds` of a backup.
 *
 * @param {Questionnaire} questionnaire
 * @param {FinishedRound} round
 * @returns {JsonObject}
 */
export function roundOf(questionnaire, { finished, role, saved, notes, published }) {
  const { edition, fingerprint } = questionnaire;
  const known = knownRole(questionnaire, role);
  return new Map([
    ...textPart("finished", finished),
    ...textPart("edition", edition),
    ...textPart("fingerprint", fingerprint),
    ...textPart("role", known),
    ...partsOf(questionnaire, known, saved, notes),
    ["published", published],
  ]);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {"contribution" | "backup"} kind
 * @param {Shared} shared
 * @param {JsonObject} parts
 * @returns {JsonObject}
 */
function fileOf(questionnaire, kind, { respondent, role }, parts) {
  const { id, edition, fingerprint } = questionnaire;
  return new Map([
    ...textPart("format", "readiness-responses"),
    ["version", 1],
    ...textPart("kind", kind),
    ["questionnaire", new Map([["id", id], ["edition", edition], ["fingerprint", fingerprint]])],
    ...textPart("respondent", respondent),
    ...textPart("role", knownRole(questionnaire, role)),
    ...parts,
  ]);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {SavedAnswer[]} saved
 * @param {Map<string, string>} notes
 * @returns {[string, unknown][]}
 */
function partsOf(questionnaire, role, saved, notes) {
  const fates = fatesOf(questionnaire, role, saved);
  const counting = fates.filter(countsToday);
  const others = fates.filter((fate) => !countsToday(fate) && isKeepable(fate.saved));
  const named = counting.map(({ saved: one, item }) => ({ ...one, id: item?.id ?? one.id }));
  return [
    ["answers", pairsOf(named.map(({ id, answer }) => [id, answer]))],
    ["meanings", pairsOf(named.map(({ id, meaning }) => [id, meaning]))],
    ["wording", pairsOf(named.map(({ id, wording }) => [id, wordingPart(wording)]))],
    ["old", pairsOf(others.map(({ saved: one }) => [one.id, oldPart(one)]))],
    ["notes", notesPart(questionnaire, notes)],
  ];
}

/**
 * @param {SavedAnswer} saved
 * @returns {JsonObject}
 */
function oldPart({ answer, meaning, wording }) {
  return new Map([
    ["answer", answer],
    ...textPart("meaning", meaning),
    ...(wordingPart(wording) ?? []),
  ]);
}

/**
 * @param {Wording | null} wording
 * @returns {JsonObject | null}
 */
function wordingPart(wording) {
  if (wording === null) return null;
  const parts = [...textPart("question", wording.question), ...textPart("level", wording.level)];
  return parts.length === 0 ? null : new Map(parts);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Map<string, string>} notes
 * @returns {JsonObject} in the order of the questionnaire, then those of other items
 */
function notesPart(questionnaire, notes) {
  const ids = new Set([...questionnaire.items.map(({ id }) => id), ...notes.keys()]);
  return pairsOf([...ids].map((id) => [id, notes.get(id) || null]));
}

/**
 * @param {unknown[][]} pairs
 * @returns {JsonObject} without those whose value is null
 */
function pairsOf(pairs) {
  const there = pairs.filter(([, value]) => value !== null && value !== undefined);
  return new Map(there.map(([key, value]) => [String(key), value]));
}

/**
 * @param {string} name
 * @param {string | null} text
 * @returns {[string, unknown][]}
 */
function textPart(name, text) {
  return text === null ? [] : [[name, text]];
}

/**
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @returns {string | null}
 */
function knownRole(questionnaire, role) {
  return questionnaire.roles.some(({ id }) => id === role) ? role : null;
}
