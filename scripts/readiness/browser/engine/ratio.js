/**
 * Exact ratios of whole numbers: every score, share and cut-off is one, and only showing rounds.
 * A ratio is always in lowest terms with a divisor above 0, so equal ratios look the same.
 */

/** @typedef {import("./types.js").Ratio} Ratio */

/**
 * Bring n / d to lowest terms; d is above 0.
 *
 * @param {bigint} n
 * @param {bigint} d
 * @returns {Ratio}
 */
export function ratio(n, d) {
  if (d === 1n) return { n, d };
  let [common, rest] = [n < 0n ? -n : n, d];
  while (rest !== 0n) [common, rest] = [rest, common % rest];
  return { n: n / common, d: d / common };
}

/**
 * @param {number} number a whole number
 * @returns {Ratio}
 */
export function whole(number) {
  return { n: BigInt(number), d: 1n };
}

/**
 * Read "75" or "2/3".
 *
 * @param {string} text
 * @returns {Ratio}
 */
export function readRatio(text) {
  const [n = "", d = "1"] = text.split("/");
  return ratio(BigInt(n), BigInt(d));
}

/**
 * part / all, or null where there is nothing to divide by.
 *
 * @param {number} part
 * @param {number} all
 * @returns {Ratio | null}
 */
export function shareOf(part, all) {
  return all === 0 ? null : ratio(BigInt(part), BigInt(all));
}

/**
 * The sign tells the order: below 0 where a is smaller, 0 where they are equal.
 *
 * @param {Ratio} a
 * @param {Ratio} b
 * @returns {number}
 */
export function compare(a, b) {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/**
 * @param {Ratio} a
 * @param {Ratio} b
 * @returns {boolean}
 */
export function isBelow(a, b) {
  return a.n * b.d < b.n * a.d;
}

/**
 * Weighted mean; there is at least one pair.
 *
 * @param {{weight: number, value: Ratio}[]} pairs
 * @returns {Ratio}
 */
export function meanOf(pairs) {
  let [n, d, weights] = [0n, 1n, 0n];
  for (const { weight, value } of pairs) {
    const times = BigInt(weight);
    n = value.d === d ? n + times * value.n : n * value.d + times * value.n * d;
    d = value.d === d ? d : d * value.d;
    weights += times;
  }
  return ratio(n, d * weights);
}

/**
 * The greatest whole number that is not above the ratio: a shown 60 meets a cut-off of 60.
 *
 * @param {Ratio} value
 * @returns {number}
 */
export function floorOf({ n, d }) {
  const cut = n / d;
  return Number(n < 0n && cut * d !== n ? cut - 1n : cut);
}

/**
 * A share as whole percent, never rounded up.
 *
 * @param {Ratio} share
 * @returns {number}
 */
export function percentOf({ n, d }) {
  return floorOf({ n: 100n * n, d });
}

/**
 * @param {Ratio} value
 * @returns {string} "75" or "2/3"
 */
export function ratioText({ n, d }) {
  return d === 1n ? String(n) : `${n}/${d}`;
}
