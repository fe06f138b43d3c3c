/**
 * The picture of a group: a row a theme. With several blocks a mark for each at its share in the
 * upper half, joined by a line, so that the gap is the picture; else the score of each theme.
 * Every place in the drawing is a figure as it stands in the table of themes.
 */

import { element, svgElement } from "../../element.js";
import { isBelow, readRatio } from "../../engine/ratio.js";
import { reportWords } from "../../words_report.js";
import { approximate, pointsText } from "../figures.js";
import { blockName, commonUpperHalf } from "./blocks.js";
import { blockMark, loneMark } from "./marks.js";
import { endsOf, hiddenWords, intervalText, isTold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/report_json.js").AreaJson} AreaJson */
/** @typedef {import("../../group/report_json.js").GapJson} GapJson */

const MIDDLE = "50%";
const AXIS_STEPS = [0, 25, 50, 75, 100];
const TOO_NEAR = 3;

/**
 * Draw it.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function plotSection(told) {
  return Object.keys(told.report.breakdown).length > 1 ? gapPlot(told) : scorePlot(told);
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
function gapPlot({ questionnaire, report }) {
  const blocks = Object.entries(report.breakdown).map(([id, people]) => {
    return { id, people: Number(people), name: blockName(questionnaire, id) };
  });
  const legend = blocks.map(({ id, people, name }, place) => {
    return element("li", { "data-block": id }, loneMark(place), reportWords.blockOf(name, people));
  });
  const rows = questionnaire.themes.map((theme) => {
    const { shares, gap } = gapOf(report.themes[theme.id], blocks.map(({ id }) => id));
    const said = blocks.map(({ name }, place) => {
      const share = shares[place] ?? null;
      return share === null ? reportWords.notShownOf(name) : reportWords.shareOf(name, share);
    });
    const size = gap === null ? -1 : Math.abs(gap.gap.shown);
    const track = plotTrack(said.join("; "), ...gapParts(shares, gap?.flagged === true));
    return { size, row: plotRow(theme, track, gapWords(gap), gap?.flagged === true) };
  });
  rows.sort((one, other) => other.size - one.size);
  const title = reportWords.plotTitle(commonUpperHalf(questionnaire));
  const key = element("ul", { class: "rd-legend" }, ...legend);
  return plotFrame(title, key, rows.map(({ row }) => row), "%", []);
}

/**
 * The shares of a theme, and its largest gap: a flagged one before all others.
 *
 * @param {AreaJson} theme
 * @param {string[]} blocks
 * @returns {{shares: (number | null)[], gap: GapJson | null}}
 */
export function gapOf(theme, blocks) {
  const shares = blocks.map((block) => theme.blocks[block]?.shown ?? null);
  const size = (/** @type {GapJson} */ one) => Math.abs(one.gap.shown) + (one.flagged ? 1000 : 0);
  const gaps = [...theme.gaps].sort((one, other) => size(other) - size(one));
  return { shares, gap: gaps[0] ?? null };
}

/**
 * @param {(number | null)[]} shares
 * @param {boolean} isLarge
 * @returns {SVGElement[]} the line between the outermost marks, and the marks
 */
function gapParts(shares, isLarge) {
  const told = shares.filter((share) => share !== null);
  if (told.length === 0) return [];
  const ends = { x1: `${Math.min(...told)}%`, x2: `${Math.max(...told)}%`, y1: MIDDLE, y2: MIDDLE };
  const line = svgElement("line", { class: isLarge ? "rd-gap-line rd-large" : "rd-gap-line", ...ends });
  const marks = shares.flatMap((share, place) => {
    if (share === null) return [];
    const near = shares.map((other) => other !== null && Math.abs(other - share) < TOO_NEAR);
    const [before, after] = [near.slice(0, place), near.slice(place + 1)].map((side) => side.filter(Boolean).length);
    // Marks that would hide each other stand one below the other.
    return [blockMark(place, `${share}%`, MIDDLE, ((before ?? 0) - (after ?? 0)) * 5)];
  });
  return [line, ...marks];
}

/**
 * @param {GapJson | null} gap
 * @returns {Node}
 */
function gapWords(gap) {
  if (gap === null) return hiddenWords();
  const points = reportWords.points(Math.abs(gap.gap.shown));
  return element("span", { "data-figure": "gap" }, gap.flagged ? reportWords.large(points) : points);
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
function scorePlot({ questionnaire, report }) {
  const { notYet, ready } = questionnaire.verdict;
  const cuts = [notYet.theme, ready.theme];
  const rows = questionnaire.themes.map((theme) => {
    const score = report.themes[theme.id];
    if (!isTold(score)) {
      const words = reportWords.unscored.get(score.state) ?? reportWords.notShown;
      return { place: Infinity, row: plotRow(theme, plotTrack(words, ...cutLines(cuts)), hiddenWords(words), false) };
    }
    const isWeak = score.high !== null && isBelow(readRatio(score.high.exact), ready.theme);
    const text = intervalText(score);
    const words = isWeak ? reportWords.weak(text, pointsText(ready.theme)) : text;
    const [low, high] = endsOf(score).map(Number);
    const track = plotTrack(text, ...cutLines(cuts), ...scoreParts(low ?? 0, high ?? 0));
    const figure = element("span", { "data-figure": "theme" }, words);
    return { place: (low ?? 0) + (high ?? 0), row: plotRow(theme, track, figure, isWeak) };
  });
  rows.sort((one, other) => (one.place === other.place ? 0 : one.place - other.place));
  const [far, near] = cuts.map(pointsText);
  const key = element("p", { class: "rd-small" }, reportWords.scorePlotKey(far ?? "", near ?? ""));
  return plotFrame(reportWords.scorePlotTitle, key, rows.map(({ row }) => row), "", cuts);
}

/**
 * @param {number} low
 * @param {number} high
 * @returns {SVGElement[]} a dot, or a bar from end to end
 */
function scoreParts(low, high) {
  if (low === high) return [blockMark(0, `${low}%`, MIDDLE)];
  const bar = { x: `${low}%`, width: `${high - low}%`, y: -5, height: 10, rx: 5 };
  const place = { y: MIDDLE, width: "100%", height: 10, overflow: "visible" };
  return [svgElement("svg", place, svgElement("rect", { class: "rd-score-bar", ...bar }))];
}

/**
 * @param {import("../../engine/types.js").Ratio[]} cuts
 * @returns {SVGElement[]}
 */
function cutLines(cuts) {
  return cuts.map((cut) => upright("rd-cut", approximate(cut)));
}

/**
 * @param {{id: string, title: string}} theme
 * @param {SVGElement} track
 * @param {Node} words
 * @param {boolean} isFlagged
 * @returns {HTMLElement}
 */
function plotRow({ id, title }, track, words, isFlagged) {
  const name = element("span", { class: "rd-plot-name" }, title);
  const figure = element("span", { class: "rd-plot-figure" }, words);
  const place = element("div", { class: "rd-plot-place" }, track);
  return element("li", { "data-plot": id, "data-flagged": String(isFlagged) }, name, place, figure);
}

/**
 * @param {string} name what the row shows, in words
 * @param {...SVGElement} parts
 * @returns {SVGElement}
 */
function plotTrack(name, ...parts) {
  const hooks = { class: "rd-plot-track", role: "img", "aria-label": name, focusable: "false" };
  const lines = AXIS_STEPS.map((step) => upright("rd-grid", step));
  return svgElement("svg", { ...hooks, width: "100%" }, ...lines, ...parts);
}

/**
 * @param {string} kind
 * @param {number} at
 * @returns {SVGElement}
 */
function upright(kind, at) {
  return svgElement("line", { class: kind, x1: `${at}%`, x2: `${at}%`, y1: 0, y2: "100%" });
}

/**
 * @param {string} title
 * @param {HTMLElement} key
 * @param {HTMLElement[]} rows
 * @param {string} unit
 * @param {import("../../engine/types.js").Ratio[]} cuts
 * @returns {HTMLElement}
 */
function plotFrame(title, key, rows, unit, cuts) {
  const steps = AXIS_STEPS.map((step) => {
    return svgElement("text", { class: "rd-tick", x: `${step}%`, y: 14, "text-anchor": "middle" }, unit === "" ? `${step}` : `${step} ${unit}`);
  });
  const axis = svgElement("svg", { class: "rd-axis", width: "100%", height: 18, "aria-hidden": "true", focusable: "false" }, ...steps);
  const foot = element("div", { class: "rd-plot-foot" }, axis);
  const list = element("ul", { class: cuts.length > 0 ? "rd-plot rd-scores" : "rd-plot" }, ...rows);
  return element("section", { class: "rd-plot-part" }, element("h3", {}, title), key, list, foot);
}
