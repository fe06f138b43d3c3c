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
    /** @type {(() => void)[]} */
    this.listeners = [];
    storage.changed = () => this.tell();
  }

  /** @param {() => void} listener called after every change */
  listen(listener) {
    this.listeners.push(listener);
  }

  tell() {
    for (const listener of this.listeners) listener();
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
      const value = this.storage.records.get(`answer:${item.id}`)?.value;
      if (offersAnswer(item, value)) answers.set(item.id, value);
    }
    return answers;
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
    this.storage.write("role", role);
  }

  /**
   * @param {Item} item
   * @param {Answer | null} answer null takes the answer back
   */
  answer(item, answer) {
    this.storage.write(`answer:${item.id}`, answer, item.fingerprint);
  }

  /**
   * @param {string} item
   * @param {string} text
   */
  setNote(item, text) {
    this.storage.write(`note:${item}`, text);
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
