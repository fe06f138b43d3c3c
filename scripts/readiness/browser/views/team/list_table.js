/** The tables of what came: plain lists for the facilitator, with no figure of any answer. */

import { element } from "../../element.js";

/**
 * A table in a region that scrolls where it is wider than the page.
 *
 * @param {string} name of the region
 * @param {string} caption
 * @param {string[]} heads
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
export function listTable(name, caption, heads, rows) {
  const head = element("tr", {}, ...heads.map((one) => element("th", { scope: "col" }, one)));
  const body = element("tbody", {});
  for (const row of rows) body.append(row);
  const table = element("table", { class: "rd-came" }, element("caption", {}, caption), element("thead", {}, head), body);
  const region = { class: "rd-scroll", tabindex: 0, role: "region", "aria-label": name };
  return element("div", region, table);
}
