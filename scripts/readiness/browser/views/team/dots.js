/** Dots on a wall: how many each level of each question has, role by role. */

import { button, element } from "../../element.js";
import { membersOfDots } from "../../team/dot_sheets.js";
import { sheetItems } from "../../team/sheets.js";
import { TypedDots } from "../../team/typed_dots.js";
import { entryWords } from "../../words_entry.js";
import { teamWords } from "../../words_team.js";
import { addToTeam, roleChooser } from "./entering.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../engine/types.js").Item} Item */

const MOST_DOTS = 10_000;

/**
 * Make the part of the section that takes dots.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement[]}
 */
export function dotsPart(page) {
  const place = element("div", {});
  const typed = new TypedDots(`${page.place} dots`);
  const draw = () => {
    place.replaceChildren(dotsTable(page, roles.role()));
    typed.fill(roles.role(), fieldsIn(place));
  };
  const roles = roleChooser(page, "dots-role", entryWords.roleOfDots, draw);
  place.addEventListener("input", () => typed.keep(roles.role(), fieldsIn(place)));
  const add = button(entryWords.addDots, () => {
    page.said.say(takeDots(page, roles.role(), fieldsIn(place), () => {
      typed.forget(roles.role());
      draw();
    }));
  });
  page.clearing.push(() => {
    typed.clear();
    draw();
  });
  draw();
  return [
    element("p", {}, entryWords.dotsText),
    ...(roles.view === null ? [] : [roles.view]),
    place,
    element("p", {}, add),
  ];
}

/**
 * @param {HTMLElement} place
 * @returns {HTMLInputElement[]}
 */
function fieldsIn(place) {
  return [...place.querySelectorAll("input")];
}

/**
 * @param {TeamPage} page
 * @param {string | null} role
 * @param {HTMLInputElement[]} fields
 * @param {() => void} clear
 * @returns {string} what came of it
 */
function takeDots(page, role, fields, clear) {
  const wrong = fields.filter(({ value }) => !isCount(value));
  for (const field of fields) field.removeAttribute("aria-invalid");
  if (wrong[0] !== undefined) {
    for (const field of wrong) field.setAttribute("aria-invalid", "true");
    wrong[0].focus();
    return entryWords.wrongDots;
  }
  /** @type {Map<string, number[]>} */
  const counts = new Map();
  for (const { value, dataset } of fields) {
    const item = dataset["dots"] ?? "";
    counts.set(item, [...(counts.get(item) ?? []), Number(value)]);
  }
  const members = membersOfDots(page.questionnaire, role, counts, entryWords.dot);
  if (members.length === 0) return entryWords.noDots;
  clear();
  const added = addToTeam(page, members);
  // Dots are counts: two that are alike are two people, and nobody is asked about them.
  const { kept } = page.collection.team(added.team);
  page.collection.change(added.team, { kept: kept.concat(added.names) });
  return teamWords.added({ ...added, repeats: 0 }, added.team);
}

/**
 * @param {string} text
 * @returns {boolean} an empty field is no dot
 */
function isCount(text) {
  return /^\s*\d{0,5}\s*$/.test(text) && Number(text) <= MOST_DOTS;
}

/**
 * @param {TeamPage} page
 * @param {string | null} role
 * @returns {HTMLElement}
 */
function dotsTable(page, role) {
  const items = sheetItems(page.questionnaire, role);
  const most = items.reduce((found, { levels }) => Math.max(found, levels), 0);
  const levels = Array.from({ length: most }, (_, at) => entryWords.level(at + 1));
  const names = [entryWords.question, ...levels, entryWords.dontKnow];
  const heads = names.map((name) => element("th", { scope: "col" }, name));
  const table = element(
    "table",
    { class: "rd-dots" },
    element("caption", {}, entryWords.dotsCaption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...items.map((item) => dotsRow(page, item, most))),
  );
  const region = { class: "rd-scroll", tabindex: 0, role: "region" };
  return element("div", { ...region, "aria-label": entryWords.dotsCaption }, table);
}

/**
 * @param {TeamPage} page
 * @param {Item} item
 * @param {number} most levels of any question
 * @returns {HTMLElement}
 */
function dotsRow({ texts }, { id, levels }, most) {
  const code = texts.shortCode(id);
  const question = texts.part(id, "question")?.textContent?.trim() ?? "";
  const field = (/** @type {string} */ level) => {
    const plain = { type: "text", inputmode: "numeric", autocomplete: "off", "data-dots": id };
    const input = element("input", { ...plain, "aria-label": entryWords.dots(code, level) });
    return element("td", { "data-level": level }, input);
  };
  const own = Array.from({ length: levels }, (_, at) => field(entryWords.level(at + 1)));
  const none = Array.from({ length: most - levels }, () => element("td", {}));
  const head = element("th", { scope: "row" }, element("b", {}, code), " ", question);
  return element("tr", {}, head, ...own, ...none, field(entryWords.dontKnow));
}
