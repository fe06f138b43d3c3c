/**
 * The store that confirms: IndexedDB, the only user of it. A promise resolves when the browser
 * has completed the transaction, and rejects when it has not.
 */

import { isNewer, isRecord, overtaking } from "./records.js";

/**
 * @typedef {object} Sent
 * @property {import("./records.js").SavedRecord} record
 * @property {boolean} isOwn said on this page; a copy of what was stored before is not
 */

/** The name of the error when the browser does not answer. */
export const SILENCE = "TimeoutError";
const RECORDS = "records";
const ASIDE = "aside";
// Milliseconds, so that a browser that does not answer is said within a second.
const PATIENCE = 700;
const BRIEFLY = 200;

/**
 * Open the database of a place; rejects when the browser refuses or does not answer in time.
 *
 * @param {string} name
 * @param {(database: IDBDatabase | null) => void} changed called with a database that comes late,
 *   and with null when the browser takes one away
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase(name, changed) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    /** @type {(database: IDBDatabase) => void} */
    let opened = resolve;
    setTimeout(() => {
      opened = changed;
      reject(new DOMException("IndexedDB did not answer", SILENCE));
    }, PATIENCE);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(RECORDS, { keyPath: "key" });
      request.result.createObjectStore(ASIDE, { autoIncrement: true });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => changed(null);
      opened(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * Read everything of a database that a newer version has made, whatever its shape.
 *
 * @param {string} name
 * @returns {Promise<unknown[]>}
 */
export async function readForeign(name) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stores = [...database.objectStoreNames];
  const contents = await Promise.all(stores.map((store) => readStore(database, store)));
  database.close();
  return contents.flat();
}

/**
 * Remove a whole database; rejects when another page holds on to it.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
export function removeDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another page uses the database"));
  });
}

/**
 * Let the browser begin a new log before anything is written; resolves in any case, and soon.
 *
 * Chromium goes on in its old log after it was killed, also behind a record that was cut off. The
 * start after the next finds the cut and throws all databases of the site away. Where a database is
 * removed, what the log holds is put into a file of its own first.
 *
 * @param {string} name of the database that shall last
 * @returns {Promise<void>}
 */
export function beginAnew(name) {
  const passing = `${name} passing`;
  return new Promise((resolve) => {
    setTimeout(resolve, BRIEFLY);
    openDatabase(passing, (late) => late?.close())
      .then((database) => {
        database.close();
        return removeDatabase(passing);
      })
      // Else another page is doing it, or the browser refuses and keeps its log.
      .then(resolve, () => resolve());
  });
}

/**
 * Read all records and everything that was set aside.
 *
 * @param {IDBDatabase} database
 * @returns {Promise<{records: unknown[], aside: unknown[]}>}
 */
export async function readDatabase(database) {
  return {
    records: await readStore(database, RECORDS),
    aside: await readStore(database, ASIDE),
  };
}

/**
 * @param {IDBDatabase} database
 * @param {string} store
 * @returns {Promise<unknown[]>}
 */
function readStore(database, store) {
  return new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Run some work in one transaction; resolves once the browser has completed it.
 *
 * @param {IDBDatabase} database
 * @param {(records: IDBObjectStore, aside: IDBObjectStore) => void} work
 * @returns {Promise<void>}
 */
function completed(database, work) {
  return new Promise((resolve, reject) => {
    const options = /** @type {const} */ ({ durability: "strict" });
    const transaction = database.transaction([RECORDS, ASIDE], "readwrite", options);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(RECORDS), transaction.objectStore(ASIDE));
  });
}

/**
 * Store records in one transaction. What a person has said comes after whatever is stored, so the
 * order of the transactions is the order of the answers; a copy never overtakes something newer.
 * Nothing is stored where a record that is known to be stored is gone: another page has erased it.
 *
 * @param {IDBDatabase} database
 * @param {Sent[]} sent
 * @param {import("./records.js").SavedRecord | null} known
 * @returns {Promise<import("./records.js").SavedRecord[] | null>} what then stands in the place of
 *   each; null where the answers were erased
 */
export async function putRecords(database, sent, known) {
  /** @type {import("./records.js").SavedRecord[]} */
  const standing = [];
  let isErased = false;
  await completed(database, (records) => {
    const putOne = (/** @type {Sent} */ { record, isOwn }) => {
      const request = records.get(record.key);
      request.onsuccess = () => {
        const there = request.result;
        let stands = record;
        if (isRecord(there)) {
          if (isOwn) stands = overtaking(record, there);
          else if (!isNewer(record, there)) stands = there;
        }
        if (stands !== there) records.put(stands);
        standing.push(stands);
      };
    };
    const look = known === null ? null : records.get(known.key);
    if (known === null || look === null) return sent.forEach(putOne);
    look.onsuccess = () => {
      isErased = !isRecord(look.result) || isNewer(known, look.result);
      if (!isErased) sent.forEach(putOne);
    };
  });
  return isErased ? null : standing;
}

/**
 * Move what could not be read out of the way, and keep it.
 *
 * @param {IDBDatabase} database
 * @param {unknown[]} unread
 * @returns {Promise<void>}
 */
export function setAside(database, unread) {
  return completed(database, (records, aside) => {
    for (const content of unread) aside.add(content);
    const request = records.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return;
      if (!isRecord(cursor.value)) cursor.delete();
      cursor.continue();
    };
  });
}

/**
 * Remove what was set aside.
 *
 * @param {IDBDatabase} database
 * @returns {Promise<void>}
 */
export function clearAside(database) {
  return completed(database, (_, aside) => {
    aside.clear();
  });
}

/**
 * Remove everything that was saved or set aside.
 *
 * @param {IDBDatabase} database
 * @returns {Promise<void>}
 */
export function clearDatabase(database) {
  return completed(database, (records, aside) => {
    records.clear();
    aside.clear();
  });
}
