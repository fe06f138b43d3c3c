/**
 * A newer version of the page may have made the database: what it holds is read and left as it
 * is, and ours stands beside it until the person throws the other away.
 */

import { openDatabase, readForeign, removeDatabase } from "./database.js";

/**
 * Open the database of a place, or the one beside it.
 *
 * @param {string} place
 * @returns {Promise<{database: IDBDatabase, newer: unknown[] | null}>} what the newer one holds
 */
export async function openPlace(place) {
  try {
    return { database: await openDatabase(place), newer: null };
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "VersionError")) throw error;
    const newer = await readForeign(place);
    return { database: await openDatabase(besideOf(place)), newer };
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
