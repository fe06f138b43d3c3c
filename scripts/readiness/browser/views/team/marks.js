/** The marks by which the blocks of a group are told apart: by shape first, by colour besides. */

import { svgElement } from "../../element.js";

const SHAPES = [
  "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
  "M0-7.5 7.5 0 0 7.5-7.5 0Z",
  "M-5.5-5.5h11v11h-11Z",
  "M0-7 7 5.5h-14Z",
  "M0 7 7-5.5h-14Z",
  "M-2-6.5h4v4.5h4.5v4h-4.5v4.5h-4v-4.5h-4.5v-4h4.5Z",
];

/**
 * Draw the mark of a block; after all shapes come the same ones hollow.
 *
 * @param {number} block its place in the breakdown
 * @param {string | number} x
 * @param {string | number} y
 * @param {number} [shift] down from there
 * @returns {SVGElement}
 */
export function blockMark(block, x, y, shift = 0) {
  const isHollow = Math.floor(block / SHAPES.length) % 2 === 1;
  const shape = SHAPES[block % SHAPES.length] ?? "";
  const kind = `rd-mark rd-mark-${block % SHAPES.length}${isHollow ? " rd-hollow" : ""}`;
  const transform = shift === 0 ? null : `translate(0 ${shift})`;
  return svgElement("svg", { x, y, overflow: "visible" }, svgElement("path", { class: kind, d: shape, transform }));
}

/**
 * The mark of a block by itself, for a legend or the head of a column.
 *
 * @param {number} block
 * @returns {SVGElement}
 */
export function loneMark(block) {
  const size = { width: 16, height: 16, "aria-hidden": "true", focusable: "false" };
  return svgElement("svg", { class: "rd-lone", ...size }, blockMark(block, 8, 8));
}
