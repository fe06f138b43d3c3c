/**
 * A group report as `readiness score --group --json` prints it; nothing is computed here.
 *
 * A figure is `{exact, shown}`; where only a range may be told it has "to" as well, and "shown" is
 * its lower end. A report that hides anything never holds exact ratios. Scores and shares are
 * shown as the floor; levels as texts with one decimal. What is hidden is `{suppressed: true}`.
 */

import { rootTenths, tenthsOf } from "./agreement.js";
import { negative } from "./arithmetic.js";
import { HIDES_NOTHING } from "./protection.js";
import { floorOf, percentOf, ratioText } from "./ratio.js";

/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./cells.js").Range} Range */
/** @typedef {import("./cells.js").Cell} Cell */
/** @typedef {import("./talk.js").Gap} Gap */
/** @typedef {(value: Ratio) => number | string} Shower */
/** @typedef {{exact: string | null, shown: number | string, to?: number | string}} Figure */

const SHARE_RULES = ["completeness", "dont_know", "dimension_unscored", "theme_unscored"];
const GATE_RULES = ["gate_failed", "gate_dont_know", "gate_unanswered"];

/**
 * A report ready for JSON; under `kMin` people, which is null, it holds no figure.
 *
 * @param {import("./types.js").Questionnaire} questionnaire
 * @param {import("./group.js").Report | null} report
 * @returns {Record<string, any>}
 */
export function groupJson({ id, edition, group }, report) {
  const questionnaire = { id, edition };
  if (report === null) {
    const suppressed = `not shown: fewer than ${group.kMin} people`;
    return { questionnaire, suppressed, verdict: "none", index: null };
  }
  const written = reportJson(report, group.kMin === HIDES_NOTHING);
  return { questionnaire, suppressed: null, ...written };
}

/**
 * @param {import("./group.js").Report} report
 * @param {boolean} exact
 * @returns {Record<string, any>}
 */
function reportJson(report, exact) {
  const shares = (/** @type {Ratio | null} */ value) => value && oneFigure(value, percentOf, exact);
  return {
    verdict: report.verdict,
    respondents: report.people,
    roles: fromPairs(report.roles, (size) => (size === null ? hidden() : { respondents: size })),
    left_out: report.leftOut,
    other_editions: report.otherEditions.map(([edition, count]) => ({ edition, count })),
    index: told(report.index, floorOf, exact),
    completeness: told(report.completeness, percentOf, exact),
    dont_know_share: told(report.dontKnowShare, percentOf, exact),
    dimensions: fromPairs(report.dimensions.map((one) => [one.id, one]), (one) => ({
      score: told(one.score, floorOf, exact),
      coverage: shares(one.coverage),
      state: one.state,
    })),
    themes: fromPairs(report.themes.map((theme) => [theme.id, theme]), (theme) => ({
      dimension: theme.dimension,
      score: told(theme.score, floorOf, exact),
      coverage: shares(theme.coverage),
      state: theme.state,
      roles: fromPairs(theme.roles, (score) => told(score, floorOf, exact) ?? hidden()),
      gaps: theme.gaps.map((gap) => gapJson(gap, towardZero, exact)),
    })),
    items: fromPairs(report.items.map((view) => [view.item.id, view]), (view) =>
      itemJson(view, report.gaps.get(view.item.id) ?? [], exact),
    ),
    gates: fromPairs(report.gates.map((gate) => [gate.item, gate]), (gate) => ({
      effect: gate.effect,
      min: gate.min,
      state: gate.state,
      share: shares(gate.share),
    })),
    conditions: report.conditions.map((line) => conditionAsTold(line, exact)),
    talk_first: report.talkFirst,
  };
}

/**
 * @param {import("./cells.js").ItemView} view
 * @param {Gap[]} gaps
 * @param {boolean} exact
 * @returns {Record<string, any>}
 */
function itemJson({ total, roles: cells, dontKnow, spread, distribution }, gaps, exact) {
  const roles = fromPairs(cells, (cell) => (cell ? cellJson(cell, exact) : hidden()));
  if (total === null) return { ...hidden(), roles };
  const level = (/** @type {Ratio | null | undefined} */ value) => {
    return value ? oneFigure(value, levelText, exact) : null;
  };
  return {
    ...cellJson(total, exact),
    dont_know_share: told(dontKnow, percentOf, exact),
    ad: level(spread?.ad),
    r_wg: level(spread?.rWg),
    variance: level(spread?.variance),
    sd: spread?.variance ? tenthsText(rootTenths(spread.variance)) : null,
    distribution,
    roles,
    gaps: gaps.map((gap) => gapJson(gap, levelText, exact)),
  };
}

/**
 * @param {Cell} cell
 * @param {boolean} exact
 * @returns {Record<string, any>}
 */
function cellJson({ raters, mean, points, apart }, exact) {
  return {
    raters: rangeFigure(raters, floorOf, exact),
    mean: rangeFigure(mean, levelText, exact),
    points: rangeFigure(points, floorOf, exact),
    apart,
  };
}

/**
 * @param {Gap} gap
 * @param {Shower} show
 * @param {boolean} exact
 * @returns {object}
 */
function gapJson({ one, other, gap, flagged }, show, exact) {
  return { roles: [one, other], gap: rangeFigure(gap, show, exact), flagged };
}

/**
 * @param {import("./group_verdict.js").GroupCondition} line
 * @param {boolean} exact
 * @returns {object}
 */
function conditionAsTold({ rule, id, limit, value, items }, exact) {
  const show = showerOf(rule);
  return { rule, id, limit: oneFigure(limit, show, true), value: told(value, show, exact), items };
}

/**
 * @param {string} rule
 * @returns {Shower}
 */
function showerOf(rule) {
  if (rule === "gate_apart" || rule === "gate_gap") return levelText;
  const isShare = rule === "other_roles" || [...SHARE_RULES, ...GATE_RULES].includes(rule);
  return isShare ? percentOf : floorOf;
}

/**
 * @template V
 * @param {Iterable<[string, V]>} pairs
 * @param {(value: V) => unknown} write
 * @returns {Record<string, unknown>}
 */
function fromPairs(pairs, write) {
  return Object.fromEntries([...pairs].map(([key, value]) => [key, write(value)]));
}

/**
 * @returns {{suppressed: true}}
 */
function hidden() {
  return { suppressed: true };
}

/**
 * @param {Range | null} figure
 * @param {Shower} show
 * @param {boolean} exact
 * @returns {Figure | null}
 */
function told(figure, show, exact) {
  return figure && rangeFigure(figure, show, exact);
}

/**
 * @param {Range} figure
 * @param {Shower} show
 * @param {boolean} exact
 * @returns {Figure}
 */
function rangeFigure({ low, high }, show, exact) {
  const figure = oneFigure(low, show, exact);
  const to = show(high);
  return to === figure.shown ? figure : { ...figure, to };
}

/**
 * @param {Ratio} value
 * @param {Shower} show
 * @param {boolean} exact
 * @returns {Figure}
 */
function oneFigure(value, show, exact) {
  return { exact: exact ? ratioText(value) : null, shown: show(value) };
}

/**
 * Levels, or a difference of levels, with one decimal, half away from 0.
 *
 * @param {Ratio} value
 * @returns {string}
 */
function levelText(value) {
  if (value.n >= 0n) return tenthsText(tenthsOf(value));
  const text = tenthsText(tenthsOf(negative(value)));
  return text === "0.0" ? text : `-${text}`;
}

/**
 * @param {number} tenths
 * @returns {string}
 */
function tenthsText(tenths) {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/**
 * @param {Ratio} value
 * @returns {number}
 */
function towardZero({ n, d }) {
  return Number(n / d);
}
