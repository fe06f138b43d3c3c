/**
 * What a person can carry away: the contribution as a file and as a code, and the backup.
 * All three carry the same random id, which a report needs to count somebody once.
 */

import { savedNotes } from "./everything.js";
import { countsToday } from "./engine/editions.js";
import { encodeContribution, revisionOf } from "./engine/response_code.js";
import { Refusal, readJson } from "./engine/strict_json.js";
import { backupOf, contributionOf } from "./engine/written_file.js";
import { respondentOf } from "./respondent.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {Map<string, unknown>} JsonObject */

/**
 * Make the file that is meant for others.
 *
 * @param {Session} session
 * @returns {JsonObject}
 */
export function contributionFile(session) {
  const { questionnaire, role, saved } = session;
  return contributionOf(questionnaire, { respondent: respondentOf(session), role, saved });
}

/**
 * Make the file that is meant for oneself.
 *
 * @param {Session} session
 * @returns {JsonObject}
 */
export function backupFile(session) {
  const { questionnaire, role, saved, step } = session;
  const notes = savedNotes(session);
  const respondent = respondentOf(session);
  const rounds = session.rounds.flatMap((text) => roundFrom(text) ?? []);
  const code = textOrNull(session.valueOf("code"));
  return backupOf(questionnaire, { respondent, role, saved, notes, step, code, rounds });
}

/**
 * The code of the answers as they are; the same answers give the same code again, other answers
 * the next revision. It is remembered for that.
 *
 * @param {Session} session
 * @returns {string}
 */
export function codeToShare(session) {
  const { questionnaire, role, answers } = session;
  const respondent = respondentOf(session);
  const codeOf = (/** @type {number} */ revision) =>
    encodeContribution(questionnaire, { respondent, role, answers, revision });
  const last = textOrNull(session.valueOf("code"));
  const before = last === null ? null : revisionOf(last);
  if (before !== null && codeOf(before) === last) return last;
  const code = codeOf(before === null ? 0 : before + 1);
  session.say("code", code);
  return code;
}

/**
 * How many saved answers a contribution leaves out: they wait for a second look, or nobody asks.
 *
 * @param {Session} session
 * @returns {number}
 */
export function leftOut({ fates }) {
  return fates.filter((one) => !countsToday(one) || one.fate === "not_asked").length;
}

/**
 * Tell whether there is anything to carry away.
 *
 * @param {Session} session
 * @returns {boolean}
 */
export function isEmpty(session) {
  const { saved, rounds } = session;
  const notes = savedNotes(session);
  return saved.length === 0 && notes.size === 0 && rounds.length === 0;
}

/**
 * Read a round as the session keeps it; null where it was damaged.
 *
 * @param {string} text
 * @returns {JsonObject | null}
 */
export function roundFrom(text) {
  try {
    const round = readJson(new TextEncoder().encode(text));
    return round instanceof Map ? round : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * @param {string | number | null} value
 * @returns {string | null}
 */
function textOrNull(value) {
  return typeof value === "string" ? value : null;
}
