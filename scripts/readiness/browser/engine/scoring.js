/**
 * Scores of themes and dimensions, the index, and how much of the questionnaire they rest on.
 * Nested weighted means, exact; a figure whose divisor would be nothing is null (scoring.md 3.1).
 */

import { isBelow, meanOf, shareOf } from "./ratio.js";
import { countStates, isUnknown } from "./responses.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./types.js").Scores} Scores */
/** @typedef {import("./types.js").ThemeScore} ThemeScore */
/** @typedef {import("./types.js").DimensionScore} DimensionScore */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {Pick<Scores, "completeness" | "dontKnowShare">} Shares */

/**
 * @param {Questionnaire} questionnaire
 * @param {Given} given
 * @returns {Scores}
 */
export function scoreResponses(questionnaire, given) {
  const share = questionnaire.verdict.themeShare;
  const themes = questionnaire.themes.map((theme) => scoreTheme(theme, given, share));
  return scoresFrom(questionnaire, themes, answerShares(given));
}

/**
 * Completeness and don't-know share, by number of items.
 *
 * @param {Given} given
 * @returns {Shares}
 */
function answerShares(given) {
  const { rated, dontKnow, unanswered } = countStates(given);
  return {
    completeness: shareOf(rated + dontKnow, rated + dontKnow + unanswered),
    dontKnowShare: shareOf(dontKnow, rated + dontKnow),
  };
}

/**
 * Mean of the points of the rated items, by weight; `share` is the coverage it needs.
 *
 * @param {import("./types.js").Theme} theme
 * @param {Given} given
 * @param {Ratio} share
 * @returns {ThemeScore}
 */
export function scoreTheme({ id, dimension, items }, given, share) {
  const pairs = [];
  const unknown = [];
  let [ratedWeight, applicableWeight] = [0, 0];
  for (const item of items) {
    const response = given.get(item.id);
    const value = response?.state === "rated" ? item.points[response.level - 1] : undefined;
    if (value) {
      pairs.push({ weight: item.weight, value });
      ratedWeight += item.weight;
      applicableWeight += item.weight;
    } else if (response && isUnknown(response.state)) {
      unknown.push(item.id);
      applicableWeight += item.weight;
    }
  }
  const coverage = shareOf(ratedWeight, applicableWeight);
  const state = scoreState(coverage, share);
  const score = state === "scored" ? meanOf(pairs) : null;
  return { id, dimension, score, coverage, state, rated: pairs.length, unknown };
}

/**
 * Dimensions and index upon scored themes, which come in the order of reporting.
 *
 * @param {Questionnaire} questionnaire
 * @param {ThemeScore[]} themes
 * @param {Shares} shares
 * @returns {Scores}
 */
export function scoresFrom(questionnaire, themes, { completeness, dontKnowShare }) {
  const { verdict } = questionnaire;
  /** @type {DimensionScore[]} */
  const dimensions = [];
  let from = 0;
  for (const { id, themes: parts } of questionnaire.dimensions) {
    const part = themes.slice(from, from + parts.length);
    const weights = parts.map(({ weight }) => weight);
    dimensions.push({ id, ...scoreDimension(part, weights, verdict.themeShare) });
    from += parts.length;
  }
  const enough = completeness !== null && !isBelow(completeness, verdict.completeness.score);
  const index = enough ? indexOf(questionnaire, dimensions) : null;
  return { themes, dimensions, index, completeness, dontKnowShare };
}

/**
 * @param {ThemeScore[]} themes of one dimension
 * @param {number[]} weights of these themes
 * @param {Ratio} share
 * @returns {Omit<DimensionScore, "id">}
 */
function scoreDimension(themes, weights, share) {
  let [scoredWeight, applicableWeight] = [0, 0];
  const pairs = themes.flatMap(({ state, score: value }, place) => {
    const weight = weights[place] ?? 0;
    applicableWeight += state === "does_not_apply" ? 0 : weight;
    scoredWeight += value ? weight : 0;
    return value ? { weight, value } : [];
  });
  const coverage = shareOf(scoredWeight, applicableWeight);
  const state = scoreState(coverage, share);
  return { score: state === "scored" ? meanOf(pairs) : null, coverage, state };
}

/**
 * Mean of the dimensions that apply, by weight; null where one of them has no score.
 *
 * @param {Questionnaire} questionnaire
 * @param {DimensionScore[]} scores
 * @returns {Ratio | null}
 */
function indexOf({ dimensions }, scores) {
  if (scores.some(({ state }) => state === "not_enough")) return null;
  const pairs = scores.flatMap(({ score: value }, place) =>
    value ? { weight: dimensions[place]?.weight ?? 0, value } : [],
  );
  return pairs.length === 0 ? null : meanOf(pairs);
}

/**
 * @param {Ratio | null} coverage
 * @param {Ratio} share
 * @returns {import("./types.js").ScoreState}
 */
function scoreState(coverage, share) {
  if (coverage === null) return "does_not_apply";
  return coverage.n === 0n || isBelow(coverage, share) ? "not_enough" : "scored";
}
