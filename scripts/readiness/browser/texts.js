/** The author's texts, rendered by the site's build and waiting in a template; cloned, not parsed. */

/** Hands out copies of an item's texts. */
export class Texts {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    /** @type {Map<string, Element>} */
    this.items = new Map();
    for (const holder of template.content.querySelectorAll("[data-of]")) {
      this.items.set(holder.getAttribute("data-of") ?? "", holder);
    }
  }

  /**
   * Copy a part of an item's texts: `question`, `level-1` …, `low`, `mid`; null if there is none.
   *
   * @param {string} item
   * @param {string} part
   * @returns {Node | null}
   */
  part(item, part) {
    const holder = this.items.get(item)?.querySelector(`[data-part="${part}"]`);
    return holder?.cloneNode(true) ?? null;
  }

  /**
   * The short code of an item on the paper form; empty where the page holds none.
   *
   * @param {string} item
   * @returns {string}
   */
  shortCode(item) {
    return this.items.get(item)?.getAttribute("data-short") ?? "";
  }
}
