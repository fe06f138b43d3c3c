/** Every dimension and theme in figures: its score, each block's share in the upper half, the gap. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { blockName, commonUpperHalf } from "./blocks.js";
import { heatCell } from "./heat_map.js";
import { loneMark } from "./marks.js";
import { gapOf } from "./plot.js";
import { areaHooks, reportFold, hiddenWords, scrollRegion, toldFigure, toldInterval, toldTable } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/report_json.js").AreaJson} AreaJson */
/** @typedef {import("../../group/report_json.js").GapJson} GapJson */

/**
 * Draw the table.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function areasFold({ questionnaire, report }) {
  const blocks = Object.keys(report.breakdown);
  const shown = blocks.length > 1 ? blocks : [];
  const bodies = questionnaire.dimensions.map((dimension) => {
    const themes = dimension.themes.map((theme) => areaRow("theme", theme, report.themes[theme.id], shown));
    return element("tbody", {}, areaRow("dimension", dimension, report.dimensions[dimension.id], shown), ...themes);
  });
  const { areasTitle, areasCaption, areasCaptionBlocks, areasNote, areaHead, scoreHead, answeredHead, gapHead } = reportWords;
  const columns = shown.map((block, place) => {
    return element("span", {}, loneMark(place), blockName(questionnaire, block));
  });
  const heads = [areaHead, scoreHead, answeredHead, ...columns, ...(shown.length > 0 ? [gapHead] : [])];
  const caption = shown.length > 0 ? areasCaptionBlocks(commonUpperHalf(questionnaire)) : areasCaption;
  const table = toldTable("rd-areas", "", heads, ...bodies);
  const text = element("p", { class: "rd-small" }, caption);
  return reportFold("areas", areasTitle, areasNote, text, scrollRegion(areasTitle, table));
}

/**
 * @param {"dimension" | "theme"} kind
 * @param {{id: string, title: string}} area
 * @param {AreaJson} told
 * @param {string[]} blocks
 * @returns {HTMLElement}
 */
function areaRow(kind, { id, title }, told, blocks) {
  const isScored = told.low !== null;
  const score = isScored ? toldInterval("score", told) : hiddenWords(reportWords.unscored.get(told.state));
  const covered = told.coverage?.shown;
  const coverage = isScored ? toldFigure("coverage", covered, " %") : reportWords.none;
  const shares = blocks.map((block) => {
    const share = told.blocks[block] ?? null;
    return heatCell("share", share === null ? null : { low: share, high: share }, " %");
  });
  const { gap } = gapOf(told, blocks);
  const cells = [score, coverage].map((cell) => element("td", {}, cell));
  const last = blocks.length === 0 ? [] : [gapCell(gap)];
  return element("tr", areaHooks(kind, id, told), element("th", { scope: "row" }, title), ...cells, ...shares, ...last);
}

/**
 * @param {GapJson | null} gap
 * @returns {HTMLElement}
 */
function gapCell(gap) {
  if (gap === null) return element("td", {}, hiddenWords());
  const points = String(Math.abs(gap.gap.shown));
  const text = gap.flagged ? element("b", {}, reportWords.large(points)) : points;
  return element("td", { "data-gap": gap.blocks.join(" "), "data-flagged": String(gap.flagged) }, text);
}
