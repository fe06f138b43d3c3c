/** What a report tells and what it hides, in the words of its promise and with its limits. */

import { element } from "../../element.js";
import { reportWords } from "../../words_report.js";
import { reportFold } from "./told.js";

/**
 * Write it down.
 *
 * @param {import("./report.js").ToldReport} told
 * @returns {HTMLElement}
 */
export function methodFold({ questionnaire }) {
  const { kMin, distributionMin, colluders } = questionnaire.group;
  const { promise, rules, limits, limitsTitle, methodTitle, methodNote } = reportWords;
  const list = (/** @type {string[]} */ lines) => {
    return element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  };
  return reportFold(
    "method",
    methodTitle,
    methodNote,
    element("p", { "data-promise": true }, promise(colluders)),
    list(rules(kMin, distributionMin, colluders)),
    element("p", {}, limitsTitle),
    list(limits(colluders)),
  );
}
