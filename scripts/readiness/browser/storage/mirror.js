/**
 * The synchronous copy in localStorage, one entry a record; the only user of localStorage.
 * Every function survives a browser that refuses: it returns false or nothing.
 */

import { isRecord } from "./records.js";

/** @typedef {{key: string, text: string, content: unknown}} MirrorEntry */

/**
 * Read every entry below a place: its text, and what that says. Text that is no JSON says itself.
 *
 * @param {string} place
 * @returns {MirrorEntry[]}
 */
export function readMirror(place) {
  try {
    return mirrorKeys(place).map((key) => {
      const text = localStorage.getItem(key) ?? "";
      return { key, text, content: parsed(text) };
    });
  } catch {
    return [];
  }
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function mirrorKeys(place) {
  return Object.keys(localStorage).filter((key) => key.startsWith(`${place} `));
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Pick the entries that are no record of this version.
 *
 * @param {MirrorEntry[]} entries
 * @returns {MirrorEntry[]}
 */
export function damagedEntries(entries) {
  return entries.filter(({ content }) => !isRecord(content));
}

/**
 * Write one entry and tell whether the browser took it.
 *
 * @param {string} place
 * @param {string} key
 * @param {unknown} content
 * @returns {boolean}
 */
export function writeMirror(place, key, content) {
  try {
    localStorage.setItem(`${place} ${key}`, JSON.stringify(content));
    return true;
  } catch {
    return false;
  }
}

/**
 * Tell whether the browser takes entries at all.
 *
 * @returns {boolean}
 */
export function mirrorWorks() {
  const works = writeMirror("readiness", "probe", 1);
  removeFromMirror("readiness probe");
  return works;
}

/**
 * Remove one entry by the name that `readMirror` gave.
 *
 * @param {string} key
 */
export function removeFromMirror(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that refuses to remove also refuses to read.
  }
}

/**
 * Remove the entry of a record, unless something else was written in its place.
 *
 * @param {string} place
 * @param {import("./records.js").SavedRecord} record
 */
export function unmirror(place, record) {
  const name = `${place} ${record.key}`;
  try {
    if (localStorage.getItem(name) === JSON.stringify(record)) localStorage.removeItem(name);
  } catch {
    // A browser that refuses to read holds nothing.
  }
}

/**
 * Tell whether a text that was in the mirror is a record.
 *
 * @param {string | null} text
 * @returns {boolean}
 */
export function isMirrored(text) {
  return text !== null && isRecord(parsed(text));
}

/**
 * Remove every entry below a place.
 *
 * @param {string} place
 */
export function clearMirror(place) {
  for (const { key } of readMirror(place)) removeFromMirror(key);
}
