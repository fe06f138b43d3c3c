/** How the answers to one item lie: a bar and its table, or the one reason why neither is told. */

import { element } from "../../element.js";
import { EVERYONE } from "../../group/breakdown.js";
import { reportWords } from "../../words_report.js";
import { levelBar, levelPieces, swatch } from "./bars.js";
import { hiddenWords, toldTable } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../texts.js").Texts} Texts */
/** @typedef {import("./bars.js").Piece} Piece */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */
/** @typedef {{labels: string[], levels: number, cut: number | null}} Ladder the levels of an item */

/**
 * Draw how the answers to one item lie, with the counts and the words of each level.
 *
 * @param {Questionnaire} questionnaire
 * @param {Texts} texts
 * @param {string} itemId
 * @param {any} report a `GroupReportJson`
 * @returns {HTMLElement}
 */
export function distributionView(questionnaire, texts, itemId, report) {
  const view = element("div", { class: "rd-distribution", "data-distribution": itemId });
  const told = report.suppressed === null ? report.items[itemId] : null;
  if (told === null || told === undefined || told.whole === null) {
    const why = told ? whyNothing(questionnaire, itemId, told) : reportWords.tooFew(questionnaire.group.kMin);
    view.append(element("p", {}, hiddenWords(why)));
    return view;
  }
  const ladder = ladderOf(questionnaire, itemId);
  const pieces = levelPieces(told.whole, ladder.cut);
  const partly = told.told === "levels" ? null : whyNothing(questionnaire, itemId, told);
  view.append(
    levelBar(pieces, ladder.levels, ladder.cut, barWords(pieces, ladder)),
    levelTable(pieces, ladder, told.whole.raters, (level) => texts.part(itemId, `level-${level}`)),
  );
  if (partly !== null) view.append(element("p", { class: "rd-small" }, hiddenWords(partly)));
  return view;
}

/**
 * Draw the bar alone, or why there is none.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} itemId
 * @param {ItemJson} told
 * @returns {Element}
 */
export function smallDistribution(questionnaire, itemId, told) {
  if (told.whole === null) return element("p", {}, hiddenWords(whyNothing(questionnaire, itemId, told)));
  const ladder = ladderOf(questionnaire, itemId);
  const pieces = levelPieces(told.whole, ladder.cut);
  return levelBar(pieces, ladder.levels, ladder.cut, barWords(pieces, ladder));
}

/**
 * Why nothing, or not every level, is told of an item: one sentence that is true.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} itemId
 * @param {ItemJson} told
 * @returns {string}
 */
export function whyNothing(questionnaire, itemId, told) {
  const { kMin, distributionMin, colluders } = questionnaire.group;
  const { why } = reportWords;
  const blocks = Object.keys(told.blocks);
  if (told.whole !== null) {
    const { cut } = ladderOf(questionnaire, itemId);
    const isOneCell = blocks.length === 1 && blocks[0] === EVERYONE;
    const { raters } = told.whole;
    if (cut === null) return (isOneCell ? why.shortAlike : why.short)(colluders);
    if (isOneCell) return why.halfAlike(colluders);
    return raters < distributionMin ? why.fewForLevels : why.half(colluders);
  }
  if (!told.applies) return why.doesNotApply;
  const isUnknown = blocks.some((block) => (told.asked[block] ?? 0) >= kMin && told.dont_know[block] === null);
  return isUnknown ? why.unknown(colluders) : why.tooFew;
}

/**
 * The levels of an item.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} itemId
 * @returns {Ladder}
 */
export function ladderOf(questionnaire, itemId) {
  const item = questionnaire.items.find(({ id }) => id === itemId);
  const scale = questionnaire.scales.get(item?.scale ?? "");
  return { labels: scale?.labels ?? [], levels: item?.levels ?? 0, cut: scale?.cut ?? null };
}

/**
 * What a bar shows, in words.
 *
 * @param {Piece[]} pieces
 * @param {Ladder} ladder
 * @returns {string}
 */
export function barWords(pieces, ladder) {
  const told = pieces.filter(({ people }) => people > 0);
  return told.map((piece) => reportWords.pieceOf(pieceName(piece, ladder), piece.people)).join("; ");
}

/**
 * @param {Piece} piece
 * @param {Ladder} ladder
 * @returns {string}
 */
function pieceName({ from, to, isLevel }, { labels }) {
  return isLevel ? `${from} ${labels[from - 1] ?? ""}`.trim() : reportWords.together(from, to);
}

/**
 * @param {Piece[]} pieces
 * @param {Ladder} ladder
 * @param {number} raters
 * @param {(level: number) => Node | null} text
 * @returns {HTMLElement}
 */
function levelTable(pieces, ladder, raters, text) {
  const untold = pieces.filter(({ isLevel }) => !isLevel);
  /** @type {HTMLElement[]} */
  const rows = [];
  for (let level = 1; level <= ladder.levels; level += 1) {
    const own = { from: level, to: level, people: 0, isLevel: true };
    const piece = pieces.find(({ isLevel, from }) => isLevel && from === level);
    const figure = piece === undefined ? hiddenWords(reportWords.notByLevel) : countOf(piece);
    rows.push(levelRow(piece ?? own, ladder, text(level), figure));
    const rest = untold.find(({ to }) => to === level);
    if (rest !== undefined) rows.push(levelRow(rest, ladder, null, countOf(rest)));
  }
  const caption = reportWords.ratedBy(raters);
  const { levelColumns } = reportWords;
  return toldTable("rd-level-counts", caption, levelColumns, element("tbody", {}, ...rows));
}

/**
 * @param {Piece} piece
 * @returns {HTMLElement}
 */
function countOf({ people, isLevel }) {
  return element("span", { "data-figure": isLevel ? "count" : "together" }, String(people));
}

/**
 * @param {Piece} piece
 * @param {Ladder} ladder
 * @param {Node | null} text
 * @param {HTMLElement} figure
 * @returns {HTMLElement}
 */
function levelRow(piece, ladder, text, figure) {
  const name = element("b", {}, pieceName(piece, ladder));
  const small = text === null ? null : element("span", { class: "rd-small" }, text);
  const mark = swatch(piece, ladder.levels, ladder.cut);
  const head = element("th", { scope: "row" }, mark, name, small);
  return element("tr", piece.isLevel ? {} : { class: "rd-together" }, head, element("td", {}, figure));
}
