/** Finds the views on a page, once each, and gives them their session. */

import { Session } from "./session.js";
import { Storage, storagePlace } from "./storage.js";

/** @typedef {import("./engine/types.js").AskedQuestionnaire} AskedQuestionnaire */

/**
 * @template {AskedQuestionnaire} Q
 * @typedef {object} View
 * @property {string} kind
 * @property {(payload: unknown) => Q} read
 * @property {(root: HTMLElement, session: Session<Q>) => () => void} mount shows what it can at
 *   once; what it returns is called when storage was read
 */

/**
 * Mount every view of a kind, now and on each page that the theme swaps in.
 *
 * @template {AskedQuestionnaire} Q
 * @param {View<Q>} view
 */
export function mountAll(view) {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const siteRoot = new URL("..", script.src).pathname;
  const start = () => {
    for (const root of document.querySelectorAll(`[data-readiness="${view.kind}"]:not([data-mounted])`)) {
      if (root instanceof HTMLElement) void mountOne(root, siteRoot, view);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // The theme announces a page that it has swapped in; on file:// it never does.
  const swapped = /** @type {{document$?: {subscribe: (start: () => void) => void}}} */ (
    /** @type {unknown} */ (window)
  ).document$;
  swapped?.subscribe(start);
}

/**
 * @template {AskedQuestionnaire} Q
 * @param {HTMLElement} root
 * @param {string} siteRoot
 * @param {View<Q>} view
 */
async function mountOne(root, siteRoot, { read, mount }) {
  root.dataset["mounted"] = "";
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-payload]"));
  const questionnaire = read(JSON.parse(holder.content.textContent ?? ""));
  const place = storagePlace(siteRoot, questionnaire.id);
  const session = new Session(questionnaire, new Storage(place));
  const ready = mount(root, session);
  root.querySelector("[data-onward]")?.addEventListener("click", (event) => {
    if (staysInTab(event)) session.storage.handOver();
  });
  await session.storage.read();
  ready();
  // Other tabs tell what they store; a page that was frozen or put by may not have heard it.
  const refresh = () => {
    if (root.isConnected && document.visibilityState === "visible") void session.refresh();
  };
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });
}

/**
 * @param {Event} event
 * @returns {boolean} whether a click on a link leads on in this very tab
 */
function staysInTab(event) {
  if (!(event instanceof MouseEvent)) return false;
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
