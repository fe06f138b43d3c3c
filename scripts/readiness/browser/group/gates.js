/**
 * How the gates of a group stand: met, not met, or to be found out (scoring.md 3.6).
 *
 * A gate is met where enough of those who rated or did not know chose its level or a higher one. An
 * honest "don't know" asks for a look: it never decides that a gate is not met.
 */

import { fraction, sumOf } from "../engine/arithmetic.js";
import { isBelow } from "../engine/ratio.js";
import { highestOf, lowestOf, ratersOf } from "./told_tables.js";

/** @typedef {import("../engine/types.js").GateResult} GateResult */
/** @typedef {import("../engine/types.js").GroupRules} GroupRules */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {"met" | "not_met" | "find_out"} GroupGateState */
/**
 * @typedef {object} GroupGate
 * @property {string} item
 * @property {"stop" | "hold"} effect
 * @property {number} min counts levels from 1
 * @property {GroupGateState} state
 */

/** @type {Record<GroupGateState, import("../engine/types.js").GateState>} */
const AS_SINGLE = { met: "passed", not_met: "failed", find_out: "dont_know" };

/**
 * How each gate stands, in order of reporting.
 *
 * @param {import("../engine/types.js").Questionnaire} questionnaire
 * @param {import("./item_statistics.js").ItemStatistics[]} items
 * @returns {GroupGate[]}
 */
export function readGroupGates({ group }, items) {
  return items.flatMap(({ item: { id, gate }, table }) => {
    if (gate === null) return [];
    const { effect, min } = gate;
    return [{ item: id, effect, min, state: gateStateOf(table, min, group) }];
  });
}

/**
 * A gate as the rules for one respondent read it.
 *
 * @param {GroupGate} gate
 * @returns {GateResult}
 */
export function single({ item, effect, min, state }) {
  return { item, effect, min, level: null, state: AS_SINGLE[state] };
}

/**
 * @param {ToldItem} table
 * @param {number} least
 * @param {GroupRules} rules
 * @returns {GroupGateState}
 */
function gateStateOf(table, least, { gateShare }) {
  const raters = ratersOf(table);
  if (raters === 0) return "find_out";
  const most = mostInDoubt(table);
  const surely = fraction(sumOf(lowestOf(table).slice(least - 1)), raters + most);
  const perhaps = fraction(sumOf(highestOf(table).slice(least - 1)) + most, raters + most);
  if (!isBelow(surely, gateShare)) return "met";
  return isBelow(perhaps, gateShare) ? "not_met" : "find_out";
}

/**
 * How many did not know at most; where nearly all of a block did, that is all of it.
 *
 * @param {ToldItem} table
 * @returns {number}
 */
function mostInDoubt({ dontKnow, asked }) {
  return sumOf([...dontKnow].map(([block, known]) => known ?? asked.get(block) ?? 0));
}
