/** The five questions that a group should talk about first, with reasons and how people answered. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { sharesLine, upperHalf } from "./blocks.js";
import { smallDistribution } from "./distribution.js";
import { gapSentence } from "./gaps.js";
import { reportFold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/report_json.js").ItemJson} ItemJson */

const FIRST = 5;

/**
 * Draw them, in the order in which the report has them.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function talkFold(told) {
  const items = firstToTalk(told.report);
  const { talkTitle, talkNote, talkNone } = reportWords;
  const list = element("ol", { class: "rd-talk" }, ...items.map((item) => talkLine(told, item)));
  const none = element("p", {}, talkNone);
  return reportFold("talk", talkTitle(items.length), talkNote, items.length === 0 ? none : list);
}

/**
 * The first items of the order of talking.
 *
 * @param {any} report
 * @returns {string[]}
 */
export function firstToTalk(report) {
  return report.talk_first.slice(0, FIRST);
}

/**
 * @param {ToldReport} told
 * @param {string} item
 * @returns {HTMLElement}
 */
function talkLine({ questionnaire, texts, report }, item) {
  const one = report.items[item];
  const reasons = /** @type {string[]} */ (report.talk_reasons[item]);
  const why = reasons.map((reason) => whySentence(questionnaire, one, reason)).join(" ");
  const meaning = upperHalf(questionnaire, item);
  const shares = meaning === null || one.whole === null
    ? null
    : element("p", { class: "rd-small" }, `${meaning}: `, sharesLine(questionnaire, one));
  return element(
    "li",
    { "data-talk": item, "data-reasons": reasons.join(" ") },
    element("h4", {}, texts.part(item, "question")),
    element("p", { class: "rd-small" }, why === "" ? reportWords.talk.next : why),
    smallDistribution(questionnaire, item, one),
    shares,
  );
}

/**
 * Say why a question stands on the list.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {ItemJson} one
 * @param {string} reason
 * @returns {string}
 */
export function whySentence(questionnaire, one, reason) {
  const { talk } = reportWords;
  if (reason !== "gap") return talk[/** @type {"apart"} */ (reason)] ?? "";
  const flagged = one.gaps.filter((gap) => gap.flagged);
  return flagged.map((gap) => `${gapSentence(questionnaire, gap)}.`).join(" ");
}
