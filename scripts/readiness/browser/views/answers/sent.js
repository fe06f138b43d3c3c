/** The section for answers that came with a link: shown, never taken by themselves. */

import { element } from "../../element.js";
import { readCode, refused } from "../../bringing.js";
import { listenToFragment, takeFragment } from "../../exchange.js";
import { answersWords } from "../../words_answers.js";
import { OfferPlace } from "./offer.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */

/**
 * Make the section; it is hidden unless the page was opened, or is led on, by such a link.
 *
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
export function sentSection(page) {
  const { session } = page;
  const offer = new OfferPlace(page, "h2", answersWords.sentTitle, "sent-refusal");
  const section = element("section", { "data-section": "sent", hidden: true }, offer.view);
  let waiting = takeFragment();
  const show = () => {
    if (waiting === null || session.storage.reading) return;
    const { code, isTooLong } = waiting;
    waiting = null;
    section.hidden = false;
    offer.show(isTooLong ? refused("too_long") : readCode(code, session.questionnaire), code);
  };
  listenToFragment(() => {
    if (!section.isConnected) return;
    waiting = takeFragment() ?? waiting;
    show();
  });
  session.listen(show);
  return section;
}
