/** The section that takes a file, a code or a link back; it says in words why one is refused. */

import { button, element } from "../../element.js";
import { isRefused, readBroughtFile, readPasted, refused } from "../../bringing.js";
import { readChosen } from "../../exchange.js";
import { answersWords } from "../../words_answers.js";
import { OfferPlace } from "./offer.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../bringing.js").Brought} Brought */
/** @typedef {import("../../bringing.js").Refused} Refused */

const REFUSAL = "bring-refusal";

/**
 * Make the section.
 *
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
export function bringSection(page) {
  const { questionnaire } = page.session;
  const offer = new OfferPlace(page, "h3", answersWords.offerTitle, REFUSAL);
  const described = { "aria-describedby": REFUSAL };
  const file = element("input", { id: "bring-file", type: "file", ...described });
  const plain = { rows: 3, spellcheck: "false", autocomplete: "off" };
  const text = element("textarea", { id: "bring-text", ...plain, ...described });
  const show = (/** @type {Brought | Refused} */ read, /** @type {Element} */ field) => {
    for (const one of [file, text]) one.removeAttribute("aria-invalid");
    if (isRefused(read)) field.setAttribute("aria-invalid", "true");
    offer.show(read, text.value);
  };
  let latest = 0;
  const take = async (/** @type {File | undefined} */ chosen) => {
    const turn = (latest += 1);
    if (chosen === undefined) return;
    const bytes = await readChosen(chosen);
    if (turn !== latest) return;
    const isRead = typeof bytes !== "string";
    show(isRead ? readBroughtFile(bytes, chosen.name, questionnaire) : refused(bytes), file);
    file.value = "";
  };
  file.addEventListener("change", () => void take(file.files?.[0]));
  const read = button(answersWords.read, () => {
    latest += 1;
    show(readPasted(text.value, questionnaire), text);
  });
  const label = element("label", { for: file.id }, answersWords.fileLabel);
  const section = element(
    "section",
    { "data-section": "bring" },
    element("h2", { id: "bring" }, answersWords.bringTitle),
    element("p", {}, answersWords.bringText),
    element("div", { class: "rd-drop" }, label, file),
    element("label", { for: text.id }, answersWords.pasteLabel),
    text,
    element("p", {}, read),
    offer.view,
  );
  listenToDrops(section, (dropped) => void take(dropped));
  return section;
}

/**
 * @param {HTMLElement} section
 * @param {(file: File | undefined) => void} take
 */
function listenToDrops(section, take) {
  section.addEventListener("dragover", (event) => event.preventDefault());
  section.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  });
}
