/** What a meeting has agreed, scored as its own result, and the shift from what people said alone. */

import { button, element } from "../../element.js";
import { evaluate } from "../../engine/evaluation.js";
import { floorOf } from "../../engine/ratio.js";
import { handOut } from "../../exchange.js";
import { agreedAnswers, agreementFile } from "../../team/decisions.js";
import { meetingWords } from "../../words_meeting.js";
import { verdictLabel } from "../names.js";
import { Meeting, meetingOrder } from "./meeting.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/decisions.js").Agreed} Agreed */

/**
 * Make the part of a team's report that leads into the meeting and shows what came of it.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {any} report
 * @returns {HTMLElement}
 */
export function meetingPart(page, team, report) {
  const meeting = new Meeting(page, team, report);
  const hasBegun = page.decisions.of(team).size > 0;
  const start = button(hasBegun ? meetingWords.goOn : meetingWords.start, () => meeting.open());
  const outcome = element("div", {});
  const draw = () => {
    outcome.replaceChildren(...agreedParts(page, team, report));
    start.textContent = page.decisions.of(team).size > 0 ? meetingWords.goOn : meetingWords.start;
  };
  meeting.view.addEventListener("close", draw);
  draw();
  return element(
    "section",
    { class: "rd-meeting-part", "data-section": "meeting" },
    element("h3", {}, meetingWords.title),
    element("p", {}, meetingWords.text),
    element("p", {}, start),
    meeting.view,
    outcome,
  );
}

/**
 * What was agreed; nothing where nothing was.
 *
 * @param {TeamPage} page
 * @param {string} team
 * @param {any} report
 * @returns {HTMLElement[]}
 */
export function agreedParts(page, team, report) {
  const agreed = page.decisions.of(team);
  if (agreed.size === 0) return [];
  const { questionnaire } = page;
  const answers = agreedAnswers(agreed);
  const result = evaluate(questionnaire, { role: null, answers });
  const index = result.index === null ? null : floorOf(result.index);
  const open = agreed.size - answers.size;
  const hooks = { "data-agreed": true, "data-agreed-verdict": result.verdict, "data-agreed-index": index };
  const save = button(meetingWords.save, () => {
    handOut(meetingWords.fileName, agreementFile(questionnaire, agreed));
  });
  const verdict = verdictLabel(questionnaire, result.verdict);
  const shown = index === null ? verdict : `${verdict} · ${meetingWords.index(index)}`;
  return [
    element(
      "div",
      { class: "rd-agreed", ...hooks },
      element("h3", {}, meetingWords.resultTitle),
      element("p", { class: "rd-agreed-verdict" }, shown),
      ...aloneLine(report),
      element("p", {}, meetingWords.counts(answers.size, open, questionnaire.items.length)),
      element("p", { class: "rd-hint" }, meetingWords.resultNote),
      shiftTable(page, agreed, report),
    ),
    element("p", {}, save),
  ];
}

/**
 * @param {any} report
 * @returns {HTMLElement[]}
 */
function aloneLine({ index }) {
  const told = toldText(index ?? null);
  return told === null ? [] : [element("p", {}, meetingWords.groupIndex(told))];
}

/**
 * @param {TeamPage} page
 * @param {Agreed} agreed
 * @param {any} report
 * @returns {HTMLElement}
 */
function shiftTable({ questionnaire, texts }, agreed, report) {
  const rows = meetingOrder(questionnaire, report).flatMap((item) => {
    const decision = agreed.get(item);
    if (decision === undefined) return [];
    const mean = report.items?.[item]?.mean ?? null;
    const level = decision.level === null ? meetingWords.notAgreed : String(decision.level);
    const name = element("th", { scope: "row" });
    name.append(texts.part(item, "question") ?? item);
    const cells = [toldText(mean) ?? meetingWords.notShown, level, agreedShift(mean, decision.level)];
    const reason = element("td", {}, element("bdi", {}, decision.reason));
    const figures = cells.map((text) => element("td", {}, text));
    return [element("tr", { "data-agreed-item": item }, name, ...figures, reason)];
  });
  const heads = meetingWords.heads.map((head) => element("th", { scope: "col" }, head));
  const table = element(
    "table",
    {},
    element("caption", {}, meetingWords.tableCaption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
  const region = { class: "rd-scroll", tabindex: 0, role: "region" };
  return element("div", { ...region, "aria-label": meetingWords.tableCaption }, table);
}

/**
 * @param {{shown: number | string, to?: number | string} | null} figure
 * @returns {string | null}
 */
function toldText(figure) {
  if (figure === null) return null;
  const { shown, to } = figure;
  return to === undefined ? String(shown) : meetingWords.range(String(shown), String(to));
}

/**
 * How far the agreed level is from the mean, as far as the mean is told.
 *
 * @param {{shown: string, to?: string} | null} mean in levels with one decimal
 * @param {number | null} level
 * @returns {string}
 */
function agreedShift(mean, level) {
  if (mean === null || level === null) return meetingWords.none;
  const ends = [mean.to ?? mean.shown, mean.shown].map((end) => {
    return signedTenths(level * 10 - Math.round(Number(end) * 10));
  });
  const [least = "", most = ""] = ends;
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
