/**
 * Shows what was brought beside what is here, and lets the person choose. Until then nothing
 * changes; afterwards what was here can be put back until the page is left.
 */

import { button, element } from "../../element.js";
import { isRefused } from "../../bringing.js";
import { isEmpty } from "../../carrying.js";
import { linkTo } from "../../exchange.js";
import { isHereAlready, keptOf, take } from "../../taking.js";
import { answersWords } from "../../words_answers.js";
import { offerParts } from "./offer_parts.js";
import { refusalText } from "./refusal.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../bringing.js").Brought} Brought */
/** @typedef {import("../../bringing.js").Kept} Kept */
/** @typedef {import("../../bringing.js").Refused} Refused */

/** A place on the page for what was brought. */
export class OfferPlace {
  /**
   * @param {AnswersPage} page
   * @param {"h2" | "h3"} level of its heading
   * @param {string} title
   * @param {string} id of the sentence that says why something was refused
   */
  constructor(page, level, title, id) {
    this.page = page;
    this.level = level;
    this.title = title;
    this.refusal = element("p", { id, class: "rd-refusal", role: "alert" });
    this.contents = element("div", { class: "rd-offered" });
    this.said = element("p", { role: "status" });
    this.undo = element("p", {});
    const parts = [this.refusal, this.contents, this.said, this.undo];
    this.view = element("div", { class: "rd-offer" }, ...parts);
    /** @type {Brought | null} */
    this.brought = null;
    /** what the code was read from */
    this.source = "";
    page.session.listen(() => this.redraw());
  }

  /**
   * Show what was brought, or say why it is not taken.
   *
   * @param {Brought | Refused} read
   * @param {string} [source] the text from which a code was read
   */
  show(read, source = "") {
    this.source = source;
    const isBad = isRefused(read);
    const isHere = !isBad && isHereAlready(this.page.session, read);
    this.brought = isBad || isHere ? null : read;
    this.refusal.textContent = isBad ? refusalText(read, this.page.texts) : "";
    this.said.textContent = isHere ? answersWords.duplicate : "";
    this.view.dataset["outcome"] = isHere ? "duplicate" : read.outcome;
    this.undo.replaceChildren();
    this.redraw();
    this.contents.querySelector(this.level)?.focus();
  }

  /** Draw what is offered anew: what is here may have changed. */
  redraw() {
    const { session } = this.page;
    if (session.storage.records.size === 0) this.undo.replaceChildren();
    if (this.brought === null) {
      this.contents.replaceChildren();
      return;
    }
    const title = element(this.level, { tabindex: -1 }, this.title);
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
    return element("p", { class: "rd-choices" }, yes, " ", no, " ", this.teamLink(brought));
  }

  /**
   * The way of a code to the team report; a file is chosen there.
   *
   * @param {Brought} brought
   * @returns {HTMLElement | null}
   */
  teamLink({ kind }) {
    const { team } = this.page;
    if (kind !== "code" || team === null) return null;
    const attributes = { class: "rd-button", href: linkTo(team, this.source), "data-action": "add-to-team" };
    return element("a", attributes, answersWords.addToTeam);
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
