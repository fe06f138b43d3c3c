/**
 * What one respondent has said so far, read from and written to storage. Views listen to it.
 * It holds no score: a result is worked out anew each time.
 */

import { isAsked, offersAnswer } from "./engine/responses.js";
import { Storage } from "./storage.js";

/** @typedef {import("./engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./engine/types.js").Item} Item */
/** @typedef {import("./engine/types.js").Answer} Answer */

/** The answers of one respondent to one questionnaire. */
export class Session {
  /**
   * @param {Questionnaire} questionnaire
   * @param {Storage} storage
   */
  constructor(questionnaire, storage) {
    this.questionnaire = questionnaire;
    this.storage = storage;
    /** @type {((key: string | null) => void)[]} */
    this.listeners = [];
    /** @type {(() => void)[]} */
    this.savingListeners = [];
    storage.changed = () => this.savingListeners.forEach((listener) => listener());
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
    for (const listener of this.listeners) listener(key);
  }

  /**
   * @param {string} key
   * @param {string | number | null} value
   * @param {string} [meaning]
   */
  say(key, value, meaning) {
    this.storage.write(key, value, meaning);
    this.tell(key);
  }

  /**
   * Read again what is saved; another page may have changed it.
   *
   * @returns {Promise<void>}
   */
  async refresh() {
    await this.storage.read();
    this.tell(null);
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

  /** @returns {Map<string, Answer>} only answers that the present questionnaire can hold */
  get answers() {
    /** @type {Map<string, Answer>} */
    const answers = new Map();
    for (const item of this.questionnaire.items) {
      const answer = this.answerTo(item);
      if (answer !== null) answers.set(item.id, answer);
    }
    return answers;
  }

  /**
   * @param {Item} item
   * @returns {Answer | null}
   */
  answerTo(item) {
    const value = this.storage.records.get(`answer:${item.id}`)?.value;
    return offersAnswer(item, value) ? value : null;
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
    const themes = this.questionnaire.asked.flatMap((dimension) => dimension.themes);
    return themes.flatMap((theme) => theme.items).filter((item) => isAsked(item, this.role));
  }

  /** @param {string} role */
  setRole(role) {
    this.say("role", role);
  }

  /**
   * @param {Item} item
   * @param {Answer | null} answer null takes the answer back
   */
  answer(item, answer) {
    this.say(`answer:${item.id}`, answer, item.fingerprint);
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
