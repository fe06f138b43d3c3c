/**
 * A result in the words of the file format: every figure exact, with the way it is shown.
 * Scores are shown as the floor, shares as the floor of the percentage; nothing is computed here.
 */

import { floorOf, percentOf, ratioText, whole } from "./ratio.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {{exact: string, shown: number} | null} Figure */

export const SHARE_LINES = ["completeness", "dimension_unscored", "theme_unscored", "dont_know"];

/**
 * @param {import("./types.js").Result} result
 * @returns {object}
 */
export function resultJson(result) {
  const { bounds, counts } = result;
  return {
    verdict: result.verdict,
    index: pointsFigure(result.index),
    completeness: shareFigure(result.completeness),
    dont_know_share: shareFigure(result.dontKnowShare),
    bounds: bounds && {
      low: pointsFigure(bounds.low),
      high: pointsFigure(bounds.high),
      verdict_low: bounds.verdictLow,
      verdict_high: bounds.verdictHigh,
    },
    dimensions: Object.fromEntries(
      result.dimensions.map(({ id, score, coverage, state }) => [
        id,
        { score: pointsFigure(score), coverage: shareFigure(coverage), state },
      ]),
    ),
    themes: Object.fromEntries(result.themes.map((theme) => [theme.id, themeJson(theme)])),
    gates: Object.fromEntries(
      result.gates.map(({ item, effect, min, state }) => [
        item,
        { effect, min: countFigure(min), state },
      ]),
    ),
    conditions: result.conditions.map(conditionJson),
    advice: result.advice.map(({ gain, ...line }) => ({ ...line, gain: pointsFigure(gain) })),
    find_out: result.findOut.map((item) => ({ item })),
    strongest: result.strongest,
    borderline: result.borderline,
    many_not_applicable: result.manyNotApplicable,
    counts: {
      rated: countFigure(counts.rated),
      dont_know: countFigure(counts.dontKnow),
      not_applicable: countFigure(counts.notApplicable),
      unanswered: countFigure(counts.unanswered),
      not_asked: countFigure(counts.notAsked),
    },
  };
}

/**
 * @param {import("./types.js").ThemeScore} theme
 * @returns {object}
 */
function themeJson({ dimension, score, coverage, state, rated }) {
  return {
    dimension,
    score: pointsFigure(score),
    coverage: shareFigure(coverage),
    state,
    rated: countFigure(rated),
  };
}

/**
 * @param {import("./types.js").Condition} condition
 * @returns {object}
 */
function conditionJson({ rule, id, limit, value, items }) {
  const figure = SHARE_LINES.includes(rule) ? shareFigure : pointsFigure;
  return { rule, id, limit: figure(limit), value: figure(value), items };
}

/**
 * @param {Ratio | null} value points, or a level
 * @returns {Figure}
 */
function pointsFigure(value) {
  return value && { exact: ratioText(value), shown: floorOf(value) };
}

/**
 * @param {Ratio | null} value a share from 0 to 1
 * @returns {Figure}
 */
function shareFigure(value) {
  return value && { exact: ratioText(value), shown: percentOf(value) };
}

/**
 * @param {number} count
 * @returns {Figure}
 */
function countFigure(count) {
  return pointsFigure(whole(count));
}
