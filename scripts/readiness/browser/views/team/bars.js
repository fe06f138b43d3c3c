/** The drawings of a group report. Every length is a figure as it is shown beside the drawing. */

import { svgElement } from "../../element.js";
import { approximate } from "../figures.js";
import { endsOf } from "./told.js";

/** @typedef {import("../../engine/types.js").Ratio} Ratio */
/** @typedef {import("./told.js").ToldFigure} ToldFigure */

const HEIGHT = 10;

/**
 * A score from 0 to 100: its lower end solid, the rest of a range lighter.
 *
 * @param {ToldFigure} figure
 * @param {boolean} isWeak
 * @returns {SVGElement}
 */
export function scoreBar(figure, isWeak) {
  const [low, high] = endsOf(figure);
  return drawing(
    isWeak ? "rd-bar rd-weak" : "rd-bar",
    `0 0 100 ${HEIGHT}`,
    box("rd-track", 0, 100),
    low === high ? null : box("rd-range", low, high - low),
    box("rd-value", 0, low),
  );
}

/**
 * The index from 0 to 100 with the lines that its verdict stands on.
 *
 * @param {ToldFigure} figure
 * @param {Ratio[]} cuts
 * @returns {SVGElement}
 */
export function indexBar(figure, cuts) {
  const [low, high] = endsOf(figure);
  const lines = cuts.map((cut) => tick("rd-cut", approximate(cut)));
  return drawing(
    "rd-bar rd-index-bar",
    `0 0 100 ${HEIGHT}`,
    box("rd-track", 0, 100),
    low === high ? null : box("rd-range", low, high - low),
    box("rd-value", 0, low),
    ...lines,
  );
}

/**
 * The mean on the scale of levels, in tenths of a level, with the average distance from it.
 *
 * @param {ToldFigure} mean
 * @param {ToldFigure | null} ad
 * @param {number} levels
 * @returns {SVGElement}
 */
export function meanLine(mean, ad, levels) {
  const [low, high] = endsOf(mean).map(barTenths);
  const [least, most] = [10, 10 * levels];
  const parts = [box("rd-track", least, most - least)];
  for (let level = 1; level <= levels; level += 1) parts.push(tick("rd-step", 10 * level));
  if (low !== undefined && high !== undefined) {
    const away = ad === null ? 0 : barTenths(Number(ad.shown));
    const [from, to] = [Math.max(least, low - away), Math.min(most, high + away)];
    if (to > from) parts.push(box("rd-range", from, to - from));
    if (low === high) parts.push(tick("rd-mark", low));
  }
  return drawing("rd-mean", `${least - 1} 0 ${most - least + 2} ${HEIGHT}`, ...parts);
}

/**
 * People by level: lower levels to the left, higher ones to the right, parted in the middle.
 *
 * @param {number[]} counts
 * @returns {SVGElement}
 */
export function divergingBar(counts) {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const middle = (counts.length - 1) / 2;
  const left = counts.reduce((sum, count, place) => {
    return sum + (place < middle ? count : place === middle ? count / 2 : 0);
  }, 0);
  let from = -left;
  const parts = [box("rd-track", -people, 2 * people)];
  counts.forEach((count, place) => {
    if (count > 0) parts.push(box(`rd-segment ${sideOf(place, middle)}`, from, count));
    from += count;
  });
  parts.push(tick("rd-cut", 0));
  return drawing("rd-diverging", `${-people} 0 ${2 * people} ${HEIGHT}`, ...parts);
}

/**
 * @param {number} place
 * @param {number} middle
 * @returns {string} the side of a level, and whether it lies far out
 */
function sideOf(place, middle) {
  if (place === middle) return "rd-middle";
  const side = place < middle ? "rd-lower" : "rd-higher";
  return 2 * Math.abs(place - middle) > middle ? `${side} rd-far` : side;
}

/**
 * @param {number} level
 * @returns {number}
 */
function barTenths(level) {
  return Math.round(10 * level);
}

/**
 * @param {string} kind
 * @param {string} viewBox
 * @param {...(SVGElement | null)} parts
 * @returns {SVGElement}
 */
function drawing(kind, viewBox, ...parts) {
  const attributes = { viewBox, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" };
  return svgElement("svg", { class: kind, ...attributes }, ...parts);
}

/**
 * @param {string} kind
 * @param {number} x
 * @param {number} width
 * @returns {SVGElement}
 */
function box(kind, x, width) {
  return svgElement("rect", { class: kind, x, width, height: HEIGHT });
}

/**
 * @param {string} kind
 * @param {number} x
 * @returns {SVGElement}
 */
function tick(kind, x) {
  return svgElement("line", { class: kind, x1: x, x2: x, y1: 0, y2: HEIGHT });
}
