/**
 * Keeps records: IndexedDB is the store, localStorage a mirror, the newest revision wins; among
 * tabs, the one that the store has taken last. No clock is asked.
 * Says "yes" only when the database has confirmed everything. Knows nothing of scores.
 */

import { isNewer, makeRecord, newestOf, newestRecords, saysTheSame } from "./storage/records.js";
import { handOver, takeNothingOver, takeOver } from "./storage/handover.js";
import { clearMirror, damagedEntries, mirrorWorks } from "./storage/mirror.js";
import { readMirror, removeFromMirror, unmirror, writeMirror } from "./storage/mirror.js";
import { OtherTabs } from "./storage/other_tabs.js";
import { Store } from "./storage/store.js";

/** @typedef {import("./storage/records.js").SavedRecord} SavedRecord */
/** @typedef {import("./storage/database.js").Sent} Sent */
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
    /** another page has erased what was here, and nothing has been said since */
    this.isErasedElsewhere = false;
    /** @type {() => void} called whenever `state`, `trouble` or `aside` may have changed */
    this.changed = () => {};
    /** @type {(keys: string[] | null) => void} called with what another page has said, or erased */
    this.moved = () => {};
    this.store = new Store(place, () => this.mend());
    this.tabs = new OtherTabs(place, (news) => this.hear(news));
    /** @type {Map<string, Sent>} what the database has not confirmed */
    this.unconfirmed = new Map();
    /** @type {SavedRecord | null} the newest record that the database has confirmed */
    this.known = null;
    /** @type {Promise<void> | null} while records are on their way */
    this.sending = null;
    this.reading = true;
    this.isErasing = false;
    /** a store may be behind the other: at the start, and when the database was away */
    this.isBehind = true;
    /** one look under way, and one waiting */
    this.looks = 0;
    /** counts up when everything is forgotten: what was under way is void */
    this.era = 0;
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
  read() {
    this.tabs.listen();
    return this.look();
  }

  /**
   * Read again, for another page may have changed something; one look under way, one waiting.
   *
   * @returns {Promise<void>}
   */
  async look() {
    this.looks = Math.min(this.looks + 1, 2);
    if (this.looks > 1) return;
    try {
      for (; this.looks > 0; this.looks -= 1) await this.lookOnce();
    } finally {
      this.looks = 0;
    }
  }

  /** @returns {Promise<void>} */
  async lookOnce() {
    const { era, known } = this;
    const { records, aside, isSame } = await this.store.read();
    if (era !== this.era || this.isErasing) {
      this.looks = 2;
      return;
    }
    const stored = newestRecords(records);
    const isGone = known !== null && isNewer(known, stored.records.get(known.key));
    if (isGone && isSame) this.forgetElsewhere();
    this.known = newestOf(stored.records.values());
    const entries = readMirror(this.place);
    const mirrored = newestRecords(entries.map(({ content }) => content)).records;
    this.aside = aside;
    this.takeIn(stored.records, mirrored, newestRecords(takeOver(this.place)).records);
    await this.keepUnread(stored.unread, damagedEntries(entries));
    this.reading = false;
    if (this.isBehind || !isSame) this.repair(stored.records, mirrored);
    this.isBehind = false;
    this.changed();
  }

  /**
   * Keep the newest of each; what was said here and is on its way comes after what is stored.
   *
   * @param {Map<string, SavedRecord>[]} sources
   */
  takeIn(...sources) {
    const all = [...sources, this.records].flatMap((source) => [...source.values()]);
    const { records } = newestRecords(all);
    for (const { record, isOwn } of this.unconfirmed.values()) {
      if (isOwn) records.set(record.key, record);
    }
    const before = this.records;
    const moved = [...records.values()].filter((one) => !saysTheSame(one, before.get(one.key)));
    this.records = records;
    this.revision = Math.max(this.revision, ...all.map((record) => record.revision));
    if (!this.reading && moved.length > 0) this.moved(moved.map(({ key }) => key));
  }

  /**
   * @param {unknown[]} stored
   * @param {{key: string, text: string}[]} damaged
   */
  async keepUnread(stored, damaged) {
    const unread = [...stored, ...damaged.map(({ key, text }) => ({ key, text }))];
    this.aside.push(...unread);
    if (unread.length === 0 || !(await this.store.setAside(unread))) return;
    for (const { key } of damaged) removeFromMirror(key);
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
      if (isNewer(record, stored.get(key))) this.copy(record);
    }
    const isOff = this.trouble !== null || this.store.database === null;
    if (this.unconfirmed.size > 0 || isOff) void this.send();
  }

  /** @param {SavedRecord} record */
  copy(record) {
    if (!this.unconfirmed.has(record.key)) {
      this.unconfirmed.set(record.key, { record, isOwn: false });
    }
  }

  copyAll() {
    this.known = null;
    for (const record of this.records.values()) {
      writeMirror(this.place, record.key, record);
      this.copy(record);
    }
  }

  /** The browser has taken the database away, or gives it late. */
  mend() {
    this.copyAll();
    this.isBehind = true;
    void this.look();
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
    this.unconfirmed.set(key, { record, isOwn: true });
    this.isErasedElsewhere = false;
    writeMirror(this.place, key, record);
    void this.send();
  }

  /**
   * Send what the database has not confirmed: all that was said in one go in one transaction, and
   * what is said while that is under way in the next.
   *
   * @returns {Promise<void>}
   */
  async send() {
    if (this.reading || this.isErasing) return;
    this.sending ??= this.sendAll();
    await this.sending;
  }

  /** @returns {Promise<void>} */
  async sendAll() {
    this.changed();
    await null;
    do {
      await this.sendOnce();
    } while (this.trouble === null && this.unconfirmed.size > 0 && !this.isErasing);
    this.sending = null;
    this.changed();
  }

  /** @returns {Promise<void>} */
  async sendOnce() {
    try {
      await this.deliver().catch(() => this.deliverAll());
      this.trouble = null;
    } catch {
      const isLeft = mirrorWorks() ? "mirrorOnly" : "refused";
      this.trouble = this.store.database === null ? isLeft : "full";
    }
  }

  /** @returns {Promise<void>} */
  async deliver() {
    const [era, sent] = [this.era, [...this.unconfirmed.values()]];
    const standing = await this.store.put(sent, this.known);
    if (era !== this.era) return;
    if (standing !== null) return this.settle(sent, standing);
    this.forgetElsewhere();
    void this.look();
  }

  /**
   * The browser may have closed or emptied the database meanwhile: open it and send everything.
   *
   * @returns {Promise<void>}
   */
  async deliverAll() {
    await this.store.openAgain();
    this.copyAll();
    await this.deliver();
  }

  /**
   * Go on from what the database has made of the records.
   *
   * @param {Sent[]} sent
   * @param {SavedRecord[]} standing
   */
  settle(sent, standing) {
    /** @type {string[]} */
    const moved = [];
    standing.forEach((stands, place) => {
      const one = /** @type {Sent} */ (sent[place]);
      const key = stands.key;
      if (this.unconfirmed.get(key) === one) this.unconfirmed.delete(key);
      if (this.records.get(key) !== one.record || stands === one.record) return;
      this.records.set(key, stands);
      writeMirror(this.place, key, stands);
      if (!saysTheSame(stands, one.record)) moved.push(key);
    });
    this.known = newestOf([...standing, ...(this.known === null ? [] : [this.known])]);
    this.revision = Math.max(this.revision, this.known?.revision ?? 0);
    if (moved.length > 0) this.moved(moved);
    this.tabs.tell("stored");
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
    await this.store.clear("aside");
    await this.store.dropNewer([...this.records.values()]);
    this.aside = [];
    this.changed();
  }

  /**
   * Remove every trace of the answers at this place, in every tab; rejects when the browser does
   * not confirm. What other pages have under way is refused by the database and forgotten there.
   *
   * @returns {Promise<void>}
   */
  async erase() {
    this.isErasing = true;
    this.forget();
    clearMirror(this.place);
    try {
      await this.sending;
      await this.store.clear("all");
      // Once more: another page may have written in between.
      clearMirror(this.place);
      this.tabs.tell("erased");
      await this.store.dropNewer([]);
    } finally {
      this.isErasing = false;
      this.era += 1;
    }
    if (this.store.database !== null) this.trouble = null;
    if (this.unconfirmed.size > 0) void this.send();
    this.changed();
  }

  /** Another page has erased the answers: nothing of them stays here, or goes back from here. */
  forgetElsewhere() {
    this.isErasedElsewhere ||= this.records.size > 0;
    this.forget();
    this.moved(null);
    this.changed();
  }

  forget() {
    for (const record of this.records.values()) unmirror(this.place, record);
    takeNothingOver(this.place);
    this.records = new Map();
    this.unconfirmed.clear();
    this.aside = [];
    this.known = null;
    this.revision = 0;
    this.era += 1;
  }

  /** @param {"stored" | "unmirrored" | "erased"} news */
  hear(news) {
    const isErased = news === "unmirrored" && this.store.database === null && !this.reading;
    if (isErased || news === "erased") this.forgetElsewhere();
    void this.look();
  }
}
