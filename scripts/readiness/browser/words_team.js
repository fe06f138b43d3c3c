/** Every sentence of the part of the team page that brings answers together. */

import { refusedWords } from "./words_refused.js";

const some = (/** @type {number} */ count, /** @type {string} */ one, /** @type {string} */ many) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const FATES = new Map([
  ["duplicate", ["is the same answers again", "are the same answers again"]],
  ["replaced", ["is older than what counts of the same person", "are older than what counts of the same people"]],
  ["conflict", ["stands back behind other answers of the same person", "stand back behind other answers of the same people"]],
  ["incomplete", ["has too few answers", "have too few answers"]],
  ["other_edition", ["belongs to another edition", "belong to another edition"]],
]);

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
    "named below with its line. Anybody can write a code: it does not prove who gave it.",
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
  linked: "Code of a link",
  linkTooLong: "The link that was opened is too long for any code. It was not read.",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing of it was added.",
  reading: (/** @type {number} */ done, /** @type {number} */ all) => `Reading ${done} of ${all}`,
  progress: "Progress of reading",
  added: (
    /** @type {import("./team/adding.js").Added} */ { names, counted, fates, refused, displaced, repeats },
    /** @type {string} */ team,
  ) => {
    const others = [...fates].map(([fate, count]) => {
      const [one, many] = FATES.get(fate) ?? [fate, fate];
      return `${count} ${count === 1 ? one : many}`;
    });
    const all = names.length === 1 ? "it counts" : "all count";
    const parts = others.length === 0 ? [all] : [`${counted} ${counted === 1 ? "counts" : "count"}`, ...others];
    const what = names.length === 0 ? "0 read" : `${names.length} read: ${parts.join(", ")}`;
    const not = refused === 0 ? "." : `; ${some(refused, "was", "were")} not taken and named below.`;
    const twice = repeats === 0 ? "" : ` ${repeats} may be here twice: say below whether both count.`;
    const instead = displaced === 0 ? "" : ` ${some(displaced, "answer", "answers")} of the same people from before ` +
      `${displaced === 1 ? "counts" : "count"} no longer: see below, and say so if the earlier ones are right.`;
    return `${what}; added to “${team}”${not}${instead}${twice}`;
  },
  recordAdded: (/** @type {string} */ day) =>
    `The record of the report of ${day} was read. The next report is told beside it.`,
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
  removeHead: "Take away",
  counted: "Counted",
  leftOut: "Not counted",
  refusedHead: "Not taken",
  idleHead: "Lines without a code",
  away: "Remove",
  remove: (/** @type {string} */ team) => `Remove “${team}”`,
  removeAsk: (/** @type {string} */ team) =>
    `Remove everything of “${team}”: its answers, what was agreed, and the record of its report? ` +
    "A record that you saved as a file stays in that file.",
  removed: (/** @type {string} */ team) => `“${team}” is gone from this tab.`,
  clear: "Clear this page",
  clearAsk:
    "Remove everything on this page: all answers, what was typed, what was agreed, and the " +
    "records of reports? A record that you saved as a file stays in that file.",
  cleared:
    "Everything that was brought together here is gone from this tab. Another tab keeps its own until " +
    "you clear it there.",
  yes: "Yes, remove it",
  no: "Keep it",
  named: (/** @type {number} */ count) => `${some(count, "entry", "entries")} to look at`,
  source: "File or code",
  why: "Why",
  countInstead: (/** @type {string} */ name) => `Count ${name} instead`,
  countedInstead: (/** @type {string} */ name) => `${name} counts now.`,
  undo: "Undo",
  undone: "It is back.",

  people: (/** @type {number} */ count) => `Everybody who came (${count})`,
  peopleCaption: (/** @type {string} */ team) => `Contributions one by one: ${team}`,
  find: "Find by name",
  roleHead: "Role",
  noRole: "No role given",
  more: (/** @type {number} */ count) => `${count} more: write a part of the name into the field.`,
  removeOne: (/** @type {string} */ name) => `Remove ${name}`,
  removedOne: (/** @type {string} */ name) => `${name} is removed.`,

  repeatsTitle: (/** @type {number} */ count) =>
    count === 1 ? "One contribution may be here twice" : `${count} contributions may be here twice`,
  repeat: (/** @type {string} */ name, /** @type {string} */ other) =>
    `${name} again? It says the same as ${other}, and neither says whose it is.`,
  keepBoth: "Keep both",
  keepBothOf: (/** @type {string} */ name) => `Keep both: ${name}`,
  leaveOne: "Leave one out",
  leaveOneOf: (/** @type {string} */ name) => `Leave one out: ${name}`,
  keepAll: "Keep all of them",
  keptBoth: (/** @type {string} */ name) => `${name} counts as somebody’s own.`,

  fates: new Map([
    ["duplicate", (/** @type {string} */ kept) => `The same answers as in ${kept}: counted once.`],
    [
      "replaced",
      (/** @type {string} */ kept, /** @type {string} */ name) =>
        `${kept} replaced ${name}: newer answers of the same person.`,
    ],
    [
      "conflict",
      (/** @type {string} */ kept) =>
        `The same person, other answers, and no telling which came later: ${kept} is counted.`,
    ],
    [
      "chosen",
      (/** @type {string} */ kept) => `The same person: you chose that ${kept} is counted.`,
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
    [
      "record-late",
      () =>
        "The record of an earlier report, but a report of this team was shown here already. Clear " +
        "the team, add the record first and then the answers.",
    ],
    ["record", (/** @type {string | null} */ _, /** @type {string} */ found) => `Not taken: ${found}.`],
  ]),
  recordName: (/** @type {string} */ day) => `Record of a report${day === "" ? "" : ` of ${day}`}`,
};
