/** The verdict of a group in words, its index, and who answered. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { pointsText } from "../figures.js";
import { verdictLabel, verdictMeaning } from "../names.js";
import { groupBand } from "./area_table.js";
import { indexBar } from "./bars.js";
import { figureText, isTold, toldFigure } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * Draw the verdict with its index.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function verdictSection({ questionnaire, report }) {
  return element(
    "section",
    { class: "rd-verdict", "data-verdict-tone": report.verdict },
    element("h3", {}, verdictLabel(questionnaire, report.verdict)),
    element("p", { class: "rd-lead" }, verdictMeaning(questionnaire, report.verdict)),
    ...groupIndex(questionnaire, report.index),
  );
}

/**
 * @param {Questionnaire} questionnaire
 * @param {any} index
 * @returns {Element[]}
 */
function groupIndex(questionnaire, index) {
  if (!isTold(index)) return [element("p", { "data-suppressed": true }, reportWords.noIndex)];
  const { notYet, ready } = questionnaire.verdict;
  const band = groupBand(questionnaire, index);
  const figure = element("strong", { class: "rd-figure", "data-figure": "index" }, figureText(index));
  const rest = ` ${reportWords.outOf}${band === "" ? "" : ` · ${band}`}`;
  const scale = reportWords.scaleText(pointsText(notYet.index), pointsText(ready.index));
  return [
    element("p", { class: "rd-index" }, `${reportWords.indexLabel} `, figure, rest),
    indexBar(index, [notYet.index, ready.index]),
    element("p", { class: "rd-small" }, scale),
  ];
}

/**
 * Draw who answered, and what was left out.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function whoSection({ questionnaire, report }) {
  const { everybody, completeness, dontKnowShare } = reportWords;
  const roles = questionnaire.roles.flatMap(({ id, label }) => {
    const size = report.roles[id];
    const told = "suppressed" in size ? size : { exact: null, shown: size.respondents };
    return factPair(label, toldFigure("respondents", told), id);
  });
  const all = toldFigure("respondents", { exact: null, shown: report.respondents });
  const facts = [
    ...factPair(everybody, all, ""),
    ...roles,
    ...factPair(completeness, toldFigure("completeness", report.completeness, "%")),
    ...factPair(dontKnowShare, toldFigure("dont_know_share", report.dont_know_share, "%")),
  ];
  const out = report.left_out > 0 ? [reportWords.leftOut(report.left_out)] : [];
  const others = report.other_editions.map((/** @type {any} */ { edition, count }) => {
    return reportWords.otherEdition(edition, count);
  });
  const notes = [...out, ...others].map((note) => element("p", { "data-left-out": true }, note));
  const title = element("h3", {}, reportWords.whoTitle);
  return element("section", {}, title, element("dl", { class: "rd-facts" }, ...facts), ...notes);
}

/**
 * @param {string} name
 * @param {HTMLElement} figure
 * @param {string | null} [role]
 * @returns {HTMLElement[]}
 */
function factPair(name, figure, role = null) {
  const pair = [element("dt", {}, name), element("dd", { "data-role": role }, figure)];
  return [element("div", {}, ...pair)];
}

/**
 * Say plainly whom the report protects, and from whom it does not.
 *
 * @param {number} kMin
 * @returns {HTMLElement}
 */
export function protectionNote(kMin) {
  return element("p", { class: "rd-protects" }, reportWords.protects(kMin));
}
