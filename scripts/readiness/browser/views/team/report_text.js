/** The summary of a report as plain text, to be pasted into a letter or minutes. */

import { reportWords } from "../../words_report.js";
import { breakdownWords } from "./blocks.js";
import { stepParts } from "./group_steps.js";
import { verdictText } from "./group_verdict.js";
import { meetingOrder } from "./meeting_order.js";
import { earlierText } from "./since.js";
import { firstToTalk, whySentence } from "./talk_list.js";
import { dayText, intervalText, isTold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */

/**
 * Write the verdict, the must-haves that are missing, the first questions, what was agreed and the
 * next steps.
 *
 * @param {ToldReport} told
 * @returns {string}
 */
export function reportText(told) {
  const { questionnaire, report, team, day } = told;
  const head = [team, questionnaire.title, dayText(day)].join(" · ");
  if (report.suppressed !== null) return `${head}\n\n${reportWords.tooFew(questionnaire.group.kMin)}\n`;
  const parts = [
    [head, peopleText(told), ...earlierText(report)],
    verdictLines(told),
    textSection(reportWords.missingTitle, missingLines(told)),
    textSection(reportWords.talkTitle(firstToTalk(report).length), talkLines(told)),
    textSection(reportWords.agreedTitle, agreedLines(told)),
    textSection(reportWords.stepsTitle, stepLines(told)),
  ];
  const filled = parts.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/**
 * @param {ToldReport} told
 * @returns {string}
 */
function peopleText({ questionnaire, report, asked }) {
  const isRight = asked !== null && asked >= report.respondents;
  const people = reportWords.answered(report.respondents, isRight ? asked : null);
  return `${people} · ${breakdownWords(questionnaire, report.breakdown)}`;
}

/**
 * @param {ToldReport} told
 * @returns {string[]}
 */
function verdictLines(told) {
  const { report } = told;
  const open = report.verdict.length > 1 ? [reportWords.verdictOpen] : [];
  const { indexLabel, outOf } = reportWords;
  const index = isTold(report.index) ? [`${indexLabel} ${intervalText(report.index)} ${outOf}`] : [];
  return [verdictText(told), ...open, ...index];
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @returns {string[]} nothing where there are no lines
 */
function textSection(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines];
}

/**
 * @param {ToldReport} told
 * @returns {string[]}
 */
function missingLines({ texts, report }) {
  const open = /** @type {[string, string][]} */ (Object.entries(report.gates)).filter(([, state]) => state !== "met");
  return open.map(([item, state]) => `- ${reportWords.gateState.get(state) ?? state}: ${plain(texts.part(item, "question"))}`);
}

/**
 * @param {ToldReport} told
 * @returns {string[]}
 */
function talkLines({ questionnaire, texts, report }) {
  return firstToTalk(report).map((item, place) => {
    const reasons = /** @type {string[]} */ (report.talk_reasons[item]);
    const why = reasons.map((reason) => whySentence(questionnaire, report.items[item], reason));
    return [`${place + 1}. ${plain(texts.part(item, "question"))}`, ...why].join(" ");
  });
}

/**
 * @param {ToldReport} told
 * @returns {string[]} nothing where nothing was
 */
function agreedLines({ questionnaire, texts, report, agreed }) {
  return meetingOrder(questionnaire, report).flatMap((item) => {
    const decision = agreed.get(item);
    if (decision === undefined) return [];
    const parts = [`- ${plain(texts.part(item, "question"))}`, reportWords.agreedIs(decision.level), decision.reason];
    return [parts.join(" ").trim()];
  });
}

/**
 * @param {ToldReport} told
 * @returns {string[]}
 */
function stepLines(told) {
  const { report, texts } = told;
  return report.advice.map((/** @type {import("../../group/advice.js").GroupAdvice} */ { item, kind }, /** @type {number} */ place) => {
    const what = stepParts(told, item, kind).map(plain).join("");
    return `${place + 1}. ${what} (${plain(texts.part(item, "question"))})`;
  });
}

/**
 * @param {Node | string | null} part
 * @returns {string} its words on one line
 */
function plain(part) {
  const text = typeof part === "string" ? part : part?.textContent ?? "";
  return typeof part === "string" ? text : text.replaceAll(/\s+/g, " ").trim();
}
