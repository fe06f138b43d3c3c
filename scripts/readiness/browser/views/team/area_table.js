/** Dimensions and themes of a group: one table whose rows carry their bar. */

import { element } from "../../element.js";
import { readRatio } from "../../engine/ratio.js";
import { reportWords } from "../../words_report.js";
import { approximate } from "../figures.js";
import { scoreBar } from "./bars.js";
import { endsOf, figureText, isTold, toldTable } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("./told.js").ToldFigure} ToldFigure */
/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * Draw all scores, each with its coverage.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function areasSection({ questionnaire, report }) {
  const bodies = questionnaire.dimensions.map((dimension) => {
    const themes = dimension.themes.map((theme) => {
      return areaRow(questionnaire, "theme", theme, report.themes[theme.id]);
    });
    const top = areaRow(questionnaire, "dimension", dimension, report.dimensions[dimension.id]);
    return element("tbody", {}, top, ...themes);
  });
  const { areasTitle, areasCaption, areaColumns } = reportWords;
  const table = toldTable("rd-areas", areasCaption, areaColumns, ...bodies);
  return element("section", {}, element("h3", {}, areasTitle), table);
}

/**
 * @param {Questionnaire} questionnaire
 * @param {"dimension" | "theme"} kind
 * @param {{id: string, title: string}} area
 * @param {any} told
 * @returns {HTMLElement}
 */
function areaRow(questionnaire, kind, area, { score, coverage, state }) {
  const head = element("th", { scope: "row" }, area.title);
  const text = isTold(score) ? figureText(score) : "";
  if (isTold(score)) {
    head.append(scoreBar(score, isWeak(score, approximate(questionnaire.verdict.ready[kind]))));
  } else {
    const why = state === "does_not_apply" ? reportWords.doesNotApply : reportWords.notEnough;
    head.append(element("span", { class: "rd-small", "data-suppressed": true }, why));
  }
  const band = isTold(score) ? groupBand(questionnaire, score) : "";
  const share = isTold(coverage) && coverage.shown !== 0 ? figureText(coverage, "%") : "";
  const cells = [text, band, share].map((cell) => element("td", {}, cell || reportWords.none));
  return element("tr", { [`data-${kind}`]: area.id, "data-score": text }, head, ...cells);
}

/**
 * Tell whether a score lies below a limit for sure; what is shown is its floor.
 *
 * @param {ToldFigure} score
 * @param {number} limit
 * @returns {boolean}
 */
function isWeak(score, limit) {
  return highest(score) <= limit;
}

/**
 * The band that a score has reached, where what is shown leaves no doubt.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldFigure} score
 * @returns {string}
 */
export function groupBand({ bands }, score) {
  const reached = (/** @type {(from: number) => boolean} */ isReached) => {
    return bands.filter(({ from }) => isReached(approximate(from))).at(-1)?.label ?? "";
  };
  const [low] = score.exact === null ? endsOf(score) : [approximate(readRatio(score.exact))];
  const sure = reached((from) => from <= (low ?? 0));
  if (score.exact !== null && score.to === undefined) return sure;
  return sure === reached((from) => from < highest(score)) ? sure : "";
}

/**
 * @param {ToldFigure} score
 * @returns {number} what the score lies below: a shown 60 may be anything below 61
 */
function highest(score) {
  return endsOf(score)[1] + 1;
}
