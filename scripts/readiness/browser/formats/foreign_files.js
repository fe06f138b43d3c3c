/**
 * Tells what a file is that is none of ours, so that its sender learns what to do with it.
 *
 * Looks at the first bytes, and at the name only where they do not tell programs' files apart. A
 * file of text has a kind only for the sentence that says what it is when nothing was found in it.
 */

import { byteSigns } from "../engine/utf8.js";

const PACKED = "PK\x03\x04";
const OLD_OFFICE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const FILE_STARTS = [
  ["%PDF-", "pdf"],
  ["\x89PNG", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["GIF8", "picture"],
  ["II*\x00", "picture"],
  ["MM\x00*", "picture"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!\x1a\x07", "archive"],
  ["BZh", "archive"],
  ["\xfd7zXZ\x00", "archive"],
  ["\x28\xb5\x2f\xfd", "archive"],
  ["PK\x05\x06", "archive"],
  ["\x7fELF", "program"],
  ["\xcf\xfa\xed\xfe", "program"],
  ["\xca\xfe\xba\xbe", "program"],
  ["SQLite format 3\x00", "data"],
  ["PAR1", "parquet"],
  ["ID3", "recording"],
  ["OggS", "recording"],
  ["fLaC", "recording"],
  ["\x1aE\xdf\xa3", "recording"],
];
const PICTURE_BRANDS = ["heic", "heix", "hevc", "mif1", "msf1", "avif", "heim", "heis"];
const INSIDE_PACKED = [
  ["xl/", "spreadsheet"],
  ["opendocument.spreadsheet", "spreadsheet"],
  ["word/", "document"],
  ["opendocument.text", "document"],
  ["ppt/", "presentation"],
  ["opendocument.presentation", "presentation"],
];
const KINDS_BY_NAME = [
  [/\.(?:xlsx|xlsm|xlsb|xls|ods|numbers)$/i, "spreadsheet"],
  [/\.(?:docx|docm|doc|odt|pages)$/i, "document"],
  [/\.(?:pptx|ppt|odp|key)$/i, "presentation"],
  [/\.(?:msg|oft)$/i, "outlook_mail"],
];
// What computers lay beside people's files; nobody chose it.
const SYSTEM_FILE = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*#)$/i;
// What we write ourselves and is none of the answers of one person.
const OWN_BEGIN = "[ \\t\\r\\n]{0,99}\\{[ \\t\\r\\n]{0,99}";
const COLUMN = '"?[a-z_]{2,40}"?';
const SEVERAL_COLUMNS = `(?:${COLUMN}[,;\\t]){4,20}${COLUMN}[ \\t]{0,9}(?:[\\r\\n]|$)`;
const OWN_STARTS = [
  [`${OWN_BEGIN}"format"[ ]?:[ ]?"readiness-group-record"`, "group_record"],
  [`${OWN_BEGIN}"format"[ ]?:[ ]?"readiness-agreement"`, "agreement"],
  [`${OWN_BEGIN}"questionnaire"[^{}]{0,9}\\{[^{}]{0,999}\\},[ ]?"suppressed"`, "group_report"],
  [`${OWN_BEGIN}"file"[^{}]{0,4000}"verdict"`, "result"],
  ['"?part"?[,;\\t]"?id"?[,;\\t]"?block"?[,;\\t]"?figure"?[,;\\t]', "group_report"],
  [`(?=[^\\r\\n]{0,999}item)(?=[^\\r\\n]{0,999}people)${SEVERAL_COLUMNS}`, "counts"],
];
const PRINTED_REPORT = 'class="md-typeset rd-printed"';
const BEFORE_DRAWING = "<\\?xml[^<>]{0,200}\\?>|<!--[^<>]{0,999}-->|<!DOCTYPE svg[^<>]{0,300}>";
const DRAWING = new RegExp(`^(?:${BEFORE_DRAWING}|[ \\t\\r\\n])*<svg[ >]`, "i");
const OUTLOOK = [..."__properties_version"].map((sign) => `${sign}\x00`).join("");
const WEB_PAGE = /^[ \t\r\n]*<(?:!doctype html|html|head|body)/i;
const MAIL_START = "From (?:-|[^ \\n]+@[^ \\n]+) |[A-Za-z-]{2,40}:[^\\n]*\\n(?:[^\\n]+\\n){0,200}?";
const MAIL_HEADS = new RegExp(
  `^(?:${MAIL_START}(?:From|Received|MIME-Version|Message-ID|Content-Type):)`,
  "i",
);
const BLANK_BYTES = [0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0d, 0x0a, 0x00, 0x1a];
const TAR_PLACE = 257;
const SMALLEST_PROGRAM = 64;
/** So many bytes of a file tell what it is. */
export const TELLING_BYTES = 4096;

/**
 * The kind of a file that is no text, from its first bytes; else null.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {string | null}
 */
export function foreignKind(bytes, name) {
  if (SYSTEM_FILE.test(name.replace(/^.*[/\\]/s, ""))) return "system_file";
  if (isEmptyFile(bytes)) return "empty_file";
  const start = byteSigns(bytes.subarray(0, TELLING_BYTES));
  if (start.startsWith(PACKED)) return kindInside(bytes) ?? kindByName(name) ?? "archive";
  if (start.startsWith(OLD_OFFICE)) {
    const isOutlook = byteSigns(bytes).includes(OUTLOOK);
    return isOutlook ? "outlook_mail" : kindByName(name) ?? "office_file";
  }
  const begun = start.replace(/^[\xef\xbb\xbf \t\r\n]+/, "");
  const started = FILE_STARTS.find(([first = ""]) => begun.startsWith(first))?.[1];
  return started ?? kindInBox(start) ?? kindByPlace(start);
}

/**
 * The kind of a text in which nothing was found; null where it is like any other.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function textKind(text) {
  const own = ownKind(text.slice(0, TELLING_BYTES));
  if (own !== null || text.includes(PRINTED_REPORT)) return own ?? "group_report";
  if (DRAWING.test(text.slice(0, TELLING_BYTES))) return "picture";
  if (text.replace(/^[ \t\r\n]+/, "").startsWith("{\\rtf")) return "rich_text";
  if (WEB_PAGE.test(text)) return "web_page";
  return MAIL_HEADS.test(text.slice(0, 20_000).replaceAll("\r\n", "\n")) ? "mail" : null;
}

/**
 * @param {string} start
 * @returns {string | null} what of ours begins so
 */
function ownKind(start) {
  return OWN_STARTS.find(([pattern = ""]) => new RegExp(`^${pattern}`).test(start))?.[1] ?? null;
}

/**
 * @param {Uint8Array} bytes
 * @returns {boolean} whether there is nothing but blanks, byte order marks and zeros
 */
function isEmptyFile(bytes) {
  return bytes.every((byte) => BLANK_BYTES.includes(byte));
}

/**
 * @param {Uint8Array} bytes
 * @returns {string | null}
 */
function kindInside(bytes) {
  const signs = byteSigns(bytes);
  return INSIDE_PACKED.find(([part = ""]) => signs.includes(part))?.[1] ?? null;
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function kindByName(name) {
  for (const [ending, kind] of KINDS_BY_NAME) {
    if (typeof kind === "string" && ending instanceof RegExp && ending.test(name)) return kind;
  }
  return null;
}

/**
 * The kind of a file that names its kind behind its first bytes.
 *
 * @param {string} start
 * @returns {string | null}
 */
function kindInBox(start) {
  const brand = start.slice(8, 12);
  if (start.slice(4, 8) === "ftyp") return PICTURE_BRANDS.includes(brand) ? "picture" : "recording";
  if (start.startsWith("RIFF")) return brand === "WEBP" ? "picture" : "recording";
  return null;
}

/**
 * @param {string} start
 * @returns {string | null}
 */
function kindByPlace(start) {
  const hasZero = start.slice(0, SMALLEST_PROGRAM).includes("\x00");
  if (start.startsWith("MZ") && hasZero) return "program";
  if (start.startsWith("BM") && hasZero) return "picture";
  return start.startsWith("ustar", TAR_PLACE) ? "archive" : null;
}
