/**
 * The database of one place while a page lives: opened, lost, opened again. It tells a database
 * that the browser has taken away (to be filled again) from answers that were erased (not to be).
 */

import { SILENCE, clearAside, clearDatabase, setAside } from "./database.js";
import { beginAnew, putRecords, readDatabase } from "./database.js";
import { openPlace, removeBeside, removeNewer } from "./newer.js";

/** @typedef {import("./records.js").SavedRecord} SavedRecord */

/** One database, whatever the browser does to it. */
export class Store {
  /**
   * @param {string} place
   * @param {() => void} changed called when the browser takes the database away or gives it late
   */
  constructor(place, changed) {
    this.place = place;
    this.changed = changed;
    /** @type {IDBDatabase | null} */
    this.database = null;
    /** @type {unknown[] | null} what a newer version holds in our place: ours stands beside it */
    this.newer = null;
    /** @type {Promise<void>} until then nothing is written */
    this.begun = Promise.resolve();
  }

  /**
   * Open the database anew; rejects when the browser refuses.
   *
   * @returns {Promise<IDBDatabase>}
   */
  async open() {
    this.database?.close();
    this.database = null;
    const { database, newer } = await openPlace(this.place, (late) => {
      this.database?.close();
      this.database = late;
      this.begun = beginAnew(this.place);
      this.changed();
    });
    this.begun = beginAnew(this.place);
    await this.begun;
    [this.database, this.newer] = [database, newer];
    return database;
  }

  /**
   * Read everything; a browser that refuses has nothing.
   *
   * @returns {Promise<{records: unknown[], aside: unknown[], isSame: boolean}>} whether it is
   *   still the database that was open before
   */
  async read() {
    const before = this.database;
    const read = async () => readDatabase(this.database ?? (await this.open()));
    try {
      const { records, aside } = await read().catch(() => this.open().then(read));
      aside.push(...(this.newer ?? []));
      return { records, aside, isSame: this.database === before };
    } catch {
      this.database = null;
      return { records: [], aside: [], isSame: false };
    }
  }

  /**
   * Open the database anew if there was one; rejects when the browser refuses.
   *
   * @returns {Promise<void>}
   */
  async openAgain() {
    if (this.database === null) throw new Error("there is no database");
    await this.open();
  }

  /**
   * Store records, as `putRecords` does; rejects when nothing was stored.
   *
   * @param {import("./database.js").Sent[]} sent
   * @param {SavedRecord | null} known
   * @returns {Promise<SavedRecord[] | null>}
   */
  async put(sent, known) {
    await this.begun;
    if (this.database === null) throw new Error("there is no database");
    return putRecords(this.database, sent, known);
  }

  /**
   * Keep what could not be read, away from the records.
   *
   * @param {unknown[]} unread
   * @returns {Promise<boolean>} whether they are kept
   */
  async setAside(unread) {
    try {
      if (this.database !== null) await setAside(this.database, unread);
      return this.database !== null;
    } catch {
      // They stay where they are and are read, and said, again next time.
      return false;
    }
  }

  /**
   * Remove everything, or only what was set aside; rejects when the browser does not confirm.
   *
   * @param {"all" | "aside"} what
   * @returns {Promise<void>}
   */
  async clear(what) {
    const database = this.database ?? (await this.open().catch(nothingThere));
    if (database !== null) await (what === "all" ? clearDatabase : clearAside)(database);
  }

  /**
   * Give up what a newer version has made, and move back into its place.
   *
   * @param {SavedRecord[]} records
   * @returns {Promise<void>}
   */
  async dropNewer(records) {
    if (this.newer === null) return;
    await removeNewer(this.place);
    const database = await this.open();
    await putRecords(database, records.map((record) => ({ record, isOwn: false })), null);
    await removeBeside(this.place);
  }
}

/**
 * A browser that refuses holds nothing; of one that does not answer nobody knows.
 *
 * @param {unknown} error
 * @returns {null}
 */
function nothingThere(error) {
  if (error instanceof DOMException && error.name === SILENCE) throw error;
  return null;
}
