/** What was brought, in words: what it is, what it scores, how it differs from what is here. */

import { element } from "../../element.js";
import { isEmpty } from "../../carrying.js";
import { savedNotes } from "../../everything.js";
import { evaluate } from "../../engine/evaluation.js";
import { floorOf } from "../../engine/ratio.js";
import { differencesTo } from "../../taking.js";
import { answersWords } from "../../words_answers.js";
import { verdictLabel } from "../names.js";
import { answerNode, folded, questionNode } from "./answer_words.js";
import { roleLabel } from "./contents.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {import("../../bringing.js").Brought} Brought */
/** @typedef {import("../../taking.js").Difference} Difference */

/**
 * Draw all that helps to choose.
 *
 * @param {AnswersPage} page
 * @param {Brought} brought
 * @returns {HTMLElement[]}
 */
export function offerParts(page, brought) {
  const { questionnaire } = page.session;
  const { kind, edition, kept, answers } = brought;
  const rows = [
    line(answersWords.what, answersWords.kinds.get(kind) ?? ""),
    line("questionnaire", answersWords.editionOf(questionnaire.title, edition)),
    ...(questionnaire.roles.length > 0 ? [line("role", roleLabel(page, kept.role))] : []),
    line("answers", answersWords.answersCount(answers.size)),
    ...personalLines(page, brought),
    resultLine(page, brought),
  ];
  const own = isEmpty(page.session) ? [] : [comparison(page, brought)];
  const sent = element("p", { class: "rd-lead" }, answersWords.sentText);
  return [sent, element("dl", { class: "rd-contents" }, ...rows, ...own), ...fateParts(brought)];
}

/**
 * @param {string} label
 * @param {...(Node | string)} parts
 * @returns {HTMLElement}
 */
function line(label, ...parts) {
  const term = element("dt", {}, answersWords.fields.get(label) ?? label);
  return element("div", {}, term, element("dd", {}, ...parts));
}

/**
 * @param {AnswersPage} page
 * @param {Brought} brought
 * @returns {HTMLElement[]}
 */
function personalLines({ session }, { kind, kept }) {
  const { notes, rounds } = kept;
  if (kind === "backup") {
    return [
      line("notes", answersWords.notesCount(notes.size)),
      line("rounds", answersWords.roundsCount(rounds.length)),
    ];
  }
  const hasOwn = savedNotes(session).size + session.rounds.length > 0;
  return [line("notes", hasOwn ? answersWords.losesNotes : answersWords.holdsNoNotes)];
}

/**
 * @param {AnswersPage} page
 * @param {Brought} brought
 * @returns {HTMLElement}
 */
function resultLine({ session }, { kept, answers }) {
  const { questionnaire } = session;
  const { verdict, index } = evaluate(questionnaire, { role: kept.role, answers });
  const shown = index === null ? null : floorOf(index);
  const text = answersWords.resultText(verdictLabel(questionnaire, verdict), shown);
  const hooks = { "data-verdict": verdict, "data-index": shown ?? "" };
  return line(answersWords.result, element("span", hooks, text));
}

/**
 * @param {AnswersPage} page
 * @param {Brought} brought
 * @returns {HTMLElement}
 */
function comparison(page, brought) {
  const all = differencesTo(page.session, brought);
  if (all.length === 0) return line(answersWords.compared, answersWords.noDifference);
  const added = all.filter(({ here }) => here === null).length;
  const lost = all.filter(({ there }) => there === null).length;
  const list = element("ul", {}, ...all.map((one) => differenceView(page, one)));
  return line(
    answersWords.compared,
    answersWords.differ(all.length - added - lost, added, lost),
    folded(answersWords.differences, [list]),
  );
}

/**
 * @param {AnswersPage} page
 * @param {Difference} difference
 * @returns {HTMLElement}
 */
function differenceView({ texts }, { item, here, there }) {
  const question = element("span", { class: "rd-asked-of" }, questionNode(texts, item.id));
  const side = (/** @type {string} */ word, /** @type {unknown} */ answer) => {
    const worded = element("b", {}, answerNode(texts, item.id, answer));
    return element("span", { class: "rd-side" }, word, worded);
  };
  const sides = [side(answersWords.here, here), side(answersWords.there, there)];
  return element("li", { "data-differs": item.id }, question, ...sides);
}

/**
 * @param {Brought} brought
 * @returns {HTMLElement[]} the fates of the answers that are not simply carried
 */
function fateParts({ outcome, fates }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { fate } of fates) counts.set(fate, 1 + (counts.get(fate) ?? 0));
  const lines = [...answersWords.fates].flatMap(([fate, words]) => {
    const count = counts.get(fate);
    if (count === undefined) return [];
    return [element("li", { "data-fate": fate }, `${answersWords.answersCount(count)} ${words}`)];
  });
  const list = element("ul", {}, ...lines);
  if (lines.length > 0) return [element("p", {}, answersWords.migrated), list];
  return outcome === "migrated" ? [element("p", {}, answersWords.migratedAll)] : [];
}
