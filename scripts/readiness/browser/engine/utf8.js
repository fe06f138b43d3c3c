/**
 * Turns the bytes of a file into text; bytes that are not UTF-8 are refused, never replaced.
 * A character that the end of the file cuts in two is told apart, so that a cut file has its name.
 */

// What the last bytes look like when a character has begun and not ended.
const UNFINISHED = new RegExp(
  "(?:[\\xc2-\\xf4]|\\xe0[\\xa0-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]|\\xed[\\x80-\\x9f]" +
    "|\\xf0[\\x90-\\xbf][\\x80-\\xbf]?|[\\xf1-\\xf3][\\x80-\\xbf]{1,2}" +
    "|\\xf4[\\x80-\\x8f][\\x80-\\xbf]?)$",
);
const LONGEST_UNFINISHED = 3;
const BYTE_MARKS = Array.from({ length: 256 }, (_, byte) => byteMark(byte));

/**
 * Decode UTF-8, without a byte order mark; null where it is not UTF-8.
 *
 * @param {Uint8Array} bytes
 * @returns {{text: string, isCut: boolean} | null}
 */
export function decodeUtf8(bytes) {
  const last = String.fromCharCode(...bytes.slice(-LONGEST_UNFINISHED));
  const cut = UNFINISHED.exec(last)?.[0].length ?? 0;
  let marks = "";
  for (const byte of bytes.subarray(0, bytes.length - cut)) marks += BYTE_MARKS[byte];
  try {
    return { text: decodeURIComponent(marks).replace(/^\uFEFF/, ""), isCut: cut > 0 };
  } catch {
    return null;
  }
}

/**
 * @param {number} byte
 * @returns {string} as in an address: `%0a`
 */
function byteMark(byte) {
  return `%${byte.toString(16).padStart(2, "0")}`;
}
