/**
 * The symbols of a response code: how they are written, read with forgiveness, and checked.
 *
 * Crockford's base 32 alphabet and the Bech32m checksum (BIP 350). Knows nothing of questionnaires.
 * Every text that is no run of symbols is refused; nothing is guessed beyond look-alikes.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** @type {[string, number][]} */
export const LOOK_ALIKES = [["O", 0], ["I", 1], ["L", 1]];
const CHECK_BITS = 30;
export const CODE_GROUP = 4;
const EACH_GROUP = new RegExp(`.{1,${CODE_GROUP}}`, "g");
export const CHECK_SYMBOLS = 6;
// Programs for chats and texts write other hyphens and blanks than those that were typed.
const CODE_HYPHENS = "\\-\\u00ad\\u2010-\\u2015\\u2212";
const CODE_BLANKS = " \\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff";
const LINE_ENDS = "\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029";
const SEPARATORS = new RegExp(`[${CODE_HYPHENS}${CODE_BLANKS}${LINE_ENDS}]+`, "g");
const VALUES = symbolValues();

// Bech32m: the generator times 1, 2, 4, 8 and 16 in its field of 32 elements, and the last XOR.
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const LAST_XOR = 0x2bc830a3;
const MULTIPLES = [...ALPHABET].map((_, factor) => timesGenerator(factor));
const START = remainderOf(expandedPrefix("readiness"), 1);

/**
 * The values of the symbols; null where another sign stands among them.
 *
 * @param {string} text
 * @returns {number[] | null}
 */
export function readSymbols(text) {
  const values = [];
  for (const sign of text.replace(SEPARATORS, "")) {
    const value = VALUES.get(sign);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

/**
 * Write values from 0 to 31 as one run of symbols.
 *
 * @param {number[]} values
 * @returns {string}
 */
export function writeSymbols(values) {
  return values.map((value) => ALPHABET.charAt(value)).join("");
}

/**
 * Write values as they are shown: in groups of four with hyphens between.
 *
 * @param {number[]} values
 * @returns {string}
 */
export function writeGroups(values) {
  return (writeSymbols(values).match(EACH_GROUP) ?? []).join("-");
}

/**
 * How many symbols tell `count` (at least 1) possibilities apart.
 *
 * @param {bigint} count
 * @returns {number}
 */
export function symbolWidth(count) {
  let width = 0;
  for (let told = 1n; told < count; told *= 32n) width += 1;
  return width;
}

/**
 * A number below `count` as symbols, the most significant one first.
 *
 * @param {bigint} number
 * @param {bigint} count
 * @returns {number[]}
 */
export function numberSymbols(number, count) {
  const values = [];
  for (let left = symbolWidth(count); left > 0; left -= 1) {
    values.push(Number(number & 31n));
    number >>= 5n;
  }
  return values.reverse();
}

/**
 * The number that symbols stand for.
 *
 * @param {number[]} values
 * @returns {bigint}
 */
export function symbolsNumber(values) {
  return values.reduce((number, value) => (number << 5n) | BigInt(value), 0n);
}

/**
 * The six check symbols that follow these values: Bech32m with the prefix "readiness".
 *
 * @param {number[]} values
 * @returns {number[]}
 */
export function checksumOf(values) {
  const state = remainderOf([...values, 0, 0, 0, 0, 0, 0], START) ^ LAST_XOR;
  return numberSymbols(BigInt(state), 1n << BigInt(CHECK_BITS));
}

/**
 * Tell whether the last six symbols are the checksum of those before.
 *
 * @param {number[]} values
 * @returns {boolean}
 */
export function isWhole(values) {
  return remainderOf(values, START) === LAST_XOR;
}

/**
 * @param {number[]} values
 * @param {number} state
 * @returns {number}
 */
function remainderOf(values, state) {
  for (const value of values) {
    state = ((state & 0x1ffffff) << 5) ^ value ^ (MULTIPLES[state >>> 25] ?? 0);
  }
  return state;
}

/**
 * @param {number} factor an element of the field
 * @returns {number}
 */
function timesGenerator(factor) {
  return GENERATOR.reduce((sum, part, bit) => sum ^ ((factor >> bit) & 1 ? part : 0), 0);
}

/**
 * The prefix as Bech32 has it: the high bits of its letters, 0, then the low bits.
 *
 * @param {string} prefix
 * @returns {number[]}
 */
function expandedPrefix(prefix) {
  const signs = [...prefix].map((sign) => sign.charCodeAt(0));
  return [...signs.map((sign) => sign >> 5), 0, ...signs.map((sign) => sign & 31)];
}

/** @returns {Map<string, number>} */
function symbolValues() {
  /** @type {Map<string, number>} */
  const values = new Map();
  const signs = [...ALPHABET].map((sign, value) => /** @type {const} */ ([sign, value]));
  for (const [sign, value] of [...signs, ...LOOK_ALIKES]) {
    values.set(String(sign), Number(value));
    values.set(String(sign).toLowerCase(), Number(value));
  }
  return values;
}
