/** Why the verdict of a group is what it is: every line that stands against "ready". */

import { element } from "../../element.js";
import { readRatio } from "../../engine/ratio.js";
import { reportWords } from "../../words_report.js";
import { pointsText } from "../figures.js";
import { titleOf, verdictLabel } from "../names.js";
import { reportFold, intervalText, isTold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/report_json.js").ConditionJson} ConditionJson */

const SHARES = ["dont_know", "gate_gap"];

/**
 * Draw the reasons.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function whyFold(told) {
  const lines = told.report.conditions.map((/** @type {ConditionJson} */ line) => {
    const open = line.sure ? null : ` ${reportWords.notSure}`;
    const hooks = { "data-condition": line.rule, "data-sure": String(line.sure) };
    return element("li", hooks, ...lineParts(told, line), ...valueOf(line), open);
  });
  const { whyNote, noCondition } = reportWords;
  const content = lines.length === 0 ? element("p", {}, noCondition) : element("ul", { class: "rd-conditions" }, ...lines);
  return reportFold("why", whyTitleOf(told), whyNote(lines.length), content);
}

/**
 * The lines explain the lower verdict of two; those of "ready" and of its conditions stand against it.
 *
 * @param {ToldReport} told
 * @returns {string}
 */
function whyTitleOf({ questionnaire, report }) {
  const [lower] = report.verdict;
  const isOpen = lower === "ready" || lower === "conditions";
  return isOpen ? reportWords.whyTitle : reportWords.whyOf(verdictLabel(questionnaire, lower));
}

/**
 * @param {ToldReport} told
 * @param {ConditionJson} line
 * @returns {(Node | string | null)[]}
 */
function lineParts({ questionnaire, texts }, { rule, id, limit, items }) {
  const { conditions, findOut } = reportWords;
  const asked = (/** @type {string} */ item) => element("li", {}, texts.part(item, "question"));
  const list = items.length === 0 ? [] : [findOut, element("ul", {}, ...items.map(asked))];
  switch (rule) {
    case "completeness":
      return [conditions.completeness];
    case "gate_failed":
    case "gate_dont_know":
    case "gate_unanswered":
    case "gate_apart":
    case "gate_gap":
      return [conditions[/** @type {"gate_gap"} */ (rule)], texts.part(id ?? "", "question")];
    case "index":
      return [conditions.index(pointsText(readRatio(limit.exact)))];
    case "dimension":
    case "theme":
      return [conditions.below(titleOf(questionnaire, id), pointsText(readRatio(limit.exact)))];
    case "dont_know":
      return [conditions.dont_know(String(limit.shown)), ...list];
    case "other_roles":
      return [conditions.other_roles(limit.exact)];
    default:
      return [conditions.unscored(titleOf(questionnaire, id)), ...list];
  }
}

/**
 * The value of a failed line, where there is one to tell.
 *
 * @param {ConditionJson} line
 * @returns {(Node | string)[]}
 */
function valueOf({ rule, value }) {
  if (!isTold(value) || rule.endsWith("unscored")) return [];
  if (rule === "gate_gap") return [element("span", { "data-figure": "value" }, reportWords.gapIs(intervalText(value)))];
  const text = reportWords.itIs(intervalText(value, SHARES.includes(rule) ? " %" : ""));
  return [element("span", { "data-figure": "value" }, text)];
}
