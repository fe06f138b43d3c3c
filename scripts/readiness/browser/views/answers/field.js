/** Text to be carried away: selectable, copied with one press; and a file, also as text. */

import { button, element } from "../../element.js";
import { copyField, handOut } from "../../exchange.js";
import { answersWords } from "../../words_answers.js";

/**
 * A text in a field with a button that copies it.
 *
 * @param {string} id of the field
 * @param {string} label
 * @param {string} text
 * @returns {HTMLElement}
 */
export function copyView(id, label, text) {
  const rows = Math.min(8, Math.max(2, Math.ceil(text.length / 40)));
  const plain = { spellcheck: "false", translate: "no", autocomplete: "off" };
  const field = element("textarea", { id, class: "rd-carried", readonly: true, rows, ...plain });
  field.value = text;
  field.addEventListener("focus", () => field.select());
  const said = element("span", { class: "rd-said", role: "status" });
  const copy = async () => {
    said.textContent = "";
    said.textContent = (await copyField(field)) ? answersWords.copied : answersWords.notCopied;
  };
  const name = `${answersWords.copy}: ${label}`;
  const press = button(answersWords.copy, () => void copy(), { "aria-label": name });
  const labelled = element("label", { for: id }, label);
  return element("div", { class: "rd-field" }, labelled, field, element("p", {}, press, " ", said));
}

/**
 * A file with a button that hands it to the browser, and one that shows it as text.
 *
 * @param {string} name
 * @param {string} text
 * @returns {HTMLElement}
 */
export function fileView(name, text) {
  const said = element("span", { class: "rd-said", role: "status" });
  const shown = element("div", {});
  const save = button(answersWords.saveFile, () => {
    handOut(name, text);
    said.textContent = answersWords.handedOut;
  });
  const show = button(answersWords.showText, () => {
    shown.replaceChildren(copyView(`text-of-${name}`, answersWords.textLabel, text));
    shown.querySelector("textarea")?.focus();
  });
  const buttons = element("p", { class: "rd-choices" }, save, " ", show);
  return element("div", {}, buttons, element("p", {}, said), shown);
}
