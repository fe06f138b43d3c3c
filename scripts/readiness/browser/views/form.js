/** Turns the paper form into steps: who is asked what, where the person is, what is saved. */

import { element } from "../element.js";
import { peek } from "../storage.js";
import { words } from "../words.js";
import { mountEarlier } from "./earlier.js";
import { mountAnswer, mountNote, mountRole } from "./items.js";
import { progressView } from "./progress.js";
import { drawReview } from "./review.js";
import { eraseView, savedView, warningsView } from "./saved.js";
import { Steps, stepSection } from "./steps.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */

/**
 * Show the form as steps at once, and return what wires the answers after storage was read.
 * Until then the radios work as they stand; what is chosen early is picked up.
 *
 * @param {HTMLElement} root
 * @param {Session} session
 * @returns {() => void}
 */
export function mountForm(root, session) {
  const form = /** @type {HTMLElement} */ (root.querySelector(".rd-form"));
  const review = stepSection("review", words.reviewStep);
  const list = element("div");
  review.append(list);
  form.append(review);
  const steps = new Steps(form, (step) => {
    session.setStep(step);
    redrawPlace();
  });
  const redrawPlace = () => {
    progress.redraw();
    if (!review.hidden) drawReview(list, session, (item) => leadTo(root, steps, item));
  };
  const progress = progressView(session, steps);
  const erase = eraseView(session, () => steps.go(""));
  form.before(warningsView(session), progress.view);
  steps.onward = root.querySelector("[data-onward]");
  form.after(footer(session, steps), erase);
  keepKeys(root);
  root.classList.add("rd-stepped");
  const early = peek(session.storage.place, "step");
  steps.show(steps.addressed ?? String(early ?? ""));
  return () => {
    const redraws = mountItems(root, session);
    const redraw = (/** @type {string | null} */ key) => {
      if (key === null || key === "role") hideWhatIsNotAsked(root, session);
      const touched = key === null ? [...redraws.values()] : [redraws.get(key)];
      for (const redrawOne of touched) redrawOne?.();
      redrawPlace();
    };
    session.listen(redraw);
    redraw(null);
    steps.show(steps.addressed ?? session.step ?? "");
  };
}

/**
 * @param {Session} session
 * @param {Steps} steps
 * @returns {HTMLElement}
 */
function footer(session, steps) {
  const saved = savedView(session);
  return element("div", { class: "rd-footer" }, steps.back, saved, steps.next, steps.onward);
}

/**
 * @param {HTMLElement} root
 * @param {Session} session
 * @returns {Map<string, () => void>} what redraws the place of each record, by its key
 */
function mountItems(root, session) {
  const redraws = new Map([["role", mountRole(root, session)]]);
  for (const item of session.questionnaire.items) {
    const group = root.querySelector(`[data-item="${item.id}"]`);
    if (!(group instanceof HTMLElement)) continue;
    const [answer, earlier] = [mountAnswer, mountEarlier].map((mount) => mount(group, item, session));
    redraws.set(`answer:${item.id}`, () => [answer, earlier].forEach((redraw) => redraw?.()));
    redraws.set(`note:${item.id}`, mountNote(group, item, session));
  }
  return redraws;
}

/**
 * @param {HTMLElement} root
 * @param {Session} session
 */
function hideWhatIsNotAsked(root, session) {
  const asked = new Set(session.asked.map((item) => item.id));
  for (const section of root.querySelectorAll("[data-step]")) {
    const groups = [...section.querySelectorAll("[data-item]")];
    for (const group of groups) {
      group.toggleAttribute("hidden", !asked.has(group.getAttribute("data-item") ?? ""));
    }
    const isEmpty = groups.length > 0 && groups.every((group) => group.hasAttribute("hidden"));
    section.toggleAttribute("data-empty", isEmpty);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Steps} steps
 * @param {string | null} item null leads to the role question
 */
function leadTo(root, steps, item) {
  const selector = item === null ? "[data-role-choice]" : `[data-item="${item}"]`;
  const group = root.querySelector(selector);
  const section = group?.closest("[data-step]");
  if (!(section instanceof HTMLElement) || group == null) return;
  steps.go(section.dataset["step"] ?? "");
  group.scrollIntoView({ block: "center" });
  const target = group.querySelector("input:checked") ?? group.querySelector("input");
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/**
 * Keep plain keys inside: the theme leaves the page on a single "n" or "p".
 *
 * @param {HTMLElement} root
 */
function keepKeys(root) {
  root.addEventListener("keydown", (event) => {
    const isPlain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain) event.stopPropagation();
  });
}
