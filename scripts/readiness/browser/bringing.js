/**
 * Reads what comes back: a text or a file is taken for what it is, or refused by name.
 * Reading changes nothing; `taking` does, where the person says so.
 */

import { answersToday, fatesOf } from "./engine/editions.js";
import { isKeepable } from "./engine/file_parts.js";
import { writeJson } from "./engine/json_text.js";
import { codeShape, decodeContribution } from "./engine/response_code.js";
import { isTaken, readResponseFile } from "./engine/response_file.js";
import { LARGEST_FILE } from "./engine/strict_json.js";
import { findAnswers } from "./formats/answers_in_text.js";
import { decodeText } from "./formats/encodings.js";
import { foreignKind, textKind } from "./formats/foreign_files.js";
import { isRespondent } from "./respondent.js";

/** @typedef {import("./everything.js").Everything} Everything */
/** @typedef {import("./engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./engine/types.js").Answer} Answer */
/** @typedef {import("./engine/editions.js").Fate} Fate */
/** @typedef {import("./engine/editions.js").SavedAnswer} SavedAnswer */
/** @typedef {import("./engine/response_code.js").Contribution} Contribution */

/**
 * @typedef {{respondent: string | null, code: string | null, step: string | null}} Own
 * @typedef {Everything & Own} Kept all that stands for a person here
 *
 * @typedef {object} Brought
 * @property {"backup" | "contribution" | "code"} kind
 * @property {"ok" | "migrated"} outcome
 * @property {string | null} edition
 * @property {Fate[]} fates
 * @property {Map<string, Answer>} answers
 * @property {Kept} kept
 *
 * @typedef {{outcome: string, place: string | null, found: string}} Refused
 */

const OURS = "readiness-responses";
// A file that is refused for these may be a text with answers in it.
const NOT_ONE_FILE = ["not-json", "truncated"];

/**
 * Read what somebody pasted: a code, a link, a text with one code in it, or the text of a file.
 *
 * @param {string} text
 * @param {Questionnaire} questionnaire
 * @returns {Brought | Refused}
 */
export function readPasted(text, questionnaire) {
  if (text.trim() === "") return refused("empty");
  if (text.length > LARGEST_FILE) return refused("too-big");
  return readText(text, new TextEncoder().encode(text), questionnaire);
}

/**
 * Read a file that somebody chose; one that is none of ours is refused for what it is.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {Questionnaire} questionnaire
 * @returns {Brought | Refused}
 */
export function readBroughtFile(bytes, name, questionnaire) {
  const kind = foreignKind(bytes, name);
  if (kind !== null) return refused(kind);
  const text = decodeText(bytes);
  return text === null ? refused("no_text") : readText(text, bytes, questionnaire);
}

/**
 * @param {string} text
 * @param {Uint8Array} bytes
 * @param {Questionnaire} questionnaire
 * @returns {Brought | Refused}
 */
function readText(text, bytes, questionnaire) {
  if (!/^[ \t\r\n]*\{/.test(text)) return readCode(text, questionnaire);
  const whole = readBytes(bytes, questionnaire);
  if (!isRefused(whole) || !(NOT_ONE_FILE.includes(whole.outcome) || whole.place === "format")) return whole;
  const inside = readCode(text, questionnaire);
  const isOurs = whole.place !== null || whole.outcome === "truncated" || text.includes(OURS);
  const isNothing = isRefused(inside) && ["broken_file", "not_a_code"].includes(inside.outcome);
  return isNothing && isOurs ? whole : inside;
}

/**
 * Read the content of a file that is one saved response.
 *
 * @param {Uint8Array} bytes
 * @param {Questionnaire} questionnaire
 * @returns {Brought | Refused}
 */
export function readBytes(bytes, questionnaire) {
  const file = readResponseFile(bytes, questionnaire);
  if (!isTaken(file)) return file;
  const { kind, outcome, edition, role, fates, answers, notes, step } = file;
  const isOwn = kind === "backup";
  const saved = fates.map((fate) => knownMeaning(fate, file.isSameQuestionnaire));
  const rounds = file.rounds.map((round) => writeJson(round));
  const respondent = isOwn && isRespondent(file.respondent) ? file.respondent : null;
  const code = isOwn ? file.code : null;
  const kept = { role, saved: saved.filter(isKeepable), notes, rounds, respondent, code, step };
  return { kind, outcome, edition, fates, answers, kept };
}

/**
 * Read a text that holds one code, however often, or one saved response between other words.
 *
 * @param {string} text
 * @param {Questionnaire} questionnaire
 * @returns {Brought | Refused}
 */
export function readCode(text, questionnaire) {
  const found = findAnswers(text, codeShape(questionnaire));
  const texts = new Map(found.filter(({ kind }) => kind !== "named").map((one) => [one.text, one]));
  if (texts.size > 1) return refused("several_codes", String(texts.size));
  const [one] = texts.values();
  const [named] = found;
  if (one?.kind === "saved") return readBytes(new TextEncoder().encode(one.text), questionnaire);
  if (one === undefined && named !== undefined) return refused(named.reason ?? "damaged", named.text);
  const read = decodeContribution(one?.text ?? text, questionnaire);
  if (typeof read !== "string") return broughtByCode(read, questionnaire);
  return refused(read === "not_a_code" ? textKind(text) ?? read : read);
}

/**
 * Tell whether a text or file was refused.
 *
 * @param {Brought | Refused} brought
 * @returns {brought is Refused}
 */
export function isRefused(brought) {
  return !("kept" in brought);
}

/**
 * Say why something is not taken.
 *
 * @param {string} outcome
 * @param {string} [found]
 * @returns {Refused}
 */
export function refused(outcome, found = "") {
  return { outcome, place: null, found };
}

/**
 * @param {Fate} fate
 * @param {boolean} isSame the very same questions, so that an answer's meaning is known
 * @returns {SavedAnswer}
 */
function knownMeaning({ saved, item }, isSame) {
  if (!isSame || item === null || item.id !== saved.id || saved.meaning !== null) return saved;
  return { ...saved, meaning: item.fingerprint };
}

/**
 * @param {Contribution} contribution
 * @param {Questionnaire} questionnaire
 * @returns {Brought}
 */
function broughtByCode({ role, answers }, questionnaire) {
  const bare = [...answers].map(([id, answer]) => ({ id, answer, meaning: null, wording: null }));
  const fates = fatesOf(questionnaire, role, bare);
  const saved = fates.map((fate) => knownMeaning(fate, true));
  const nothing = { notes: new Map(), rounds: [], respondent: null, code: null, step: null };
  return {
    kind: "code",
    outcome: "ok",
    edition: questionnaire.edition,
    fates,
    answers: answersToday(fates),
    kept: { role, saved, ...nothing },
  };
}
