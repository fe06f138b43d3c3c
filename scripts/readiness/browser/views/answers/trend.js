/** Rounds beside each other: one table, whose rows carry their own line of scores. */

import { element, svgElement } from "../../element.js";
import { evaluate } from "../../engine/evaluation.js";
import { publishedScore, shownScore } from "../../engine/rounds.js";
import { roundWords } from "../../words_rounds.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../../engine/types.js").Responses} Responses */
/** @typedef {import("../../engine/types.js").Result} Result */
/** @typedef {import("../../engine/rounds.js").RescoredRound} RescoredRound */

/**
 * @typedef {"index" | "dimensions" | "themes"} Kind
 * @typedef {{kind: Kind, id: string, title: string, themes: string[]}} Area
 * @typedef {{score: number | null, then: number | null, isAltered: boolean, isDrawn: boolean}} Place
 */

/**
 * Draw the table and what is to be said about it.
 *
 * @param {Questionnaire} questionnaire
 * @param {RescoredRound[]} rounds oldest first, at least one
 * @param {Responses} now
 * @returns {HTMLElement[]}
 */
export function trendTable(questionnaire, rounds, now) {
  const present = now.answers.size === 0 ? null : evaluate(questionnaire, now);
  const heads = [roundWords.area, roundWords.course, ...rounds.map(roundName)];
  if (present !== null) heads.push(roundWords.present);
  const head = element("tr", {}, ...heads.map((name) => element("th", { scope: "col" }, name)));
  const areas = areasOf(questionnaire);
  const rows = areas.map((area) => trendRow(area, placesOf(area, rounds, present)));
  const table = element(
    "table",
    { class: "rd-trend", "data-trend": true },
    element("caption", {}, roundWords.trendCaption),
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
  const attributes = { class: "rd-scroll", tabindex: 0, role: "region" };
  const region = element("div", { ...attributes, "aria-label": roundWords.roundsTitle }, table);
  const notes = notesOf(rounds).map((note) => element("p", { class: "rd-small" }, note));
  return [region, ...notes];
}

/**
 * @param {RescoredRound} rescored
 * @param {number} place
 * @returns {string}
 */
function roundName({ round }, place) {
  const name = roundWords.round(place + 1, round.finished);
  return round.edition === null ? name : `${name} · ${roundWords.edition(round.edition)}`;
}

/**
 * @param {Questionnaire} questionnaire
 * @returns {Area[]} the index, then each dimension with its themes
 */
function areasOf({ dimensions, themes }) {
  const all = themes.map(({ id }) => id);
  /** @type {Area[]} */
  const areas = [{ kind: "index", id: "", title: roundWords.index, themes: all }];
  for (const dimension of dimensions) {
    const own = dimension.themes.map(({ id }) => id);
    areas.push({ kind: "dimensions", id: dimension.id, title: dimension.title, themes: own });
    for (const { id, title } of dimension.themes) {
      areas.push({ kind: "themes", id, title, themes: [id] });
    }
  }
  return areas;
}

/**
 * @param {Area} area
 * @param {RescoredRound[]} rounds
 * @param {Result | null} present
 * @returns {Place[]}
 */
function placesOf(area, rounds, present) {
  const places = rounds.map(({ round, result, altered, reason }) => ({
    score: scoreIn(result, area),
    then: publishedScore(round, area.kind, area.id),
    isAltered: area.themes.some((id) => altered.has(id)),
    isDrawn: reason === null,
  }));
  if (present === null) return places;
  return [...places, { score: scoreIn(present, area), then: null, isAltered: false, isDrawn: true }];
}

/**
 * @param {Result} result
 * @param {Area} area
 * @returns {number | null}
 */
function scoreIn(result, { kind, id }) {
  if (kind === "index") return shownScore(result.index);
  return shownScore(result[kind].find((area) => area.id === id)?.score ?? null);
}

/**
 * @param {Area} area
 * @param {Place[]} places
 * @returns {HTMLElement}
 */
function trendRow({ kind, id, title }, places) {
  const name = element("th", { scope: "row" }, title);
  const picture = element("td", {}, spark(places));
  return element("tr", { "data-area": kind, "data-of": id }, name, picture, ...places.map(cell));
}

/**
 * @param {Place} place
 * @returns {HTMLElement}
 */
function cell({ score, then, isAltered }) {
  const made = element("td", {}, score === null ? roundWords.none : String(score));
  if (isAltered && score !== null) made.append(roundWords.alteredMark);
  if (then !== null && then !== score) {
    made.append(" ", element("span", { class: "rd-small" }, roundWords.shownThen(then)));
  }
  return made;
}

/**
 * Draw a row's scores from left to right; what cannot be compared stands apart, without a line.
 *
 * @param {Place[]} places
 * @returns {SVGElement}
 */
function spark(places) {
  const step = 88 / Math.max(1, places.length - 1);
  const points = places.flatMap(({ score, isDrawn, isAltered }, at) =>
    score === null || !isDrawn ? [] : [{ at, x: 6 + at * step, y: 24 - score / 5, isAltered }],
  );
  const joined = points.slice(1).flatMap((end, place) => {
    const start = points[place];
    if (start === undefined || end.at !== start.at + 1 || start.isAltered || end.isAltered) return [];
    return [svgElement("line", { x1: start.x, y1: start.y, x2: end.x, y2: end.y })];
  });
  const marks = points.map(({ x, y, isAltered }) =>
    svgElement("circle", { cx: x, cy: y, r: 2.4, class: isAltered ? "rd-altered" : "rd-like" }),
  );
  const said = places.map(({ score }) => (score === null ? roundWords.noScore : score)).join(", ");
  const attributes = { class: "rd-spark", viewBox: "0 0 100 28", role: "img", "aria-label": said };
  const floor = svgElement("line", { class: "rd-spark-floor", x1: 0, y1: 26, x2: 100, y2: 26 });
  return svgElement("svg", { ...attributes, focusable: "false" }, floor, ...joined, ...marks);
}

/**
 * @param {RescoredRound[]} rounds
 * @returns {string[]}
 */
function notesOf(rounds) {
  const notes = rounds.flatMap((rescored, place) => {
    const why = roundWords.reasons.get(rescored.reason ?? "");
    return why === undefined ? [] : [roundWords.notCompared(roundName(rescored, place), why)];
  });
  const isAnyAltered = rounds.some(({ altered }) => altered.size > 0);
  return isAnyAltered ? [...notes, roundWords.alteredNote] : notes;
}
