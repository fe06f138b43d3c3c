/**
 * What to do next: at most five items, what to find out first, and what is already strong
 * (scoring.md 3.5). An item that has 75 points or more is never advised.
 */

import { compare, isBelow, ratio, whole } from "./ratio.js";
import { idsInState } from "./responses.js";

/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Reason} Reason */
/** @typedef {import("./types.js").Response} Response */
/** @typedef {import("./types.js").AdviceLine} AdviceLine */
/** @typedef {import("./types.js").ThemeScore} ThemeScore */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {{theme: string, advice: AdviceLine}} Candidate */

export const GOOD_POINTS = whole(75);
export const MID_POINTS = whole(50);
export const MOST_ADVICE = 5;
export const MOST_PER_THEME = 2;
const MOST_STRONG = 3;
/** @type {Reason[]} the order in which they are dealt with */
const REASONS = ["gate_stop", "gate_hold", "theme_not_yet", "theme_ready", "gain"];

/**
 * At most five lines, at most two of them from one theme, the most urgent first.
 *
 * @param {Questionnaire} questionnaire
 * @param {Given} given
 * @param {ThemeScore[]} themes
 * @param {string | null} role of the respondent
 * @returns {AdviceLine[]}
 */
export function advise(questionnaire, given, themes, role) {
  const chosen = [];
  const taken = new Map();
  for (const { theme, advice } of candidates(questionnaire, given, themes, role).sort(byUrgency)) {
    const before = taken.get(theme) ?? 0;
    if (chosen.length === MOST_ADVICE || before === MOST_PER_THEME) continue;
    taken.set(theme, before + 1);
    chosen.push(advice);
  }
  return chosen;
}

/**
 * Items answered "I don't know", gates on top.
 *
 * @param {Given} given
 * @returns {string[]}
 */
export function findOutFirst(given) {
  const ids = idsInState(given, "dontKnow");
  const hasGate = (/** @type {string} */ id) => Boolean(given.get(id)?.item.gate);
  return [...ids.filter(hasGate), ...ids.filter((id) => !hasGate(id))];
}

/**
 * Up to three themes at or above the floor of "ready", the highest first.
 *
 * @param {ThemeScore[]} themes
 * @param {Ratio} floor
 * @returns {string[]}
 */
export function strongestThemes(themes, floor) {
  return themes
    .flatMap(({ id, score }) => (score !== null && !isBelow(score, floor) ? { id, score } : []))
    .sort((a, b) => compare(b.score, a.score))
    .slice(0, MOST_STRONG)
    .map(({ id }) => id);
}

/**
 * Every item that could be advised.
 *
 * @param {Questionnaire} questionnaire
 * @param {Given} given
 * @param {ThemeScore[]} scores in the order of reporting
 * @param {string | null} role
 * @returns {Candidate[]} in the order of reporting
 */
function candidates({ dimensions, themes, verdict }, given, scores, role) {
  const allDimensions = totalWeight(dimensions);
  const parents = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  return themes.flatMap((theme, place) => {
    const parent = parents.get(theme.dimension);
    const score = scores[place]?.score ?? null;
    const above = BigInt(theme.weight) * BigInt(parent?.weight ?? 0);
    const all = totalWeight(theme.items) * totalWeight(parent?.themes ?? []) * allDimensions;
    return theme.items.flatMap((item) => {
      const response = given.get(item.id);
      const points = response?.state === "rated" ? item.points[response.level - 1] : undefined;
      if (!response || !points || !isBelow(points, GOOD_POINTS)) return [];
      const reason = reasonFor(response, score, verdict);
      const lift = GOOD_POINTS.n * points.d - points.n;
      const gain = ratio(lift * above * BigInt(item.weight), points.d * all);
      /** @type {"low" | "mid"} */
      const kind = isBelow(points, MID_POINTS) ? "low" : "mid";
      const ask = isAskedFor(item, role);
      return [{ theme: theme.id, advice: { item: item.id, reason, kind, gain, ask } }];
    });
  });
}

/**
 * Tell whether others have to do it; without a role, or where nobody is named, nobody else.
 *
 * @param {import("./types.js").Item} item
 * @param {string | null} role
 * @returns {boolean}
 */
function isAskedFor({ by }, role) {
  return role !== null && by.length > 0 && !by.includes(role);
}

/**
 * @param {{weight: number}[]} parts
 * @returns {bigint}
 */
function totalWeight(parts) {
  return parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
}

/**
 * @param {Response} response a rated one
 * @param {Ratio | null} score of its theme
 * @param {import("./types.js").VerdictRules} rules
 * @returns {Reason}
 */
function reasonFor({ item, level }, score, { notYet, ready }) {
  if (item.gate && level < item.gate.min) {
    return item.gate.effect === "stop" ? "gate_stop" : "gate_hold";
  }
  if (score !== null && isBelow(score, notYet.theme)) return "theme_not_yet";
  return score !== null && isBelow(score, ready.theme) ? "theme_ready" : "gain";
}

/**
 * @param {Candidate} a
 * @param {Candidate} b
 * @returns {number}
 */
function byUrgency({ advice: a }, { advice: b }) {
  return REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || compare(b.gain, a.gain);
}
