/** A group's report, from its JSON form alone: what is hidden there cannot be shown here. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { areasFold } from "./area_table.js";
import { breakdownWords } from "./blocks.js";
import { whyFold } from "./group_conditions.js";
import { stepsFold } from "./group_steps.js";
import { talkTeaser, verdictCard } from "./group_verdict.js";
import { itemsFold } from "./item_report.js";
import { methodFold } from "./method_note.js";
import { plotSection } from "./plot.js";
import { earlierText } from "./since.js";
import { talkFold } from "./talk_list.js";
import { dayText, reportFold } from "./told.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * @typedef {object} ToldReport
 * @property {Questionnaire} questionnaire
 * @property {import("../../texts.js").Texts} texts
 * @property {any} report a `GroupReportJson`
 * @property {string} team its name
 * @property {number | null} asked how many people were asked, where the facilitator said so
 * @property {string} day of the report: 2026-11-25
 * @property {Map<string, {level: number | null, reason: string}>} agreed in a meeting, by item
 */

/**
 * Draw a report. Three places stay for whoever calls: `data-slot="actions"`, `"agreed"` and `"out"`.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function drawReport(told) {
  const { report } = told;
  const hooks = {
    "data-group-verdict": report.verdict.join(" "),
    "data-respondents": report.respondents ?? "",
  };
  const view = element("article", { class: "rd-report", ...hooks }, reportHead(told), ...reportParts(told));
  openOnPaper(view);
  return view;
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement} whose report it is, of when, and the place for what can be done with it
 */
function reportHead(told) {
  const { questionnaire, report, team } = told;
  return element(
    "header",
    { class: "rd-report-head" },
    element(
      "div",
      {},
      element("p", { class: "rd-eyebrow" }, reportWords.eyebrow(questionnaire.title, report.questionnaire.edition)),
      element("h2", {}, element("bdi", {}, team)),
    ),
    element("div", { class: "rd-actions", "data-slot": "actions" }),
    element("div", { class: "rd-head-lines" }, element("p", {}, ...headLine(told)), ...headNotes(told)),
  );
}

/**
 * @param {ToldReport} told
 * @returns {(Node | string)[]}
 */
function headLine({ questionnaire, report, asked, day }) {
  const when = element("time", { datetime: day }, dayText(day));
  if (report.suppressed !== null) return [when];
  const count = reportWords.answered(report.respondents, isMoreAsked(report, asked) ? asked : null);
  const blocks = element("span", { "data-breakdown-of": true }, breakdownWords(questionnaire, report.breakdown));
  return [element("b", { "data-people": true }, count), " · ", blocks, " · ", when];
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement[]} whom the figures leave out, and which are not of today
 */
function headNotes({ report, asked }) {
  if (report.suppressed !== null) return [];
  const few = isMoreAsked(report, asked) && 2 * report.respondents < (asked ?? 0);
  const outside = report.outside > 0 ? [reportWords.outside(report.outside)] : [];
  const out = (report.left_out ?? 0) > 0 ? [reportWords.leftOut(report.left_out)] : [];
  const others = (report.other_editions ?? []).map((/** @type {{edition: string, count: number}} */ { edition, count }) => {
    return reportWords.otherEdition(edition, count);
  });
  const stays = earlierText(report).map((note) => element("p", { class: "rd-small", "data-earlier": true }, note));
  const notes = [...outside, ...out, ...others].map((note) => element("p", { class: "rd-small", "data-left-out": true }, note));
  const half = few ? [element("p", { class: "rd-small", "data-few": true }, reportWords.belowHalf)] : [];
  return [...half, ...notes, ...stays];
}

/**
 * @param {any} report
 * @param {number | null} asked
 * @returns {boolean} whether the number asked can be right
 */
function isMoreAsked({ respondents }, asked) {
  return asked !== null && asked >= respondents;
}

/**
 * @param {ToldReport} told
 * @returns {(HTMLElement | null)[]} words alone where there are too few people
 */
function reportParts(told) {
  const { kMin } = told.questionnaire.group;
  if (told.report.suppressed !== null) {
    return [element("p", { class: "rd-notice", "data-suppressed": true }, reportWords.tooFew(kMin))];
  }
  const first = element("div", { class: "rd-first" }, verdictCard(told), talkTeaser(told), plotSection(told));
  const summary = element("div", { class: "rd-brief" }, first, talkFold(told), agreedFold(told), stepsFold(told));
  const annex = element("div", { class: "rd-annex" }, whyFold(told), areasFold(told), itemsFold(told), methodFold(told));
  return [summary, element("div", { "data-slot": "out" }), annex];
}

/**
 * @param {ToldReport} told
 * @returns {HTMLElement} the place for what a meeting has agreed
 */
function agreedFold({ questionnaire, agreed }) {
  const { agreedTitle, agreedNone, agreedOf } = reportWords;
  const place = element("div", { "data-slot": "agreed" }, element("p", {}, agreedNone));
  const made = reportFold("agreed", agreedTitle, agreedOf(agreed.size, questionnaire.items.length), place);
  made.classList.toggle("rd-nothing", agreed.size === 0);
  return made;
}

/**
 * Paper has no folds: open them all before printing, and close afterwards what was closed.
 *
 * @param {HTMLElement} view
 */
function openOnPaper(view) {
  // A report that was drawn anew must not be held by what listens for its sake.
  const held = new WeakRef(view);
  const before = () => {
    const drawn = held.deref();
    if (drawn === undefined || !drawn.isConnected) {
      window.removeEventListener("beforeprint", before);
      return;
    }
    const closed = [...drawn.querySelectorAll("details:not([open])")];
    for (const one of closed) one.setAttribute("open", "");
    const after = () => closed.forEach((one) => one.removeAttribute("open"));
    window.addEventListener("afterprint", after, { once: true });
  };
  window.addEventListener("beforeprint", before);
}
