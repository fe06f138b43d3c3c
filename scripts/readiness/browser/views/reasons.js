/** Why the verdict is what it is: every failed line, and every gate. */

import { element } from "../element.js";
import { floorOf, percentOf } from "../engine/ratio.js";
import { sentences } from "../sentences.js";
import { pointsText } from "./figures.js";
import { titleOf } from "./names.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Result} Result */
/** @typedef {import("../engine/types.js").Condition} Condition */
/** @typedef {import("../engine/types.js").GateResult} GateResult */
/** @typedef {import("../texts.js").Texts} Texts */
/** @typedef {Map<string, number | "dk" | "na">} Answers */

/**
 * Draw the reasons.
 *
 * @param {Questionnaire} questionnaire
 * @param {Result} result
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
export function reasonsView(questionnaire, result, answers, texts) {
  const lines = result.conditions.map((condition) => {
    const words = conditionLine(questionnaire, condition, texts);
    return element("li", { "data-condition": condition.rule }, ...words);
  });
  const gates = result.gates.map((gate) => gateLine(gate, answers, texts));
  const why =
    lines.length === 0
      ? element("p", {}, sentences.reasonsReady)
      : element("ul", { class: "rd-conditions" }, ...lines);
  const parts = [element("h2", {}, sentences.reasonsTitle), why];
  if (gates.length > 0) {
    parts.push(element("h3", {}, sentences.gatesTitle), element("p", {}, sentences.gatesText));
    parts.push(element("ul", { class: "rd-gates" }, ...gates));
  }
  return element("section", { class: "rd-reasons" }, ...parts);
}

/**
 * Put a failed line into words; the rules are those of the engine.
 *
 * @param {Questionnaire} questionnaire
 * @param {Condition} condition
 * @param {Texts} texts
 * @returns {(Node | string | null)[]}
 */
function conditionLine(questionnaire, condition, texts) {
  const { rule, id, limit, value, items } = condition;
  const name = titleOf(questionnaire, id);
  const figure = value === null ? 0 : floorOf(value);
  const share = value === null ? 0 : percentOf(value);
  switch (rule) {
    case "completeness":
      return [sentences.completeness(share, percentOf(limit))];
    case "gate_unanswered":
      return [sentences.gateUnanswered, question(id, texts)];
    case "gate_failed":
      return [sentences.gateFailed, question(id, texts)];
    case "gate_dont_know":
      return [sentences.gateDontKnow, question(id, texts)];
    case "index":
      return [sentences.indexBelow(figure, pointsText(limit))];
    case "dimension":
    case "theme":
      return [sentences.below(name, figure, pointsText(limit))];
    case "dont_know":
      return [sentences.dontKnow(String(percentOf(limit)))];
    default:
      return unscoredLine(name, items, texts);
  }
}

/**
 * @param {string} name
 * @param {string[]} items
 * @param {Texts} texts
 * @returns {(Node | string | null)[]}
 */
function unscoredLine(name, items, texts) {
  if (items.length === 0) return [sentences.unscored(name)];
  const lines = items.map((item) => element("li", {}, question(item, texts)));
  return [sentences.unscoredFindOut(name), element("ul", {}, ...lines)];
}

/**
 * @param {string | null} item
 * @param {Texts} texts
 * @returns {Node | null}
 */
function question(item, texts) {
  return item === null ? null : texts.part(item, "question");
}

/**
 * @param {GateResult} gate
 * @param {Answers} answers
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function gateLine(gate, answers, texts) {
  const label = sentences.gateState.get(gate.state) ?? "";
  const state = element("strong", { class: "rd-gate-state" }, label);
  const asked = element("span", { class: "rd-gate-question" }, question(gate.item, texts));
  const line = element("li", { "data-gate": gate.item, "data-gate-state": gate.state }, state, asked);
  const answer = answers.get(gate.item);
  if (typeof answer === "number") {
    line.append(levelLine(sentences.youChose, texts.part(gate.item, `level-${answer}`)));
  }
  if (gate.state !== "passed") {
    line.append(levelLine(sentences.needed, texts.part(gate.item, `level-${gate.min}`)));
  }
  return line;
}

/**
 * Quote a level with a word before it.
 *
 * @param {string} before
 * @param {Node | null} level
 * @returns {HTMLElement}
 */
export function levelLine(before, level) {
  return element("span", { class: "rd-small rd-quoted" }, before, level);
}
