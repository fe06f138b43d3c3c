/** One step at a time: which is shown, how to get to the next, what the address bar says. */

import { button, element } from "../element.js";
import { words } from "../words.js";

const PREFIX = "step-";

/** Shows one of several sections and moves between them. */
export class Steps {
  /**
   * @param {HTMLElement} form
   * @param {(step: string) => void} arrived called with the step that is shown
   */
  constructor(form, arrived) {
    this.form = form;
    this.arrived = arrived;
    this.pageTitle = document.title;
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll("[data-step]")].filter(isElement);
    this.current = stepOf(this.sections[0]);
    this.back = button(words.back, () => this.move(-1), { class: "rd-button rd-back" });
    this.next = button(words.next, () => this.move(1), { class: "rd-button rd-next" });
    /** @type {Element | null} the way onward from the last step */
    this.onward = null;
    window.addEventListener("popstate", this.followAddress);
  }

  /** @returns {HTMLElement[]} the sections that hold something to do for this respondent */
  get open() {
    return this.sections.filter((section) => !section.hasAttribute("data-empty"));
  }

  /** @returns {number} position of the shown step among the open ones, from 0 */
  get position() {
    return Math.max(0, this.open.findIndex((section) => stepOf(section) === this.current));
  }

  /** @returns {string | null} the step that the address bar names */
  get addressed() {
    const id = location.hash.slice(1);
    const section = this.open.find((candidate) => candidate.id === id && id.startsWith(PREFIX));
    return section === undefined ? null : stepOf(section);
  }

  /**
   * Show a step as where the person is; changes no address and moves no focus.
   *
   * @param {string} step
   */
  show(step) {
    const shown = this.open.find((section) => stepOf(section) === step) ?? this.open[0];
    if (shown === undefined) return;
    this.current = stepOf(shown);
    for (const section of this.sections) section.hidden = section !== shown;
    const position = this.position;
    this.back.hidden = position === 0;
    this.next.hidden = position === this.open.length - 1;
    this.onward?.toggleAttribute("hidden", !this.next.hidden);
    this.next.textContent = position === this.open.length - 2 ? words.review : words.next;
    document.title = `${headingOf(shown)?.textContent ?? ""} – ${this.pageTitle}`;
    this.arrived(this.current);
  }

  /**
   * Go to a step on the person's wish: a new entry in the history, focus on its heading.
   *
   * @param {string} step
   */
  go(step) {
    this.show(step);
    history.pushState(null, "", `#${PREFIX}${this.current}`);
    this.focus();
  }

  /** @param {number} by */
  move(by) {
    const section = this.open[this.position + by];
    if (section !== undefined) this.go(stepOf(section));
  }

  focus() {
    const section = this.open[this.position];
    this.form.scrollIntoView({ block: "start" });
    if (section !== undefined) headingOf(section)?.focus({ preventScroll: true });
  }

  followAddress = () => {
    if (!this.form.isConnected) return;
    this.show(this.addressed ?? this.current);
    this.focus();
  };
}

/**
 * Make a step that only the script needs.
 *
 * @param {string} step
 * @param {string} title
 * @returns {HTMLElement}
 */
export function stepSection(step, title) {
  const heading = element("h2", { tabindex: -1 }, title);
  const attributes = { class: "rd-step", id: `${PREFIX}${step}`, "data-step": step };
  return element("section", attributes, heading);
}

/**
 * @param {Element} candidate
 * @returns {candidate is HTMLElement}
 */
function isElement(candidate) {
  return candidate instanceof HTMLElement;
}

/**
 * @param {HTMLElement | undefined} section
 * @returns {string}
 */
function stepOf(section) {
  return section?.dataset["step"] ?? "";
}

/**
 * @param {HTMLElement} section
 * @returns {HTMLElement | null}
 */
function headingOf(section) {
  return section.querySelector("h2");
}
