/** Figures as they may be told: a text, a range, or words in place of what is hidden. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";

/**
 * @typedef {object} ToldFigure
 * @property {string | null} exact
 * @property {number | string} shown
 * @property {number | string} [to] the upper end of a range
 */

/**
 * Write a figure: 50, 50%, 0 to 24%.
 *
 * @param {ToldFigure} figure
 * @param {string} [unit]
 * @returns {string}
 */
export function figureText({ shown, to }, unit = "") {
  const text = to === undefined ? String(shown) : reportWords.to(String(shown), String(to));
  return `${text}${unit}`;
}

/**
 * The lower and the upper end of a figure, for a drawing or a comparison of what is shown.
 *
 * @param {ToldFigure} figure
 * @returns {[number, number]}
 */
export function endsOf({ shown, to }) {
  return [Number(shown), Number(to ?? shown)];
}

/**
 * Tell whether there is a figure that may be told.
 *
 * @param {any} figure
 * @returns {boolean}
 */
export function isTold(figure) {
  return figure !== null && figure !== undefined && !("suppressed" in figure);
}

/**
 * The words in place of a hidden figure; nothing about it says how large it is.
 *
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function hiddenWords(text = reportWords.notShown) {
  return element("span", { class: "rd-hidden", "data-suppressed": true }, text);
}

/**
 * A figure with its hook, or the words in its place.
 *
 * @param {string} name of the figure
 * @param {any} figure
 * @param {string} [unit]
 * @returns {HTMLElement}
 */
export function toldFigure(name, figure, unit = "") {
  if (!isTold(figure)) return hiddenWords();
  return element("span", { "data-figure": name }, figureText(figure, unit));
}

/**
 * The names of the roles by id: what stands before a bracket, where that tells them apart.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @returns {Map<string, string>}
 */
export function roleNames({ roles }) {
  const short = roles.map(({ label }) => label.split(" (")[0] || label);
  const areDistinct = new Set(short).size === roles.length;
  return new Map(roles.map(({ id, label }, place) => [id, areDistinct ? short[place] ?? label : label]));
}

/**
 * The gap of one role to another, in words.
 *
 * @param {string} one
 * @param {string} other
 * @param {ToldFigure} gap
 * @param {string} unit
 * @returns {string}
 */
export function gapText(one, other, gap, unit) {
  const [low, high] = endsOf(gap);
  const [from, to] = [gap.shown, gap.to ?? gap.shown].map((end) => String(end).replace("-", ""));
  const size = (/** @type {string} */ less, /** @type {string} */ more) =>
    `${less === more ? less : reportWords.to(less, more)} ${unit}`;
  if (from === undefined || to === undefined) return "";
  if (low === 0 && high === 0) return reportWords.noGap(one, other, size(from, to));
  if (low >= 0) return reportWords.gap(one, other, reportWords.above(size(from, to)));
  if (high <= 0) return reportWords.gap(one, other, reportWords.below(size(to, from)));
  return reportWords.gap(one, other, reportWords.between(`${from} ${unit}`, to));
}

/**
 * A table in a region that scrolls where it is wider than the page.
 *
 * @param {string} name unlike that of any other region of the page
 * @param {HTMLElement} table
 * @returns {HTMLElement}
 */
export function scrollRegion(name, table) {
  const region = { class: "rd-scroll", tabindex: 0, role: "region", "aria-label": name };
  return element("div", region, table);
}

/**
 * A table from its parts.
 *
 * @param {string} kind its class
 * @param {string} caption
 * @param {(Node | string)[]} heads
 * @param {...HTMLElement} bodies
 * @returns {HTMLElement}
 */
export function toldTable(kind, caption, heads, ...bodies) {
  const head = heads.map((name) => element("th", { scope: "col" }, name));
  return element(
    "table",
    { class: kind },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head)),
    ...bodies,
  );
}
