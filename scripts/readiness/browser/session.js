/**
 * What one respondent has said so far, read from and written to storage. Views listen to it.
 * It holds no score: a result is worked out anew each time.
 */

import { answersToday, fatesOf } from "./engine/editions.js";
import { isAsked } from "./engine/responses.js";
import { Storage } from "./storage.js";

/** @typedef {import("./engine/types.js").AskedQuestionnaire} AskedQuestionnaire */
/** @typedef {import("./engine/types.js").AskedItem} Item */
/** @typedef {import("./engine/types.js").Answer} Answer */
/** @typedef {import("./engine/editions.js").Fate} Fate */
/** @typedef {import("./engine/editions.js").SavedAnswer} SavedAnswer */
/** @typedef {import("./engine/editions.js").Wording} Wording */

/**
 * The answers of one respondent to one questionnaire; the form's own knows only what it asks.
 *
 * @template {AskedQuestionnaire} [Q=import("./engine/types.js").Questionnaire]
 */
export class Session {
  /**
   * @param {Q} questionnaire
   * @param {Storage} storage
   */
  constructor(questionnaire, storage) {
    this.questionnaire = questionnaire;
    this.storage = storage;
    /** @type {((key: string | null) => void)[]} */
    this.listeners = [];
    /** @type {(() => void)[]} */
    this.savingListeners = [];
    /** @type {Fate[] | null} worked out when first asked for, until something is said */
    this.knownFates = null;
    this.fatesOfRecords = storage.records;
    storage.changed = () => this.savingListeners.forEach((listener) => listener());
    storage.moved = (keys) => (keys ?? [null]).forEach((key) => this.tell(key));
  }

  /**
   * Be told of what was said: the key of a record, or null when anything may have changed.
   *
   * @param {(key: string | null) => void} listener
   */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * Be told when the state of saving may have changed.
   *
   * @param {() => void} listener
   */
  listenToSaving(listener) {
    this.savingListeners.push(listener);
  }

  /** @param {string | null} key */
  tell(key) {
    this.knownFates = null;
    for (const listener of this.listeners) listener(key);
  }

  /**
   * @param {string} key
   * @param {string | number | null} value
   * @param {import("./storage/records.js").Asked} [asked]
   */
  say(key, value, asked) {
    this.storage.write(key, value, asked);
    this.tell(key);
  }

  /**
   * Read again what is saved: another page may have changed it, and views are told of what.
   *
   * @returns {Promise<void>}
   */
  refresh() {
    return this.storage.look();
  }

  /**
   * Remove everything; rejects when the browser does not confirm.
   *
   * @returns {Promise<void>}
   */
  async erase() {
    try {
      await this.storage.erase();
    } finally {
      this.tell(null);
    }
  }

  /** @returns {string | null} */
  get role() {
    const role = this.storage.records.get("role")?.value;
    return this.questionnaire.roles.some(({ id }) => id === role) ? String(role) : null;
  }

  /** @returns {string | null} */
  get step() {
    const step = this.storage.records.get("step")?.value;
    return typeof step === "string" ? step : null;
  }

  /** @returns {SavedAnswer[]} whatever edition they were given to */
  get saved() {
    const saved = [];
    for (const { key, value, meaning, question, level } of this.storage.records.values()) {
      if (!key.startsWith("answer:") || value === null) continue;
      const isWorded = question !== undefined || level !== undefined;
      const wording = isWorded ? { question: question ?? null, level: level ?? null } : null;
      saved.push({ id: key.slice("answer:".length), answer: value, meaning: meaning ?? null, wording });
    }
    return saved;
  }

  /** @returns {Fate[]} what becomes of each saved answer under the present questionnaire */
  get fates() {
    if (this.knownFates === null || this.fatesOfRecords !== this.storage.records) {
      this.knownFates = fatesOf(this.questionnaire, this.role, this.saved);
      this.fatesOfRecords = this.storage.records;
    }
    return this.knownFates;
  }

  /** @returns {Map<string, Answer>} only answers that stand without a second look */
  get answers() {
    return answersToday(this.fates);
  }

  /**
   * @param {Item} item
   * @returns {Answer | null}
   */
  answerTo(item) {
    return this.answers.get(item.id) ?? null;
  }

  /**
   * @param {string} item
   * @returns {string}
   */
  note(item) {
    return String(this.storage.records.get(`note:${item}`)?.value ?? "");
  }

  /** @returns {Item[]} the items that a respondent of this role is asked, in the order of asking */
  get asked() {
    return this.questionnaire.asked.filter((item) => isAsked(item, this.role));
  }

  /** @param {string} role */
  setRole(role) {
    this.say("role", role);
  }

  /**
   * @param {Item} item
   * @param {Answer | null} answer null takes the answer back, also one under an earlier id
   * @param {Wording} [wording] the words that were answered
   */
  answer(item, answer, wording) {
    const asked = { meaning: item.fingerprint, question: wording?.question, level: wording?.level };
    this.say(`answer:${item.id}`, answer, defined(asked));
    const earlier = item.was.filter((id) => (this.valueOf(`answer:${id}`) ?? null) !== null);
    if (answer === null) earlier.forEach((id) => this.say(`answer:${id}`, null));
  }

  /**
   * @param {string} key
   * @returns {string | number | null}
   */
  valueOf(key) {
    return this.storage.records.get(key)?.value ?? null;
  }

  /** @returns {string[]} finished rounds, oldest first, as the JSON text of each */
  get rounds() {
    const rounds = [...this.storage.records.values()].filter(({ key }) => key.startsWith("round:"));
    rounds.sort((one, other) => Number(one.key.slice(6)) - Number(other.key.slice(6)));
    return rounds.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  }

  /**
   * @param {string} item
   * @param {string} text
   */
  setNote(item, text) {
    this.say(`note:${item}`, text);
  }

  /**
   * Remember where the person is; while nothing has been said there is nothing to remember.
   *
   * @param {string} step
   */
  setStep(step) {
    if (step !== this.step && this.storage.records.size > 0) this.storage.write("step", step);
  }
}

/**
 * Leave out the texts that are missing.
 *
 * @param {Record<string, string | null | undefined>} texts
 * @returns {Record<string, string>}
 */
export function defined(texts) {
  const there = Object.entries(texts).filter(([, text]) => text !== null && text !== undefined);
  return /** @type {Record<string, string>} */ (Object.fromEntries(there));
}
