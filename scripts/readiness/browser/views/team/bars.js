/** People by level as one bar. Every length is a count that stands in the table beside it. */

import { svgElement } from "../../element.js";

const BAR_HEIGHT = 26;
const TONES = 3;
const PERCENT_PER_DIGIT = 3;

/**
 * @typedef {object} Piece people of neighbouring levels, told by level or only together
 * @property {number} from first level, from 1
 * @property {number} to last level
 * @property {number} people
 * @property {boolean} isLevel whether it is one level
 */

/**
 * Cut the whole of an item into what is told by level and what is not: the latter stands outside.
 *
 * @param {{raters: number, low_half: number | null, high_half: number | null, levels: (number | null)[]}} whole
 * @param {number | null} cut how many levels the lower half has
 * @returns {Piece[]}
 */
export function levelPieces(whole, cut) {
  const { levels, raters, low_half: low, high_half: high } = whole;
  if (cut === null || low === null || high === null) return partPieces(levels, 0, raters, false);
  return [...partPieces(levels.slice(0, cut), 0, low, true), ...partPieces(levels.slice(cut), cut, high, false)];
}

/**
 * @param {(number | null)[]} levels of one half
 * @param {number} start levels before it
 * @param {number} people in it
 * @param {boolean} isFirst whether what is not told stands before the levels
 * @returns {Piece[]}
 */
function partPieces(levels, start, people, isFirst) {
  /** @type {number} */
  const rest = levels.reduce((/** @type {number} */ left, count) => left - (count ?? 0), people);
  const told = levels.flatMap((count, place) => {
    const level = start + place + 1;
    // Of nobody, every level was chosen by nobody.
    const isKnown = count !== null || rest === 0;
    return isKnown ? [{ from: level, to: level, people: count ?? 0, isLevel: true }] : [];
  });
  if (rest === 0) return told;
  const together = { from: start + 1, to: start + levels.length, people: rest, isLevel: false };
  return isFirst ? [together, ...told] : [...told, together];
}

/**
 * Draw the pieces side by side, each with its count where it has room.
 *
 * @param {Piece[]} pieces
 * @param {number} levels how many the scale has
 * @param {number | null} cut
 * @param {string} name what it shows, in words
 * @returns {SVGElement}
 */
export function levelBar(pieces, levels, cut, name) {
  const all = pieces.reduce((sum, { people }) => sum + people, 0);
  const hooks = { role: "img", "aria-label": name, focusable: "false" };
  const bar = svgElement("svg", { class: "rd-level-bar", width: "100%", height: BAR_HEIGHT, ...hooks });
  let before = 0;
  for (const piece of pieces) {
    if (piece.people === 0) continue;
    const [from, to] = [percent(before, all), percent(before + piece.people, all)];
    bar.append(...pieceParts(piece, from, to, toneOf(piece, levels, cut)));
    before += piece.people;
    if (cut !== null && piece.to === cut && before < all) bar.append(halfLine(to));
  }
  return bar;
}

/**
 * A little field in the colour of a level, for the head of its row.
 *
 * @param {Piece} piece
 * @param {number} levels
 * @param {number | null} cut
 * @returns {SVGElement}
 */
export function swatch(piece, levels, cut) {
  const size = { width: 14, height: 14, "aria-hidden": "true", focusable: "false" };
  const field = svgElement("rect", { class: `rd-piece ${toneOf(piece, levels, cut)}`, width: 14, height: 14 });
  const lines = piece.isLevel ? null : stripes("0", "100%", 14);
  return svgElement("svg", { class: "rd-swatch", ...size }, field, lines);
}

/**
 * @param {Piece} piece
 * @param {number} from
 * @param {number} to
 * @param {string} tone
 * @returns {SVGElement[]}
 */
function pieceParts(piece, from, to, tone) {
  const [x, width] = [`${from}%`, `${rounded(to - from)}%`];
  const parts = [svgElement("rect", { class: `rd-piece ${tone}`, x, width, height: BAR_HEIGHT })];
  if (!piece.isLevel) parts.push(stripes(x, `${to}%`, BAR_HEIGHT));
  const text = String(piece.people);
  if (to - from < PERCENT_PER_DIGIT * text.length) return parts;
  const middle = `${rounded((from + to) / 2)}%`;
  const kind = `rd-piece-count ${tone}`;
  return [...parts, svgElement("text", { class: kind, x: middle, y: 18, "text-anchor": "middle" }, text)];
}

/**
 * @param {string} from
 * @param {string} to
 * @param {number} height
 * @returns {SVGElement} what is not told by level is striped
 */
function stripes(from, to, height) {
  const line = { x1: from, x2: to, y1: height / 2, y2: height / 2, "stroke-width": height };
  return svgElement("line", { class: "rd-stripes", ...line });
}

/**
 * @param {number} at
 * @returns {SVGElement} where the upper half begins
 */
function halfLine(at) {
  return svgElement("line", { class: "rd-half-line", x1: `${at}%`, x2: `${at}%`, y1: -4, y2: BAR_HEIGHT + 4 });
}

/**
 * The tone of a piece: its side, and how far out it lies; a half told together has its middle tone.
 *
 * @param {Piece} piece
 * @param {number} levels
 * @param {number | null} cut
 * @returns {string}
 */
function toneOf({ from, to, isLevel }, levels, cut) {
  if (cut === null && !isLevel) return "rd-middle";
  const half = cut ?? levels / 2;
  if (cut === null && 2 * from - 1 === levels) return "rd-middle";
  const isLow = to <= half;
  const size = isLow ? Math.floor(half) : levels - Math.ceil(half);
  const away = isLow ? Math.floor(half) - from + 1 : from - Math.ceil(half);
  const step = size === 1 ? TONES : 1 + Math.round(((away - 1) * (TONES - 1)) / (size - 1));
  return `${isLow ? "rd-lower" : "rd-upper"}-${isLevel ? step : 2}`;
}

/**
 * @param {number} part
 * @param {number} all
 * @returns {number}
 */
function percent(part, all) {
  return rounded((100 * part) / all);
}

/**
 * @param {number} value
 * @returns {number}
 */
function rounded(value) {
  return Math.round(value * 100) / 100;
}
