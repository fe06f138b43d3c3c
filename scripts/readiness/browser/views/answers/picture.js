/** Draws a text as a QR picture: dark on white in every scheme, with its quiet zone. */

import { element, svgElement } from "../../element.js";
import { answersWords } from "../../words_answers.js";
import { encode } from "../../vendor/uqr.mjs";

const QUIET = 4;

/**
 * Draw the picture of a text, or say that the text is too long for one.
 *
 * @param {string} text
 * @param {string} label what the picture is for those who do not see it
 * @returns {Element}
 */
export function pictureView(text, label) {
  const modules = modulesOf(text);
  if (modules === null) return element("p", {}, answersWords.pictureNone);
  const size = modules.length + 2 * QUIET;
  return svgElement(
    "svg",
    { class: "rd-picture", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label },
    svgElement("rect", { width: size, height: size, fill: "#fff" }),
    svgElement("path", { d: pathOf(modules), fill: "#000", "shape-rendering": "crispEdges" }),
  );
}

/**
 * @param {string} text
 * @returns {boolean[][] | null}
 */
function modulesOf(text) {
  try {
    return encode(text, { ecc: "M", border: 0 }).data;
  } catch {
    return null;
  }
}

/**
 * @param {boolean[][]} modules
 * @returns {string} one stroke for each run of dark modules in a row
 */
function pathOf(modules) {
  const strokes = modules.flatMap((line, y) => {
    const runs = line.map((dark) => (dark ? "1" : "0")).join("").matchAll(/1+/g);
    return [...runs].map(({ 0: run, index }) => {
      return `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`;
    });
  });
  return strokes.join("");
}
