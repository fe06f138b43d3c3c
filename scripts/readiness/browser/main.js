/** Finds the mounted elements of a page and wires state to views. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { Session } from "./session.js";
import { Storage, peek, storagePlace } from "./storage.js";
import { nameSearch } from "./theme.js";
import { mountForm } from "./views/form.js";
import { mountResult } from "./views/result.js";

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const siteRoot = new URL("..", script.src).pathname;

function start() {
  nameSearch();
  for (const root of document.querySelectorAll("[data-readiness]:not([data-mounted])")) {
    const holder = root.querySelector("template[data-payload]");
    if (root instanceof HTMLElement && holder instanceof HTMLTemplateElement) {
      root.dataset["mounted"] = "";
      void mount(root, holder.content.textContent ?? "");
    }
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} payload
 */
async function mount(root, payload) {
  const questionnaire = readQuestionnaire(JSON.parse(payload));
  const place = storagePlace(siteRoot, questionnaire.id);
  const session = new Session(questionnaire, new Storage(place));
  const ready =
    root.dataset["readiness"] === "questionnaire"
      ? mountForm(root, session, String(peek(place, "step") ?? ""))
      : mountResult(root, session);
  root.querySelector("[data-onward]")?.addEventListener("click", (event) => {
    if (staysInTab(event)) session.storage.handOver();
  });
  await session.storage.read();
  ready();
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) void session.storage.read();
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

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

// The theme announces a page that it has swapped in; on file:// it never does.
const swapped = /** @type {{document$?: {subscribe: (start: () => void) => void}}} */ (
  /** @type {unknown} */ (window)
).document$;
swapped?.subscribe(start);
