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
const CHUNK = 8192;

/**
 * Decode UTF-8, without a byte order mark; null where it is not UTF-8.
 *
 * @param {Uint8Array} bytes
 * @returns {{text: string, isCut: boolean} | null}
 */
export function decodeUtf8(bytes) {
  const cut = UNFINISHED.exec(byteSigns(bytes.slice(-LONGEST_UNFINISHED)))?.[0].length ?? 0;
  const signs = byteSigns(bytes.subarray(0, bytes.length - cut));
  try {
    const text = decodeURIComponent(signs.replace(/[%\x80-\xff]/g, byteMark));
    return { text: text.replace(/^\uFEFF/, ""), isCut: cut > 0 };
  } catch {
    return null;
  }
}

/**
 * Bytes as a text.
 *
 * @param {Uint8Array} bytes
 * @returns {string} one character for each byte
 */
export function byteSigns(bytes) {
  let signs = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    signs += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return signs;
}

/**
 * @param {string} sign
 * @returns {string} as in an address: `%e9`
 */
function byteMark(sign) {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
