/**
 * Reads JSON that a stranger wrote: nothing is guessed, doubled or let through too large.
 *
 * Objects become Maps, so that no key means anything by itself. A number that is not a whole one
 * of at most 15 digits stays as it was written. Text that ends inside a value is "truncated";
 * repeated keys, half characters and deep nesting are refused like text that is no JSON at all.
 */

import { decodeUtf8 } from "./utf8.js";

export const LARGEST_FILE = 1_000_000;
const DEEPEST = 32;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;
const WORD = /[A-Za-z]*/y;
const NUMBER_SIGNS = /[-+.0-9eE]*/y;
const WHOLE = /^(?!-0)-?[0-9]{1,15}$/;
const WRITTEN = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const BEGUN_NUMBER = /^-?(?:(?:0|[1-9][0-9]*)(?:\.|(?:\.[0-9]+)?[eE][+-]?)?)?$/;
const HALF_CHARACTER = /\p{Surrogate}/u;
/** @type {Map<string, true | false | null>} */
const WORDS_OF_JSON = new Map([["true", true], ["false", false], ["null", null]]);
const ESCAPED = new Map([..."\"\\/bfnrt"].map((sign, at) => [sign, "\"\\/\b\f\n\r\t"[at] ?? ""]));

/** @typedef {"value" | "firstValue" | "key" | "firstKey" | "colon" | "comma" | "end"} Expected */
/** @typedef {{held: Map<string, unknown> | unknown[], key: string}} OpenValue */

/** Why a file is not taken: one of the fixed outcomes, the place, and what was found there. */
export class Refusal extends Error {
  /**
   * @param {string} outcome
   * @param {string | null} place the item of an answer, or the part of the file
   * @param {unknown} found
   */
  constructor(outcome, place = null, found = undefined) {
    super(outcome);
    this.outcome = outcome;
    this.place = place;
    this.found = found;
  }
}

/** A number that is not a small whole one, exactly as the file has it: `4.0`, `-0`, `1e400`. */
export class WrittenNumber {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * Return what a JSON file holds; throws a Refusal where it is too big, cut off or not JSON.
 *
 * @param {Uint8Array} bytes at least the first `LARGEST_FILE` + 1 of the file
 * @returns {unknown}
 */
export function readJson(bytes) {
  if (bytes.length > LARGEST_FILE) throw new Refusal("too-big");
  const decoded = decodeUtf8(bytes);
  if (decoded === null) throw new Refusal("not-json");
  const reader = new JsonReader(decoded.text);
  const value = reader.read();
  if (decoded.isCut || reader.isFaulty) throw new Refusal("not-json");
  return value;
}

/** Walks through the text once; open objects and lists are a stack, so depth costs nothing. */
class JsonReader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    /** @type {OpenValue[]} */
    this.open = [];
    /** @type {unknown} */
    this.value = undefined;
    /** a repeated key or half a character: named only once the text is known to be whole */
    this.isFaulty = false;
  }

  /** @returns {unknown} */
  read() {
    /** @type {Expected} */
    let expected = "value";
    while (expected !== "end") {
      this.take(SPACE);
      expected = this.step(expected, this.sign());
    }
    this.take(SPACE);
    if (this.at < this.text.length) throw new Refusal("not-json");
    return this.value;
  }

  /**
   * @param {RegExp} pattern a sticky one that always matches
   * @returns {string}
   */
  take(pattern) {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? "";
    this.at += taken.length;
    return taken;
  }

  /**
   * @param {number} ahead
   * @returns {string} the character there; there must be one
   */
  sign(ahead = 0) {
    const sign = this.text[this.at + ahead];
    if (sign === undefined) throw new Refusal("truncated");
    return sign;
  }

  /**
   * @param {Expected} expected
   * @param {string} sign
   * @returns {Expected}
   */
  step(expected, sign) {
    if (expected === "comma") return this.afterValue(sign);
    if (expected === "colon") return this.pass(sign === ":", "value");
    if (expected === "firstValue" && sign === "]") return this.close();
    if (expected === "firstKey" && sign === "}") return this.close();
    if (expected === "key" || expected === "firstKey") return this.readKey(sign);
    if (sign === "{") return this.begin(new Map(), "firstKey");
    if (sign === "[") return this.begin([], "firstValue");
    return this.put(this.readScalar(sign));
  }

  /**
   * @param {boolean} isRight
   * @param {Expected} next
   * @returns {Expected}
   */
  pass(isRight, next) {
    if (!isRight) throw new Refusal("not-json");
    this.at += 1;
    return next;
  }

  /**
   * @param {string} sign
   * @returns {Expected}
   */
  afterValue(sign) {
    const isList = Array.isArray(this.open.at(-1)?.held);
    if (sign === (isList ? "]" : "}")) return this.close();
    return this.pass(sign === ",", isList ? "value" : "key");
  }

  /**
   * @param {Map<string, unknown> | unknown[]} held
   * @param {Expected} next
   * @returns {Expected}
   */
  begin(held, next) {
    if (this.open.length === DEEPEST) throw new Refusal("not-json");
    this.put(held);
    this.open.push({ held, key: "" });
    return this.pass(true, next);
  }

  /** @returns {Expected} */
  close() {
    this.open.pop();
    return this.pass(true, this.open.length === 0 ? "end" : "comma");
  }

  /**
   * @param {unknown} value
   * @returns {Expected}
   */
  put(value) {
    const inside = this.open.at(-1);
    if (inside === undefined) {
      this.value = value;
      return "end";
    }
    if (Array.isArray(inside.held)) inside.held.push(value);
    else inside.held.set(inside.key, value);
    return "comma";
  }

  /**
   * @param {string} sign
   * @returns {Expected}
   */
  readKey(sign) {
    const inside = this.open.at(-1);
    if (sign !== '"' || inside === undefined) throw new Refusal("not-json");
    inside.key = this.readText();
    if (inside.held instanceof Map && inside.held.has(inside.key)) this.isFaulty = true;
    return "colon";
  }

  /**
   * @param {string} sign
   * @returns {unknown}
   */
  readScalar(sign) {
    if (sign === '"') return this.readText();
    const word = this.take(WORD);
    return word === "" ? this.readNumber() : this.readWord(word);
  }

  /**
   * @param {string} word
   * @returns {true | false | null}
   */
  readWord(word) {
    const value = WORDS_OF_JSON.get(word);
    if (value !== undefined) return value;
    throw this.ending([...WORDS_OF_JSON.keys()].some((whole) => whole.startsWith(word)));
  }

  /** @returns {number | WrittenNumber} */
  readNumber() {
    const written = this.take(NUMBER_SIGNS);
    if (!WRITTEN.test(written)) throw this.ending(BEGUN_NUMBER.test(written));
    return WHOLE.test(written) ? Number(written) : new WrittenNumber(written);
  }

  /**
   * @param {boolean} isBegun whether more text could have made it right
   * @returns {Refusal}
   */
  ending(isBegun) {
    const isCut = isBegun && this.at === this.text.length;
    return new Refusal(isCut ? "truncated" : "not-json");
  }

  /** @returns {string} */
  readText() {
    let read = "";
    this.at += 1;
    for (;;) {
      read += this.take(PLAIN_TEXT);
      const sign = this.sign();
      if (sign === '"') break;
      if (sign !== "\\") throw new Refusal("not-json");
      read += this.sign(1) === "u" ? this.readCode() : this.readEscape();
    }
    this.at += 1;
    if (HALF_CHARACTER.test(read)) this.isFaulty = true;
    return read;
  }

  /** @returns {string} */
  readEscape() {
    const meant = ESCAPED.get(this.sign(1));
    if (meant === undefined) throw new Refusal("not-json");
    this.at += 2;
    return meant;
  }

  /** @returns {string} */
  readCode() {
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new Refusal("not-json");
    if (digits.length < 4) throw new Refusal("truncated");
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}
