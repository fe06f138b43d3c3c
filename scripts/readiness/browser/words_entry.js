/** Every sentence of the part of the team page that takes answers from paper. */

export const entryWords = {
  sheetsFold: "From paper – type returned sheets",
  sheetsText:
    "One sheet is one row, one key is one answer, in the order of the paper form: 1, 2, 3 … a " +
    "level, ? or D “I don’t know”, - or N “does not apply”, 0 or space no answer. Backspace takes " +
    "one back, Enter ends the row.",
  tenText: " X stands for level 10.",
  elevenText: " X stands for level 10, Y for level 11.",
  role: "Role on the sheet",
  roleOfDots: "Role of those whose dots these are",
  noRole: "No role given",
  keys: "Answers",
  next: (/** @type {string} */ code, /** @type {string} */ question) => `Next: ${code} ${question}`,
  full: "All questions of this role are there. Press Enter.",
  wrong: (/** @type {string} */ code, /** @type {string} */ key) =>
    `“${key}” is no answer to ${code}. Take it back and type another.`,
  tooMany: "There are more keys than questions. Take the last one back.",
  changing: (/** @type {number} */ row) =>
    `Row ${row} is being changed. Enter puts it back, Escape leaves it as it was.`,
  underWay: "End the row under way first.",
  empty: "Type at least one answer first.",
  addRow: "Add this row",
  rowsCaption: "Rows typed so far",
  row: "Row",
  answers: "Answers",
  change: {
    short: "Change",
    long: (/** @type {number} */ number) => `Change row ${number}`,
  },
  remove: {
    short: "Remove",
    long: (/** @type {number} */ number) => `Remove row ${number}`,
  },
  addRows: "Add these rows to the team",
  dotsFold: "From a wall – count the dots",
  dotsText:
    "How many dots each level of each question has, role by role. Dots are counts, not people: " +
    "every question keeps its counts, and whose dots they are nobody can tell. The report counts " +
    "as many people as the question with the most dots has.",
  dotsCaption: "Dots by question and level",
  question: "Question",
  dontKnow: "?",
  level: (/** @type {number} */ level) => String(level),
  dots: (/** @type {string} */ code, /** @type {string} */ level) => `${code}, ${level}`,
  addDots: "Add these dots to the team",
  noDots: "There are no dots yet.",
  wrongDots: "A number of dots is a whole number from 0 to 10,000. Look at the marked field.",
  sheet: (/** @type {number} */ number) => `Sheet ${number}`,
  dot: (/** @type {number} */ number) => `Dots ${number}`,
  removed: (/** @type {number} */ row) => `Row ${row} is removed.`,
};
