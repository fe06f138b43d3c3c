/** What a meeting has agreed, and the report with it in place of what was told of these questions. */

import { button, element } from "../../element.js";
import { handOut } from "../../exchange.js";
import { agreedLevels, agreementFile } from "../../team/decisions.js";
import { agreedReport } from "../../team/told_report.js";
import { meetingWords } from "../../words_meeting.js";
import { verdictLabel } from "../names.js";
import { meetingOrder } from "./meeting_order.js";
import { endsOf, intervalText, isTold, scrollRegion, toldTable } from "./told.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/decisions.js").Agreed} Agreed */
/** @typedef {import("../../team/told_report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/report_json.js").ToldReportJson} ToldReportJson */

/**
 * Make the button that leads into the meeting.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {() => void} open
 * @returns {HTMLElement}
 */
export function startPart(page, team, open) {
  const label = page.decisions.of(team).size > 0 ? meetingWords.goOn : meetingWords.start;
  return button(label, open, { "data-action": "start-meeting", class: "rd-button rd-next" });
}

/**
 * What was agreed; nothing where nothing was.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {ToldReport} told
 * @returns {HTMLElement[]}
 */
export function agreedParts(page, team, told) {
  const agreed = page.decisions.of(team);
  if (agreed.size === 0 || told.report.suppressed !== null) return [];
  const { questionnaire } = page;
  const levels = agreedLevels(agreed);
  const report = agreedReport(questionnaire, told, levels);
  const open = agreed.size - levels.size;
  const hooks = {
    "data-agreed": true,
    "data-agreed-verdict": report.verdict.join(" "),
    "data-agreed-index": isTold(report.index) ? [...new Set(endsOf(report.index))].join(" ") : null,
  };
  const save = button(meetingWords.save, () => {
    handOut(meetingWords.fileName, agreementFile(questionnaire, agreed));
  });
  return [
    element(
      "div",
      { class: "rd-agreed", ...hooks },
      element("p", { class: "rd-eyebrow" }, meetingWords.resultTitle),
      element("p", { class: "rd-agreed-verdict" }, resultText(questionnaire, report)),
      element("p", {}, meetingWords.alone(resultText(questionnaire, told.report))),
      element("p", {}, meetingWords.counts(levels.size, open, questionnaire.items.length)),
      element("p", { class: "rd-hint" }, meetingWords.resultNote),
      shiftTable(page, team, agreed, told.report),
    ),
    element("p", {}, save),
  ];
}

/**
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {ToldReportJson} report
 * @returns {string} the verdict and the index, as far as they are told
 */
function resultText(questionnaire, { verdict, index }) {
  const labels = verdict.map((one) => verdictLabel(questionnaire, one));
  const named = labels.reduce((one, other) => meetingWords.or(one, other));
  return isTold(index) ? `${named} · ${meetingWords.index(intervalText(index))}` : named;
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {Agreed} agreed
 * @param {any} report
 * @returns {HTMLElement}
 */
function shiftTable(page, team, agreed, report) {
  const rows = meetingOrder(page.questionnaire, report).flatMap((item) => {
    const decision = agreed.get(item);
    return decision === undefined ? [] : [shiftRow(page, team, item, decision, report)];
  });
  const table = toldTable("rd-shifts", meetingWords.tableCaption, meetingWords.heads, element("tbody", {}, ...rows));
  return scrollRegion(meetingWords.tableCaption, table);
}

/**
 * @param {TeamPage} page
 * @param {string} team
 * @param {string} item
 * @param {import("../../team/decisions.js").Decision} decision
 * @param {any} report
 * @returns {HTMLElement}
 */
function shiftRow({ decisions, texts, said }, team, item, decision, report) {
  const { mean } = report.items[item];
  const level = decision.level === null ? meetingWords.notAgreed : String(decision.level);
  const figures = [isTold(mean) ? intervalText(mean) : meetingWords.notShown, level, agreedShift(mean, decision.level)];
  const question = texts.part(item, "question") ?? item;
  const back = button(meetingWords.takeBack, () => {
    decisions.decide(team, item, null);
    said.say(meetingWords.takenBack, () => decisions.decide(team, item, decision));
  }, { class: "rd-quiet", "aria-label": meetingWords.takeBackOf(texts.part(item, "question")?.textContent?.trim() ?? item) });
  return element(
    "tr",
    { "data-agreed-item": item },
    element("th", { scope: "row" }, question),
    ...figures.map((text, place) => element("td", { "data-head": meetingWords.heads[place + 1] ?? "" }, text)),
    element("td", {}, element("bdi", {}, decision.reason), " ", back),
  );
}

/**
 * How far the agreed level is from the mean, as far as the mean is told.
 *
 * @param {import("../../group/report_json.js").LevelInterval | null} mean in levels with one decimal
 * @param {number | null} level
 * @returns {string}
 */
function agreedShift(mean, level) {
  if (!isTold(mean) || level === null) return meetingWords.none;
  const [low, high] = endsOf(mean).map((end) => level * 10 - Math.round(Number(end) * 10));
  const [least, most] = [signedTenths(high ?? 0), signedTenths(low ?? 0)];
  return least === most ? least : meetingWords.range(least, most);
}

/**
 * @param {number} tenths
 * @returns {string} with one decimal and its sign
 */
function signedTenths(tenths) {
  const size = Math.abs(tenths);
  const text = `${Math.floor(size / 10)}.${size % 10}`;
  if (tenths === 0) return text;
  return tenths > 0 ? `+${text}` : `−${text}`;
}
