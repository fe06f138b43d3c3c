/** What a file is that is none of ours, and what to do with it, by its kind. */

/** @type {[string, () => string][]} */
export const foreignWords = [
  ["empty_file", () => "There is nothing in this file. Save it once more."],
  [
    "spreadsheet",
    () => "This is a workbook of a spreadsheet program. Open it, copy the cells with the codes and paste them.",
  ],
  ["document", () => "This is a document of a word processor. Open it, copy its text and paste it."],
  ["presentation", () => "This is a presentation. Open it, copy the codes and paste them."],
  ["office_file", () => "This is a file of an older office program. Open it, copy its text and paste it."],
  ["outlook_mail", () => "This is a mail that Outlook has saved. Open it, copy its text and paste it."],
  ["archive", () => "This is a packed file. Unpack it and choose the files that are in it."],
  ["pdf", () => "This is a PDF. Open it, copy its text and paste it."],
  ["picture", () => "This is a picture. Scan its QR code with a phone, or ask for the code as text."],
  ["recording", () => "This is a recording. Ask for the code as text."],
  ["program", () => "This is a program; it was not opened. Ask for the code as text."],
  [
    "parquet",
    () => "This is a table in Parquet, as the command writes it. The command reads it: see the page for facilitators.",
  ],
  [
    "group_record",
    () => "This is the record of a group report, not somebody’s answers. The team page reads it as a file of its own.",
  ],
  [
    "agreement",
    () => "This is what a meeting has agreed, not somebody’s answers. The team page reads it where the questions are the same.",
  ],
  [
    "group_report",
    () => "This is a report of a group, single answers are not in it. Take the files or codes that it was made from.",
  ],
  [
    "result",
    () => "This is a result, the answers are not in it. Take the saved answers that it was made from.",
  ],
  [
    "counts",
    () => "These are counts of a group, not somebody’s answers. The command reads them: readiness score --group --counts.",
  ],
  [
    "system_file",
    () => "This file belongs to the computer that it comes from; answers are never in it. Leave it out.",
  ],
  ["data", () => "This is a data file of another program. Ask for the saved answers or the codes."],
  [
    "no_text",
    () => "This is a file of another program, it is no text. Open it there, copy the codes and paste them.",
  ],
  [
    "rich_text",
    () => "This is a document in rich text without a code that can be read. Open it, copy its text and paste it.",
  ],
  [
    "web_page",
    () => "This is a saved web page without a code in its text. Open it, copy the codes and paste them.",
  ],
  [
    "mail",
    () =>
      "This is a saved mail without a code that can be read. Open it, copy its text and paste it, " +
      "and save what is attached.",
  ],
];
