/**
 * A group report as CSV (RFC 4180), made from its JSON form alone: it shows nothing else.
 *
 * One figure a row: what it is, of which id and block, the figure, the upper end where it is a
 * range, and a word where there is none. A text that a spreadsheet could take for a formula gets an
 * apostrophe before it; numbers stay numbers.
 */

/** @typedef {import("./report_json.js").GroupReportJson} GroupReportJson */
/** @typedef {import("./report_json.js").NumberFigure} NumberFigure */
/** @typedef {import("./report_json.js").NumberInterval} NumberInterval */
/** @typedef {import("./report_json.js").LevelInterval} LevelInterval */
/** @typedef {string | number | null} CsvCell */
/** @typedef {[string, string, string, string]} CsvPlace part, id, block, figure */

const CSV_HEAD = ["part", "id", "block", "figure", "value", "to", "note"];
// Full-width forms count too: spreadsheets turn them into the plain ones.
const RISKY_START = /^ *[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const LEVEL_TEXT = /^-?[0-9]+\.[0-9]+$/;
const NOT_SHOWN = "not shown";

/**
 * The JSON form of a report as CSV.
 *
 * @param {GroupReportJson} report
 * @returns {string}
 */
export function reportCsv(report) {
  return [CSV_HEAD, ...csvRows(report)].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * @param {GroupReportJson} report
 * @returns {CsvCell[][]}
 */
function csvRows(report) {
  if (report.suppressed !== null) {
    return [["group", "", "", "respondents", null, null, report.suppressed]];
  }
  return [
    ["group", "", "", "verdict", null, null, report.verdict.join(" or ")],
    ["group", "", "", "respondents", report.respondents, null, ""],
    intervalRow(["group", "", "", "index"], report.index),
    intervalRow(["group", "", "", "dont_know_share"], report.dont_know_share),
    ...Object.entries(report.breakdown).map(([block, size]) => {
      return ["group", "", block, "respondents", size, null, ""];
    }),
    ...Object.entries(report.dimensions).flatMap(([id, one]) => areaRows("dimension", id, one)),
    ...Object.entries(report.themes).flatMap(([id, one]) => areaRows("theme", id, one)),
    ...Object.entries(report.items).flatMap(([id, one]) => itemRows(id, one)),
    ...Object.entries(report.gates).map(([id, state]) => {
      return ["gate", id, "", "state", null, null, state];
    }),
    ...report.talk_first.map((id, place) => {
      const reasons = report.talk_reasons[id] ?? [];
      return ["talk first", id, "", "place", place + 1, null, reasons.join(" ")];
    }),
    ...report.advice.map(({ item, kind }, place) => {
      return ["next step", item, "", "place", place + 1, null, kind];
    }),
  ];
}

/**
 * @param {string} part
 * @param {string} id
 * @param {import("./report_json.js").AreaJson} one
 * @returns {CsvCell[][]}
 */
function areaRows(part, id, { low, high, state, blocks, gaps }) {
  return [
    intervalRow([part, id, "", "score"], low && high && { low, high }, state),
    ...Object.entries(blocks).map(([block, share]) => {
      return figureRow([part, id, block, "share of the high half"], share);
    }),
    ...gapRows(part, id, gaps),
  ];
}

/**
 * @param {string} id
 * @param {import("./report_json.js").ItemJson} one
 * @returns {CsvCell[][]}
 */
function itemRows(id, one) {
  return [
    ["item", id, "", "told", null, null, one.told],
    ...(one.since === null ? [] : [["item", id, "", "since", null, null, one.since]]),
    ...(one.whole === null ? [] : wholeRows(id, one, one.whole)),
    ...Object.entries(one.blocks).flatMap(([block, told]) => [
      countRow(id, block, "raters", told && told.raters, told === null),
      countRow(id, block, "high_half", told && told.high_half, told === null),
      countRow(id, block, "dont_know", one.dont_know[block] ?? null),
      countRow(id, block, "not_applicable", one.not_applicable[block] ?? null),
    ]),
    ...gapRows("item", id, one.gaps),
  ];
}

/**
 * @param {string} id
 * @param {import("./report_json.js").ItemJson} one
 * @param {import("./report_json.js").WholeJson} whole
 * @returns {CsvCell[][]}
 */
function wholeRows(id, { mean, points, agreement }, { raters, low_half, high_half, levels }) {
  return [
    ["item", id, "", "raters", raters, null, ""],
    ["item", id, "", "low_half", low_half, null, ""],
    ["item", id, "", "high_half", high_half, null, ""],
    ...levels.map((people, place) => ["item", id, "", `level ${place + 1}`, people, null, ""]),
    intervalRow(["item", id, "", "mean"], mean),
    intervalRow(["item", id, "", "points"], points),
    ["item", id, "", "agreement", null, null, agreement ?? ""],
  ];
}

/**
 * @param {string} id
 * @param {string} block
 * @param {string} figure
 * @param {number | null} people
 * @param {boolean} [isHidden]
 * @returns {CsvCell[]}
 */
function countRow(id, block, figure, people, isHidden = people === null) {
  return ["item", id, block, figure, people, null, isHidden ? NOT_SHOWN : ""];
}

/**
 * @param {string} part
 * @param {string} id
 * @param {import("./report_json.js").GapJson[]} gaps
 * @returns {CsvCell[][]}
 */
function gapRows(part, id, gaps) {
  return gaps.map(({ blocks, gap, flagged }) => {
    return figureRow([part, id, blocks.join(" - "), "gap"], gap, flagged ? "flagged" : "");
  });
}

/**
 * @param {CsvPlace} start
 * @param {NumberFigure | null} value
 * @param {string} [note]
 * @returns {CsvCell[]}
 */
function figureRow(start, value, note = "") {
  if (value === null) return [...start, null, null, note || NOT_SHOWN];
  return [...start, value.shown, null, note];
}

/**
 * @param {CsvPlace} start
 * @param {NumberInterval | LevelInterval | null} value
 * @param {string} [note]
 * @returns {CsvCell[]}
 */
function intervalRow(start, value, note = "") {
  if (value === null) return [...start, null, null, note || NOT_SHOWN];
  const [low, high] = [value.low.shown, value.high.shown];
  return [...start, low, low === high ? null : high, note];
}

/**
 * One cell; a number, or levels as written with one decimal, is not a text.
 *
 * @param {CsvCell} value
 * @returns {string}
 */
export function csvCell(value) {
  if (value === null) return "";
  const text = String(value);
  if (typeof value === "number" || LEVEL_TEXT.test(text)) return text;
  const safe = RISKY_START.test(text) ? `'${text}` : text;
  return /[,"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
