/**
 * A meeting on one shared screen: one question at a time, in the order of disagreement. How people
 * answered alone appears when it is asked for; what is agreed is recorded beside it.
 */

import { button, element } from "../../element.js";
import { meetingWords } from "../../words_meeting.js";
import { titleOf } from "../names.js";
import { distributionView } from "./distribution.js";

/** @typedef {import("./team.js").TeamPage} TeamPage */
/** @typedef {import("../../team/decisions.js").Decision} Decision */

/**
 * The items of a report, those to talk about first before all others.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any} report
 * @returns {string[]}
 */
export function meetingOrder({ asked }, report) {
  /** @type {string[]} */
  const first = (report.talk_first ?? []).map((/** @type {{item: string}} */ { item }) => item);
  return [...first, ...asked.map(({ id }) => id).filter((id) => !first.includes(id))];
}

/** The screen of a meeting, open or closed. */
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
    this.place = this.firstOpen();
    this.isShown = false;
    this.body = element("div", { class: "rd-meeting-body" });
    this.said = element("p", { role: "status", class: "rd-meeting-said" });
    this.keys = element("input", { id: `keys-${page.place}-${team}`, type: "checkbox", checked: true });
    this.view = element(
      "dialog",
      { class: "rd-meeting", "aria-label": meetingWords.ofTeam(team) },
      this.body,
      this.said,
      this.foot(),
    );
    this.view.addEventListener("keydown", (event) => this.hearKey(event));
  }

  /** Open the screen where the meeting stopped. */
  open() {
    this.view.showModal();
    this.show(this.firstOpen());
  }

  /** @returns {number} the first question that is not decided, or the first of all */
  firstOpen() {
    const agreed = this.page.decisions.of(this.team);
    return Math.max(0, this.items.findIndex((item) => !agreed.has(item)));
  }

  /** @returns {string} */
  get item() {
    return this.items[this.place] ?? "";
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
    this.said.textContent = "";
    this.draw();
    this.body.querySelector("h2")?.focus();
  }

  draw() {
    const { questionnaire, texts } = this.page;
    const theme = questionnaire.themes.find(({ items }) => items.some(({ id }) => id === this.item));
    const where = `${titleOf(questionnaire, theme?.dimension ?? null)} › ${theme?.title ?? ""}`;
    const question = element("h2", { tabindex: -1 });
    question.append(texts.part(this.item, "question") ?? "");
    this.body.replaceChildren(
      element("p", { class: "rd-meeting-place" }, meetingWords.place(this.place + 1, this.items.length), " · ", where),
      question,
      this.answersPart(),
      this.decisionPart(),
    );
  }

  /** @returns {HTMLElement} */
  answersPart() {
    if (!this.isShown) {
      const show = button(meetingWords.show, () => this.reveal(), { "data-reveal": true });
      return element("div", { class: "rd-meeting-answers" }, element("p", {}, meetingWords.waiting), show);
    }
    const { questionnaire, texts } = this.page;
    const title = element("h3", { tabindex: -1 }, meetingWords.shown);
    const view = distributionView(questionnaire, texts, this.item, this.report);
    return element("div", { class: "rd-meeting-answers" }, title, view);
  }

  reveal() {
    if (this.isShown) return;
    this.isShown = true;
    const old = /** @type {HTMLElement} */ (this.body.querySelector(".rd-meeting-answers"));
    const made = this.answersPart();
    old.replaceWith(made);
    made.querySelector("h3")?.focus();
  }

  /** @returns {HTMLElement} the levels to choose from, and the reason */
  decisionPart() {
    const known = this.page.decisions.of(this.team).get(this.item);
    const group = element("fieldset", { class: "rd-meeting-levels" });
    group.append(element("legend", {}, meetingWords.agreed));
    for (let level = 1; level <= this.levels; level += 1) {
      const text = this.page.texts.part(this.item, `level-${level}`);
      group.append(this.choice(level, known?.level === level, level, text));
    }
    group.append(this.choice(null, known !== undefined && known.level === null, 0, null));
    const reason = element("input", { id: "meeting-reason", type: "text", maxlength: 300, autocomplete: "off" });
    reason.value = known?.reason ?? "";
    reason.addEventListener("input", () => this.record());
    const label = element("label", { for: reason.id }, meetingWords.reason);
    return element("div", { class: "rd-meeting-decision" }, group, label, reason);
  }

  /**
   * @param {number | null} level
   * @param {boolean} checked
   * @param {number} value
   * @param {Node | null} text
   * @returns {HTMLElement}
   */
  choice(level, checked, value, text) {
    const input = element("input", { type: "radio", name: "meeting-level", value, checked });
    input.addEventListener("change", () => this.record());
    const name = level === null ? meetingWords.notAgreed : meetingWords.level(level);
    return element("label", { class: "rd-meeting-level" }, input, element("b", {}, name), " ", text);
  }

  /** Keep what is chosen and written; a reason alone decides nothing. */
  record() {
    const chosen = /** @type {HTMLInputElement | null} */ (
      this.body.querySelector("[name=meeting-level]:checked")
    );
    if (chosen === null) return;
    const reason = /** @type {HTMLInputElement} */ (this.body.querySelector("#meeting-reason")).value;
    const level = chosen.value === "0" ? null : Number(chosen.value);
    this.page.decisions.decide(this.team, this.item, { level, reason });
    const name = level === null ? meetingWords.notAgreed : meetingWords.level(level);
    this.said.textContent = meetingWords.recorded(name);
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
      element("p", { class: "rd-hint" }, toggle, " ", meetingWords.keysHint),
    );
  }

  /** @param {KeyboardEvent} event */
  hearKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const isText = target instanceof HTMLInputElement && target.type === "text";
    if (isText || !this.keys.checked) return;
    const isRadio = target instanceof HTMLInputElement && target.type === "radio";
    if (key === "ArrowRight" && !isRadio) this.show(this.place + 1);
    else if (key === "ArrowLeft" && !isRadio) this.show(this.place - 1);
    else if (key.toLowerCase() === "s") this.reveal();
    else if (/^[0-9]$/.test(key) && Number(key) <= this.levels) this.choose(key);
    else return;
    event.preventDefault();
  }

  /** @param {string} value */
  choose(value) {
    const input = this.body.querySelector(`[name=meeting-level][value="${value}"]`);
    if (!(input instanceof HTMLInputElement)) return;
    input.checked = true;
    input.focus();
    this.record();
  }
}
