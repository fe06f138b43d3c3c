/** A group's report, from its JSON form alone: what is hidden there cannot be shown here. */

import { element } from "../../element.js";

/** @typedef {import("../../engine/types.js").Questionnaire} Questionnaire */

/**
 * @typedef {object} ToldReport
 * @property {Questionnaire} questionnaire
 * @property {import("../../texts.js").Texts} texts
 * @property {string} title of the team
 * @property {any} report as `groupJson` makes it
 */

/**
 * Draw a report.
 *
 * @param {ToldReport} told
 * @returns {HTMLElement}
 */
export function reportView({ title, report }) {
  const hooks = { "data-group-verdict": report.verdict, "data-respondents": report.respondents ?? "" };
  return element("article", hooks, element("h2", {}, element("bdi", {}, title)));
}
