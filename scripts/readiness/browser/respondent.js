/** The random id that stands for a person in codes and files; it says nothing about them. */

import { writeSymbols } from "./engine/code_symbols.js";

const LENGTH = 13;

/**
 * Read the person's id, or make it where it is first needed; needs no secure context.
 *
 * @param {import("./session.js").Session} session
 * @returns {string}
 */
export function respondentOf(session) {
  const known = session.valueOf("respondent");
  if (typeof known === "string") return known;
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  const made = writeSymbols([...bytes].map((byte) => byte & 31));
  session.say("respondent", made);
  return made;
}
