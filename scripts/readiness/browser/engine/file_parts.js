/**
 * The parts of a saved file that rounds and whole files share, checked one by one.
 * A part of the wrong kind refuses the file by the part's name; nothing is bent into shape.
 */

import { Refusal } from "./strict_json.js";

/** @typedef {import("./editions.js").SavedAnswer} SavedAnswer */
/** @typedef {import("./editions.js").Wording} Wording */
/** @typedef {import("./types.js").Answer} Answer */

const MOST_LEVELS = 11;
const ITEM_ID = /^[a-z][a-z0-9-]*$/;

/**
 * Tell whether something could be an answer to some item of some questionnaire.
 *
 * @param {unknown} answer
 * @returns {answer is Answer}
 */
export function isAnswer(answer) {
  if (answer === "dk" || answer === "na") return true;
  return Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= MOST_LEVELS;
}

/**
 * Tell whether an answer under this id could have come from a page, so that it is worth keeping.
 *
 * @param {SavedAnswer} saved
 * @returns {boolean}
 */
export function isKeepable({ id, answer }) {
  return ITEM_ID.test(id) && isAnswer(answer);
}

/**
 * @param {Map<string, unknown>} file
 * @param {string} name
 * @returns {Map<string, unknown>} empty where the part is missing
 */
export function optionalPart(file, name) {
  const part = file.get(name) ?? new Map();
  if (part instanceof Map) return part;
  throw new Refusal("wrong-format", name, part);
}

/**
 * @param {Map<string, unknown>} file
 * @param {string} name
 * @returns {string | null} null where the text is missing
 */
export function optionalText(file, name) {
  const text = file.get(name) ?? null;
  if (text === null || typeof text === "string") return text;
  throw new Refusal("wrong-format", name, text);
}

/**
 * Read texts by item id; ids that no item can have are left out.
 *
 * @param {Map<string, unknown>} file
 * @param {string} name
 * @returns {Map<string, string>}
 */
export function readTexts(file, name) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [id, text] of optionalPart(file, name)) {
    if (typeof text !== "string") throw new Refusal("wrong-format", name, text);
    if (ITEM_ID.test(id)) texts.set(id, text);
  }
  return texts;
}

/**
 * Read answers with what is known of their meaning and wording.
 *
 * @param {Map<string, unknown>} file
 * @returns {SavedAnswer[]}
 */
export function readAnswers(file) {
  const meanings = readTexts(file, "meanings");
  const wordings = optionalPart(file, "wording");
  const answers = [];
  for (const [id, answer] of optionalPart(file, "answers")) {
    const wording = wordings.has(id) ? readWording(wordings, id) : null;
    answers.push({ id, answer, meaning: meanings.get(id) ?? null, wording });
  }
  return answers;
}

/**
 * Read the answers that an earlier edition left behind: each with its own meaning and wording.
 *
 * @param {Map<string, unknown>} file
 * @returns {SavedAnswer[]}
 */
export function readOldAnswers(file) {
  const old = optionalPart(file, "old");
  const answers = [];
  for (const id of old.keys()) {
    const one = optionalPart(old, id);
    const meaning = optionalText(one, "meaning");
    answers.push({ id, answer: one.get("answer"), meaning, wording: readWording(old, id) });
  }
  return answers;
}

/**
 * Read earlier rounds: their answers must be answers, all else in them is kept as it is.
 *
 * @param {Map<string, unknown>} file
 * @returns {Map<string, unknown>[]}
 */
export function readRounds(file) {
  const rounds = file.get("rounds") ?? [];
  if (!Array.isArray(rounds)) throw new Refusal("wrong-format", "rounds", rounds);
  for (const round of rounds) {
    if (!(round instanceof Map)) throw new Refusal("wrong-format", "rounds", round);
    optionalText(round, "role");
    readTexts(round, "notes");
    refuseNoAnswer(readAnswers(round));
  }
  return rounds;
}

/**
 * @param {SavedAnswer[]} answers
 */
function refuseNoAnswer(answers) {
  for (const { id, answer } of answers) {
    if (!isAnswer(answer)) throw new Refusal("bad-answer", id, answer);
  }
}

/**
 * @param {Map<string, unknown>} parts
 * @param {string} id
 * @returns {Wording | null}
 */
function readWording(parts, id) {
  const part = optionalPart(parts, id);
  const question = optionalText(part, "question");
  const level = optionalText(part, "level");
  return question === null && level === null ? null : { question, level };
}
