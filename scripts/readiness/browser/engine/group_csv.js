/**
 * A group report as CSV (RFC 4180), made from its JSON form alone: what is hidden there is not
 * here. One figure a row. A text that a spreadsheet could take for a formula gets an apostrophe
 * before it; numbers stay numbers.
 */

/** @typedef {string | number | null | undefined} CsvCell */

const CSV_HEAD = ["part", "id", "role", "figure", "value", "to", "note"];
// Full-width forms count too: spreadsheets turn them into the plain ones.
const RISKY_START = /^ *[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const LEVEL_TEXT = /^-?[0-9]+\.[0-9]+$/;
const NOT_SHOWN = "not shown";

/**
 * @param {any} report the JSON form of a report
 * @returns {string}
 */
export function groupCsv(report) {
  return [CSV_HEAD, ...csvRows(report)].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * @param {any} report
 * @returns {CsvCell[][]}
 */
function csvRows(report) {
  if (report.suppressed !== null) {
    return [["group", "", "", "respondents", null, null, report.suppressed]];
  }
  const figures = ["index", "completeness", "dont_know_share"];
  return [
    ["group", "", "", "verdict", null, null, report.verdict],
    ["group", "", "", "respondents", report.respondents, null, ""],
    ...figures.map((figure) => csvRow(["group", "", "", figure], report[figure])),
    ...entriesOf(report.roles).map(([role, size]) => {
      const note = "suppressed" in size ? NOT_SHOWN : "";
      return ["group", "", role, "respondents", size.respondents, null, note];
    }),
    ...entriesOf(report.dimensions).map(([id, one]) =>
      csvRow(["dimension", id, "", "score"], one.score, one.state),
    ),
    ...entriesOf(report.themes).flatMap(([id, one]) => [
      csvRow(["theme", id, "", "score"], one.score, one.state),
      ...entriesOf(one.roles).map(([role, score]) => csvRow(["theme", id, role, "score"], score)),
      ...gapRows("theme", id, one.gaps),
    ]),
    ...entriesOf(report.items).flatMap(([id, one]) => itemRows(id, one)),
    ...entriesOf(report.gates).map(([id, gate]) =>
      csvRow(["gate", id, "", "share"], gate.share, gate.state),
    ),
    ...report.talk_first.map((/** @type {any} */ { item, reasons }, /** @type {number} */ place) =>
      ["talk first", item, "", "place", place + 1, null, reasons.join(" ")],
    ),
  ];
}

/**
 * @param {string} id
 * @param {any} one
 * @returns {CsvCell[][]}
 */
function itemRows(id, one) {
  const figures = ["mean", "points", "raters", "dont_know_share", "ad", "r_wg"];
  /** @type {CsvCell[][]} */
  const rows = [];
  if ("suppressed" in one) {
    rows.push(csvRow(["item", id, "", "mean"], one));
  } else {
    rows.push(...figures.map((figure) => csvRow(["item", id, "", figure], one[figure])));
    if (one.sd !== null) rows.push(["item", id, "", "sd", one.sd, null, ""]);
    const apart = one.apart ? "yes" : "no";
    if (one.apart !== null) rows.push(["item", id, "", "apart", null, null, apart]);
    for (const [place, count] of (one.distribution ?? []).entries()) {
      rows.push(["item", id, "", `level ${place + 1}`, count, null, ""]);
    }
  }
  for (const [role, cell] of entriesOf(one.roles)) {
    rows.push(csvRow(["item", id, role, "mean"], "suppressed" in cell ? cell : cell.mean));
    const apart = cell.apart ? "yes" : "no";
    if ("apart" in cell && cell.apart !== null) {
      rows.push(["item", id, role, "apart", null, null, apart]);
    }
  }
  return [...rows, ...gapRows("item", id, one.gaps ?? [])];
}

/**
 * @param {string} part
 * @param {string} id
 * @param {any[]} gaps
 * @returns {CsvCell[][]}
 */
function gapRows(part, id, gaps) {
  return gaps.map(({ roles, gap, flagged }) =>
    csvRow([part, id, roles.join(" - "), "gap"], gap, flagged ? "flagged" : ""),
  );
}

/**
 * @param {string[]} start part, id, role, figure
 * @param {any} value
 * @param {string} [note]
 * @returns {CsvCell[]}
 */
function csvRow(start, value, note = "") {
  if (value === null) return [...start, null, null, note];
  if ("suppressed" in value) return [...start, null, null, NOT_SHOWN];
  return [...start, value.shown, value.to, note];
}

/**
 * @param {any} table
 * @returns {[string, any][]}
 */
function entriesOf(table) {
  return Object.entries(table);
}

/**
 * One cell; a number, or levels as written with one decimal, is not a text.
 *
 * @param {CsvCell} value
 * @returns {string}
 */
export function csvCell(value) {
  if (value === null || value === undefined) return "";
  const text = String(value);
  if (typeof value === "number" || LEVEL_TEXT.test(text)) return text;
  const safe = RISKY_START.test(text) ? `'${text}` : text;
  return /[,"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
