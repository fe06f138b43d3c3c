/**
 * Dots on a wall, made into sheets. Dots are counts: nobody knows whose they are.
 *
 * There are as many sheets as the question with the most dots has. Dots go to the sheets in turn,
 * one after the other, so that all sheets are filled alike, and every question keeps its counts.
 * Where some question has so many more dots than others that sheets filled alike would all be too
 * empty to count, as many sheets as possible are filled enough; each question's surplus, drawn
 * evenly from all its levels, stands on further sheets, which are left out by name like any other.
 */

import { compare, shareOf } from "../engine/ratio.js";
import { memberFrom, sheetItems } from "./sheets.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").Answer} Answer */
/** @typedef {import("../group/deduplication.js").Member} Member */
/** @typedef {{id: string, dots: Answer[]}} DottedItem its dots, lowest level first */

/**
 * Dots as contributions that keep every question's counts.
 *
 * @param {Questionnaire} questionnaire
 * @param {string | null} role
 * @param {Map<string, number[]>} counts by item: dots on each level, then on "I don't know"
 * @param {(number: number) => string} nameOf
 * @returns {Member[]}
 */
export function membersOfDots(questionnaire, role, counts, nameOf) {
  const dotted = sheetItems(questionnaire, role).map((item) => {
    return { id: item.id, dots: dotsOf(item, counts.get(item.id) ?? []) };
  });
  const size = mostOf(dotted);
  const full = fullSheets(questionnaire, dotted, size);
  const kept = dotted.map(({ id, dots }) => ({ id, dots: evenly(dots, full) }));
  const rest = dotted.map(({ id, dots }) => ({ id, dots: surplus(dots, full) }));
  const sheets = [...dealt(kept, full), ...dealt(rest, size - full)];
  return sheets.map((answers, at) => memberFrom(questionnaire, role, answers, nameOf(at + 1)));
}

/**
 * @param {Item} item
 * @param {number[]} counts
 * @returns {Answer[]}
 */
function dotsOf(item, counts) {
  return counts.flatMap((count, place) => {
    return Array.from({ length: count }, () => (place < item.levels ? place + 1 : "dk"));
  });
}

/**
 * @param {DottedItem[]} dotted
 * @returns {number}
 */
function mostOf(dotted) {
  return Math.max(0, ...dotted.map(({ dots }) => dots.length));
}

/**
 * How many sheets can be filled enough to count; all where none can.
 *
 * @param {Questionnaire} questionnaire
 * @param {DottedItem[]} dotted
 * @param {number} size
 * @returns {number}
 */
function fullSheets({ verdict }, dotted, size) {
  for (let sheets = size; sheets > 0; sheets -= 1) {
    const held = dotted.reduce((sum, { dots }) => sum + Math.min(dots.length, sheets), 0);
    const fewest = shareOf(Math.floor(held / sheets), dotted.length);
    if (fewest !== null && compare(fewest, verdict.completeness.verdict) >= 0) return sheets;
  }
  return size;
}

/**
 * At most so many dots, drawn from all of them at equal distances.
 *
 * @param {Answer[]} dots
 * @param {number} most
 * @returns {Answer[]}
 */
function evenly(dots, most) {
  return dots.filter((_, at) => isDrawn(at, dots.length, most));
}

/**
 * The dots that `evenly` leaves.
 *
 * @param {Answer[]} dots
 * @param {number} most
 * @returns {Answer[]}
 */
function surplus(dots, most) {
  return dots.filter((_, at) => !isDrawn(at, dots.length, most));
}

/**
 * @param {number} at
 * @param {number} all
 * @param {number} most
 * @returns {boolean}
 */
function isDrawn(at, all, most) {
  if (all <= most) return true;
  const middle = Math.floor(all / 2);
  const before = Math.floor((at * most + middle) / all);
  return Math.floor(((at + 1) * most + middle) / all) > before;
}

/**
 * Sheets to which the dots go in turn.
 *
 * @param {DottedItem[]} dotted
 * @param {number} size
 * @returns {Map<string, Answer>[]}
 */
function dealt(dotted, size) {
  /** @type {Map<string, Answer>[]} */
  const sheets = Array.from({ length: size }, () => new Map());
  let next = 0;
  for (const { id, dots } of dotted) {
    for (const answer of dots) {
      sheets[next % size]?.set(id, answer);
      next += 1;
    }
  }
  return sheets;
}
