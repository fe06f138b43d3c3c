/**
 * Shows what was brought beside what is here, and lets the person choose. Until then nothing
 * changes; afterwards what was here can be put back until the page is left.
 */

import { button, element } from "../../element.js";
import { isHereAlready, keptOf, take } from "../../bringing.js";
import { isEmpty } from "../../carrying.js";
import { answersWords } from "../../words_answers.js";
import { offerParts } from "./offer_parts.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../bringing.js").Brought} Brought */
/** @typedef {import("../../bringing.js").Kept} Kept */

/** A place on the page for what was brought. */
export class OfferPlace {
  /**
   * @param {AnswersPage} page
   * @param {string} title
   */
  constructor(page, title) {
    this.page = page;
    this.title = title;
    this.contents = element("div", {});
    this.said = element("p", { role: "status" });
    this.undo = element("p", {});
    this.view = element("div", { class: "rd-offer" }, this.contents, this.said, this.undo);
    /** @type {Brought | null} */
    this.brought = null;
    page.session.listen(() => this.redraw());
  }

  /**
   * Show what was brought; null clears the place.
   *
   * @param {Brought | null} brought
   */
  show(brought) {
    const isHere = brought !== null && isHereAlready(this.page.session, brought);
    this.brought = isHere ? null : brought;
    this.said.textContent = isHere ? answersWords.duplicate : "";
    this.undo.replaceChildren();
    this.redraw();
    this.contents.querySelector("h3")?.focus();
  }

  /** Draw what is offered anew: what is here may have changed. */
  redraw() {
    const { session } = this.page;
    if (session.storage.records.size === 0) this.undo.replaceChildren();
    if (this.brought === null) {
      this.contents.replaceChildren();
      return;
    }
    const title = element("h3", { tabindex: -1 }, this.title);
    const parts = offerParts(this.page, this.brought);
    this.contents.replaceChildren(title, ...parts, this.choices(this.brought));
  }

  /**
   * @param {Brought} brought
   * @returns {HTMLElement}
   */
  choices(brought) {
    const isFirst = isEmpty(this.page.session);
    const { use, useInstead, keep, keepNothing, kept, left } = answersWords;
    const yes = button(isFirst ? use : useInstead, () => this.use(brought.kept));
    const no = button(isFirst ? keepNothing : keep, () => this.end(isFirst ? left : kept));
    return element("p", { class: "rd-choices" }, yes, " ", no);
  }

  /** @param {Kept} kept */
  use(kept) {
    const { session } = this.page;
    const before = isEmpty(session) ? null : keptOf(session);
    this.brought = null;
    take(session, kept);
    this.end(answersWords.taken);
    if (before === null) return;
    const back = button(answersWords.putBack, () => {
      this.undo.replaceChildren();
      take(session, before);
      this.end(answersWords.back);
    });
    this.undo.replaceChildren(`${answersWords.putBackUntil} `, back);
  }

  /** @param {string} sentence */
  end(sentence) {
    this.brought = null;
    this.redraw();
    this.said.textContent = sentence;
    this.said.tabIndex = -1;
    this.said.focus();
  }
}
