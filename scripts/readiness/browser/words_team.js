/** Every sentence of the part of the team page that brings answers together. */

import { refusedWords } from "./words_refused.js";

const some = (/** @type {number} */ count, /** @type {string} */ one, /** @type {string} */ many) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** @typedef {import("./formats/answers_in_text.js").FoundAnswers} FoundAnswers */

/** @type {Map<string | null, string>} */
const placeWords = new Map([
  ["empty_link", "link"],
  ["broken_file", "saved answers"],
]);

export const teamWords = {
  collectTitle: "Bring answers together",
  collectText:
    "Choose the files that people gave you, drop them here, or paste any text with their codes " +
    "in it: a chat, an e-mail, the cells of a table. Whatever looks like answers and is not taken is " +
    "named below with its line.",
  teamLabel: "Team",
  teamHint: "Only if you compare several teams: give each its name before you add its answers.",
  firstTeam: "All answers",
  filesLabel: "Choose files, or drop files and folders here",
  folderLabel: "Or choose a whole folder",
  pasteLabel: "Or paste a text with codes",
  add: "Add what is in the text",
  nothingPasted: "There is nothing in the field yet. Paste something first.",
  pasted: (/** @type {number} */ number) => `Pasted text ${number}`,
  found: (/** @type {string} */ source, /** @type {FoundAnswers} */ { kind, reason, line }, /** @type {number} */ number) =>
    `${source}, ${kind === "saved" ? "saved answers" : placeWords.get(reason) ?? "code"} ${number} (line ${line})`,
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing of it was added.",
  reading: (/** @type {number} */ done, /** @type {number} */ all) => `Reading ${done} of ${all}`,
  progress: "Progress of reading",
  added: (/** @type {number} */ people, /** @type {number} */ refused, /** @type {string} */ team) =>
    `${some(people, "contribution", "contributions")} added to “${team}”` +
    (refused === 0 ? "." : `; ${some(refused, "was", "were")} not taken and named below.`),
  recordAdded: "The record of an earlier report was read. The next report is compared with it.",
  keptHere:
    "What you add stays in this tab until you close it. Keep the files if you want to go on later.",
  keptNot:
    "This is too much for the tab to keep: after a reload you must add it once more. Do not close it.",

  reportOf: "Report of",
  asRounds: "Two rounds of the same people beside each other",
  before: "Earlier round",
  now: "Later round",

  cameTitle: "What came",
  cameCaption: "How many contributions count, team by team",
  namedCaption: (/** @type {string} */ team) => `What was not counted or not taken: ${team}`,
  teamHead: "Team",
  removeHead: "Remove",
  counted: "Counted",
  leftOut: "Not counted",
  refusedHead: "Not taken",
  idleHead: "Lines without a code",
  remove: (/** @type {string} */ team) => `Remove “${team}”`,
  clear: "Clear this page",
  cleared: "Everything that was brought together here is gone from this browser.",
  named: (/** @type {number} */ count) => `${some(count, "entry", "entries")} to look at`,
  source: "File or code",
  why: "Why",
  fates: new Map([
    ["duplicate", (/** @type {string} */ kept) => `The same answers as in ${kept}: counted once.`],
    ["replaced", (/** @type {string} */ kept) => `The same person answered again in ${kept}.`],
    [
      "conflict",
      (/** @type {string} */ kept) =>
        `The same person, other answers, and no telling which came later: ${kept} is counted.`,
    ],
    ["incomplete", () => "Too few questions answered to count."],
    ["other_edition", () => "Answers to another edition of the questions: never averaged with today’s."],
  ]),
  refused: new Map([
    ...refusedWords,
    ["too-big", () => "Too big: a saved file has at most 1 MB, a text with codes 100 MB. It was not read."],
    ["other_edition", () => "Made for other questions."],
    ["record", (/** @type {string | null} */ _, /** @type {string} */ found) => `Not taken: ${found}.`],
    ["not_a_code", () => "There is neither a saved answer nor a code in it."],
  ]),
};
