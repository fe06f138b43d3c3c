/** The way into the browser's formats for tests: JSON in, JSON out. */

import { codeShape } from "./engine/response_code.js";
import { readQuestionnaire } from "./engine/questionnaire.js";
import { findAnswers } from "./formats/answers_in_text.js";
import { undo } from "./formats/carriers.js";
import { decodeText } from "./formats/encodings.js";
import { foreignKind, textKind } from "./formats/foreign_files.js";

/**
 * @param {string} payload
 * @param {string} texts
 * @returns {string} of each text what is found in it: kind, text, line, reason
 */
export function findAll(payload, texts) {
  const shape = codeShape(readQuestionnaire(JSON.parse(payload)));
  return JSON.stringify(JSON.parse(texts).map((/** @type {string} */ text) =>
    findAnswers(text, shape).map(({ kind, text: found, line, reason }) =>
      [kind, found, line, reason])));
}

/**
 * @param {string} texts
 * @returns {string}
 */
export function undoAll(texts) {
  return JSON.stringify(JSON.parse(texts).map(undo));
}

/**
 * @param {string} files pairs of a name and a text of bytes
 * @returns {string} of each its kind, and its text where it is one
 */
export function recognise(files) {
  return JSON.stringify(JSON.parse(files).map((/** @type {[string, string]} */ [name, signs]) => {
    const bytes = Uint8Array.from([...signs].map((sign) => sign.charCodeAt(0)));
    const kind = foreignKind(bytes, name);
    const text = kind === null ? decodeText(bytes) : null;
    return [kind, text, text === null ? null : textKind(text)];
  }));
}
