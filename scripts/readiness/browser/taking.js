/**
 * Compares what was brought with what is here, and puts it in its place where the person says so.
 * What was here before can be put back by the same way.
 */

import { roundFrom } from "./carrying.js";
import { savedNotes, replaceAll } from "./everything.js";
import { writeJson } from "./engine/json_text.js";
import { backupOf, contributionOf } from "./engine/written_file.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./everything.js").Everything} Everything */
/** @typedef {import("./engine/types.js").Answer} Answer */
/** @typedef {import("./engine/types.js").Item} Item */
/** @typedef {import("./bringing.js").Brought} Brought */
/** @typedef {import("./bringing.js").Kept} Kept */

/** @typedef {{item: Item, here: Answer | null, there: Answer | null}} Difference */

/**
 * Tell whether what was brought is already here.
 *
 * @param {Session} session
 * @param {Brought} brought
 * @returns {boolean}
 */
export function isHereAlready(session, { kind, kept }) {
  const textOf = (/** @type {Everything} */ everything) =>
    writeJson(kind === "backup" ? wholeOf(session, everything) : sharedOf(session, everything));
  return textOf(kept) === textOf(keptOf(session));
}

/**
 * Compare the answers that count, item by item in the order of the questionnaire.
 *
 * @param {Session} session
 * @param {Brought} brought
 * @returns {Difference[]}
 */
export function differencesTo(session, brought) {
  const here = session.answers;
  return session.questionnaire.items
    .map((item) => ({
      item,
      here: here.get(item.id) ?? null,
      there: brought.answers.get(item.id) ?? null,
    }))
    .filter((one) => one.here !== one.there);
}

/**
 * All that stands for the person here now, to be put back later.
 *
 * @param {Session} session
 * @returns {Kept}
 */
export function keptOf(session) {
  const { role, saved, rounds, step } = session;
  const notes = savedNotes(session);
  const [respondent, code] = ["respondent", "code"].map((key) => session.valueOf(key));
  return { role, saved, notes, rounds, step, respondent: textIn(respondent), code: textIn(code) };
}

/**
 * Put what was brought in the place of what is here. The random id stays where none was brought.
 *
 * @param {Session} session
 * @param {Kept} kept
 */
export function take(session, kept) {
  replaceAll(session, kept);
  for (const key of /** @type {const} */ (["respondent", "code", "step"])) {
    if (kept[key] !== null) session.say(key, kept[key]);
  }
}

/**
 * @param {Session} session
 * @param {Everything} everything
 * @returns {Map<string, unknown>} without what tells one file from another of the same content
 */
function wholeOf({ questionnaire }, { role, saved, notes, rounds }) {
  const nothing = { respondent: "", step: null, code: null };
  const read = rounds.flatMap((round) => roundFrom(round) ?? []);
  return backupOf(questionnaire, { role, saved, notes, rounds: read, ...nothing });
}

/**
 * @param {Session} session
 * @param {Everything} everything
 * @returns {Map<string, unknown>}
 */
function sharedOf({ questionnaire }, { role, saved }) {
  return contributionOf(questionnaire, { respondent: "", role, saved });
}

/**
 * @param {string | number | null | undefined} value
 * @returns {string | null}
 */
function textIn(value) {
  return typeof value === "string" ? value : null;
}
