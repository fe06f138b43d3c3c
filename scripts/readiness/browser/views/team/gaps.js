/** Gaps between two blocks of a group, in words and as a list. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { blockName } from "./blocks.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../group/report_json.js").GapJson} GapJson */

/**
 * Say who stands how far above whom.
 *
 * @param {Questionnaire} questionnaire
 * @param {GapJson} gap
 * @returns {string}
 */
export function gapSentence(questionnaire, { blocks, gap }) {
  const [first, second] = blocks;
  const [one, other] = [blockName(questionnaire, first), blockName(questionnaire, second)];
  const size = reportWords.points(Math.abs(gap.shown));
  if (gap.exact === "0") return reportWords.noGap(one, other);
  return gap.exact.startsWith("-") ? reportWords.above(other, one, size) : reportWords.above(one, other, size);
}

/**
 * List the gaps between any two blocks; null where there are none to tell.
 *
 * @param {Questionnaire} questionnaire
 * @param {GapJson[]} gaps
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
