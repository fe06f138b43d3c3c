/**
 * The record of a published report: its told tables and its day; no answer, no sum of answers.
 *
 * The next report of the same people is made beside it (scoring.md 3.6, later reports). A record of
 * other questions, or of a version that this program does not know, is refused by name.
 */

import { sumOf } from "../engine/arithmetic.js";
import { EVERYONE, NO_ROLE, everyone } from "./breakdown.js";
import { partsOf } from "./cell_rules.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("./told_tables.js").ToldTables} ToldTables */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {import("./told_tables.js").ToldBlock} ToldBlock */
/** @typedef {import("./told_tables.js").ToldCell} ToldCell */
/** @typedef {Record<string, unknown>} Fields */
/**
 * @typedef {object} RecordJson
 * @property {string} format
 * @property {number} version
 * @property {{id: string, edition: string, fingerprint: string}} questionnaire
 * @property {string} day
 * @property {number | null} respondents
 * @property {Record<string, number>} breakdown
 * @property {boolean} mostly_leaders
 * @property {Record<string, RecordItemJson>} items
 *
 * @typedef {object} RecordItemJson
 * @property {Record<string, number>} asked
 * @property {Record<string, {raters: number, parts: number[]} | null>} blocks
 * @property {{blocks: string[], parts: {people: number, levels: number[] | null}[]}[]} cells
 * @property {Record<string, number | null>} dont_know
 * @property {Record<string, number | null>} not_applicable
 * @property {boolean} applies
 * @property {string | null} since
 * @property {string | null} renewed
 */

export const RECORD_FORMAT = "readiness-group-record";
const RECORD_VERSION = 2;

/** A record that cannot be taken; the message says why and what to do. */
export class RecordError extends Error {}

/**
 * The record to keep beside a published report.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} fingerprint
 * @param {ToldTables} tables
 * @param {string} day as in ISO 8601
 * @returns {RecordJson}
 */
export function recordJson({ id, edition }, fingerprint, tables, day) {
  return {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    questionnaire: { id, edition, fingerprint },
    day,
    respondents: tables.respondents,
    breakdown: Object.fromEntries(tables.breakdown),
    mostly_leaders: tables.mostlyLeaders,
    items: Object.fromEntries([...tables.items].map(([item, table]) => [item, tableJson(table)])),
  };
}

/**
 * The tables of a record; throws a RecordError where it is none of these questions.
 *
 * @param {Questionnaire} questionnaire
 * @param {string} fingerprint
 * @param {unknown} record
 * @returns {import("./earlier_tables.js").EarlierTables}
 */
export function readRecord(questionnaire, fingerprint, record) {
  if (!isRecord(record)) {
    throw new RecordError("this is not the record of a published report");
  }
  if (record.version !== RECORD_VERSION) {
    throw new RecordError(
      "the record was written by another version and cannot be compared; " +
        "without it the report counts as the first one",
    );
  }
  if (!isRecordFields(record.questionnaire) || record.questionnaire.fingerprint !== fingerprint) {
    throw new RecordError("the record belongs to other questions or to another edition");
  }
  try {
    return { day: recordText(record.day), tables: recordTables(questionnaire, record) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RecordError("the record is damaged; take the file as it was written");
  }
}

/**
 * Tell whether something is meant as the record of a published report, of whatever version.
 *
 * @param {unknown} file what it holds
 * @returns {file is Fields}
 */
export function isRecord(file) {
  return isRecordFields(file) && file.format === RECORD_FORMAT;
}

/**
 * The breakdown under which tables were made; a later report keeps it.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @returns {import("./breakdown.js").Block[]}
 */
export function blocksOf(questionnaire, { breakdown }) {
  if (breakdown.size === 1 && breakdown.has(EVERYONE)) return everyone(questionnaire);
  return [...breakdown.keys()].map((id) => {
    return { id, roles: id.split("+").map((role) => (role === NO_ROLE ? null : role)) };
  });
}

/**
 * @param {ToldItem} table
 * @returns {RecordItemJson}
 */
function tableJson({ asked, blocks, cells, dontKnow, notApplicable, applies, since, renewed }) {
  return {
    asked: Object.fromEntries(asked),
    blocks: Object.fromEntries([...blocks].map(([block, told]) => {
      return [block, told && { raters: told.raters, parts: [...told.parts] }];
    })),
    cells: cells.map((cell) => ({
      blocks: cell.blocks,
      parts: cell.parts.map(({ people, levels }) => ({ people, levels: levels && [...levels] })),
    })),
    dont_know: Object.fromEntries(dontKnow),
    not_applicable: Object.fromEntries(notApplicable),
    applies,
    since,
    renewed,
  };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Fields} record
 * @returns {ToldTables}
 */
function recordTables({ items }, record) {
  const tables = recordFields(record.items);
  return {
    respondents: recordCount(record.respondents),
    breakdown: recordMap(record.breakdown, recordCount),
    items: new Map(items.map((item) => [item.id, recordTable(item, recordFields(tables[item.id]))])),
    mostlyLeaders: recordFlag(record.mostly_leaders),
    outside: 0,
    leftOut: 0,
    otherEditions: [],
  };
}

/**
 * @param {Item} item
 * @param {Fields} table
 * @returns {ToldItem}
 */
function recordTable(item, table) {
  const { since } = table;
  const blocks = recordMap(table.blocks, (told) => (told === null ? null : recordBlock(item, recordFields(told))));
  const read = {
    id: item.id,
    levels: item.levels,
    asked: recordMap(table.asked, recordCount),
    blocks,
    cells: recordList(table.cells).map((cell) => recordCell(item, blocks, recordFields(cell))),
    dontKnow: recordMap(table.dont_know, recordOptional),
    notApplicable: recordMap(table.not_applicable, recordOptional),
    applies: recordFlag(table.applies),
    since: since === null ? null : recordText(since),
    renewed: recordRenewal(table.renewed),
  };
  for (const { size, keys } of [read.asked, read.dontKnow, read.notApplicable].map(keysOf)) {
    recordCheck(size === blocks.size && keys.every((block) => blocks.has(block)));
  }
  return read;
}

/**
 * @param {unknown} value
 * @returns {ToldItem["renewed"]}
 */
function recordRenewal(value) {
  if (value === null || value === "gained" || value === "lost") return value;
  throw new TypeError("not as it was written");
}

/**
 * @param {Map<string, unknown>} table
 * @returns {{size: number, keys: string[]}}
 */
function keysOf(table) {
  return { size: table.size, keys: [...table.keys()] };
}

/**
 * @param {Item} item
 * @param {Fields} told
 * @returns {ToldBlock}
 */
function recordBlock(item, told) {
  const parts = recordList(told.parts).map(recordCount);
  const raters = sumOf(parts);
  recordCheck(parts.length === partsOf(item).length && raters === recordCount(told.raters));
  return { raters, parts };
}

/**
 * @param {Item} item
 * @param {Map<string, ToldBlock | null>} known
 * @param {Fields} cell
 * @returns {ToldCell}
 */
function recordCell(item, known, cell) {
  const places = partsOf(item);
  const written = recordList(cell.parts).map(recordFields);
  const blocks = recordList(cell.blocks).map(recordText);
  recordCheck(written.length === places.length && blocks.length > 0);
  recordCheck(blocks.every((block) => known.get(block)));
  const parts = places.map(([start, end], place) => {
    const { people: size, levels: told } = written[place] ?? {};
    const people = recordCount(size);
    const levels = told === null ? null : recordList(told).map(recordCount);
    recordCheck(levels === null || (levels.length === end - start && sumOf(levels) === people));
    return { start, end, people, levels };
  });
  return { blocks, raters: sumOf(parts.map(({ people }) => people)), parts };
}

/**
 * @template T
 * @param {unknown} value
 * @param {(value: unknown) => T} read
 * @returns {Map<string, T>}
 */
function recordMap(value, read) {
  return new Map(Object.entries(recordFields(value)).map(([key, one]) => {
    return [recordText(key), read(one)];
  }));
}

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
function isRecordFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {Fields}
 */
function recordFields(value) {
  recordCheck(isRecordFields(value));
  return /** @type {Fields} */ (value);
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function recordList(value) {
  recordCheck(Array.isArray(value));
  return /** @type {unknown[]} */ (value);
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function recordText(value) {
  recordCheck(typeof value === "string" && value !== "");
  return String(value);
}

/**
 * @param {unknown} value
 * @returns {number}
 */
function recordCount(value) {
  recordCheck(Number.isSafeInteger(value) && Number(value) >= 0);
  return Number(value);
}

/**
 * @param {unknown} value
 * @returns {number | null}
 */
function recordOptional(value) {
  return value === null ? null : recordCount(value);
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function recordFlag(value) {
  recordCheck(typeof value === "boolean");
  return value === true;
}

/** @param {boolean} isSo */
function recordCheck(isSo) {
  if (!isSo) throw new TypeError("not as it was written");
}
