/**
 * A newer version of the page may have made the database: what it holds is read and left as it
 * is, and ours stands beside it until the person throws the other away.
 */

import { openDatabase, readForeign, removeDatabase } from "./database.js";

/**
 * Open the database of a place, or the one beside it.
 *
 * @param {string} place
 * @param {(database: IDBDatabase | null) => void} changed as `openDatabase` has it
 * @returns {Promise<{database: IDBDatabase, newer: unknown[] | null}>} what the newer one holds
 */
export async function openPlace(place, changed) {
  try {
    return { database: await openDatabase(place, changed), newer: null };
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "VersionError")) throw error;
    const newer = await readForeign(place);
    return { database: await openDatabase(besideOf(place), changed), newer };
  }
}

/**
 * Remove what the newer version has made.
 *
 * @param {string} place
 * @returns {Promise<void>}
 */
export function removeNewer(place) {
  return removeDatabase(place);
}

/**
 * Remove what stood beside it, once everything has moved back.
 *
 * @param {string} place
 * @returns {Promise<void>}
 */
export function removeBeside(place) {
  return removeDatabase(besideOf(place));
}

/**
 * @param {string} place
 * @returns {string}
 */
function besideOf(place) {
  return `${place} beside a newer version`;
}
