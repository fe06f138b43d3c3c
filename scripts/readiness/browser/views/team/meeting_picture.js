/**
 * How a group answered one question, to be read from the back of a room: columns by level, what is
 * told only together as one striped field as wide as its levels, and the level that was agreed.
 * An area is a number of people. Nothing stands here that the report does not tell.
 */

import { element, svgElement } from "../../element.js";
import { meetingWords } from "../../words_meeting.js";
import { levelPieces } from "./bars.js";
import { blockName, shareOfBlock, upperHalf } from "./blocks.js";
import { barWords, ladderOf, whyNothing } from "./distribution.js";
import { sinceText } from "./since.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./bars.js").Piece} Piece */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */

const STEP = 100;
const MARGIN = 8;
const TOP = 34;
const TALLEST = 230;
const BASE = TOP + TALLEST;
const BOTTOM = 78;
const FOOT = 38;
const STRIPE = 14;
// Room for the count of a column below what stands above it.
const COUNT = 34;

/**
 * Draw the picture of an item, or the one sentence that says why there is none.
 *
 * @param {Questionnaire} questionnaire
 * @param {any} report
 * @param {string} item
 * @param {number | null} agreed the level that was agreed
 * @returns {HTMLElement}
 */
export function meetingPicture(questionnaire, report, item, agreed) {
  const told = report.items[item];
  const view = element("div", { class: "rd-meeting-picture", "data-picture": told.told });
  const stays = sinceText(questionnaire, told);
  const since = stays === null ? null : element("p", { class: "rd-hint" }, stays);
  if (told.whole === null) {
    view.append(element("p", { "data-suppressed": true }, whyNothing(questionnaire, item, told)));
    if (since !== null) view.append(since);
    return view;
  }
  const ladder = ladderOf(questionnaire, item);
  const pieces = levelPieces(told.whole, ladder.cut);
  view.append(columns(pieces, ladder, agreed));
  if (told.told !== "levels") view.append(element("p", { class: "rd-hint" }, whyNothing(questionnaire, item, told)));
  view.append(blockShares(questionnaire, item, told), ...unknownLine(questionnaire, told));
  if (since !== null) view.append(since);
  return view;
}

/**
 * @param {Piece[]} pieces
 * @param {import("./distribution.js").Ladder} ladder
 * @param {number | null} agreed
 * @returns {SVGElement}
 */
function columns(pieces, ladder, agreed) {
  const { levels, cut } = ladder;
  const floors = new Map(pieces.map((piece) => [piece, floorUnder(piece, pieces)]));
  const most = pieces.reduce((found, piece) => Math.max(found, (floors.get(piece) ?? 0) + depthOf(piece)), 0);
  const room = Math.max(...floors.values()) > 0 ? COUNT : 0;
  const unit = most === 0 ? 0 : (TALLEST - room) / most;
  const size = { viewBox: `0 0 ${levels * STEP} ${BASE + (agreed === null ? FOOT : BOTTOM)}`, focusable: "false" };
  const name = meetingWords.picture(barWords(pieces, ladder));
  const picture = svgElement("svg", { class: "rd-columns", role: "img", "aria-label": name, ...size });
  for (const piece of pieces) {
    const floor = floors.get(piece) ?? 0;
    if (piece.people > 0) picture.append(...column(piece, floor === 0 ? 0 : floor * unit + room, depthOf(piece) * unit));
  }
  picture.append(svgElement("line", { class: "rd-floor", x1: 0, x2: levels * STEP, y1: BASE, y2: BASE }));
  if (cut !== null) {
    picture.append(svgElement("line", { class: "rd-halves-line", x1: cut * STEP, x2: cut * STEP, y1: TOP - 20, y2: BASE + 34 }));
  }
  for (let level = 1; level <= levels; level += 1) picture.append(...levelMark(level, level === agreed));
  return picture;
}

/**
 * What a piece stands on: what is told together lies above the columns of its levels and their counts.
 *
 * @param {Piece} piece
 * @param {Piece[]} pieces
 * @returns {number} in people
 */
function floorUnder({ from, to, isLevel }, pieces) {
  if (isLevel) return 0;
  const under = pieces.filter((one) => one.isLevel && one.from >= from && one.to <= to);
  return under.reduce((found, { people }) => Math.max(found, people), 0);
}

/**
 * @param {Piece} piece
 * @returns {number} people by level of its width
 */
function depthOf({ people, from, to }) {
  return people / (to - from + 1);
}

/**
 * @param {Piece} piece
 * @param {number} floor
 * @param {number} height
 * @returns {SVGElement[]}
 */
function column({ from, to, people, isLevel }, floor, height) {
  const [x, width] = [(from - 1) * STEP + MARGIN, (to - from + 1) * STEP - 2 * MARGIN];
  const y = BASE - floor - height;
  const kind = isLevel ? "rd-column" : "rd-column rd-column-together";
  const field = svgElement("rect", { class: kind, x, y, width, height });
  const middle = svgElement("text", { class: "rd-column-count", x: x + width / 2, y: y - 8, "text-anchor": "middle" }, String(people));
  return isLevel ? [field, middle] : [field, ...stripesIn(x, y, width, height), middle];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @returns {SVGElement[]} slanted lines from edge to edge
 */
function stripesIn(x, y, width, height) {
  const lines = [];
  for (let at = STRIPE; at < width + height; at += STRIPE) {
    const [x1, y1] = at < height ? [x, y + at] : [x + at - height, y + height];
    const [x2, y2] = at < width ? [x + at, y] : [x + width, y + at - width];
    lines.push(svgElement("line", { class: "rd-stripe", x1, y1, x2, y2 }));
  }
  return lines;
}

/**
 * @param {number} level
 * @param {boolean} isAgreed
 * @returns {SVGElement[]}
 */
function levelMark(level, isAgreed) {
  const x = (level - 0.5) * STEP;
  const number = svgElement("text", { class: "rd-column-level", x, y: BASE + 30, "text-anchor": "middle" }, String(level));
  if (!isAgreed) return [number];
  const arrow = svgElement("path", { class: "rd-agreed-mark", d: `M${x} ${BASE + 38}l13 15h-26Z` });
  const word = { class: "rd-agreed-word", x, y: BASE + 73, "text-anchor": "middle" };
  return [number, arrow, svgElement("text", word, meetingWords.agreedMark)];
}

/**
 * Each block's share of the upper half, as a bar with its figure.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} item
 * @param {ItemJson} told
 * @returns {HTMLElement}
 */
function blockShares(questionnaire, item, told) {
  const meaning = upperHalf(questionnaire, item);
  const place = element("div", { class: "rd-block-shares" });
  if (meaning === null) return place;
  const rows = Object.entries(told.blocks).map(([block, share]) => {
    const name = element("dt", {}, blockName(questionnaire, block));
    const bar = share === null || share.high_half === null ? null : shareBar(share.high_half / share.raters);
    return element("div", { "data-block": block }, name, element("dd", {}, bar, " ", shareOfBlock(share)));
  });
  place.append(element("p", {}, meaning), element("dl", {}, ...rows));
  return place;
}

/**
 * @param {number} share from 0 to 1
 * @returns {SVGElement}
 */
function shareBar(share) {
  const size = { class: "rd-share-bar", width: "100%", height: 14, "aria-hidden": "true", focusable: "false" };
  const track = svgElement("rect", { class: "rd-share-track", width: "100%", height: 14 });
  return svgElement("svg", size, track, svgElement("rect", { class: "rd-share", width: `${Math.round(share * 1000) / 10}%`, height: 14 }));
}

/**
 * @param {Questionnaire} questionnaire
 * @param {ItemJson} told
 * @returns {HTMLElement[]} nothing where nobody is known to have said so
 */
function unknownLine(questionnaire, told) {
  const counts = Object.entries(told.dont_know).filter(([, count]) => typeof count === "number" && count > 0);
  if (counts.length === 0) return [];
  const parts = counts.map(([block, count]) => meetingWords.dontKnow(blockName(questionnaire, block), Number(count)));
  return [element("p", { class: "rd-hint" }, `${meetingWords.dontKnowTitle} ${parts.join(" · ")}`)];
}
