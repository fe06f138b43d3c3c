/** The receipt after a change of the questionnaire: every saved answer, and what became of it. */

import { element } from "../../element.js";
import { roundWords } from "../../words_rounds.js";

/** @typedef {import("../../session.js").Session} Session */
/** @typedef {import("../../texts.js").Texts} Texts */
/** @typedef {import("../../engine/editions.js").Fate} Fate */

/**
 * Make the section; it hides itself while every answer stands as it was given.
 *
 * @param {Session} session
 * @param {Texts} texts
 * @returns {{view: HTMLElement, redraw: () => void}}
 */
export function receiptSection(session, texts) {
  const view = element("section", { class: "rd-receipt", "data-receipt": true });
  const redraw = () => {
    const fates = session.fates;
    view.hidden = fates.every(({ fate }) => fate === "carried" || fate === "not_asked");
    view.replaceChildren(...(view.hidden ? [] : receipt(fates, texts)));
  };
  return { view, redraw };
}

/**
 * @param {Fate[]} fates
 * @param {Texts} texts
 * @returns {HTMLElement[]}
 */
function receipt(fates, texts) {
  return [
    element("h2", {}, roundWords.receiptTitle),
    element("p", {}, roundWords.receiptText),
    element("p", {}, element("strong", {}, countsSentence(fates))),
    receiptTable(fates, texts),
  ];
}

/**
 * Say how many answers have each fate.
 *
 * @param {Fate[]} fates
 * @returns {string}
 */
export function countsSentence(fates) {
  const parts = [];
  for (const [name, words] of roundWords.fateCounts) {
    const count = fates.filter(({ fate }) => fate === name).length;
    if (count > 0) parts.push(`${count} ${words}`);
  }
  return `${parts.join(", ")}.`;
}

/**
 * @param {Fate[]} fates
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function receiptTable(fates, texts) {
  const heads = roundWords.receiptColumns.map((name) => element("th", { scope: "col" }, name));
  const caption = element("caption", {}, roundWords.receiptCaption);
  const head = element("thead", {}, element("tr", {}, ...heads));
  const rows = fates.map((fate) => receiptRow(fate, texts));
  const table = element("table", { class: "rd-fates" }, caption, head, element("tbody", {}, ...rows));
  const attributes = { class: "rd-scroll", tabindex: 0, role: "region" };
  return element("div", { ...attributes, "aria-label": roundWords.receiptCaption }, table);
}

/**
 * @param {Fate} fate
 * @param {Texts} texts
 * @returns {HTMLElement}
 */
function receiptRow({ saved, item, fate }, texts) {
  const isChanged = fate === "changed";
  const present = item === null ? null : texts.part(item.id, "question");
  const asked = element("th", { scope: "row" });
  const then = saved.wording?.question ?? null;
  if (isChanged && then !== null) asked.append(line(roundWords.then, then));
  if (isChanged && then !== null && present !== null) asked.append(line(roundWords.now, present));
  else asked.append(present ?? then ?? saved.id);
  const answered = element("td", {}, answerText(saved));
  const attributes = { "data-fate": fate, "data-answer": saved.id };
  return element("tr", attributes, asked, answered, element("td", {}, roundWords.fates.get(fate) ?? ""));
}

/**
 * @param {string} before
 * @param {string | Node} text
 * @returns {HTMLElement}
 */
function line(before, text) {
  return element("span", { class: "rd-wording" }, element("em", {}, before), text);
}

/**
 * Put a saved answer into words: those that were chosen, where they are known.
 *
 * @param {import("../../engine/editions.js").SavedAnswer} saved
 * @returns {string}
 */
export function answerText({ answer, wording }) {
  if (wording?.level) return wording.level;
  if (answer === "dk") return roundWords.dontKnow;
  if (answer === "na") return roundWords.doesNotApply;
  return roundWords.level(Number(answer));
}
