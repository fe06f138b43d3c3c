/**
 * Reads a saved response file for one questionnaire; what cannot be taken as written is refused.
 *
 * No answer is ever bent into another. Every answer of a file that is taken has its fate. A file
 * of one's own (a backup) holds the meaning of each item; of the others only the questionnaire's
 * fingerprint tells whether the questions were the same.
 */

import { answersToday, fatesOf } from "./editions.js";
import { isAnswer, optionalText } from "./file_parts.js";
import { readAnswers, readOldAnswers, readRounds, readTexts } from "./file_parts.js";
import { shownValue } from "./json_text.js";
import { Refusal, readJson } from "./strict_json.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./editions.js").Fate} Fate */
/** @typedef {import("./editions.js").SavedAnswer} SavedAnswer */

/**
 * @typedef {"too-big" | "truncated" | "not-json" | "wrong-format" | "newer-version"
 *   | "other-questionnaire" | "bad-answer" | "duplicate"} RefusedOutcome
 *
 * @typedef {object} RefusedFile
 * @property {RefusedOutcome} outcome
 * @property {string | null} place the item of a bad answer; of a wrong format the part of the file
 * @property {string} found what stood there, short and on one line
 *
 * @typedef {object} TakenFile
 * @property {"ok" | "migrated"} outcome migrated: from another edition, or not every answer counts
 * @property {"contribution" | "backup"} kind
 * @property {string | null} edition as the file names it
 * @property {boolean} isSameQuestionnaire whether the fingerprint proves the same questions
 * @property {string | null} respondent
 * @property {string | null} role
 * @property {Fate[]} fates of every answer
 * @property {Map<string, Answer>} answers that can be scored
 * @property {Map<string, string>} notes
 * @property {string | null} step
 * @property {string | null} code the last one that was made, of a backup
 * @property {Map<string, unknown>[]} rounds
 * @property {string[]} notices what a reader should know: no-respondent, no-role, unknown-role,
 *   no-edition, other-edition, no-fingerprint, other-fingerprint
 */

const RESPONSES_FORMAT = "readiness-responses";
const RESPONSES_VERSION = 1;
const UNTOUCHED = ["carried", "not_asked"];

/**
 * Read one file; tells why where it is refused, and never throws for what a file holds.
 *
 * @param {Uint8Array} bytes at least the first `LARGEST_FILE` + 1 of the file
 * @param {Questionnaire} questionnaire
 * @param {ReadonlySet<string>} [taken] respondents whose files were taken before
 * @returns {TakenFile | RefusedFile}
 */
export function readResponseFile(bytes, questionnaire, taken = new Set()) {
  try {
    const file = takeFile(readJson(bytes), questionnaire);
    if (file.respondent === null || !taken.has(file.respondent)) return file;
    throw new Refusal("duplicate", null, file.respondent);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const outcome = /** @type {RefusedOutcome} */ (error.outcome);
    return { outcome, place: error.place, found: shownValue(error.found) };
  }
}

/**
 * Tell whether a file was taken.
 *
 * @param {TakenFile | RefusedFile} file
 * @returns {file is TakenFile}
 */
export function isTaken(file) {
  return file.outcome === "ok" || file.outcome === "migrated";
}

/**
 * @param {unknown} file
 * @param {Questionnaire} questionnaire
 * @returns {TakenFile}
 */
function takeFile(file, questionnaire) {
  if (!(file instanceof Map)) throw new Refusal("wrong-format", null, file);
  refuseFormat(file);
  const origin = requiredPart(file, "questionnaire");
  if (origin.get("id") !== questionnaire.id) {
    throw new Refusal("other-questionnaire", null, origin.get("id"));
  }
  const kind = kindOf(file);
  const named = optionalText(file, "role");
  const role = questionnaire.roles.some(({ id }) => id === named) ? named : null;
  const respondent = optionalText(file, "respondent");
  const fates = fatesOf(questionnaire, role, savedAnswers(file, kind));
  const notices = originNotices(origin, respondent, questionnaire);
  const mayDiffer = kind === "backup" && isOther(origin, "fingerprint", questionnaire);
  refuseBadAnswer(fates, mayDiffer ? new Map() : requiredPart(file, "answers"));
  const hasNotes = kind === "backup";
  return {
    outcome: isMigrated(origin, questionnaire, fates) ? "migrated" : "ok",
    kind,
    edition: shownOrNull(origin.get("edition")),
    isSameQuestionnaire: origin.get("fingerprint") === questionnaire.fingerprint,
    respondent,
    role,
    fates,
    answers: answersToday(fates),
    notes: hasNotes ? readTexts(file, "notes") : new Map(),
    step: hasNotes ? optionalText(file, "step") : null,
    code: hasNotes ? optionalText(file, "code") : null,
    rounds: hasNotes ? readRounds(file) : [],
    notices: [...notices, ...roleNotices(named, role, questionnaire)],
  };
}

/** @param {Map<string, unknown>} file */
function refuseFormat(file) {
  if (file.get("format") !== RESPONSES_FORMAT) {
    throw new Refusal("wrong-format", "format", file.get("format"));
  }
  const version = file.get("version");
  if (version === RESPONSES_VERSION) return;
  const isNewer = typeof version === "number" && version > RESPONSES_VERSION;
  throw new Refusal(isNewer ? "newer-version" : "wrong-format", "version", version);
}

/**
 * @param {Map<string, unknown>} file
 * @param {string} name
 * @returns {Map<string, unknown>}
 */
function requiredPart(file, name) {
  const part = file.get(name);
  if (part instanceof Map) return part;
  throw new Refusal("wrong-format", name, part);
}

/**
 * @param {Map<string, unknown>} file
 * @returns {"contribution" | "backup"} a file that does not say holds answers only
 */
function kindOf(file) {
  const kind = file.get("kind") ?? "contribution";
  if (kind === "contribution" || kind === "backup") return kind;
  throw new Refusal("wrong-format", "kind", kind);
}

/**
 * @param {Map<string, unknown>} file
 * @param {"contribution" | "backup"} kind
 * @returns {SavedAnswer[]} present answers win over old ones of the same id
 */
function savedAnswers(file, kind) {
  const answers = requiredPart(file, "answers");
  if (kind === "backup") {
    return [...readAnswers(file), ...readOldAnswers(file).filter(({ id }) => !answers.has(id))];
  }
  return [...answers].map(([id, answer]) => ({ id, answer, meaning: null, wording: null }));
}

/**
 * Refuse what no item offers, and under the `strict` ids what its item does not offer.
 * An answer that was good once may stand in a backup from another edition, or as an old one.
 *
 * @param {Fate[]} fates
 * @param {Map<string, unknown>} strict
 */
function refuseBadAnswer(fates, strict) {
  for (const { saved, fate } of fates) {
    if (fate === "invalid" && (strict.has(saved.id) || !isAnswer(saved.answer))) {
      throw new Refusal("bad-answer", saved.id, saved.answer);
    }
  }
}

/**
 * @param {Map<string, unknown>} origin
 * @param {"edition" | "fingerprint"} name
 * @param {Questionnaire} questionnaire
 * @returns {boolean} false where the file does not say
 */
function isOther(origin, name, questionnaire) {
  const written = origin.get(name) ?? null;
  return written !== null && written !== questionnaire[name];
}

/**
 * @param {Map<string, unknown>} origin
 * @param {Questionnaire} questionnaire
 * @param {Fate[]} fates
 * @returns {boolean}
 */
function isMigrated(origin, questionnaire, fates) {
  const decides = (origin.get("fingerprint") ?? null) === null ? "edition" : "fingerprint";
  const isFromOther = isOther(origin, decides, questionnaire);
  return isFromOther || fates.some(({ fate }) => !UNTOUCHED.includes(fate));
}

/**
 * @param {Map<string, unknown>} origin
 * @param {string | null} respondent
 * @param {Questionnaire} questionnaire
 * @returns {string[]}
 */
function originNotices(origin, respondent, questionnaire) {
  const notices = respondent === null ? ["no-respondent"] : [];
  for (const name of /** @type {const} */ (["edition", "fingerprint"])) {
    if ((origin.get(name) ?? null) === null) notices.push(`no-${name}`);
    else if (isOther(origin, name, questionnaire)) notices.push(`other-${name}`);
  }
  return notices;
}

/**
 * @param {string | null} named
 * @param {string | null} role
 * @param {Questionnaire} questionnaire
 * @returns {string[]}
 */
function roleNotices(named, role, questionnaire) {
  if (named !== null) return role === null ? ["unknown-role"] : [];
  return questionnaire.roles.length > 0 ? ["no-role"] : [];
}

/**
 * @param {unknown} value
 * @returns {string | null}
 */
function shownOrNull(value) {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : shownValue(value);
}
