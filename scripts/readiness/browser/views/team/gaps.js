/** Gaps between two blocks of a group, in words and as a list. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { blockName } from "./blocks.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * Say who stands how far above whom.
 *
 * @param {Questionnaire} questionnaire
 * @param {any} gap
 * @returns {string}
 */
export function gapSentence(questionnaire, { blocks, gap }) {
  const [one, other] = blocks.map((/** @type {string} */ block) => blockName(questionnaire, block));
  const size = reportWords.points(Math.abs(gap.shown));
  if (gap.exact === "0") return reportWords.noGap(one, other);
  return gap.exact.startsWith("-") ? reportWords.above(other, one, size) : reportWords.above(one, other, size);
}

/**
 * List the gaps between any two blocks; null where there are none to tell.
 *
 * @param {Questionnaire} questionnaire
 * @param {any[]} gaps
 * @returns {HTMLElement | null}
 */
export function gapList(questionnaire, gaps) {
  if (gaps.length === 0) return null;
  const lines = gaps.map((gap) => {
    const flag = gap.flagged ? element("b", {}, `${reportWords.largeGap}: `) : null;
    const hooks = { "data-gap": gap.blocks.join(" "), "data-flagged": String(gap.flagged) };
    return element("li", hooks, flag, gapSentence(questionnaire, gap));
  });
  return element("ul", { class: "rd-gaps" }, ...lines);
}
