/** The receipt after a change of the questionnaire: every saved answer, and what became of it. */

import { element } from "../../element.js";
import { roundWords } from "../../words_rounds.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../engine/editions.js").Fate} Fate */

/**
 * Make the section; it hides itself while every answer stands as it was given.
 *
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
export function receiptSection(page) {
  const { session } = page;
  const view = element("section", { class: "rd-receipt", "data-receipt": true, hidden: true });
  session.listen(() => {
    const fates = session.fates;
    view.hidden = fates.every(({ fate }) => fate === "carried" || fate === "not_asked");
    view.replaceChildren(...(view.hidden ? [] : receipt(fates, page)));
  });
  return view;
}

/**
 * @param {Fate[]} fates
 * @param {AnswersPage} page
 * @returns {HTMLElement[]}
 */
function receipt(fates, page) {
  const isQuiet = (/** @type {Fate} */ { fate }) => fate === "carried" || fate === "not_asked";
  const quiet = fates.filter(isQuiet);
  const parts = [
    element("h2", {}, roundWords.receiptTitle),
    element("p", {}, roundWords.receiptText),
    element("p", {}, element("strong", {}, countsSentence(fates))),
    receiptTable(fates.filter((fate) => !isQuiet(fate)), page),
  ];
  if (quiet.length === 0) return parts;
  const summary = element("summary", {}, roundWords.carriedOnes(quiet.length));
  return [...parts, element("details", { class: "rd-folded" }, summary, receiptTable(quiet, page))];
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
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
function receiptTable(fates, page) {
  const heads = roundWords.receiptColumns.map((name) => element("th", { scope: "col" }, name));
  const caption = element("caption", {}, roundWords.receiptCaption);
  const head = element("thead", {}, element("tr", {}, ...heads));
  const rows = fates.map((fate) => receiptRow(fate, page));
  const table = element("table", { class: "rd-fates" }, caption, head, element("tbody", {}, ...rows));
  const attributes = { class: "rd-scroll", tabindex: 0, role: "region" };
  return element("div", { ...attributes, "aria-label": roundWords.receiptCaption }, table);
}

/**
 * @param {Fate} fate
 * @param {AnswersPage} page
 * @returns {HTMLElement}
 */
function receiptRow({ saved, item, fate }, { texts, form, session }) {
  const isChanged = fate === "changed";
  const present = item === null ? null : texts.part(item.id, "question");
  const asked = element("th", { scope: "row" });
  const then = saved.wording?.question ?? null;
  if (isChanged && then !== null) asked.append(wordingLine(roundWords.then, then));
  if (isChanged && then !== null && present !== null) asked.append(wordingLine(roundWords.now, present));
  else asked.append(present ?? then ?? saved.id);
  const answered = element("td", {}, answerText(saved));
  const attributes = { "data-fate": fate, "data-answer": saved.id };
  const became = element("td", {}, roundWords.fates.get(fate) ?? "");
  if (item !== null && form !== null && (isChanged || fate === "invalid")) {
    const theme = session.questionnaire.themes.find(({ items }) => items.some(({ id }) => id === item.id));
    became.append(" ", element("a", { href: `${form}#step-${theme?.id}` }, roundWords.lookAgain));
  }
  return element("tr", attributes, asked, answered, became);
}

/**
 * @param {string} before
 * @param {string | Node} text
 * @returns {HTMLElement}
 */
function wordingLine(before, text) {
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
