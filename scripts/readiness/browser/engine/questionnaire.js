/**
 * Reads the payload of a page into the questionnaire that the engine works on.
 * The payload comes from our own build, so its form is trusted and not checked again.
 */

import { readRatio } from "./ratio.js";

/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Scale} Scale */
/** @typedef {import("./types.js").Theme} Theme */
/** @typedef {import("./types.js").Item} Item */

/**
 * @param {any} payload
 * @returns {Questionnaire}
 */
export function readQuestionnaire(payload) {
  /** @type {Map<string, Scale>} */
  const scales = new Map();
  for (const { id, points, cut, labels } of payload.scales) {
    scales.set(id, { id, points: points.map(readRatio), cut, labels });
  }
  /** @type {Questionnaire["dimensions"]} */
  const dimensions = payload.dimensions.map((/** @type {any} */ { id, title, weight, themes }) => {
    const read = (/** @type {any} */ theme) => readTheme(theme, id, scales);
    return { id, title, weight, themes: themes.map(read) };
  });
  const places = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  const themes = dimensions.flatMap((dimension) => dimension.themes);
  const { id, edition, published, fingerprint, title, roles } = payload;
  return {
    id,
    edition,
    published,
    fingerprint,
    title,
    roles,
    scales,
    bands: payload.bands.map(readBand),
    verdict: readVerdictRules(payload.verdict),
    group: readGroupRules(payload.group),
    dimensions,
    asked: payload.ask_order.flatMap((/** @type {string} */ name) => itemsOf(places.get(name))),
    themes,
    items: themes.flatMap((theme) => theme.items),
  };
}

/**
 * @param {Questionnaire["dimensions"][number] | undefined} dimension
 * @returns {Item[]}
 */
function itemsOf(dimension) {
  return dimension?.themes.flatMap(({ items }) => items) ?? [];
}

/**
 * @param {any} theme
 * @param {string} dimension
 * @param {Map<string, Scale>} scales
 * @returns {Theme}
 */
function readTheme({ id, title, weight, items }, dimension, scales) {
  const read = (/** @type {any} */ item) => readItem(item, scales);
  return { id, title, weight, dimension, items: items.map(read) };
}

/**
 * @param {any} item
 * @param {Map<string, Scale>} scales
 * @returns {Item}
 */
function readItem({ allow_na: allowNa, ...item }, scales) {
  const { points, cut } = scales.get(item.scale) ?? { points: [], cut: null };
  return { ...item, allowNa: allowNa && item.gate === null, points, cut, levels: points.length };
}

/**
 * @param {any} band
 * @returns {Questionnaire["bands"][number]}
 */
function readBand({ from, label }) {
  return { from: readRatio(from), label };
}

/**
 * @param {any} rules
 * @returns {Questionnaire["verdict"]}
 */
function readVerdictRules({ completeness, theme_share, not_yet, ready, not_applicable, ...words }) {
  return {
    completeness: {
      score: readRatio(completeness.score),
      verdict: readRatio(completeness.verdict),
    },
    themeShare: readRatio(theme_share),
    notYet: readCuts(not_yet),
    ready: { ...readCuts(ready), dontKnow: readRatio(ready.dont_know) },
    notApplicable: readRatio(not_applicable),
    labels: words.labels,
    meanings: words.meanings,
  };
}

/**
 * @param {any} cuts
 * @returns {import("./types.js").Cuts}
 */
function readCuts({ index, dimension, theme }) {
  return {
    index: readRatio(index),
    dimension: readRatio(dimension),
    theme: readRatio(theme),
  };
}

/**
 * @param {any} rules
 * @returns {Questionnaire["group"]}
 */
function readGroupRules({ k_min, distribution_min, gate_share, gap, colluders }) {
  return {
    kMin: k_min,
    distributionMin: distribution_min,
    gateShare: readRatio(gate_share),
    gap: { share: readRatio(gap.share) },
    colluders,
  };
}
