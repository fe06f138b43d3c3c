/** Gives each view that stands on the person's own answers its session. */

import { mountInPlaces, payloadOf } from "./places.js";
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
 * Mount a view wherever a page asks for it.
 *
 * @template {AskedQuestionnaire} Q
 * @param {View<Q>} view
 */
export function mountAll(view) {
  mountInPlaces(view.kind, (root, siteRoot) => void mountOne(root, siteRoot, view));
}

/**
 * @template {AskedQuestionnaire} Q
 * @param {HTMLElement} root
 * @param {string} siteRoot
 * @param {View<Q>} view
 */
async function mountOne(root, siteRoot, { read, mount }) {
  const questionnaire = read(payloadOf(root));
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
