/** The first thing a group reads: its verdict, its must-haves, and what to talk about first. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { pointsText } from "../figures.js";
import { verdictLabel, verdictMeaning } from "../names.js";
import { blockName, sharesLine, upperHalf } from "./blocks.js";
import { whyNothing } from "./distribution.js";
import { hiddenWords, intervalText, isTold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */

/**
 * Draw the card.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function verdictCard(told) {
  return element(
    "section",
    { class: "rd-verdict", "data-tone-of": told.report.verdict[0] },
    element("h3", {}, verdictText(told)),
    element("p", { class: "rd-meaning" }, meaningText(told)),
    indexLine(told),
    gapsLine(told),
    ...mustHaves(told),
  );
}

/**
 * Name the verdict, or both between which it lies.
 *
 * @param {ToldReport} told
 * @returns {string}
 */
export function verdictText({ questionnaire, report }) {
  const [first, second] = report.verdict.map((/** @type {import("../../engine/types.js").Verdict} */ one) => verdictLabel(questionnaire, one));
  return second === undefined ? first : reportWords.or(first, second);
}

/**
 * What the verdict means, or why there are two.
 *
 * @param {ToldReport} told
 * @returns {string}
 */
function meaningText({ questionnaire, report }) {
  if (report.verdict.length > 1) return reportWords.verdictOpen;
  return verdictMeaning(questionnaire, report.verdict[0]);
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
function indexLine({ questionnaire, report }) {
  const line = element("p", { class: "rd-index" });
  if (!isTold(report.index)) {
    line.append(hiddenWords(reportWords.noIndex));
    return line;
  }
  const { notYet, ready } = questionnaire.verdict;
  const figure = element("strong", { "data-figure": "index" }, intervalText(report.index));
  const scale = reportWords.scaleText(pointsText(notYet.index), pointsText(ready.index));
  line.append(`${reportWords.indexLabel} `, figure, ` ${reportWords.outOf} `, element("span", { class: "rd-small" }, scale));
  return line;
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement | null} in how many themes the parts of the group differ much
 */
function gapsLine({ questionnaire, report }) {
  const blocks = Object.keys(report.breakdown);
  if (blocks.length < 2) return null;
  const names = blocks.map((block) => blockName(questionnaire, block));
  const themes = Object.values(report.themes);
  const large = themes.filter(({ gaps }) => gaps.some((/** @type {any} */ gap) => gap.flagged)).length;
  return element("p", {}, reportWords.largeGaps(names, large, themes.length));
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement[]} how many are in place, and which are not
 */
function mustHaves({ texts, report }) {
  const gates = /** @type {[string, string][]} */ (Object.entries(report.gates));
  if (gates.length === 0) return [];
  const met = gates.filter(([, state]) => state === "met").length;
  const ordered = [...gates].sort(([, one], [, other]) => Number(other === "met") - Number(one === "met"));
  const pips = ordered.map(([, state]) => element("i", { class: `rd-pip rd-gate-${state}` }));
  const bar = element("span", { class: "rd-pips", "aria-hidden": "true" }, ...pips);
  const count = element("strong", { "data-figure": "must-haves" }, reportWords.mustHaves(met, gates.length));
  const lines = gates.filter(([, state]) => state !== "met").map(([item, state]) => {
    const word = element("b", {}, `${reportWords.gateState.get(state) ?? state}: `);
    return element("li", { "data-gate": item, "data-gate-state": state }, element("span", {}, word, texts.part(item, "question")));
  });
  const list = lines.length === 0 ? [] : [element("ul", { class: "rd-must-haves" }, ...lines)];
  return [element("p", { class: "rd-must-have-count" }, bar, count), ...list];
}

/**
 * Draw the first question to talk about, with each block's share.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement | null} null where no question is told of
 */
export function talkTeaser({ questionnaire, texts, report }) {
  const item = report.talk_first[0];
  if (item === undefined) return null;
  const one = report.items[item];
  const meaning = upperHalf(questionnaire, item);
  const how = element("p", { class: "rd-small" });
  if (one.whole === null || meaning === null) how.append(hiddenWords(whyNothing(questionnaire, item, one)));
  else how.append(`${meaning}: `, sharesLine(questionnaire, one));
  const question = element("p", {}, texts.part(item, "question"));
  const title = element("h3", {}, reportWords.talkFirst);
  const inside = element("div", {}, title, question, how);
  return element("section", { class: "rd-talk-first", "data-talk-first": item }, inside);
}
