/**
 * A meeting on one shared screen: one question at a time, in the order of the talk list. How people
 * answered alone appears when it is asked for; what is agreed is recorded and marked beside it.
 *
 * Keys: digits choose a level, the arrows along the line go back and on from wherever they are
 * pressed but in a field; the arrows up and down are the levels' own.
 */

import { button, element } from "../../element.js";
import { meetingWords } from "../../words_meeting.js";
import { titleOf } from "../names.js";
import { meetingOrder } from "./meeting_order.js";
import { meetingPicture } from "./meeting_picture.js";
import { SaidPlace } from "./said.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/decisions.js").Decision} Decision */

const NO_LEVEL = "0";

/** The screen of a meeting; it is made when it opens and thrown away when it closes. */
export class Meeting {
  /**
   * @param {TeamPage} page
   * @param {string} team
   * @param {any} report
   */
  constructor(page, team, report) {
    this.page = page;
    this.team = team;
    this.report = report;
    this.items = meetingOrder(page.questionnaire, report);
    this.place = 0;
    this.isShown = false;
    this.answers = element("div", { class: "rd-meeting-answers" });
    this.decision = element("div", { class: "rd-meeting-decision" });
    this.head = element("div", { class: "rd-meeting-head" });
    const hooks = { class: "rd-quiet", "data-action": "take-back" };
    this.back = button(meetingWords.takeBack, () => this.takeBack(), hooks);
    this.said = new SaidPlace("data-meeting-said");
    this.keys = element("input", { id: "meeting-keys", type: "checkbox", checked: true });
    const body = element("div", { class: "rd-meeting-body" }, this.answers, this.decision);
    const name = { class: "rd-meeting", "aria-label": meetingWords.ofTeam(team) };
    this.view = element("dialog", name, this.head, body, this.foot());
    this.view.addEventListener("keydown", (event) => this.hearKey(event));
  }

  /** Open the screen where the meeting stopped: at the first question that is not decided. */
  open() {
    const agreed = this.page.decisions.of(this.team);
    this.view.showModal();
    this.show(Math.max(0, this.items.findIndex((item) => !agreed.has(item))));
  }

  /** @returns {string} */
  get item() {
    return this.items[this.place] ?? "";
  }

  /** @returns {Decision | null} */
  get known() {
    return this.page.decisions.of(this.team).get(this.item) ?? null;
  }

  /** @returns {number} how many levels the question has */
  get levels() {
    return this.page.questionnaire.items.find(({ id }) => id === this.item)?.levels ?? 0;
  }

  /**
   * Show a question; how people answered is hidden until it is asked for.
   *
   * @param {number} place
   */
  show(place) {
    if (place < 0 || place >= this.items.length) return;
    this.place = place;
    this.isShown = false;
    this.said.say("");
    this.drawHead();
    this.drawAnswers();
    this.drawDecision();
    this.view.scrollTop = 0;
    this.head.querySelector("h2")?.focus();
  }

  drawHead() {
    const { questionnaire, texts } = this.page;
    const theme = questionnaire.themes.find(({ items }) => items.some(({ id }) => id === this.item));
    const where = `${titleOf(questionnaire, theme?.dimension ?? null)} › ${theme?.title ?? ""}`;
    const place = meetingWords.place(this.place + 1, this.items.length);
    const question = element("h2", { tabindex: -1 }, texts.part(this.item, "question"));
    this.head.replaceChildren(element("p", { class: "rd-meeting-place" }, place, " · ", where), question);
  }

  drawAnswers() {
    if (!this.isShown) {
      const show = button(meetingWords.show, () => this.reveal(), { "data-action": "reveal" });
      this.answers.replaceChildren(element("p", {}, meetingWords.waiting), show);
      return;
    }
    const title = element("h3", { tabindex: -1 }, meetingWords.shown);
    const { questionnaire } = this.page;
    const picture = meetingPicture(questionnaire, this.report, this.item, this.known?.level ?? null);
    this.answers.replaceChildren(title, picture);
  }

  reveal() {
    if (this.isShown) return;
    this.isShown = true;
    this.drawAnswers();
    this.answers.querySelector("h3")?.focus();
  }

  /** Draw the levels to choose from, and the reason. */
  drawDecision() {
    const { known } = this;
    const group = element("fieldset", { class: "rd-meeting-levels" });
    group.append(element("legend", {}, meetingWords.agreed));
    for (let level = 1; level <= this.levels; level += 1) {
      const text = this.page.texts.part(this.item, `level-${level}`);
      group.append(this.choice(meetingWords.level(level), String(level), known?.level === level, text));
    }
    group.append(this.choice(meetingWords.notAgreed, NO_LEVEL, known !== null && known.level === null, null));
    const reason = element("input", { id: "meeting-reason", type: "text", maxlength: 300, autocomplete: "off" });
    reason.value = known?.reason ?? "";
    reason.addEventListener("input", () => this.record());
    const label = element("label", { for: reason.id }, meetingWords.reason);
    this.back.hidden = known === null;
    this.decision.replaceChildren(group, label, reason, element("p", {}, this.back));
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {boolean} checked
   * @param {Node | null} text
   * @returns {HTMLElement}
   */
  choice(name, value, checked, text) {
    const input = element("input", { type: "radio", name: "meeting-level", value, checked });
    input.addEventListener("change", () => this.record());
    return element("label", { class: "rd-meeting-level" }, input, element("b", {}, name), " ", text);
  }

  /** Keep what is chosen and written; a reason alone decides nothing. */
  record() {
    const chosen = /** @type {HTMLInputElement | null} */ (
      this.decision.querySelector("[name=meeting-level]:checked")
    );
    if (chosen === null) return;
    const reason = /** @type {HTMLInputElement} */ (this.decision.querySelector("#meeting-reason")).value;
    const level = chosen.value === NO_LEVEL ? null : Number(chosen.value);
    const before = this.known;
    this.page.decisions.decide(this.team, this.item, { level, reason });
    if (before !== null && before.level === level) return;
    this.back.hidden = false;
    this.said.say(meetingWords.recorded(level === null ? meetingWords.notAgreed : meetingWords.level(level)));
    if (this.isShown) this.drawAnswers();
  }

  takeBack() {
    const { known, item } = this;
    if (known === null) return;
    const decide = (/** @type {Decision | null} */ decision) => {
      this.page.decisions.decide(this.team, item, decision);
      this.drawDecision();
      this.drawAnswers();
    };
    decide(null);
    this.said.say(meetingWords.takenBack, () => decide(known));
    this.head.querySelector("h2")?.focus();
  }

  /** @returns {HTMLElement} */
  foot() {
    const label = element("label", { for: this.keys.id }, meetingWords.keys);
    const toggle = element("span", { class: "rd-meeting-keys" }, this.keys, " ", label);
    return element(
      "footer",
      {},
      element(
        "p",
        { class: "rd-choices" },
        button(meetingWords.previous, () => this.show(this.place - 1)),
        button(meetingWords.next, () => this.show(this.place + 1), { class: "rd-button rd-next" }),
        button(meetingWords.end, () => this.view.close()),
      ),
      this.said.view,
      element("p", { class: "rd-hint" }, toggle, " ", meetingWords.keysHint),
    );
  }

  /** @param {KeyboardEvent} event */
  hearKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const isText = target instanceof HTMLInputElement && target.type === "text";
    if (isText || !this.keys.checked) return;
    // Along a line that is read from right to left, on lies to the left.
    const onward = getComputedStyle(this.view).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "ArrowRight" || key === "ArrowLeft") this.show(this.place + (key === onward ? 1 : -1));
    else if (key.toLowerCase() === "s") this.reveal();
    else if (/^[0-9]$/.test(key) && Number(key) <= this.levels) this.choose(key);
    else return;
    event.preventDefault();
  }

  /** @param {string} value */
  choose(value) {
    const input = this.decision.querySelector(`[name=meeting-level][value="${value}"]`);
    if (!(input instanceof HTMLInputElement)) return;
    input.checked = true;
    input.focus();
    this.record();
  }
}
