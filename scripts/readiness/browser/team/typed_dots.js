/** What stands in the fields for dots, role by role; this tab keeps it until it is added. */

import { forgetInTab, keepInTab, keptInTab } from "./tab.js";

/** Texts of the fields, in the order of the table; nothing is read into them here. */
export class TypedDots {
  /** @param {string} place of what this tab keeps */
  constructor(place) {
    this.place = place;
    /** @type {Map<string | null, string[]>} */
    this.texts = new Map(keptInTab(place) ?? []);
  }

  /**
   * @param {string | null} role
   * @param {HTMLInputElement[]} fields
   */
  keep(role, fields) {
    this.texts.set(role, fields.map(({ value }) => value));
    keepInTab(this.place, [...this.texts]);
  }

  /**
   * @param {string | null} role
   * @param {HTMLInputElement[]} fields
   */
  fill(role, fields) {
    const texts = this.texts.get(role) ?? [];
    fields.forEach((field, at) => {
      field.value = texts[at] ?? "";
    });
  }

  /** @param {string | null} role */
  forget(role) {
    this.texts.delete(role);
    if (this.texts.size === 0) forgetInTab(this.place);
    else keepInTab(this.place, [...this.texts]);
  }

  clear() {
    this.texts.clear();
    forgetInTab(this.place);
  }
}
