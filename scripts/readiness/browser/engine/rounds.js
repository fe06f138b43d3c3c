/**
 * Finished rounds beside today's answers: each as it was published, and re-scored under today's
 * questionnaire. What cannot be compared says why; nothing is made comparable by force. Pure.
 */

import { answersToday, countsToday, fatesOf } from "./editions.js";
import { evaluate } from "./evaluation.js";
import { optionalText, readAnswers, readOldAnswers } from "./file_parts.js";
import { floorOf } from "./ratio.js";
import { isAsked } from "./responses.js";
import { Refusal, readJson } from "./strict_json.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Result} Result */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./editions.js").SavedAnswer} SavedAnswer */
/** @typedef {Map<string, unknown>} JsonObject */

/**
 * @typedef {"other_role" | "too_few"} NoComparison
 * other_role: another role was chosen, which is asked other questions; too_few: too few of its
 * answers stand under today's questionnaire for an index
 *
 * @typedef {object} Round
 * @property {string | null} finished the day, as it was written
 * @property {string | null} edition
 * @property {string | null} fingerprint of the questionnaire
 * @property {string | null} role as it was written
 * @property {SavedAnswer[]} saved
 * @property {JsonObject} published what was shown at the time
 *
 * @typedef {object} RescoredRound
 * @property {Round} round
 * @property {Map<string, Answer>} answers those that stand today
 * @property {Result} result under today's questionnaire
 * @property {Set<string>} altered ids of themes of which not every question is known to be the same
 * @property {NoComparison | null} reason why it is not set beside today's; null where it may be
 */

/**
 * Read the text of a round; null where it is no round.
 *
 * @param {string} text
 * @returns {Round | null}
 */
export function readRound(text) {
  try {
    const round = readJson(new TextEncoder().encode(text));
    if (!(round instanceof Map)) return null;
    const published = round.get("published");
    const answers = readAnswers(round);
    const ids = new Set(answers.map(({ id }) => id));
    return {
      finished: optionalText(round, "finished"),
      edition: optionalText(round, "edition"),
      fingerprint: optionalText(round, "fingerprint"),
      role: optionalText(round, "role"),
      saved: [...answers, ...readOldAnswers(round).filter(({ id }) => !ids.has(id))],
      published: published instanceof Map ? published : new Map(),
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * Score a round under today's questionnaire, for a person who now answers in some role.
 *
 * @param {Questionnaire} questionnaire
 * @param {Round} round
 * @param {string | null} roleNow
 * @returns {RescoredRound}
 */
export function rescore(questionnaire, round, roleNow) {
  const role = questionnaire.roles.some(({ id }) => id === round.role) ? round.role : null;
  const fates = fatesOf(questionnaire, role, round.saved);
  const answers = answersToday(fates);
  const result = evaluate(questionnaire, { role, answers });
  const same = new Set(fates.filter(countsToday).flatMap(({ item }) => item?.id ?? []));
  const themes = questionnaire.themes.filter(({ items }) =>
    items.some((item) => isAsked(item, role) && !same.has(item.id)),
  );
  const isSame = round.fingerprint === questionnaire.fingerprint;
  const altered = isSame ? [] : themes.map(({ id }) => id);
  const reason = reasonOf(round.role, roleNow, result);
  return { round, answers, result, altered: new Set(altered), reason };
}

/**
 * @param {string | null} role
 * @param {string | null} roleNow
 * @param {Result} result
 * @returns {NoComparison | null}
 */
function reasonOf(role, roleNow, result) {
  if (role !== roleNow) return "other_role";
  return result.index === null ? "too_few" : null;
}

/**
 * The whole number that was shown at the time for the index, a dimension or a theme.
 *
 * @param {Round} round
 * @param {"index" | "dimensions" | "themes"} kind
 * @param {string} [id]
 * @returns {number | null}
 */
export function publishedScore({ published }, kind, id) {
  const area = kind === "index" ? published.get("index") : inside(published.get(kind), id ?? "");
  const shown = inside(kind === "index" ? area : inside(area, "score"), "shown");
  return Number.isInteger(shown) && Number(shown) >= 0 && Number(shown) <= 100 ? Number(shown) : null;
}

/**
 * @param {unknown} part
 * @param {string} name
 * @returns {unknown}
 */
function inside(part, name) {
  return part instanceof Map ? part.get(name) : undefined;
}

/**
 * The whole number that is shown for a score, as people read it.
 *
 * @param {import("./types.js").Ratio | null} score
 * @returns {number | null}
 */
export function shownScore(score) {
  return score === null ? null : floorOf(score);
}
