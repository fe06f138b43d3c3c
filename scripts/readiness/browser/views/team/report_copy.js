/** The summary of a report on the clipboard; where a browser refuses, as text that stands selected. */

import { button, element } from "../../element.js";
import { copyField, copyText } from "../../exchange.js";
import { reportWords } from "../../words_report.js";

const ROWS = 10;

/**
 * Make the button.
 *
 * @param {import("./said.js").SaidPlace} said
 * @param {HTMLElement} place for the text where it cannot be copied
 * @param {() => string} write the summary
 * @returns {HTMLButtonElement}
 */
export function copyButton(said, place, write) {
  const copy = async () => {
    const text = write();
    place.replaceChildren();
    const isCopied = (await copyText(text)) || (await copyShown(place, text));
    said.say(isCopied ? reportWords.copied : reportWords.notCopied);
    if (!isCopied) return;
    place.replaceChildren();
    press.focus();
  };
  const press = button(reportWords.copy, () => void copy(), { "data-action": "copy-text" });
  return press;
}

/**
 * Show the text in a field, selected, and try the old way of copying.
 *
 * @param {HTMLElement} place
 * @param {string} text
 * @returns {Promise<boolean>} whether that copied it
 */
async function copyShown(place, text) {
  const plain = { spellcheck: "false", translate: "no", autocomplete: "off" };
  const field = element("textarea", { id: "report-text", class: "rd-carried", readonly: true, rows: ROWS, ...plain });
  field.value = text;
  place.replaceChildren(element("label", { for: field.id }, reportWords.copyLabel), field);
  const isCopied = await copyField(field);
  field.scrollTop = 0;
  return isCopied;
}
