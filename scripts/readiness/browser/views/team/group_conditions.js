/** Why the verdict of a group is what it is: every failed line, and every gate. */

import { element } from "../../element.js";
import { ratioText, readRatio } from "../../engine/ratio.js";
import { reportWords } from "../../words_report.js";
import { pointsText } from "../figures.js";
import { titleOf } from "../names.js";
import { figureText, hiddenWords, isTold, toldFigure } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */

const SHARES = ["completeness", "dont_know", "gate_failed", "other_roles"];

/**
 * Draw the reasons.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function whySection(told) {
  const { questionnaire, report } = told;
  const lines = report.conditions.map((/** @type {any} */ line) => {
    return element("li", { "data-condition": line.rule }, ...lineParts(told, line), ...valueOf(line));
  });
  const why = lines.length === 0
    ? element("p", {}, reportWords.noCondition)
    : element("ul", { class: "rd-conditions" }, ...lines);
  const gates = Object.entries(report.gates).map(([item, gate]) => gateLineOf(told, item, gate));
  const view = element("section", {}, element("h3", {}, reportWords.whyTitle), why);
  if (gates.length > 0) {
    const share = ratioText(questionnaire.group.gateShare);
    const text = element("p", {}, reportWords.gatesText(share));
    if (Object.values(report.gates).some((gate) => !isTold(gate.share))) {
      text.append(" ", hiddenWords(reportWords.sharesHidden));
    }
    view.append(element("h4", {}, reportWords.gatesTitle), text);
    view.append(element("ul", { class: "rd-gates" }, ...gates));
  }
  return view;
}

/**
 * @param {ToldReport} told
 * @param {any} line
 * @returns {(Node | string | null)[]}
 */
function lineParts({ questionnaire, texts }, { rule, id, limit, items }) {
  const { conditions, findOut } = reportWords;
  const asked = (/** @type {string} */ item) => element("li", {}, texts.part(item, "question"));
  const list = items.length === 0 ? [] : [findOut, element("ul", {}, ...items.map(asked))];
  const points = pointsText(readRatio(limit.exact));
  switch (rule) {
    case "completeness":
      return [conditions.completeness(String(limit.shown))];
    case "gate_failed":
    case "gate_dont_know":
    case "gate_unanswered":
    case "gate_apart":
    case "gate_gap":
      return [conditions[/** @type {"gate_gap"} */ (rule)], texts.part(id, "question")];
    case "index":
      return [conditions.index(points)];
    case "dimension":
    case "theme":
      return [conditions.below(titleOf(questionnaire, id), points)];
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
 * @param {any} line
 * @returns {(Node | string)[]}
 */
function valueOf({ rule, value }) {
  if (!isTold(value) || rule.endsWith("unscored")) return [];
  const text = reportWords.itIs(figureText(value, SHARES.includes(rule) ? "%" : ""));
  return [element("span", { "data-figure": "value" }, text)];
}

/**
 * @param {ToldReport} told
 * @param {string} item
 * @param {any} gate
 * @returns {HTMLElement}
 */
function gateLineOf({ texts }, item, { state, effect, min, share }) {
  const hooks = { "data-gate": item, "data-gate-state": state };
  const small = (/** @type {(Node | string | null)[]} */ ...parts) => {
    return element("span", { class: "rd-small" }, ...parts);
  };
  return element(
    "li",
    hooks,
    element("strong", { class: "rd-gate-state" }, reportWords.gateState.get(state) ?? state),
    element("span", {}, texts.part(item, "question")),
    small(reportWords.needed, texts.part(item, `level-${min}`), " ", reportWords.gateEffect.get(effect) ?? ""),
    isTold(share) ? small(reportWords.reached, toldFigure("share", share, "%")) : null,
  );
}
