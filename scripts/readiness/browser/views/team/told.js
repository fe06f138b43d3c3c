/** Figures as they may be told: one, an interval, or words in place of what is not told. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {{exact: string, shown: number | string}} Figure */
/** @typedef {{low: Figure | null, high: Figure | null}} Interval */

// Made once: it takes as long as drawing a question, and a later report names a day at each.
const DAY_FORMAT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * Write an interval: 50, 50 to 54, 50 to 54 %.
 *
 * @param {Interval} interval told
 * @param {string} [unit]
 * @returns {string}
 */
export function intervalText(interval, unit = "") {
  const [low, high] = endsOf(interval);
  const text = low === high ? String(low) : reportWords.to(String(low), String(high));
  return `${text}${unit}`;
}

/**
 * The ends of an interval as they are shown.
 *
 * @param {Interval} interval told
 * @returns {[number | string, number | string]}
 */
export function endsOf({ low, high }) {
  if (low === null || high === null) throw new Error("an interval that is not told has no ends");
  return [low.shown, high.shown];
}

/**
 * Tell whether there is a figure.
 *
 * @param {Interval | null | undefined} interval
 * @returns {interval is Interval}
 */
export function isTold(interval) {
  return interval !== null && interval !== undefined && interval.low !== null && interval.high !== null;
}

/**
 * The words in place of a figure; nothing about them says how large it is.
 *
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function hiddenWords(text = reportWords.notShown) {
  return element("span", { class: "rd-hidden", "data-suppressed": true }, text);
}

/**
 * An interval with its hook, or the words in its place.
 *
 * @param {string} name of the figure
 * @param {Interval | null | undefined} interval
 * @param {string} [unit]
 * @returns {HTMLElement}
 */
export function toldInterval(name, interval, unit = "") {
  if (!isTold(interval)) return hiddenWords();
  return element("span", { "data-figure": name }, intervalText(interval, unit));
}

/**
 * A single figure with its hook, or the words in its place.
 *
 * @param {string} name
 * @param {number | string | null | undefined} shown
 * @param {string} [unit]
 * @returns {HTMLElement}
 */
export function toldFigure(name, shown, unit = "") {
  if (shown === null || shown === undefined) return hiddenWords();
  return element("span", { "data-figure": name }, `${shown}${unit}`);
}

/**
 * The hooks of a theme or dimension: both ends, and the score where they are shown as one.
 *
 * @param {"theme" | "dimension"} kind
 * @param {string} id
 * @param {Interval | null | undefined} score
 * @returns {Record<string, string | number | boolean>}
 */
export function areaHooks(kind, id, score) {
  const hook = { [`data-${kind}`]: id };
  if (!isTold(score)) return hook;
  const [low, high] = endsOf(score);
  const ends = { ...hook, "data-low": low, "data-high": high };
  return low === high ? { ...ends, "data-score": low } : ends;
}

/**
 * A day in words: 25 November 2026; what is no day stays as it is.
 *
 * @param {string} day as 2026-11-25
 * @returns {string}
 */
export function dayText(day) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return DAY_FORMAT.format(date);
}

/**
 * A table in a region that scrolls where it is wider than the page.
 *
 * @param {string} name unlike that of any other region of the page
 * @param {HTMLElement} table
 * @returns {HTMLElement}
 */
export function scrollRegion(name, table) {
  const region = { class: "rd-scroll", tabindex: 0, role: "region", "aria-label": name };
  return element("div", region, table);
}

/**
 * A table from its parts.
 *
 * @param {string} kind its class
 * @param {string} caption none where it is empty: the region around the table has its name
 * @param {(Node | string)[]} heads
 * @param {...HTMLElement} bodies
 * @returns {HTMLElement}
 */
export function toldTable(kind, caption, heads, ...bodies) {
  const head = heads.map((name) => element("th", { scope: "col" }, name));
  return element(
    "table",
    { class: kind },
    caption === "" ? null : element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head)),
    ...bodies,
  );
}

/**
 * A part of the report that opens on demand, and always on paper.
 *
 * @param {string} name its hook
 * @param {string} title
 * @param {string} note beside the title
 * @param {...(Node | null)} parts
 * @returns {HTMLElement}
 */
export function reportFold(name, title, note, ...parts) {
  const summary = element(
    "summary",
    {},
    element("h3", {}, title),
    element("span", { class: "rd-fold-note" }, note),
  );
  return element("details", { class: "rd-fold", "data-fold": name }, summary, ...parts);
}
