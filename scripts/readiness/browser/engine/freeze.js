/**
 * Whether a group report may be published again: the difference must not show single people.
 *
 * The record of a published report holds, for each person who counted, id, role and a short
 * checksum of the answers. It is for whoever holds the files; it finds changes and hides nothing.
 * People who are new, gone or have changed their answers must be none or at least `kMin`, in
 * every role that is shown in either report, and together in all others.
 */

import { visibleRoles } from "./protection.js";

/** @typedef {[string, string, string]} RecordRow id, role, checksum */
/** @typedef {{format: string, version: 1, shown: string[], people: RecordRow[]}} GroupRecord */

export const RECORD_FORMAT = "readiness-group-record";

/**
 * The record to keep beside a published report.
 *
 * @param {import("./group.js").Group} group
 * @returns {GroupRecord}
 */
export function recordOf({ questionnaire, gathered, tally }) {
  /** @type {RecordRow[]} */
  const people = gathered.people.map(({ respondent, role, text }) => {
    const sum = textChecksum(text);
    return [respondent ?? `~${sum}`, role ?? "", sum];
  });
  return {
    format: RECORD_FORMAT,
    version: 1,
    shown: visibleRoles(tally, questionnaire.group),
    people: people.sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1)),
  };
}

/**
 * Tell whether a report may follow the one before, and how many people differ.
 *
 * @param {GroupRecord | null} before
 * @param {GroupRecord} now
 * @param {number} kMin
 * @returns {{allowed: boolean, changed: number}}
 */
export function mayPublish(before, now, kMin) {
  if (before === null) return { allowed: true, changed: 0 };
  const [gone, come] = [before, now].map(({ people }) => people);
  const moved = [...rowsWithout(gone ?? [], come ?? []), ...rowsWithout(come ?? [], gone ?? [])];
  const shown = new Set([...before.shown, ...now.shown]);
  /** @type {Map<string, Set<string>>} */
  const blocks = new Map();
  for (const [id, role] of moved) {
    const block = shown.has(role) ? role : "";
    blocks.set(block, (blocks.get(block) ?? new Set()).add(id));
  }
  return {
    allowed: [...blocks.values()].every(({ size }) => size >= kMin),
    changed: new Set(moved.map(([id]) => id)).size,
  };
}

/**
 * The rows that the others do not have, each as often as it is missing.
 *
 * @param {RecordRow[]} rows
 * @param {RecordRow[]} others
 * @returns {RecordRow[]}
 */
function rowsWithout(rows, others) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const row of others) left.set(rowKey(row), (left.get(rowKey(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(rowKey(row)) ?? 0;
    left.set(rowKey(row), count - 1);
    return count <= 0;
  });
}

/**
 * @param {RecordRow} row
 * @returns {string}
 */
function rowKey(row) {
  return row.join("\0");
}

/**
 * Eight hexadecimal digits for a plain ASCII text: FNV-1a with 32 bits.
 *
 * @param {string} text
 * @returns {string}
 */
function textChecksum(text) {
  let value = 2166136261;
  for (const sign of text) value = Math.imul(value ^ sign.charCodeAt(0), 16777619) >>> 0;
  return value.toString(16).padStart(8, "0");
}
