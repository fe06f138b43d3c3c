/** In which order a meeting takes the questions. */

/**
 * The items of a report, those to talk about first before all others; none is left out.
 *
 * @param {import("../../engine/types.js").Questionnaire} questionnaire
 * @param {any} report
 * @returns {string[]}
 */
export function meetingOrder({ asked }, report) {
  const first = new Set(/** @type {string[]} */ (report.talk_first ?? []));
  return [...first, ...asked.map(({ id }) => id).filter((id) => !first.has(id))];
}
