/** The last step: what has no answer yet, what nobody knows, and the way there. */

import { element } from "../element.js";
import { words } from "../words.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */
/** @typedef {import("../engine/types.js").AskedItem} Item */

/**
 * Redraw the review inside its section.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 * @param {(item: string | null) => void} goTo leads to an item, or to the role question
 */
export function drawReview(place, session, goTo) {
  const { answers, asked, role, questionnaire } = session;
  const missing = asked.filter((item) => !answers.has(item.id));
  const unknown = asked.filter((item) => answers.get(item.id) === "dk");
  /** @type {HTMLElement[]} */
  const parts = [element("p", { class: "rd-lead" }, missingSentence(missing.length))];
  if (role === null && questionnaire.roles.length > 0) {
    parts.push(element("p", {}, itemLink(words.reviewRole, () => goTo(null))));
  }
  if (missing.length > 0) {
    parts.push(itemList(missing, goTo), element("p", {}, words.reviewPartial));
  }
  if (unknown.length > 0) {
    const sentence = `${words.reviewDontKnow(unknown.length)} ${words.reviewDontKnowHint}`;
    parts.push(element("p", {}, sentence), itemList(unknown, goTo));
  }
  place.replaceChildren(...parts);
}

/**
 * @param {number} missing
 * @returns {string}
 */
function missingSentence(missing) {
  return missing === 0 ? words.reviewComplete : words.reviewMissing(missing);
}

/**
 * @param {Item[]} items
 * @param {(item: string) => void} goTo
 * @returns {HTMLElement}
 */
function itemList(items, goTo) {
  const lines = items.map((item) => {
    return element("li", {}, itemLink(questionOf(item.id), () => goTo(item.id)));
  });
  return element("ul", { class: "rd-unanswered" }, ...lines);
}

/**
 * @param {string} label
 * @param {() => void} go
 * @returns {HTMLElement}
 */
function itemLink(label, go) {
  const link = element("a", { href: "#" }, label);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  return link;
}

/**
 * @param {string} item
 * @returns {string}
 */
function questionOf(item) {
  const legend = document.getElementById(`item-${item}`)?.querySelector("legend");
  return legend?.textContent?.trim() ?? item;
}
