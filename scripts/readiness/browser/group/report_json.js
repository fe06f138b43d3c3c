/**
 * A group report as `readiness score --group --json` prints it; nothing is computed here.
 *
 * A figure is `{exact, shown}` or null, an interval `{low, high}` of figures. Scores and shares are
 * shown as the floor; levels as texts with one decimal, half up; gaps towards 0.
 */

import { floorOf, percentOf, ratioText } from "../engine/ratio.js";
import { SHARE_LINES } from "../engine/result_json.js";
import { rootTenths, tenths } from "./agreement.js";
import { highHalf, ratersOf, toldOf } from "./told_tables.js";
import { GATE_LINES } from "./verdict.js";

/** @typedef {import("../engine/types.js").Ratio} Ratio */
/** @typedef {import("../engine/types.js").Verdict} Verdict */
/** @typedef {import("./item_statistics.js").Gap} Gap */
/** @typedef {import("./item_statistics.js").Interval} Interval */
/** @typedef {import("./item_statistics.js").ItemStatistics} ItemStatistics */
/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {import("./verdict.js").GroupCondition} GroupCondition */
/** @typedef {{exact: string, shown: number}} NumberFigure points, a share in percent, a gap in points */
/** @typedef {{exact: string, shown: string}} LevelFigure levels with one decimal */
/** @typedef {{low: NumberFigure, high: NumberFigure}} NumberInterval */
/** @typedef {{low: LevelFigure, high: LevelFigure}} LevelInterval */
/** @typedef {{id: string, edition: string}} NamedEdition */

/**
 * @typedef {object} HiddenReportJson of too few people
 * @property {NamedEdition} questionnaire
 * @property {string} suppressed why nothing is told
 * @property {null} respondents
 * @property {{}} breakdown
 * @property {Verdict[]} verdict
 * @property {null} index
 *
 * @typedef {object} ToldReportJson null is not told, or without a score
 * @property {NamedEdition} questionnaire
 * @property {null} suppressed
 * @property {number} respondents
 * @property {Record<string, number>} breakdown people by block
 * @property {Verdict[]} verdict one, or the two it lies between
 * @property {NumberInterval | null} index
 * @property {NumberInterval | null} dont_know_share
 * @property {boolean} mostly_leaders
 * @property {number} outside people of roles that came later and are too few to be told of
 * @property {number | null} left_out null where nobody knows
 * @property {{edition: string, count: number}[] | null} other_editions likewise
 * @property {Record<string, AreaJson>} dimensions
 * @property {Record<string, AreaJson>} themes
 * @property {Record<string, import("./gates.js").GroupGateState>} gates by item
 * @property {ConditionJson[]} conditions
 * @property {string[]} talk_first items
 * @property {Record<string, import("./discussion_order.js").TalkReason[]>} talk_reasons by item
 * @property {import("./advice.js").GroupAdvice[]} advice
 * @property {Record<string, ItemJson>} items
 *
 * @typedef {HiddenReportJson | ToldReportJson} GroupReportJson `suppressed` tells which
 *
 * @typedef {object} AreaJson a theme or a dimension
 * @property {NumberFigure | null} low
 * @property {NumberFigure | null} high
 * @property {import("../engine/types.js").ScoreState} state
 * @property {NumberFigure | null} coverage
 * @property {Record<string, NumberFigure | null>} blocks the share of the high half
 * @property {GapJson[]} gaps
 *
 * @typedef {object} GapJson
 * @property {[string, string]} blocks
 * @property {NumberFigure} gap the first one's share minus the second one's
 * @property {boolean} flagged
 *
 * @typedef {object} ConditionJson
 * @property {GroupCondition["rule"]} rule
 * @property {string | null} id
 * @property {NumberFigure | LevelFigure} limit levels only where a gate lies apart
 * @property {NumberInterval | LevelInterval | null} value likewise
 * @property {string[]} items
 * @property {boolean} sure
 *
 * @typedef {object} ItemJson
 * @property {"levels" | "halves" | "none"} told
 * @property {string | null} since
 * @property {boolean} applies
 * @property {WholeJson | null} whole
 * @property {Record<string, {raters: number, high_half: number | null} | null>} blocks
 * @property {Record<string, number>} asked people by block
 * @property {Record<string, number | null>} dont_know
 * @property {Record<string, number | null>} not_applicable
 * @property {LevelInterval | null} mean
 * @property {NumberInterval | null} points
 * @property {import("./item_statistics.js").Agreement | null} agreement
 * @property {LevelFigure | null} ad
 * @property {LevelFigure | null} r_wg
 * @property {string | null} sd
 * @property {GapJson[]} gaps
 *
 * @typedef {object} WholeJson
 * @property {number} raters
 * @property {number | null} low_half
 * @property {number | null} high_half
 * @property {(number | null)[]} levels null where no cell tells it
 */

/**
 * A report ready for JSON; of fewer than `kMin` people it holds no figure.
 *
 * @param {import("../engine/types.js").Questionnaire} questionnaire
 * @param {Report} report
 * @returns {GroupReportJson}
 */
export function reportJson({ id, edition, group }, report) {
  const { tables, verdict } = report;
  const { respondents } = tables;
  const questionnaire = { id, edition };
  if (respondents === null) {
    const suppressed = `not shown: fewer than ${group.kMin} people`;
    return { questionnaire, suppressed, respondents, breakdown: {}, verdict, index: null };
  }
  return {
    questionnaire,
    suppressed: null,
    respondents,
    breakdown: Object.fromEntries(tables.breakdown),
    verdict,
    index: intervalJson(report.index, pointsJson),
    dont_know_share: intervalJson(report.dontKnowShare, shareJson),
    mostly_leaders: tables.mostlyLeaders,
    outside: tables.outside,
    left_out: tables.leftOut,
    other_editions: tables.otherEditions && tables.otherEditions.map(([other, people]) => {
      return { edition: other, count: people };
    }),
    dimensions: Object.fromEntries(report.dimensions.map((area) => [area.id, areaJson(area)])),
    themes: Object.fromEntries(report.themes.map((area) => [area.id, areaJson(area)])),
    gates: Object.fromEntries(report.gates.map(({ item, state }) => [item, state])),
    conditions: report.conditions.map(failedJson),
    talk_first: report.talkFirst.map(({ item }) => item),
    talk_reasons: Object.fromEntries(report.talkFirst.map(({ item, reasons }) => [item, reasons])),
    advice: report.advice,
    items: Object.fromEntries(report.items.map((one) => [one.item.id, statisticsJson(one)])),
  };
}

/**
 * The sum of what the cells tell; a level is null where no cell tells it.
 *
 * Cells may tell different things: what a half holds beyond its levels is told only as a number.
 *
 * @param {ToldItem} table
 * @returns {WholeJson | null}
 */
export function wholeJson(table) {
  if (table.cells.length === 0) return null;
  /** @type {(number | null)[]} */
  const levels = Array.from({ length: table.levels }, () => null);
  const halves = { low: 0, high: 0 };
  const parts = table.cells.flatMap((cell) => cell.parts);
  for (const part of parts) {
    halves[part.start > 0 ? "high" : "low"] += part.people;
    part.levels?.forEach((people, place) => {
      levels[part.start + place] = (levels[part.start + place] ?? 0) + people;
    });
  }
  const hasHalves = parts.some(({ start }) => start > 0);
  return {
    raters: ratersOf(table),
    low_half: hasHalves ? halves.low : null,
    high_half: hasHalves ? halves.high : null,
    levels,
  };
}

/**
 * Levels from 0 with one decimal, half up.
 *
 * @param {Ratio} value
 * @returns {string}
 */
export function levelText(value) {
  return tenthsText(tenths(value));
}

/**
 * Tenths with a decimal point.
 *
 * @param {number} number
 * @returns {string}
 */
export function tenthsText(number) {
  return `${Math.floor(number / 10)}.${number % 10}`;
}

/**
 * @param {import("./scores.js").AreaFigures} area
 * @returns {AreaJson}
 */
function areaJson({ score, state, coverage, shares, gaps }) {
  return {
    ...(intervalJson(score, pointsJson) ?? { low: null, high: null }),
    state,
    coverage: coverage && shareJson(coverage),
    blocks: fromMap(shares, (share) => share && shareJson(share)),
    gaps: gaps.map(gapJson),
  };
}

/**
 * @param {ItemStatistics} one
 * @returns {ItemJson}
 */
function statisticsJson({ table, mean, points, agreement, spread, gaps }) {
  return {
    told: toldOf(table),
    since: table.since,
    applies: table.applies,
    whole: wholeJson(table),
    blocks: fromMap(table.blocks, (told) => {
      return told && { raters: told.raters, high_half: highHalf(told) };
    }),
    asked: Object.fromEntries(table.asked),
    dont_know: Object.fromEntries(table.dontKnow),
    not_applicable: Object.fromEntries(table.notApplicable),
    mean: intervalJson(mean, levelJson),
    points: intervalJson(points, pointsJson),
    agreement,
    ad: spread?.ad ? levelJson(spread.ad) : null,
    r_wg: spread?.rWg ? levelJson(spread.rWg) : null,
    sd: spread?.variance ? tenthsText(rootTenths(spread.variance)) : null,
    gaps: gaps.map(gapJson),
  };
}

/**
 * @param {Gap} gap
 * @returns {GapJson}
 */
function gapJson({ one, other, difference, flagged }) {
  const { n, d } = difference;
  const points = { exact: ratioText(difference), shown: Number((100n * n) / d) };
  return { blocks: [one, other], gap: points, flagged };
}

/**
 * @param {GroupCondition} line
 * @returns {ConditionJson}
 */
function failedJson({ rule, id, limit, value, items, sure }) {
  if (rule === "gate_apart") {
    return { rule, id, limit: levelJson(limit), value: intervalJson(value, levelJson), items, sure };
  }
  const isShare = [...SHARE_LINES, ...GATE_LINES, "gate_gap", "other_roles"].includes(rule);
  const show = isShare ? shareJson : pointsJson;
  return { rule, id, limit: show(limit), value: intervalJson(value, show), items, sure };
}

/**
 * @template F
 * @param {Interval | null} interval
 * @param {(value: Ratio) => F} show
 * @returns {{low: F, high: F} | null}
 */
function intervalJson(interval, show) {
  return interval && { low: show(interval.low), high: show(interval.high) };
}

/**
 * @template V, W
 * @param {Map<string, V>} table
 * @param {(value: V) => W} write
 * @returns {Record<string, W>}
 */
function fromMap(table, write) {
  return Object.fromEntries([...table].map(([key, value]) => [key, write(value)]));
}

/**
 * @param {Ratio} value
 * @returns {NumberFigure}
 */
function pointsJson(value) {
  return { exact: ratioText(value), shown: floorOf(value) };
}

/**
 * @param {Ratio} value
 * @returns {NumberFigure}
 */
function shareJson(value) {
  return { exact: ratioText(value), shown: percentOf(value) };
}

/**
 * @param {Ratio} value
 * @returns {LevelFigure}
 */
function levelJson(value) {
  return { exact: ratioText(value), shown: levelText(value) };
}
