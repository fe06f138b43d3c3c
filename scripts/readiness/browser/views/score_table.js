/** Dimensions and themes: one table whose rows carry their bar, so picture and figures agree. */

import { element, svgElement } from "../element.js";
import { floorOf, isBelow, percentOf } from "../engine/ratio.js";
import { sentences } from "../sentences.js";
import { approximate } from "./figures.js";
import { bandOf } from "./names.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Result} Result */
/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").ThemeScore} ThemeScore */
/** @typedef {import("../engine/types.js").DimensionScore} DimensionScore */

/**
 * Draw all scores, each with its coverage.
 *
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @returns {HTMLElement}
 */
export function scoreTable(questionnaire, result) {
  const title = element("h2", {}, sentences.scoresTitle);
  const least = questionnaire.verdict.completeness.score;
  if (result.completeness === null || isBelow(result.completeness, least)) {
    const heldBack = sentences.scoresHeldBack(percentOf(least));
    return element("section", {}, title, element("p", {}, heldBack));
  }
  const heads = sentences.columns.map((name) => element("th", { scope: "col" }, name));
  const caption = element("caption", {}, sentences.scoresCaption);
  const head = element("thead", {}, element("tr", {}, ...heads));
  const bodies = questionnaire.dimensions.map((dimension) => {
    const themes = dimension.themes.map((theme) =>
      row(questionnaire, "theme", theme, scoreOf(result.themes, theme.id)),
    );
    const top = row(questionnaire, "dimension", dimension, scoreOf(result.dimensions, dimension.id));
    return element("tbody", {}, top, ...themes);
  });
  return element("section", {}, title, element("table", { class: "rd-scores" }, caption, head, ...bodies));
}

/**
 * @template {{id: string}} Score
 * @param {Score[]} scores
 * @param {string} id
 * @returns {Score}
 */
function scoreOf(scores, id) {
  const found = scores.find((score) => score.id === id);
  if (found === undefined) throw new Error(`No score of ${id}`);
  return found;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {"dimension" | "theme"} kind
 * @param {{id: string, title: string}} area
 * @param {DimensionScore | ThemeScore} score
 * @returns {HTMLElement}
 */
function row(questionnaire, kind, area, score) {
  const value = score.score;
  const figure = value === null ? "" : String(floorOf(value));
  const attributes = { [`data-${kind}`]: area.id, "data-score": figure };
  const isWeak = value !== null && isBelow(value, questionnaire.verdict.ready[kind]);
  const head = element("th", { scope: "row" }, area.title, value === null ? null : bar(value, isWeak));
  if (value === null) {
    const why = score.state === "does_not_apply" ? sentences.doesNotApply : sentences.notEnough;
    head.append(element("span", { class: "rd-small" }, why));
  }
  if ("rated" in score && value !== null && score.rated === 1) {
    head.append(element("span", { class: "rd-small" }, sentences.restsOnOne));
  }
  const share = score.coverage === null ? 0 : percentOf(score.coverage);
  const coverage = share === 0 ? "–" : `${share}%`;
  const band = value === null ? "–" : bandOf(questionnaire, value);
  const cells = [figure || "–", band, coverage].map((text) => element("td", {}, text));
  return element("tr", attributes, head, ...cells);
}

/**
 * @param {Ratio} value
 * @param {boolean} isWeak
 * @returns {SVGElement}
 */
function bar(value, isWeak) {
  const width = approximate(value);
  const attributes = { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svgElement(
    "svg",
    { class: isWeak ? "rd-bar rd-weak" : "rd-bar", focusable: "false", ...attributes },
    svgElement("rect", { class: "rd-track", width: 100, height: 4 }),
    svgElement("rect", { class: "rd-value", width, height: 4 }),
  );
}
