/** The section that takes answers from paper, with the keyboard alone. */

import { element } from "../../element.js";
import { entryWords } from "../../words_entry.js";
import { dotsPart } from "./dots.js";
import { sheetsPart } from "./sheet_rows.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * Make the section: two folds, closed until somebody has paper.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function entrySection(page) {
  return element(
    "section",
    { "data-section": "entry" },
    paperFold("sheets", entryWords.sheetsFold, sheetsPart(page)),
    paperFold("dots", entryWords.dotsFold, dotsPart(page)),
  );
}

/**
 * @param {string} id
 * @param {string} name
 * @param {HTMLElement[]} parts
 * @returns {HTMLElement}
 */
function paperFold(id, name, parts) {
  const attributes = { class: "rd-named rd-entry", "data-entry": id };
  return element("details", attributes, element("summary", {}, name), ...parts);
}
