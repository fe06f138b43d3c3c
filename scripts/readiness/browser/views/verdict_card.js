/** The verdict in words, the index with its bounds, and the line that it stands on. */

import { element, svgElement } from "../element.js";
import { sentences } from "../sentences.js";
import { floorOf, isBelow } from "../engine/ratio.js";
import { approximate, pointsText } from "./figures.js";
import { bandOf, verdictLabel, verdictMeaning } from "./names.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Result} Result */
/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Bounds} Bounds */

/**
 * Draw the verdict.
 *
 * @param {Session} session
 * @param {Result} result
 * @returns {HTMLElement}
 */
export function verdictCard(session, result) {
  const { questionnaire } = session;
  const index = result.index === null ? "" : floorOf(result.index);
  const attributes = { class: "rd-verdict", "data-verdict": result.verdict, "data-index": index };
  const eyebrow = element("p", { class: "rd-eyebrow" }, context(session));
  const title = element("h2", {}, verdictLabel(questionnaire, result.verdict));
  const meaning = verdictMeaning(questionnaire, result.verdict);
  const lead = element("p", { class: "rd-lead" }, meaning);
  const waiting = session.fates.filter(({ fate }) => fate === "changed" || fate === "invalid");
  const notes = [...waitingNotes(waiting.length), ...notesOf(questionnaire, result)].map((note) =>
    element("p", {}, note),
  );
  return element("section", attributes, eyebrow, title, lead, ...indexPart(questionnaire, result), ...notes);
}

/**
 * @param {number} count of answers whose question has changed since
 * @returns {string[]}
 */
function waitingNotes(count) {
  return count === 0 ? [] : [sentences.waiting(count)];
}

/**
 * @param {Session} session
 * @returns {string}
 */
function context({ questionnaire, role }) {
  const label = questionnaire.roles.find(({ id }) => id === role)?.label;
  const who = label === undefined ? sentences.answeredAlone : sentences.answeredAs(label);
  return `${who} · ${sentences.edition(questionnaire.edition, questionnaire.published)}`;
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @returns {Element[]}
 */
function indexPart(questionnaire, result) {
  if (result.index === null) return [element("p", {}, sentences.noIndex)];
  const figure = element("strong", { class: "rd-figure" }, String(floorOf(result.index)));
  const band = bandOf(questionnaire, result.index);
  const rest = ` ${sentences.outOf}${band === "" ? "" : ` · ${band}`}`;
  const line = element("p", { class: "rd-index" }, `${sentences.indexLabel} `, figure, rest);
  const { notYet, ready } = questionnaire.verdict;
  const scale = sentences.scaleText(pointsText(notYet.index), pointsText(ready.index));
  return [line, indexLine(questionnaire, result, result.index), element("p", { class: "rd-small" }, scale)];
}

/**
 * Draw 0 to 100 with both cut-offs, the range of the bounds and the index.
 *
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @param {Ratio} index
 * @returns {SVGElement}
 */
function indexLine(questionnaire, result, index) {
  const at = (/** @type {Ratio} */ ratio) => 10 + 5 * approximate(ratio);
  const { notYet, ready } = questionnaire.verdict;
  const cuts = [notYet.index, ready.index].map((cut) =>
    svgElement("line", { class: "rd-cut", x1: at(cut), x2: at(cut), y1: 4, y2: 24 }),
  );
  const { low, high } = result.bounds ?? { low: index, high: index };
  const range = { class: "rd-range", x: at(low), y: 10, width: at(high) - at(low), height: 8 };
  return svgElement(
    "svg",
    { class: "rd-line", viewBox: "0 0 520 28", "aria-hidden": "true", focusable: "false" },
    svgElement("rect", { class: "rd-track", x: 10, y: 12, width: 500, height: 4, rx: 2 }),
    svgElement("rect", range),
    ...cuts,
    svgElement("circle", { class: "rd-mark", cx: at(index), cy: 14, r: 8 }),
  );
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @returns {string[]}
 */
function notesOf(questionnaire, result) {
  const notes = [];
  const { bounds, index } = result;
  if (bounds !== null && index !== null) {
    const [low, high] = [floorOf(bounds.low), floorOf(bounds.high)];
    const isOpen = result.counts.dontKnow + result.counts.unanswered > 0;
    notes.push(isOpen ? sentences.bounds(low, high) : sentences.boundsExact);
    if (isBeside(bounds, index)) notes.push(sentences.boundsBeside);
    if (bounds.verdictLow !== bounds.verdictHigh) {
      const [worst, best] = [bounds.verdictLow, bounds.verdictHigh].map((verdict) =>
        verdictLabel(questionnaire, verdict),
      );
      notes.push(sentences.boundsVerdict(worst ?? "", best ?? ""));
    }
    if (result.verdict === "none") notes.push(sentences.provisional);
  }
  if (result.borderline) notes.push(sentences.borderline);
  if (result.manyNotApplicable) notes.push(sentences.manyNotApplicable);
  return notes;
}

/**
 * Tell whether the bounds do not enclose the index: they score themes that it leaves out.
 *
 * @param {Bounds} bounds
 * @param {Ratio} index
 * @returns {boolean}
 */
function isBeside({ low, high }, index) {
  return isBelow(index, low) || isBelow(high, index);
}
