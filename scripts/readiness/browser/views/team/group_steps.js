/** Next steps for a group: the advice of its open must-haves and of what stands lowest. */

import { element } from "../../element.js";
import { sentences } from "../../sentences.js";
import { reportWords } from "../../words_report.js";
import { roleNames } from "./blocks.js";
import { ladderOf } from "./distribution.js";
import { reportFold } from "./told.js";

/** @typedef {import("./report.js").ToldReport} ToldReport */
/** @typedef {import("../../group/advice.js").GroupAdvice} GroupAdvice */

/**
 * Draw the steps in the order of the report.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function stepsFold(told) {
  const lines = told.report.advice.map((/** @type {GroupAdvice} */ line) => stepLine(told, line));
  const { stepsTitle, stepsNone, stepsNote } = reportWords;
  const content = lines.length === 0 ? element("p", {}, stepsNone) : element("ol", { class: "rd-steps" }, ...lines);
  return reportFold("steps", stepsTitle, stepsNote(lines.length), content);
}

/**
 * @param {ToldReport} told
 * @param {{item: string, kind: "low" | "mid" | "find_out"}} line
 * @returns {HTMLElement}
 */
function stepLine(told, { item, kind }) {
  const what = element("p", { class: "rd-step-text" }, ...stepParts(told, item, kind));
  const by = told.questionnaire.items.find(({ id }) => id === item)?.by ?? [];
  const isForAll = kind === "find_out" || by.length === 0;
  const names = roleNames(told.questionnaire);
  const roles = by.map((role) => names.get(role) ?? role).join(", ");
  const who = isForAll ? "" : ` ${sentences.adviceBy(roles)}.`;
  const asked = element("p", { class: "rd-small" }, told.texts.part(item, "question"), who);
  return element("li", { "data-advice": item, "data-kind": kind }, what, asked);
}

/**
 * What to do: the author's advice, or the next description of the item to work towards.
 *
 * @param {ToldReport} told
 * @param {string} item
 * @param {"low" | "mid" | "find_out"} kind
 * @returns {(Node | string | null)[]}
 */
export function stepParts({ questionnaire, texts }, item, kind) {
  if (kind === "find_out") return [reportWords.stepFindOut];
  const own = texts.part(item, kind);
  if (own !== null) return [own];
  const { cut, levels } = ladderOf(questionnaire, item);
  const first = (cut ?? Math.ceil(levels / 2)) + 1;
  const level = kind === "low" ? first : Math.min(levels, first + 1);
  return [reportWords.stepTowards, texts.part(item, `level-${level}`)];
}
