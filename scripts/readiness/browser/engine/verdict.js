/**
 * How the gates stand, the verdict, and the failed lines that explain it: the first rule that
 * fits decides (scoring.md 3.4). What does not apply or was not asked takes no part.
 */

import { compare, isBelow, whole } from "./ratio.js";
import { idsInState } from "./responses.js";

/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Ratio} Ratio */
/** @typedef {import("./types.js").Scores} Scores */
/** @typedef {import("./types.js").Condition} Condition */
/** @typedef {import("./types.js").GateResult} GateResult */
/** @typedef {import("./types.js").GateState} GateState */
/** @typedef {import("./types.js").Verdict} Verdict */
/** @typedef {import("./types.js").VerdictRules} VerdictRules */

/** @type {Verdict[]} in the order in which they are tried */
const HELD_BACK = ["none", "not_yet", "conditions"];

/** @type {Record<"dontKnow" | "notApplicable" | "unanswered" | "notAsked", GateState>} */
const OPEN_GATES = {
  dontKnow: "dont_know",
  notApplicable: "unanswered",
  unanswered: "unanswered",
  notAsked: "not_asked",
};

/**
 * @param {Given} given
 * @returns {GateResult[]}
 */
export function readGates(given) {
  /** @type {GateResult[]} */
  const gates = [];
  for (const { item, state, level } of given.values()) {
    if (item.gate === null) continue;
    const { min, effect } = item.gate;
    const reached = level >= min ? "passed" : "failed";
    gates.push({
      item: item.id,
      effect,
      min,
      level: state === "rated" ? level : null,
      state: state === "rated" ? reached : OPEN_GATES[state],
    });
  }
  return gates;
}

/**
 * The verdict with the failed lines of the rule that decided.
 *
 * @param {VerdictRules} rules
 * @param {Given} given
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @returns {{verdict: Verdict, conditions: Condition[]}}
 */
export function judge(rules, given, gates, scores) {
  for (const verdict of HELD_BACK) {
    const conditions = explain(rules, given, gates, scores, verdict);
    if (conditions.length > 0) return { verdict, conditions };
  }
  return { verdict: "ready", conditions: [] };
}

/**
 * The failed lines that make this verdict.
 *
 * @param {VerdictRules} rules
 * @param {Given} given
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @param {Verdict} verdict
 * @returns {Condition[]}
 */
export function explain(rules, given, gates, scores, verdict) {
  if (verdict === "none") return missingForVerdict(rules, given, gates, scores);
  if (verdict === "not_yet") return missingForNotYet(rules, gates, scores);
  return verdict === "conditions" ? missingForReady(rules, given, gates, scores) : [];
}

/**
 * Rule 1: too little is answered to judge.
 *
 * @param {VerdictRules} rules
 * @param {Given} given
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @returns {Condition[]}
 */
function missingForVerdict({ completeness, themeShare }, given, gates, scores) {
  const { score, verdict } = completeness;
  const least = isBelow(score, verdict) ? verdict : score;
  const reached = scores.completeness;
  /** @type {Condition[]} */
  const lines = [];
  if (reached === null || isBelow(reached, least)) {
    lines.push(failedLine("completeness", null, least, reached, idsInState(given, "unanswered")));
  }
  for (const { id, state, coverage } of scores.dimensions) {
    if (state !== "not_enough") continue;
    const open = scores.themes.filter((theme) => theme.dimension === id && isUnscored(theme));
    const unknown = open.flatMap((theme) => theme.unknown);
    lines.push(failedLine("dimension_unscored", id, themeShare, coverage, unknown));
  }
  return [...lines, ...openGates(gates, "unanswered", "gate_unanswered")];
}

/**
 * Rule 2: a foundation is missing.
 *
 * @param {VerdictRules} rules
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @returns {Condition[]}
 */
function missingForNotYet({ notYet }, gates, scores) {
  const stopped = failedGates(gates.filter(({ effect }) => effect === "stop"));
  return [...stopped, ...scoresBelow(scores, notYet)];
}

/**
 * Rule 3: what "ready" still asks for.
 *
 * @param {VerdictRules} rules
 * @param {Given} given
 * @param {GateResult[]} gates
 * @param {Scores} scores
 * @returns {Condition[]}
 */
function missingForReady({ ready, themeShare }, given, gates, scores) {
  const lines = [
    ...failedGates(gates),
    ...openGates(gates, "dont_know", "gate_dont_know"),
    ...scoresBelow(scores, ready),
    ...scores.themes
      .filter(isUnscored)
      .map(({ id, coverage, unknown }) =>
        failedLine("theme_unscored", id, themeShare, coverage, unknown),
      ),
  ];
  const share = scores.dontKnowShare;
  if (share !== null && compare(share, ready.dontKnow) > 0) {
    lines.push(failedLine("dont_know", null, ready.dontKnow, share, idsInState(given, "dontKnow")));
  }
  return lines;
}

/**
 * @param {GateResult[]} gates
 * @returns {Condition[]}
 */
function failedGates(gates) {
  return gates
    .filter(({ state }) => state === "failed")
    .map(({ item, min, level }) => {
      return failedLine("gate_failed", item, whole(min), whole(level ?? 0), []);
    });
}

/**
 * @param {GateResult[]} gates
 * @param {GateState} wanted
 * @param {Line} rule
 * @returns {Condition[]}
 */
function openGates(gates, wanted, rule) {
  return gates
    .filter(({ state }) => state === wanted)
    .map(({ item, min }) => failedLine(rule, item, whole(min), null, [item]));
}

/**
 * A line for each score below its cut-off or floor.
 *
 * @param {Scores} scores
 * @param {import("./types.js").Cuts} cuts
 * @returns {Condition[]}
 */
function scoresBelow({ index, dimensions, themes }, cuts) {
  /** @type {[Line, string | null, Ratio, Ratio | null][]} */
  const rows = [
    ["index", null, cuts.index, index],
    ...dimensions.map(({ id, score }) => rowOf("dimension", id, cuts.dimension, score)),
    ...themes.map(({ id, score }) => rowOf("theme", id, cuts.theme, score)),
  ];
  return rows
    .filter(([, , limit, value]) => value !== null && isBelow(value, limit))
    .map(([rule, id, limit, value]) => failedLine(rule, id, limit, value, []));
}

/**
 * @param {Line} rule
 * @param {string} id
 * @param {Ratio} limit
 * @param {Ratio | null} value
 * @returns {[Line, string, Ratio, Ratio | null]}
 */
function rowOf(rule, id, limit, value) {
  return [rule, id, limit, value];
}

/**
 * @param {import("./types.js").ThemeScore} theme
 * @returns {boolean}
 */
function isUnscored({ state }) {
  return state === "not_enough";
}

/**
 * @param {Line} rule
 * @param {string | null} id
 * @param {Ratio} limit
 * @param {Ratio | null} value
 * @param {string[]} items
 * @returns {Condition}
 */
function failedLine(rule, id, limit, value, items) {
  return { rule, id, limit, value, items };
}
