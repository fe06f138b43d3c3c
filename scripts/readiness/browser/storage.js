/**
 * Keeps records: IndexedDB is the store, localStorage a mirror, the newest revision wins.
 * Says "yes" only when the database has confirmed everything. Knows nothing of scores.
 */

import { isNewer, makeRecord, newestRecords } from "./storage/records.js";
import { handOver, takeOver } from "./storage/handover.js";
import { clearMirror, damagedEntries, mirrorWorks } from "./storage/mirror.js";
import { readMirror, removeFromMirror, writeMirror } from "./storage/mirror.js";
import { clearAside, clearDatabase, setAside } from "./storage/database.js";
import { putRecords, readDatabase } from "./storage/database.js";
import { openPlace, removeBeside, removeNewer } from "./storage/newer.js";

/** @typedef {import("./storage/records.js").SavedRecord} SavedRecord */
/** @typedef {"yes" | "pending" | "no"} SavedState */
/** @typedef {"refused" | "mirrorOnly" | "full" | null} Trouble */

/**
 * Name the place of a questionnaire's answers: all local sites share one storage on file://.
 *
 * @param {string} root path of the site
 * @param {string} id of the questionnaire
 * @returns {string}
 */
export function storagePlace(root, id) {
  return `readiness ${root} ${id}`;
}

/**
 * Read one saved value at once, from the mirror alone; for showing the right step early.
 *
 * @param {string} place
 * @param {string} key
 * @returns {string | number | null}
 */
export function peek(place, key) {
  const contents = readMirror(place).map((entry) => entry.content);
  return newestRecords(contents).records.get(key)?.value ?? null;
}

/** The saved records of one questionnaire at one place. */
export class Storage {
  /** @param {string} place */
  constructor(place) {
    this.place = place;
    /** @type {Map<string, SavedRecord>} */
    this.records = new Map();
    /** @type {unknown[]} what could not be read, kept for the person to download */
    this.aside = [];
    /** @type {Trouble} */
    this.trouble = null;
    /** @type {() => void} called whenever `state`, `trouble` or `aside` may have changed */
    this.changed = () => {};
    /** @type {IDBDatabase | null} */
    this.database = null;
    /** a newer version of the page has made the database: ours stands beside it */
    this.isBeside = false;
    /** @type {Map<string, SavedRecord>} records that the database has not confirmed */
    this.unconfirmed = new Map();
    this.reading = true;
    this.revision = 0;
    this.tab = String(crypto.getRandomValues(new Uint32Array(1))[0]);
  }

  /** @returns {SavedState} */
  get state() {
    if (this.trouble !== null) return "no";
    return this.reading || this.unconfirmed.size > 0 ? "pending" : "yes";
  }

  /**
   * Read what is saved, from both stores; to be called before anything is written.
   *
   * @returns {Promise<void>}
   */
  async read() {
    this.aside = [];
    const stored = newestRecords(await this.readStored());
    const entries = readMirror(this.place);
    const mirrored = newestRecords(entries.map((entry) => entry.content));
    const handed = newestRecords(takeOver(this.place));
    const all = [stored, mirrored, handed, this].flatMap(({ records }) => [...records.values()]);
    this.records = newestRecords(all).records;
    this.revision = Math.max(0, ...all.map((record) => record.revision));
    await this.keepUnread(stored.unread, damagedEntries(entries));
    this.repair(stored.records, mirrored.records);
    this.reading = false;
    this.changed();
  }

  /** @returns {Promise<unknown[]>} */
  async readStored() {
    try {
      this.database = await this.open();
      const { records, aside } = await readDatabase(this.database);
      this.aside.push(...aside);
      return records;
    } catch {
      this.database = null;
      return [];
    }
  }

  /** @returns {Promise<IDBDatabase>} */
  async open() {
    this.database?.close();
    const { database, newer } = await openPlace(this.place);
    this.isBeside = newer !== null;
    this.aside.push(...(newer ?? []));
    return database;
  }

  /**
   * @param {unknown[]} stored
   * @param {{key: string, text: string}[]} damaged
   */
  async keepUnread(stored, damaged) {
    const unread = [...stored, ...damaged.map(({ key, text }) => ({ key, text }))];
    this.aside.push(...unread);
    if (this.database === null || unread.length === 0) return;
    try {
      await setAside(this.database, unread);
      for (const { key } of damaged) removeFromMirror(key);
    } catch {
      // They stay where they are and are read, and said, again next time.
    }
  }

  /**
   * Bring a store that is behind up to date.
   *
   * @param {Map<string, SavedRecord>} stored
   * @param {Map<string, SavedRecord>} mirrored
   */
  repair(stored, mirrored) {
    for (const [key, record] of this.records) {
      if (isNewer(record, mirrored.get(key))) writeMirror(this.place, key, record);
      if (isNewer(record, stored.get(key))) this.unconfirmed.set(key, record);
    }
    if (this.unconfirmed.size > 0 || this.database === null) void this.confirm();
  }

  /**
   * Save a value; `state` tells when the browser has confirmed it.
   *
   * @param {string} key
   * @param {string | number | null} value null takes a value back
   * @param {import("./storage/records.js").Asked} [asked] what an answer is given to
   */
  write(key, value, asked) {
    this.revision += 1;
    const record = makeRecord(key, value, this.revision, this.tab, asked);
    this.records.set(key, record);
    this.unconfirmed.set(key, record);
    writeMirror(this.place, key, record);
    void this.confirm();
  }

  /** @returns {Promise<void>} */
  async confirm() {
    this.changed();
    const sent = [...this.unconfirmed.values()];
    this.trouble = await this.put(sent);
    if (this.trouble === null) {
      for (const record of sent) {
        if (this.unconfirmed.get(record.key) === record) this.unconfirmed.delete(record.key);
      }
    }
    this.changed();
  }

  /**
   * @param {SavedRecord[]} sent
   * @returns {Promise<Trouble>}
   */
  async put(sent) {
    if (this.database === null) {
      return mirrorWorks() ? "mirrorOnly" : "refused";
    }
    try {
      await putRecords(this.database, sent);
      return null;
    } catch {
      return this.putAllAgain();
    }
  }

  /**
   * The browser may have closed or emptied the database meanwhile: open it and write everything.
   *
   * @returns {Promise<Trouble>}
   */
  async putAllAgain() {
    try {
      this.database = await this.open();
      await putRecords(this.database, [...this.records.values()]);
      return null;
    } catch {
      return "full";
    }
  }

  /** Let the next page have what the browser does not keep; a link to it is being followed. */
  handOver() {
    if (this.trouble !== null) handOver(this.place, this.records.values());
  }

  /**
   * Throw away what could not be read.
   *
   * @returns {Promise<void>}
   */
  async discardAside() {
    for (const { key } of damagedEntries(readMirror(this.place))) removeFromMirror(key);
    if (this.database !== null) await clearAside(this.database);
    await this.dropNewer();
    this.aside = [];
    this.changed();
  }

  /**
   * Remove every trace of the answers at this place; rejects when the browser does not confirm.
   *
   * @returns {Promise<void>}
   */
  async erase() {
    this.records.clear();
    this.unconfirmed.clear();
    clearMirror(this.place);
    this.database ??= await this.open().catch(() => null);
    if (this.database !== null) {
      await clearDatabase(this.database);
      this.trouble = null;
    }
    await this.dropNewer();
    this.aside = [];
    this.changed();
  }

  /**
   * Give up what a newer version has made, and move back into its place.
   *
   * @returns {Promise<void>}
   */
  async dropNewer() {
    if (!this.isBeside) return;
    await removeNewer(this.place);
    this.database = await this.open();
    await putRecords(this.database, [...this.records.values()]);
    await removeBeside(this.place);
  }
}
