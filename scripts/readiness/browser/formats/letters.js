/**
 * Turns Cyrillic and Greek letters into the Latin ones that look the same, where a code may stand.
 *
 * Who types a code from paper on such a keyboard sees no difference. Words are left alone: only a
 * run of twelve or more such letters, digits and hyphens with a digit in it may be a part of a code.
 */

const CYRILLIC_LETTERS =
  "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408" +
  "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458";
const GREEK_LETTERS =
  "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf";
const LATIN_LETTERS = "ABEKMHOPCTYXSIJ".repeat(2) + "ABEZHIKMNOPTYXO";
const LATIN_LIKE = new Map(
  [...CYRILLIC_LETTERS, ...GREEK_LETTERS].map((sign, at) => [sign, LATIN_LETTERS.charAt(at)]),
);
const LETTER_RUN = new RegExp(`[-0-9A-Za-z${CYRILLIC_LETTERS}${GREEK_LETTERS}]{12,}`, "g");

/**
 * The text with Latin letters where it looks as if they stood there.
 *
 * @param {string} text
 * @returns {string}
 */
export function latinLetters(text) {
  return text.replace(LETTER_RUN, (run) => {
    if (!/[0-9]/.test(run)) return run;
    return run.replace(/[^-0-9A-Za-z]/g, (sign) => LATIN_LIKE.get(sign) ?? sign);
  });
}
