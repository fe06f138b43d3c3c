/** The section for answers that came with a link: shown, never taken by themselves. */

import { element } from "../../element.js";
import { isRefused, readCode, refused } from "../../bringing.js";
import { listenToFragment, takeFragment } from "../../exchange.js";
import { answersWords } from "../../words_answers.js";
import { OfferPlace } from "./offer.js";
import { refusalText } from "./refusal.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */

/**
 * Make the section; it is hidden unless the page was opened, or is led on, by such a link.
 *
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
export function sentSection(page) {
  const { session } = page;
  const offer = new OfferPlace(page, answersWords.sentTitle);
  const error = element("p", { class: "rd-refusal", role: "alert" });
  const attributes = { "data-section": "sent", hidden: true };
  const section = element("section", attributes, error, offer.view);
  let waiting = takeFragment();
  const show = () => {
    if (waiting === null) return;
    const text = waiting;
    waiting = null;
    const tooBig = text === "too-big";
    const read = tooBig ? refused("too_long") : readCode(text, session.questionnaire);
    error.textContent = isRefused(read) ? refusalText(read) : "";
    section.hidden = false;
    offer.show(isRefused(read) ? null : read);
  };
  listenToFragment(() => {
    if (!section.isConnected) return;
    waiting = takeFragment();
    show();
  });
  session.listen(show);
  return section;
}
