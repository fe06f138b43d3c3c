/** Finds the places of a view on a page, and what the build has put there for it. */

/**
 * Mount a view in each of its places once, now and on each page that the theme swaps in.
 *
 * @param {string} kind
 * @param {(root: HTMLElement, siteRoot: string) => void} mount
 */
export function mountInPlaces(kind, mount) {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const siteRoot = new URL("..", script.src).pathname;
  const start = () => {
    for (const root of document.querySelectorAll(`[data-readiness="${kind}"]:not([data-mounted])`)) {
      if (!(root instanceof HTMLElement)) continue;
      root.dataset["mounted"] = "";
      mount(root, siteRoot);
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
 * Read what the build has written into a place.
 *
 * @param {HTMLElement} root
 * @returns {unknown}
 */
export function payloadOf(root) {
  const holder = /** @type {HTMLTemplateElement} */ (root.querySelector("template[data-payload]"));
  return JSON.parse(holder.content.textContent ?? "");
}
