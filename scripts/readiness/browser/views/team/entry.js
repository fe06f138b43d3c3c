/** The section that takes answers from paper, with the keyboard alone. */

import { element } from "../../element.js";
import { entryWords } from "../../words_entry.js";
import { dotsPart } from "./dots.js";
import { sheetsPart } from "./sheet_rows.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */

/**
 * Make the section; it is folded until somebody has paper.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement}
 */
export function entrySection(page) {
  const summary = element("summary", {}, entryWords.title, " – ", entryWords.text);
  const details = element("details", { class: "rd-named rd-entry" }, summary);
  details.append(...sheetsPart(page), ...dotsPart(page));
  return element("section", { "data-section": "entry" }, details);
}
