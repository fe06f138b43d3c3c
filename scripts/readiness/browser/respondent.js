/** The random id that stands for a person in codes and files; it says nothing about them. */

import { writeSymbols } from "./engine/code_symbols.js";

const LENGTH = 13;
const MADE_HERE = /^[0-9A-HJKMNP-TV-Z]{13}$/;

/**
 * Read the person's id, or make it where it is first needed; needs no secure context.
 *
 * @param {import("./session.js").Session} session
 * @returns {string}
 */
export function respondentOf(session) {
  const known = session.valueOf("respondent");
  if (isRespondent(known)) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  const made = writeSymbols([...bytes].map((byte) => byte & 31));
  session.say("respondent", made);
  return made;
}

/**
 * Tell whether a page could have made this id; a file may hold any text in its place.
 *
 * @param {unknown} id
 * @returns {id is string}
 */
export function isRespondent(id) {
  return typeof id === "string" && MADE_HERE.test(id);
}
