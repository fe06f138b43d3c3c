/** Says whether the answers are safe, warns when they are not, and erases them on request. */

import { button, element } from "../element.js";
import { keptText } from "../storage/kept_text.js";
import { words } from "../words.js";

/** @typedef {import("../session.js").Session<import("../engine/types.js").AskedQuestionnaire>} Session */

// Milliseconds after which a person wonders whether anything happens.
const LONG = 400;

/**
 * Make the one element that tells the saving state. Its words are taken away at once when there is
 * something to save, and "Saving…" comes only where that takes long: nothing flickers.
 *
 * @param {Session} session
 * @returns {HTMLElement}
 */
export function savedView(session) {
  const view = element("span", { class: "rd-saved" });
  let waiting = 0;
  const redraw = () => {
    const { state, records } = session.storage;
    if (view.dataset["saved"] === state && state === "pending") return;
    view.dataset["saved"] = state;
    clearTimeout(waiting);
    if (state === "pending") {
      waiting = setTimeout(() => {
        view.textContent = words.saving;
        view.dataset["slow"] = "";
      }, LONG);
      return;
    }
    const yes = records.size === 0 ? words.nothingSaved : words.saved;
    const text = { yes, no: words.notSaved }[state];
    if (view.textContent !== text) view.textContent = text;
    delete view.dataset["slow"];
  };
  session.listenToSaving(redraw);
  redraw();
  return view;
}

/**
 * Make the place for warnings about storage; it is announced when it fills.
 *
 * @param {Session} session
 * @returns {HTMLElement}
 */
export function warningsView(session) {
  const warning = element("p", { class: "rd-notice rd-warning", hidden: true });
  const aside = asideNotice(session);
  session.listenToSaving(() => {
    const { trouble, isErasedElsewhere } = session.storage;
    const what = trouble ?? (isErasedElsewhere ? "erasedElsewhere" : null);
    const text = what === null ? "" : words[what];
    warning.hidden = what === null;
    if (warning.textContent !== text) warning.textContent = text;
    aside.hidden = session.storage.aside.length === 0;
  });
  const framed = window.top === window ? null : framedNotice();
  return element("div", { role: "alert" }, framed, warning, aside);
}

/** @returns {HTMLElement} what is said where another page shows this one inside itself */
function framedNotice() {
  const link = element("a", { href: location.href, target: "_blank" }, words.framedLink);
  return element("p", { class: "rd-notice rd-warning" }, words.framed, " ", link);
}

/**
 * @param {Session} session
 * @returns {HTMLElement}
 */
function asideNotice(session) {
  const download = button(words.asideDownload, () => {
    downloadText(words.asideFile, keptText(session.storage.aside));
  });
  // Where the browser does not let go of it, the notice stays.
  const throwAway = () => void session.storage.discardAside().catch(() => {});
  const discard = button(words.asideDiscard, throwAway);
  const buttons = element("p", {}, download, " ", discard);
  const text = element("p", {}, words.aside);
  return element("div", { class: "rd-notice rd-warning", "data-aside": true, hidden: true }, text, buttons);
}

/**
 * @param {string} name
 * @param {string} text
 */
function downloadText(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/**
 * Make the button that erases after a question, with the sentence that says what happened.
 *
 * @param {Session} session
 * @param {() => void} erased called once nothing is left
 * @returns {HTMLElement}
 */
export function eraseView(session, erased) {
  const said = element("p", { class: "rd-said", role: "status" });
  const erase = async () => {
    dialog.close();
    try {
      await session.erase();
      erased();
      said.textContent = words.erased;
    } catch {
      said.textContent = words.eraseFailed;
    }
  };
  const yes = button(words.eraseYes, () => void erase(), { class: "rd-button rd-danger" });
  const no = button(words.eraseNo, () => dialog.close(), { autofocus: true });
  const title = element("h2", { id: "erase-title" }, words.eraseQuestion);
  const buttons = element("p", { class: "rd-dialog-buttons" }, yes, " ", no);
  const attributes = { class: "rd-dialog", "aria-labelledby": "erase-title" };
  const dialog = element("dialog", attributes, title, element("p", {}, words.eraseText), buttons);
  const open = button(words.erase, () => dialog.showModal(), { class: "rd-quiet" });
  session.listenToSaving(() => {
    open.hidden = session.storage.records.size === 0;
  });
  return element("div", { class: "rd-erase" }, open, said, dialog);
}
