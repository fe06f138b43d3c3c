/** The author's names for verdicts, scores, dimensions and themes. */

import { isBelow } from "../engine/ratio.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Verdict} Verdict */

/**
 * Name a verdict.
 *
 * @param {Questionnaire} questionnaire
 * @param {Verdict} verdict
 * @returns {string}
 */
export function verdictLabel(questionnaire, verdict) {
  return questionnaire.verdict.labels[verdict];
}

/**
 * Say what a verdict means, in the author's sentence.
 *
 * @param {Questionnaire} questionnaire
 * @param {Verdict} verdict
 * @returns {string}
 */
export function verdictMeaning(questionnaire, verdict) {
  return questionnaire.verdict.meanings[verdict];
}

/**
 * Name the roles of a list of ids, in the order of the questionnaire.
 *
 * @param {Questionnaire} questionnaire
 * @param {string[]} ids
 * @returns {string}
 */
export function roleLabels(questionnaire, ids) {
  return questionnaire.roles.flatMap(({ id, label }) => (ids.includes(id) ? [label] : [])).join(", ");
}

/**
 * Name a score: the highest band that it reaches.
 *
 * @param {Questionnaire} questionnaire
 * @param {Ratio} score
 * @returns {string}
 */
export function bandOf(questionnaire, score) {
  const reached = questionnaire.bands.filter((band) => !isBelow(score, band.from));
  return reached.at(-1)?.label ?? "";
}

/**
 * Name a dimension or theme.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} id
 * @returns {string}
 */
export function titleOf(questionnaire, id) {
  const themes = questionnaire.dimensions.flatMap((dimension) => dimension.themes);
  return [...questionnaire.dimensions, ...themes].find((area) => area.id === id)?.title ?? "";
}
