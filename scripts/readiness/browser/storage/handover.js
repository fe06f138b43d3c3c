/**
 * Hands records to the next page of this site where the browser keeps nothing: in the name of the
 * tab, set only as a link of ours is followed. The next page takes it away at once, so that no
 * other site can read it, and believes only a page of its own origin.
 */

/** @typedef {import("./records.js").SavedRecord} SavedRecord */

/**
 * Hand records over; to be called as the person follows a link to another page of the site.
 *
 * @param {string} place
 * @param {Iterable<SavedRecord>} records
 */
export function handOver(place, records) {
  const handed = [...records];
  handedHere().set(place, handed);
  window.name = `${place} ${JSON.stringify(handed)}`;
}

/**
 * Take what the page before has handed over.
 *
 * @param {string} place
 * @returns {unknown[]}
 */
export function takeOver(place) {
  const name = window.name;
  const isHanded = name.startsWith(`${place} `);
  if (isHanded) window.name = "";
  const here = handedHere().get(place);
  if (here !== undefined || !isHanded || !cameFromHere()) return here ?? [];
  try {
    const handed = JSON.parse(name.slice(place.length + 1));
    return Array.isArray(handed) ? handed : [];
  } catch {
    return [];
  }
}

/**
 * Forget what was handed over.
 *
 * @param {string} place
 */
export function takeNothingOver(place) {
  takeOver(place);
  handedHere().delete(place);
}

/** @returns {boolean} */
function cameFromHere() {
  return URL.canParse(document.referrer) && new URL(document.referrer).origin === location.origin;
}

/**
 * Where a theme changes pages without leaving the document, the scripts of all views share this.
 *
 * @returns {Map<string, unknown[]>}
 */
function handedHere() {
  const shared = /** @type {{readinessHanded?: Map<string, unknown[]>}} */ (
    /** @type {unknown} */ (window)
  );
  shared.readinessHanded ??= new Map();
  return shared.readinessHanded;
}
