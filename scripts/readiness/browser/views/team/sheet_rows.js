/** Returned sheets: one row each, one key an answer; rows wait here until they are added. */

import { button, element } from "../../element.js";
import { memberOfSheet, sheetItems, wrongKey } from "../../team/sheets.js";
import { forgetInTab, keepInTab, keptInTab } from "../../team/tab.js";
import { entryWords } from "../../words_entry.js";
import { addToTeam, roleChooser } from "./entering.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/sheets.js").Sheet} Sheet */

/**
 * Make the part of the section that takes sheets.
 *
 * @param {TeamPage} page
 * @returns {HTMLElement[]}
 */
export function sheetsPart(page) {
  return new SheetRows(page).parts;
}

/** The rows typed so far and the one under way. */
class SheetRows {
  /** @param {TeamPage} page */
  constructor(page) {
    this.page = page;
    this.place = `${page.place} sheets`;
    /** @type {Sheet[]} */
    this.rows = keptInTab(this.place) ?? [];
    this.roles = roleChooser(page, "sheet-role", () => this.look());
    const plain = { spellcheck: "false", autocomplete: "off", "aria-describedby": "sheet-next" };
    this.keys = element("input", { id: "sheet-keys", type: "text", class: "rd-keys", ...plain });
    this.keys.addEventListener("input", () => this.look());
    this.keys.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.end();
    });
    this.next = element("p", { id: "sheet-next", role: "status" });
    this.said = element("p", { role: "status", "data-sheets-said": true });
    this.table = element("div", {});
    this.parts = [
      element("h3", {}, entryWords.sheetsTitle),
      element("p", {}, entryWords.sheetsText),
      ...(this.roles.view === null ? [] : [this.roles.view]),
      element("label", { for: this.keys.id }, entryWords.keys),
      this.keys,
      this.next,
      element("p", {}, button(entryWords.addRow, () => this.end())),
      this.table,
      this.said,
    ];
    this.look();
    this.draw();
  }

  /** @returns {Sheet} */
  get sheet() {
    return { role: this.roles.role(), keys: this.keys.value };
  }

  /** Say which question comes next, or what is wrong with a key. */
  look() {
    const { questionnaire, texts } = this.page;
    const items = sheetItems(questionnaire, this.sheet.role);
    const signs = [...this.sheet.keys];
    const wrong = wrongKey(questionnaire, this.sheet);
    const at = items[wrong < 0 ? signs.length : wrong];
    if (wrong < 0) this.keys.removeAttribute("aria-invalid");
    else this.keys.setAttribute("aria-invalid", "true");
    const code = at === undefined ? "" : texts.shortCode(at.id);
    if (wrong >= 0) {
      const isOver = at === undefined;
      this.next.textContent = isOver ? entryWords.tooMany : entryWords.wrong(code, signs[wrong] ?? "");
    } else {
      const question = at && texts.part(at.id, "question")?.textContent?.trim();
      this.next.textContent = at ? entryWords.next(code, question ?? "") : entryWords.full;
    }
  }

  /** End the row; one with a wrong key, or with none, stays. */
  end() {
    if (wrongKey(this.page.questionnaire, this.sheet) >= 0) return this.keys.focus();
    if (this.sheet.keys.trim() === "") {
      this.said.textContent = entryWords.empty;
      return;
    }
    this.rows.push(this.sheet);
    this.keys.value = "";
    this.said.textContent = "";
    this.changed();
    this.keys.focus();
  }

  changed() {
    if (this.rows.length === 0) forgetInTab(this.place);
    else keepInTab(this.place, this.rows);
    this.look();
    this.draw();
  }

  draw() {
    if (this.rows.length === 0) return this.table.replaceChildren();
    const { row, role, answers } = entryWords;
    const heads = [row, role, answers, "", ""].map((name) => {
      return name === "" ? element("td", {}) : element("th", { scope: "col" }, name);
    });
    const table = element(
      "table",
      { class: "rd-came", "data-sheets": this.rows.length },
      element("caption", {}, entryWords.rowsCaption),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...this.rows.map((sheet, at) => this.row(sheet, at))),
    );
    const region = { class: "rd-scroll", tabindex: 0, role: "region" };
    const scroll = element("div", { ...region, "aria-label": entryWords.rowsCaption }, table);
    const add = button(entryWords.addRows, () => this.add());
    this.table.replaceChildren(scroll, element("p", {}, add));
  }

  /**
   * @param {Sheet} sheet
   * @param {number} at
   * @returns {HTMLElement}
   */
  row(sheet, at) {
    const { roles } = this.page.questionnaire;
    const role = roles.find(({ id }) => id === sheet.role)?.label ?? entryWords.noRole;
    const change = button(entryWords.change(at + 1), () => {
      this.rows.splice(at, 1);
      this.roles.set(sheet.role);
      this.keys.value = sheet.keys;
      this.changed();
      this.keys.focus();
    }, { class: "rd-quiet" });
    const remove = button(entryWords.remove(at + 1), () => {
      this.rows.splice(at, 1);
      this.changed();
      this.keys.focus();
    }, { class: "rd-quiet" });
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, String(at + 1)),
      element("td", {}, role),
      element("td", { class: "rd-keys" }, sheet.keys),
      element("td", {}, change),
      element("td", {}, remove),
    );
  }

  add() {
    const { questionnaire } = this.page;
    const members = this.rows.map((sheet, at) => {
      return memberOfSheet(questionnaire, sheet, entryWords.sheet(at + 1));
    });
    this.rows = [];
    this.changed();
    this.said.textContent = addToTeam(this.page, members);
    this.keys.focus();
  }
}
