/**
 * What a meeting has agreed, question by question, with its reason; "not agreed" is an outcome too.
 * It stands beside the answers of the individuals and never among them.
 */

import { forgetInTab, keepInTab, keptInTab } from "./tab.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {{level: number | null, reason: string}} Decision without a level it is not agreed */
/** @typedef {Map<string, Decision>} Agreed by item */

const AGREEMENT_FORMAT = "readiness-agreement";

/** The decisions of every team, kept in this tab. */
export class Decisions {
  /** @param {string} place */
  constructor(place) {
    this.place = `${place} meeting`;
    /** @type {Map<string, Agreed>} */
    this.teams = new Map(
      (keptInTab(this.place) ?? []).map((/** @type {any} */ [team, agreed]) => [team, new Map(agreed)]),
    );
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** @param {() => void} listener called after every change */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * @param {string} team
   * @returns {Agreed}
   */
  of(team) {
    return this.teams.get(team) ?? new Map();
  }

  /**
   * Record what was decided of an item; null takes it back.
   *
   * @param {string} team
   * @param {string} item
   * @param {Decision | null} decision
   */
  decide(team, item, decision) {
    const agreed = new Map(this.of(team));
    if (decision === null) agreed.delete(item);
    else agreed.set(item, decision);
    this.replace(team, agreed);
  }

  /**
   * @param {string} team
   * @param {Agreed} agreed
   */
  replace(team, agreed) {
    if (agreed.size === 0) this.teams.delete(team);
    else this.teams.set(team, agreed);
    this.keep();
  }

  /**
   * A team has another name from now on.
   *
   * @param {string} old
   * @param {string} name
   */
  rename(old, name) {
    this.teams = new Map([...this.teams].map(([one, agreed]) => [one === old ? name : one, agreed]));
    this.keep();
  }

  /** Forget everything, in this tab too. */
  clear() {
    this.teams.clear();
    this.keep();
  }

  keep() {
    const written = [...this.teams].map(([name, one]) => [name, [...one]]);
    if (written.length === 0) forgetInTab(this.place);
    else keepInTab(this.place, written);
    for (const listener of this.listeners) listener();
  }
}

/**
 * The levels that were agreed, by item.
 *
 * @param {Agreed} agreed
 * @returns {Map<string, number>}
 */
export function agreedLevels(agreed) {
  /** @type {Map<string, number>} */
  const levels = new Map();
  for (const [item, { level }] of agreed) {
    if (level !== null) levels.set(item, level);
  }
  return levels;
}

/**
 * What was agreed as a file, to be brought back later.
 *
 * @param {Questionnaire} questionnaire
 * @param {Agreed} agreed
 * @returns {string}
 */
export function agreementFile({ id, edition, fingerprint }, agreed) {
  const decisions = [...agreed].map(([item, { level, reason }]) => ({ item, level, reason }));
  const questionnaire = { id, edition, fingerprint };
  const file = { format: AGREEMENT_FORMAT, version: 1, questionnaire, decisions };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Read such a file; null for anything else, and for one of other questions.
 *
 * @param {unknown} file what it holds
 * @param {Questionnaire} questionnaire
 * @returns {Agreed | null}
 */
export function readAgreement(file, { fingerprint, items }) {
  if (typeof file !== "object" || file === null) return null;
  const { format, version, questionnaire, decisions } = /** @type {any} */ (file);
  if (format !== AGREEMENT_FORMAT || version !== 1 || !Array.isArray(decisions)) return null;
  if (questionnaire?.fingerprint !== fingerprint) return null;
  const levels = new Map(items.map((item) => [item.id, item.levels]));
  /** @type {Agreed} */
  const agreed = new Map();
  for (const { item, level, reason } of decisions.filter(isDecision)) {
    if (level === null || level <= (levels.get(item) ?? 0)) agreed.set(item, { level, reason });
  }
  return agreed;
}

/**
 * @param {any} decision
 * @returns {boolean}
 */
function isDecision(decision) {
  const { item, level, reason } = decision ?? {};
  const isLevel = level === null || (Number.isInteger(level) && level >= 1);
  return typeof item === "string" && isLevel && typeof reason === "string";
}
