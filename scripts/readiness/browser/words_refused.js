/** Why a file, a text or a code is not taken, by the name of the reason. */

import { foreignWords } from "./words_foreign.js";

/** @type {Map<string, (place: string | null, found: string) => string>} */
export const refusedWords = new Map([
  ["empty", () => "There is nothing in the field yet. Paste something first."],
  [
    "unreadable",
    () => "The browser could not read this. Choose it once more; of a folder, choose the files in it.",
  ],
  ["too-big", () => "This is above 1 MB, which no saved file is. It was not read."],
  ["too_long", () => "The link that was opened is too long for any code. It was not read."],
  ["truncated", () => "This file ends too early: a part is missing. Get it whole once more."],
  ["not-json", () => "These are saved answers, but damaged: something in them is not as it was written. Get the file once more."],
  [
    "wrong-format",
    (/** @type {string | null} */ place, /** @type {string} */ found) =>
      "This is not a file of saved answers as this page writes them." +
      (place === null ? "" : ` Its part “${place}” holds: ${found || "nothing"}.`),
  ],
  [
    "newer-version",
    () => "This file was written by a newer version of this page. Open it there.",
  ],
  [
    "other-questionnaire",
    (/** @type {string | null} */ _, /** @type {string} */ found) =>
      `This file belongs to another questionnaire: ${found || "it names none"}.`,
  ],
  [
    "bad-answer",
    (/** @type {string | null} */ place, /** @type {string} */ found) =>
      `An answer in this file is none that can be given. Question: “${place}” There stands: ` +
      `${found || "nothing"}.`,
  ],
  ["several_codes", (/** @type {string | null} */ _, /** @type {string} */ found) =>
    `There are ${found} codes in this text. Paste one of them.`],
  ["not_a_code", () => "There is no code in this text. A code looks like 15KX-TR8D-2ZJ0-…"],
  ...foreignWords,
  [
    "cut_off",
    (/** @type {string | null} */ _, /** @type {string} */ found) =>
      `This code breaks off before its end. Get it whole once more. It begins “${found}”.`,
  ],
  [
    "wrong_sign",
    (/** @type {string | null} */ _, /** @type {string} */ found) =>
      `A sign in this code is none that codes have, such as U. Look at it once more. It begins “${found}”.`,
  ],
  ["empty_link", () => "This link has no code behind “#code=”. Copy the whole link once more."],
  [
    "broken_file",
    (/** @type {string | null} */ _, /** @type {string} */ found) =>
      `Here begin saved answers that are not whole. Get the file itself. They begin “${found}”.`,
  ],
  [
    "damaged",
    (/** @type {string | null} */ _, /** @type {string} */ found) =>
      "This code has a slip in it: a sign is wrong, missing or too many. Look at it once more." +
      (found === "" ? "" : ` It begins “${found}”.`),
  ],
  ["newer_version", () => "This code was made by a newer version of this page. Open it there."],
  [
    "other_edition",
    () =>
      "This code belongs to another questionnaire, or to another edition of this one. Ask for " +
      "the file instead.",
  ],
  ["bad_answer", () => "This code holds an answer or a role that this questionnaire has not."],
]);
