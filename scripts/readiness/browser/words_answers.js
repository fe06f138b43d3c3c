/** Every sentence of the page on which answers are carried away and brought back. */

const some = (/** @type {number} */ count, /** @type {string} */ one, /** @type {string} */ many) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** @type {[string, string]} */
const lostWords = ["answer of yours is not in it", "answers of yours are not in it"];

export const answersWords = {
  carryTitle: "Carry them away",
  nothingHere: "There is nothing to carry away yet: this browser holds no answers of yours.",
  shareTitle: "To share: role and answers",
  shareText:
    "For a colleague, a facilitator or another device of yours: as a code, a link, a picture or " +
    "a file. They hold the same.",
  sharePress: "Make a code to share",
  ownTitle: "For yourself: a backup",
  ownText:
    "A file with everything: answers, notes and earlier rounds. Keep it for the next round, or " +
    "take it to another browser.",
  ownPress: "Make a backup",
  holds: "What it holds",
  holdsBackup: "What the file holds",
  honest:
    "Whoever holds it can read your answers. It holds no name, no note and no time, but a random " +
    "number that lets a report count you once.",
  honestBackup:
    "Whoever holds the file can read your answers and notes. Its random number lets a report " +
    "count you once.",
  leftOut: (/** @type {number} */ count) =>
    count === 1
      ? "1 saved answer is left out, because its question has changed or is not asked of your " +
        "role. A backup keeps it."
      : `${count} saved answers are left out, because their questions have changed or are not ` +
        "asked of your role. A backup keeps them.",
  damagedRounds: (/** @type {number} */ count) =>
    `${some(count, "earlier round", "earlier rounds")} cannot be read, nor be in the file.`,
  tooBigToReturn: "This backup is above 1 MB: this page will not read it back. Shorten some notes.",
  stale: "Your answers have changed since. Make it anew.",
  inShort: (/** @type {string} */ first, /** @type {number} */ revision) =>
    "The code, the link and the picture hold the same in short: of the random number the first " +
    `six signs (${first}), of the questionnaire’s fingerprint the first five, and how many codes ` +
    `you made before this one (${revision === 31 ? "31 or more" : revision}).`,

  codeTitle: "As a code",
  codeLabel: "Your code",
  codeHint: "For a chat, a table or the telephone. Capitals and hyphens do not matter.",
  handInTitle: "Hand it in",
  handInSubject: "My answers",
  handInMail: "Opens an e-mail with your code in it. Nothing is sent until you send it.",
  handInForm: "Opens another page. It does not get your code: copy the code and paste it there.",
  linkTitle: "As a link",
  linkLabel: "Your link",
  linkHint: "The code stands behind the #: no host gets to see it when somebody opens the link.",
  linkOfFile: "This page was opened as a file: the link works only on this computer.",
  pictureTitle: "As a picture",
  pictureOfLink: "QR picture of your link",
  pictureOfCode: "QR picture of your code",
  pictureHintLink: "Point the camera of another device at it: it opens the link.",
  pictureHintCode: "Point the camera of another device at it: it shows the code.",
  pictureNone: "The code is too long for a picture.",
  fileTitle: "As a file",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "Select it and copy.",
  saveFile: "Save the file",
  handedOut: "The file was handed to the browser. If none arrives, show it as text.",
  showText: "Show as text",
  textLabel: "The file as text",
  contributionName: (/** @type {string} */ signs) => `readiness-contribution-${signs}.json`,
  backupName: "readiness-backup.json",

  fields: new Map([
    ["format", "Format"],
    ["questionnaire", "Questionnaire"],
    ["respondent", "Random number"],
    ["role", "Role"],
    ["answers", "Answers"],
    ["meanings", "Which questions they answer"],
    ["wording", "The words you saw"],
    ["old", "Answers to earlier questions"],
    ["notes", "Notes"],
    ["step", "Where you were"],
    ["code", "Your last code"],
    ["rounds", "Earlier rounds"],
  ]),
  formatText: (/** @type {unknown[]} */ [format, version, kind]) =>
    `${format}, version ${version}, ${kind}`,
  questionnaireText: (/** @type {unknown[]} */ [id, edition, fingerprint]) =>
    `${id}, edition ${edition}, fingerprint ${fingerprint}`,
  respondentHint: "it says nothing about you",
  answersCount: (/** @type {number} */ count) => some(count, "answer", "answers"),
  fingerprints: (/** @type {number} */ count) => some(count, "fingerprint", "fingerprints"),
  notesCount: (/** @type {number} */ count) => some(count, "note", "notes"),
  roundsCount: (/** @type {number} */ count) => some(count, "earlier round", "earlier rounds"),
  partsCount: (/** @type {number} */ count) => some(count, "entry", "entries"),
  show: (/** @type {string} */ what) => `Show ${what}`,
  dontKnow: "I don’t know",
  notApplicable: "Does not apply",
  level: (/** @type {unknown} */ level) => `level ${level}`,
  noAnswer: "no answer",
  noRole: "none",

  bringTitle: "Bring them back",
  bringText: "From a file, a code or a link. You see what it holds before anything changes.",
  fileLabel: "Choose a file, or drop one here",
  pasteLabel: "Or paste a code, a link or the text of a file",
  read: "Read it",
  unchanged: "Nothing was changed.",
  duplicate: "These are the same answers that are here already. There is nothing to do.",

  sentTitle: "Somebody sent you answers",
  offerTitle: "What you brought",
  sentText: "Your own answers are untouched. Nothing changes until you choose.",
  kinds: new Map([
    ["backup", "A backup"],
    ["contribution", "A contribution: role and answers only"],
    ["code", "A code: role and answers only"],
  ]),
  what: "What it is",
  editionOf: (/** @type {string} */ title, /** @type {string | null} */ edition) =>
    edition === null ? title : `${title}, edition ${edition}`,
  migrated: "Not all of it fits today’s questions as it stands:",
  migratedAll: "It comes from another edition. All its answers fit today’s questions.",
  fates: new Map([
    ["renamed", "moved to the new name of their question"],
    ["changed", "kept for a second look, because their question has changed"],
    ["removed", "kept, but their question is asked no more"],
    ["not_asked", "kept, but their question is not asked of this role"],
    ["invalid", "kept, but their question offers them no more"],
    ["answered_twice", "kept, but their question is answered under its new name too"],
  ]),
  result: "Result",
  resultText: (/** @type {string} */ verdict, /** @type {number | null} */ index) =>
    index === null ? `${verdict}; no index` : `${verdict}; index ${index} of 100`,
  compared: "Beside yours",
  differ: (/** @type {number} */ differ, /** @type {number} */ added, /** @type {number} */ lost) =>
    [
      ...(differ > 0 ? [some(differ, "answer differs", "answers differ")] : []),
      ...(added > 0 ? [some(added, "answer is new", "answers are new")] : []),
      ...(lost > 0 ? [some(lost, ...lostWords)] : []),
    ].join(", "),
  noDifference: "All answers that count are the same.",
  here: "yours: ",
  there: "there: ",
  differences: "the differences",
  holdsNoNotes: "It holds no notes and no earlier rounds.",
  losesNotes: "It holds no notes and no earlier rounds: using it takes yours away.",
  use: "Use these",
  useInstead: "Use these instead of mine",
  keep: "Keep mine",
  addToTeam: "Add to the team report",
  keepNothing: "Leave them",
  taken: "Done: these are the answers in this browser now.",
  kept: "Yours are as they were.",
  left: "Nothing was taken over.",
  putBack: "Put mine back",
  putBackUntil: "You can put yours back until you leave this page.",
  back: "Yours are back.",
};
