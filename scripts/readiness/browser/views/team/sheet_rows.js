/** Returned sheets: one row each, one key an answer; rows wait here until they are added. */

import { button, element } from "../../element.js";
import { lastNumber } from "../../team/adding.js";
import { memberOfSheet, sheetItems, wrongKey } from "../../team/sheets.js";
import { TypedSheets } from "../../team/typed_sheets.js";
import { entryWords } from "../../words_entry.js";
import { teamWords } from "../../words_team.js";
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

/** The field in which a row is typed, what comes next, and the rows before. */
class SheetRows {
  /** @param {TeamPage} page */
  constructor(page) {
    this.page = page;
    this.typed = new TypedSheets(`${page.place} sheets`);
    this.roles = roleChooser(page, "sheet-role", entryWords.role, () => this.look());
    const plain = { spellcheck: "false", autocomplete: "off", "aria-describedby": "sheet-next" };
    this.keys = element("input", { id: "sheet-keys", type: "text", class: "rd-keys", ...plain });
    this.keys.addEventListener("input", () => this.look());
    this.keys.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") this.end();
      if (key === "Escape") this.letGo();
    });
    this.next = element("p", { id: "sheet-next", role: "status" });
    this.table = element("div", {});
    const most = Math.max(0, ...page.questionnaire.items.map(({ levels }) => levels));
    const high = most > 10 ? entryWords.elevenText : entryWords.tenText;
    this.parts = [
      element("p", {}, entryWords.sheetsText, most < 10 ? "" : high),
      ...(this.roles.view === null ? [] : [this.roles.view]),
      element("label", { for: this.keys.id }, entryWords.keys),
      this.keys,
      this.next,
      element("p", {}, button(entryWords.addRow, () => this.end())),
      this.table,
    ];
    if (this.typed.left !== null) this.take(this.typed.left);
    this.draw();
    page.clearing.push(() => this.clear());
  }

  /** Forget every row and what is under way. */
  clear() {
    this.typed.takeAll();
    this.keys.value = "";
    this.draw();
  }

  /** @returns {Sheet} */
  get sheet() {
    return { role: this.roles.role(), keys: this.keys.value };
  }

  /** @param {Sheet} sheet */
  take({ role, keys }) {
    this.roles.set(role);
    this.keys.value = keys;
  }

  /** Keep what is typed; say which question comes next, or what is wrong with a key. */
  look() {
    const { page, sheet } = this;
    this.typed.keep(sheet);
    const signs = [...sheet.keys];
    const wrong = wrongKey(page.questionnaire, sheet);
    if (wrong < 0) this.keys.removeAttribute("aria-invalid");
    else this.keys.setAttribute("aria-invalid", "true");
    const item = sheetItems(page.questionnaire, sheet.role)[wrong < 0 ? signs.length : wrong];
    this.next.textContent = this.sayNext(item?.id ?? null, signs[wrong] ?? null);
  }

  /**
   * @param {string | null} item the one that comes next or has a wrong key; null behind the last
   * @param {string | null} wrong
   * @returns {string}
   */
  sayNext(item, wrong) {
    if (item === null) return wrong === null ? entryWords.full : entryWords.tooMany;
    const { texts } = this.page;
    if (wrong !== null) return entryWords.wrong(texts.shortCode(item), wrong);
    const question = texts.part(item, "question")?.textContent?.trim() ?? "";
    return entryWords.next(texts.shortCode(item), question);
  }

  /** End the row; one with a wrong key, or with none, stays. */
  end() {
    if (wrongKey(this.page.questionnaire, this.sheet) >= 0) return this.keys.focus();
    if (this.sheet.keys.trim() === "") return this.say(entryWords.empty);
    this.typed.put(this.sheet);
    this.empty();
  }

  /** Give up the row under way; a row that is being changed stays as it was. */
  letGo() {
    this.typed.changing = null;
    this.empty();
  }

  empty() {
    this.keys.value = "";
    this.draw();
    this.say("");
  }

  /** @param {string} text */
  say(text) {
    this.page.said.say(text);
    this.keys.focus();
  }

  /** @param {number} at */
  change(at) {
    const sheet = this.typed.rows[at];
    if (sheet === undefined) return;
    if (this.keys.value !== "" && this.typed.changing !== at) return this.say(entryWords.underWay);
    this.typed.changing = at;
    this.take(sheet);
    this.look();
    this.say(entryWords.changing(at + 1));
  }

  /** @param {number} at */
  remove(at) {
    const sheet = this.typed.rows[at];
    if (sheet === undefined) return;
    if (this.typed.remove(at)) this.keys.value = "";
    this.draw();
    this.keys.focus();
    this.page.said.say(entryWords.removed(at + 1), () => {
      this.typed.restore(at, sheet);
      this.draw();
    });
  }

  add() {
    if (this.keys.value !== "") return this.say(entryWords.underWay);
    const { questionnaire, collection } = this.page;
    const last = lastNumber(collection, entryWords.sheet);
    const members = this.typed.takeAll().map((sheet, at) => {
      return memberOfSheet(questionnaire, sheet, entryWords.sheet(last + at + 1));
    });
    this.draw();
    const added = addToTeam(this.page, members);
    this.say(teamWords.added(added, added.team));
  }

  draw() {
    this.look();
    const { rows } = this.typed;
    if (rows.length === 0) return this.table.replaceChildren();
    const heads = [entryWords.row, entryWords.role, entryWords.answers];
    const names = heads.map((name) => element("th", { scope: "col" }, name));
    const table = element(
      "table",
      { class: "rd-came", "data-sheets": rows.length },
      element("caption", {}, entryWords.rowsCaption),
      element("thead", {}, element("tr", {}, ...names, element("td", {}), element("td", {}))),
      element("tbody", {}, ...rows.map((sheet, at) => this.row(sheet, at))),
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
    const change = quietButton(entryWords.change, at, () => this.change(at));
    const remove = quietButton(entryWords.remove, at, () => this.remove(at));
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
}

/**
 * @param {{short: string, long: (number: number) => string}} words
 * @param {number} at of the row
 * @param {() => void} press
 * @returns {HTMLElement}
 */
function quietButton({ short, long }, at, press) {
  return button(short, press, { class: "rd-quiet", "aria-label": long(at + 1) });
}
