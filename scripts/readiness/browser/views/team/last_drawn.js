/** Remembers what a part of the page was drawn from, so that it is drawn anew only where that moved. */

/** What was drawn last; a part that is replaced under somebody's pointer loses their click. */
export class LastDrawn {
  constructor() {
    /** @type {unknown[]} */
    this.parts = [];
  }

  /**
   * Tell whether these are other parts than last time, and remember them.
   *
   * @param {unknown[]} parts compared one by one
   * @returns {boolean}
   */
  differs(parts) {
    const old = this.parts;
    this.parts = parts;
    return parts.length !== old.length || parts.some((part, at) => part !== old[at]);
  }
}
