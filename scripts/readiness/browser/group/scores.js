/**
 * Scores of themes and dimensions and the index of a group, upward from the points of its items.
 *
 * Each is an interval from the least to the greatest that the told tables allow; the rules are
 * those for one respondent (scoring.md 3.1). By block, the share of people in the high half.
 */

import { meanOf, shareOf, whole } from "../engine/ratio.js";
import { scoreTheme, scoresFrom } from "../engine/scoring.js";
import { gapsBetween } from "./item_statistics.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Given} Given */
/** @typedef {import("../engine/types.js").Scores} Scores */
/** @typedef {import("../engine/types.js").ScoreState} ScoreState */
/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("./item_statistics.js").Interval} Interval */
/** @typedef {import("./item_statistics.js").ItemStatistics} ItemStatistics */
/** @typedef {import("./item_statistics.js").Shares} Shares */
/** @typedef {import("./told_tables.js").ToldTables} ToldTables */
/** @typedef {{low: Scores, high: Scores}} ScoreEnds at the ends of what the tables allow */
/** @typedef {Pick<AreaFigures, "id" | "state" | "coverage"> & {score: Ratio | null}} AreaScore */
/**
 * @typedef {object} AreaFigures of a theme or dimension
 * @property {string} id
 * @property {Interval | null} score (0 to 100)
 * @property {Ratio | null} coverage (0 to 1)
 * @property {ScoreState} state
 * @property {Shares} shares
 * @property {import("./item_statistics.js").Gap[]} gaps
 */

/**
 * The scores at both ends; the low end has the most "don't know".
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @param {ItemStatistics[]} items
 * @returns {ScoreEnds}
 */
export function scoreEnds(questionnaire, tables, items) {
  const { least, most } = dontKnowShare(questionnaire, tables);
  return {
    low: scoredAs(questionnaire, items, ({ low }) => low, most),
    high: scoredAs(questionnaire, items, ({ high }) => high, least),
  };
}

/**
 * The state of each item: rated where it is told, else not known.
 *
 * @param {ItemStatistics[]} items
 * @returns {Given}
 */
export function groupGiven(items) {
  return new Map(items.map((one) => {
    return [one.item.id, { item: one.item, state: groupState(one), level: 0 }];
  }));
}

/**
 * The figures of every dimension.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @param {ItemStatistics[]} items
 * @param {ScoreEnds} ends
 * @returns {AreaFigures[]}
 */
export function dimensionFigures(questionnaire, tables, items, { low, high }) {
  return questionnaire.dimensions.flatMap(({ themes }, place) => {
    const inside = new Set(themes.flatMap((theme) => theme.items.map(({ id }) => id)));
    const own = items.filter(({ item }) => inside.has(item.id));
    return areaFigures(questionnaire, tables, own, low.dimensions[place], high.dimensions[place]);
  });
}

/**
 * The figures of every theme.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @param {ItemStatistics[]} items
 * @param {ScoreEnds} ends
 * @returns {AreaFigures[]}
 */
export function themeFigures(questionnaire, tables, items, { low, high }) {
  return questionnaire.themes.flatMap((theme, place) => {
    const inside = new Set(theme.items.map(({ id }) => id));
    const own = items.filter(({ item }) => inside.has(item.id));
    return areaFigures(questionnaire, tables, own, low.themes[place], high.themes[place]);
  });
}

/**
 * The least and the greatest share (0 to 1) of "don't know" among all answers.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @returns {{least: Ratio | null, most: Ratio | null}}
 */
export function dontKnowShare({ group }, { items }) {
  const least = { unknown: 0, all: 0 };
  const most = { unknown: 0, all: 0 };
  for (const table of items.values()) {
    for (const [block, asked] of table.asked) {
      const known = table.dontKnow.get(block) ?? null;
      const told = table.blocks.get(block) ?? null;
      const fewest = known ?? Math.max(0, asked - group.colluders);
      const unknown = known ?? asked;
      least.unknown += fewest;
      least.all += fewest + (told?.raters ?? Math.min(group.kMin - 1, asked));
      most.unknown += unknown;
      most.all += unknown + (told?.raters ?? 0);
    }
  }
  return { least: shareOf(least.unknown, least.all), most: shareOf(most.unknown, most.all) };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @param {ItemStatistics[]} items
 * @param {AreaScore | undefined} low
 * @param {AreaScore | undefined} high
 * @returns {AreaFigures[]} one, or none where there is no score
 */
function areaFigures({ group }, tables, items, low, high) {
  if (!low || !high) return [];
  const shares = meanShares(tables, items);
  return [{
    id: low.id,
    score: low.score && high.score && { low: low.score, high: high.score },
    coverage: low.coverage,
    state: low.state,
    shares,
    gaps: gapsBetween(shares, tables.breakdown, group.gap),
  }];
}

/**
 * The mean share of each block, over what it tells of the items that all are asked.
 *
 * Those are the blocks that tell any item: so a gap never compares different questions by design.
 *
 * @param {ToldTables} tables
 * @param {ItemStatistics[]} items
 * @returns {Shares}
 */
function meanShares({ breakdown }, items) {
  const told = (/** @type {ItemStatistics} */ { shares }, /** @type {string} */ block) => {
    return shares.get(block) ?? null;
  };
  const blocks = [...breakdown.keys()].filter((block) => items.some((one) => told(one, block) !== null));
  const common = items.filter(({ table }) => blocks.every((block) => table.asked.has(block)));
  return new Map([...breakdown.keys()].map((block) => {
    const pairs = common.flatMap((one) => {
      const value = told(one, block);
      return value === null ? [] : [{ weight: one.item.weight, value }];
    });
    return [block, pairs.length > 0 ? meanOf(pairs) : null];
  }));
}

/**
 * All scores, as if each item had one level with these points.
 *
 * @param {Questionnaire} questionnaire
 * @param {ItemStatistics[]} items
 * @param {(points: Interval) => Ratio} choose
 * @param {Ratio | null} dontKnow
 * @returns {Scores}
 */
function scoredAs(questionnaire, items, choose, dontKnow) {
  const given = groupGiven(items);
  const rated = new Map(items.flatMap(({ item, points }) => {
    return points ? [[item.id, { ...item, points: [choose(points)], levels: 1 }]] : [];
  }));
  for (const [id, item] of rated) given.set(id, { item, state: "rated", level: 1 });
  const themes = questionnaire.themes.map((theme) => {
    const own = theme.items.map((item) => rated.get(item.id) ?? item);
    return scoreTheme({ ...theme, items: own }, given, questionnaire.verdict.themeShare);
  });
  // Everybody who counts has dealt with enough; of nothing that applies there is nothing to judge.
  const completeness = items.some(({ table }) => table.applies) ? whole(1) : null;
  return scoresFrom(questionnaire, themes, { completeness, dontKnowShare: dontKnow });
}

/**
 * @param {ItemStatistics} one
 * @returns {import("../engine/types.js").State}
 */
function groupState({ points, table }) {
  if (points !== null) return "rated";
  return table.applies ? "dontKnow" : "notApplicable";
}
