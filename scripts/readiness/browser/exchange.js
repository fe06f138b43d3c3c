/**
 * The way out of the page and back in: files, the clipboard, links. Nothing else uses them.
 * Nothing is sent to a host: what stands behind the # of a link never leaves the browser.
 */

import { LARGEST_FILE } from "./engine/strict_json.js";

const FRAGMENT = "#code=";
const LONGEST_FRAGMENT = 20_000;
const A_WHILE = 10_000;

/**
 * Hand a file to the browser; whether it keeps it, a page cannot know.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} [type] its media type
 */
export function handOut(name, text, type = "application/json") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), A_WHILE);
}

/**
 * Read a chosen file; of one that is too big only its size is looked at.
 *
 * @param {File} file
 * @returns {Promise<Uint8Array | "too-big" | "unreadable">}
 */
export async function readChosen(file) {
  if (file.size > LARGEST_FILE) return "too-big";
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return "unreadable";
  }
}

/**
 * Copy a text without showing it.
 *
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser refuses
 */
export async function copyText(text) {
  try {
    // By plain http there is no clipboard, and a frame may have to do without.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copy what a field shows; where the browser refuses, it stays selected for the person to copy.
 *
 * @param {HTMLTextAreaElement} field
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyField(field) {
  field.focus();
  field.select();
  return (await copyText(field.value)) || document.execCommand("copy");
}

/** @returns {boolean} whether the page was opened as a file: a link to it leads nowhere else */
export function isOpenedAsFile() {
  return location.protocol === "file:";
}

/**
 * The address of this page with a code behind it.
 *
 * @param {string} code
 * @returns {string}
 */
export function linkOf(code) {
  return `${location.href.replace(/[?#].*$/, "")}${FRAGMENT}${code}`;
}

/**
 * The address of another page with what a text carries behind it.
 *
 * @param {string} page
 * @param {string} text a code, or a link with one
 * @returns {string}
 */
export function linkTo(page, text) {
  return `${page}${FRAGMENT}${encodeURIComponent(text.trim())}`;
}

/**
 * Take the code out of the address bar, once; null where there is none, as with a heading's anchor.
 *
 * @returns {{code: string, isTooLong: boolean} | null}
 */
export function takeFragment() {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(FRAGMENT)) return null;
  history.replaceState(history.state, "", pathname + search);
  const isTooLong = hash.length > LONGEST_FRAGMENT;
  return { code: isTooLong ? "" : decoded(hash.slice(FRAGMENT.length)), isTooLong };
}

/**
 * Be told when the part of the address behind the # changes while the page is open.
 *
 * @param {() => void} listener
 */
export function listenToFragment(listener) {
  window.addEventListener("hashchange", listener);
}

/**
 * @param {string} text
 * @returns {string} as it was where its percent signs mean nothing
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
