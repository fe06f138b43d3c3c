/**
 * Scores of a group, from the points of its items: exact ones, and those that may be told.
 *
 * The verdict stands on the exact ones. A score that is told runs from the least to the greatest
 * that follow from the items as they are told, so that it shows no more than they do.
 */

import { meanPoints } from "./agreement.js";
import { exactly } from "./cells.js";
import { scoreKey } from "./group_verdict.js";
import { HIDES_NOTHING, quarterOf } from "./protection.js";
import { scoreTheme, scoresFrom } from "./scoring.js";
import { addedHistogram, dontKnowCount, groupShares, histogramsOf } from "./tally.js";
import { levelCounts, sumOf } from "./tally.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Scores} Scores */
/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./tally.js").Tally} Tally */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").ItemView} ItemView */
/** @typedef {Map<string, Ratio>} ItemPoints */

/**
 * The exact scores that the verdict stands on.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {ItemView[]} views
 * @returns {Scores}
 */
export function exactScores(questionnaire, tally, views) {
  /** @type {ItemPoints} */
  const points = new Map();
  for (const { item, total } of views) {
    if (total === null) continue;
    const counts = levelCounts(addedHistogram(item, histogramsOf(tally, item).values()));
    points.set(item.id, meanPoints(item, counts));
  }
  return scoredWith(questionnaire, tally, views, points);
}

/**
 * Each score as it follows from the items as they are told, by rule and id.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {ItemView[]} views
 * @param {boolean} isOpen
 * @returns {Map<string, Range | null>}
 */
export function toldScores(questionnaire, tally, views, isOpen) {
  const cells = views.flatMap(({ item, total }) => (total ? [{ id: item.id, total }] : []));
  const [low, high] = [
    new Map(cells.map(({ id, total }) => [id, total.points.low])),
    new Map(cells.map(({ id, total }) => [id, total.points.high])),
  ].map((points) => scoredWith(questionnaire, tally, views, points));
  /** @type {Map<string, Range | null>} */
  const told = new Map();
  if (!low || !high) return told;
  told.set("index", rangeOf(low.index, high.index));
  low.dimensions.forEach(({ id, score }, place) => {
    told.set(scoreKey("dimension", id), rangeOf(score, high.dimensions[place]?.score ?? null));
  });
  low.themes.forEach(({ id, score }, place) => {
    told.set(scoreKey("theme", id), rangeOf(score, high.themes[place]?.score ?? null));
  });
  const { completeness, dontKnowShare } = low;
  told.set("completeness", rangeOf(completeness, completeness));
  const share = dontKnowShare && (isOpen ? exactly(dontKnowShare) : quarterOf(dontKnowShare));
  return told.set("dont_know", share);
}

/**
 * The scores of the themes that a role is asked in, from its items as they are told.
 *
 * @param {Questionnaire} questionnaire
 * @param {ItemView[]} views
 * @param {string} role
 * @returns {Map<string, Range | null>}
 */
export function roleScores({ themes, verdict }, views, role) {
  const asked = views.filter(({ roles }) => roles.has(role));
  const given = givenStates(views, ({ roles }) => (roles.has(role) ? "dontKnow" : "notAsked"));
  const cells = asked.flatMap(({ item, roles }) => {
    const cell = roles.get(role);
    return cell ? [{ id: item.id, points: cell.points }] : [];
  });
  const low = new Map(cells.map(({ id, points }) => [id, points.low]));
  const high = new Map(cells.map(({ id, points }) => [id, points.high]));
  /** @type {Map<string, Range | null>} */
  const scores = new Map();
  for (const theme of themes) {
    const one = scoreRated(theme, given, low, verdict.themeShare);
    const other = scoreRated(theme, given, high, verdict.themeShare);
    if (one.state !== "does_not_apply") scores.set(theme.id, rangeOf(one.score, other.score));
  }
  return scores;
}

/**
 * The state of each item: rated where it is told, else not known; "does not apply" only where
 * all may know it.
 *
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {ItemView[]} views
 * @returns {Given}
 */
export function groupGiven({ group }, tally, views) {
  return givenStates(views, ({ item, total }) => {
    const histograms = histogramsOf(tally, item);
    if (total !== null) return "rated";
    if (histograms.size === 0) return "notAsked";
    const all = addedHistogram(item, histograms.values());
    const applicable = sumOf(levelCounts(all)) + dontKnowCount(all) + (all.at(-1) ?? 0);
    return group.kMin === HIDES_NOTHING && applicable === 0 ? "notApplicable" : "dontKnow";
  });
}

/**
 * @param {ItemView[]} views
 * @param {(view: ItemView) => import("./types.js").State} stateOf
 * @returns {Given}
 */
function givenStates(views, stateOf) {
  return new Map(views.map((view) => {
    return [view.item.id, { item: view.item, state: stateOf(view), level: 0 }];
  }));
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Tally} tally
 * @param {ItemView[]} views
 * @param {ItemPoints} points
 * @returns {Scores}
 */
function scoredWith(questionnaire, tally, views, points) {
  const given = groupGiven(questionnaire, tally, views);
  const share = questionnaire.verdict.themeShare;
  const themes = questionnaire.themes.map((theme) => scoreRated(theme, given, points, share));
  return scoresFrom(questionnaire, themes, groupShares(questionnaire, tally));
}

/**
 * Score a theme as if each item had one level, with the mean points of its raters.
 *
 * @param {import("./types.js").Theme} theme
 * @param {Given} given
 * @param {ItemPoints} points
 * @param {Ratio} share
 * @returns {import("./types.js").ThemeScore}
 */
function scoreRated(theme, given, points, share) {
  const items = theme.items.map((item) => {
    const mean = points.get(item.id);
    return mean ? { ...item, points: [mean] } : item;
  });
  /** @type {Given} */
  const rated = new Map(items.map((item) => {
    const state = points.has(item.id) ? "rated" : given.get(item.id)?.state ?? "notAsked";
    return [item.id, { item, state, level: 1 }];
  }));
  return scoreTheme({ ...theme, items }, rated, share);
}

/**
 * @param {Ratio | null} low
 * @param {Ratio | null} high
 * @returns {Range | null}
 */
function rangeOf(low, high) {
  return low && high && { low, high };
}
