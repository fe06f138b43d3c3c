/**
 * Reads the payload of the form: what is asked of whom, and nothing that tells how it is scored.
 * The payload comes from our own build, so its form is trusted and not checked again.
 */

/** @typedef {import("./types.js").AskedItem} AskedItem */

/**
 * @param {any} payload
 * @returns {import("./types.js").AskedQuestionnaire}
 */
export function readAsked({ id, roles, items }) {
  const read = items.map(readAskedItem);
  return { id, roles: roles.map((/** @type {string} */ role) => ({ id: role })), items: read, asked: read };
}

/**
 * @param {any} item what is empty or false is left out
 * @returns {AskedItem}
 */
function readAskedItem({ id, levels, fingerprint, seconds, roles = [], was = [], na = false }) {
  return { id, levels, fingerprint, seconds, roles, was, allowNa: na };
}
