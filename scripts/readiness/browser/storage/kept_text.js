/** Writes whatever was found in storage as text that a person can keep. Pure. */

/**
 * Write values as JSON, one a line; what JSON cannot hold comes as near as it goes.
 *
 * @param {unknown[]} values
 * @returns {string}
 */
export function keptText(values) {
  return `[\n${values.map(oneKept).join(",\n")}\n]\n`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function oneKept(value) {
  try {
    return JSON.stringify(value, asJson) ?? '"undefined"';
  } catch {
    return '"a value that cannot be written as text"';
  }
}

/**
 * @param {string} _
 * @param {unknown} value
 * @returns {unknown}
 */
function asJson(_, value) {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === "bigint") return String(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
