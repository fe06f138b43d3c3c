/**
 * Shows what a file holds, field by field. It is drawn from the very file that is handed out, so
 * that no field can leave without standing here.
 */

import { element } from "../../element.js";
import { writeJson } from "../../engine/json_text.js";
import { answersWords } from "../../words_answers.js";
import { answerNode, folded, questionNode } from "./answer_words.js";

/** @typedef {import("./answers.js").AnswersPage} AnswersPage */
/** @typedef {Map<string, unknown>} JsonObject */

const HEAD = ["format", "version", "kind"];

/**
 * List the fields of a file with their values.
 *
 * @param {AnswersPage} page
 * @param {JsonObject} file
 * @returns {HTMLElement}
 */
export function contentsView(page, file) {
  const head = HEAD.filter((key) => file.has(key));
  const kind = answersWords.formatText(head.map((key) => file.get(key)));
  const list = element("dl", { class: "rd-contents" }, row(head, "format", [kind]));
  for (const [key, value] of file) {
    if (!HEAD.includes(key)) list.append(row([key], key, valueParts(page, key, value)));
  }
  return list;
}

/**
 * A term with its description.
 *
 * @param {string[]} keys the fields that it shows
 * @param {string} label
 * @param {(Node | string)[]} parts
 * @returns {HTMLElement}
 */
function row(keys, label, parts) {
  const term = element("dt", {}, answersWords.fields.get(label) ?? label);
  return element("div", { "data-fields": keys.join(" ") }, term, element("dd", {}, ...parts));
}

/**
 * @param {AnswersPage} page
 * @param {string} key
 * @param {unknown} value
 * @returns {(Node | string)[]}
 */
function valueParts(page, key, value) {
  if (key === "role") return [roleLabel(page, value)];
  if (key === "respondent") return [`${value} (${answersWords.respondentHint})`];
  if (key === "questionnaire" && value instanceof Map) {
    return [answersWords.questionnaireText([...value.values()])];
  }
  if (value instanceof Map || Array.isArray(value)) return countedParts(page, key, value);
  return [String(value)];
}

/**
 * @param {AnswersPage} page
 * @param {string} key
 * @param {JsonObject | unknown[]} value
 * @returns {(Node | string)[]}
 */
function countedParts(page, key, value) {
  const size = value instanceof Map ? value.size : value.length;
  const count = countOf(key)(size);
  if (size === 0) return [count];
  return [count, folded(count, [detailsOf(page, key, value)])];
}

/**
 * @param {AnswersPage} page
 * @param {string} key
 * @param {JsonObject | unknown[]} value
 * @returns {HTMLElement}
 */
function detailsOf(page, key, value) {
  if (key === "answers" && value instanceof Map) return answerList(page, value);
  if (key === "notes" && value instanceof Map) return noteList(page, value);
  return element("pre", { tabindex: 0 }, writeJson(value));
}

/**
 * @param {string} key
 * @returns {(count: number) => string}
 */
function countOf(key) {
  const { answersCount, fingerprints, notesCount, roundsCount, partsCount } = answersWords;
  const counts = new Map([
    ["answers", answersCount],
    ["old", answersCount],
    ["meanings", fingerprints],
    ["notes", notesCount],
    ["rounds", roundsCount],
  ]);
  return counts.get(key) ?? partsCount;
}

/**
 * @param {AnswersPage} page
 * @param {JsonObject} answers
 * @returns {HTMLElement}
 */
function answerList({ texts }, answers) {
  const lines = [...answers].map(([item, answer]) =>
    element(
      "li",
      { "data-held": item },
      element("span", { class: "rd-asked-of" }, questionNode(texts, item)),
      " ",
      element("b", {}, answerNode(texts, item, answer)),
    ),
  );
  return element("ul", {}, ...lines);
}

/**
 * @param {AnswersPage} page
 * @param {JsonObject} notes
 * @returns {HTMLElement}
 */
function noteList({ texts }, notes) {
  const lines = [...notes].map(([item, note]) => {
    const question = element("span", { class: "rd-asked-of" }, questionNode(texts, item));
    return element("li", {}, question, " ", element("bdi", {}, String(note)));
  });
  return element("ul", {}, ...lines);
}

/**
 * The author's name for a role.
 *
 * @param {AnswersPage} page
 * @param {unknown} role
 * @returns {string}
 */
export function roleLabel({ session }, role) {
  const known = session.questionnaire.roles.find(({ id }) => id === role);
  return known?.label ?? answersWords.noRole;
}
