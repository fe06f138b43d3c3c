/** The items of the form: radios in, answers out. Choosing never moves the page. */

import { button, element } from "../element.js";
import { words } from "../words.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */
/** @typedef {import("../engine/types.js").AskedItem} Item */

/**
 * Wire the role question and return what redraws it.
 *
 * @param {HTMLElement} root
 * @param {Session} session
 * @returns {() => void}
 */
export function mountRole(root, session) {
  const group = root.querySelector("[data-role-choice]");
  if (group === null) return () => {};
  group.addEventListener("change", (event) => session.setRole(chosenValue(event)));
  const early = checkedValue(group);
  if (early !== null) session.setRole(early);
  return () => check(group, session.role);
}

/**
 * Wire the answers of one item and return what redraws them.
 *
 * @param {HTMLElement} group the element that carries the item
 * @param {Item} item
 * @param {Session} session
 * @returns {() => void}
 */
export function mountAnswer(group, item, session) {
  const clear = clearButton(group, item, session);
  group.querySelector(".rd-escapes")?.append(clear);
  const take = (/** @type {HTMLInputElement} */ input) => {
    session.answer(item, toAnswer(input.value), wordingOf(group, input));
  };
  group.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) take(event.target);
  });
  const early = group.querySelector("input:checked");
  if (early instanceof HTMLInputElement) take(early);
  return () => {
    const answer = session.answerTo(item);
    check(group, answer === null ? null : String(answer));
    clear.hidden = answer === null;
  };
}

/**
 * @param {HTMLElement} group
 * @param {Item} item
 * @param {Session} session
 * @returns {HTMLButtonElement}
 */
function clearButton(group, item, session) {
  const question = group.querySelector("legend")?.textContent ?? "";
  const label = words.clearOf(question.trim());
  const press = () => {
    session.answer(item, null);
    group.querySelector("input")?.focus({ preventScroll: true });
  };
  return button(words.clear, press, { class: "rd-clear", "aria-label": label, hidden: true });
}

/**
 * Fold the evidence prompt and a place for a note under the item; return what redraws the note.
 *
 * @param {HTMLElement} group
 * @param {Item} item
 * @param {Session} session
 * @returns {() => void}
 */
export function mountNote(group, item, session) {
  const evidence = group.querySelector(".rd-evidence");
  if (evidence !== null) evidence.id = `evidence-${item.id}`;
  const id = `note-${item.id}`;
  const describedBy = evidence === null ? null : evidence.id;
  const text = element("textarea", { id, rows: 2, "aria-describedby": describedBy });
  const summary = element("summary", {}, words.note);
  const label = element("label", { for: id }, words.noteLabel);
  const hint = element("span", { class: "rd-private" }, words.notePrivate);
  const details = element("details", { class: "rd-note" }, summary);
  details.append(...(evidence === null ? [] : [evidence]), label, text, hint);
  text.addEventListener("input", () => session.setNote(item.id, text.value));
  group.append(details);
  return () => {
    const note = session.note(item.id);
    if (text.value !== note) text.value = note;
    summary.textContent = note === "" ? words.note : words.noteWritten;
    details.classList.toggle("rd-written", note !== "");
  };
}

/**
 * @param {Event} event
 * @returns {string}
 */
function chosenValue(event) {
  return event.target instanceof HTMLInputElement ? event.target.value : "";
}

/**
 * @param {string} value
 * @returns {number | "dk" | "na"}
 */
function toAnswer(value) {
  return value === "dk" || value === "na" ? value : Number(value);
}

/**
 * @param {HTMLElement} group
 * @param {HTMLInputElement} input
 * @returns {import("../engine/editions.js").Wording} what the person has read and chosen
 */
function wordingOf(group, input) {
  const question = group.querySelector("legend")?.textContent?.trim() ?? null;
  return { question, level: input.closest("label")?.textContent?.trim() ?? null };
}

/**
 * Read what was chosen before the script was there.
 *
 * @param {Element} group
 * @returns {string | null}
 */
function checkedValue(group) {
  const checked = group.querySelector("input:checked");
  return checked instanceof HTMLInputElement ? checked.value : null;
}

/**
 * @param {Element} group
 * @param {string | null} value
 */
function check(group, value) {
  for (const input of group.querySelectorAll("input")) input.checked = input.value === value;
}
