/** The sheets typed so far and the one under way; this tab keeps them until they are added. */

import { forgetInTab, keepInTab, keptInTab } from "./tab.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */

/** Rows in the order in which they were typed. */
export class TypedSheets {
  /** @param {string} place of what this tab keeps */
  constructor(place) {
    this.place = place;
    const kept = keptInTab(place);
    /** @type {Sheet[]} */
    this.rows = kept?.rows ?? [];
    /** @type {number | null} the row that is taken up to be changed */
    this.changing = kept?.changing ?? null;
    /** @type {Sheet | null} what was under way when the page was left */
    this.left = kept?.sheet ?? null;
  }

  /**
   * Put a sheet at the end, or back to where the row stood that is being changed.
   *
   * @param {Sheet} sheet
   */
  put(sheet) {
    this.rows.splice(this.changing ?? this.rows.length, this.changing === null ? 0 : 1, sheet);
    this.changing = null;
  }

  /**
   * Take a row away; true where it was the one being changed.
   *
   * @param {number} at
   * @returns {boolean}
   */
  remove(at) {
    this.rows.splice(at, 1);
    const isTaken = this.changing === at;
    if (isTaken) this.changing = null;
    else if (this.changing !== null && this.changing > at) this.changing -= 1;
    return isTaken;
  }

  /**
   * Put back a row that was taken away.
   *
   * @param {number} at
   * @param {Sheet} sheet
   */
  restore(at, sheet) {
    this.rows.splice(at, 0, sheet);
    if (this.changing !== null && this.changing >= at) this.changing += 1;
  }

  /** @returns {Sheet[]} all rows, which are gone from here */
  takeAll() {
    this.changing = null;
    return this.rows.splice(0);
  }

  /** @param {Sheet} sheet the one under way */
  keep(sheet) {
    if (this.rows.length === 0 && sheet.keys === "") forgetInTab(this.place);
    else keepInTab(this.place, { rows: this.rows, changing: this.changing, sheet });
  }
}
