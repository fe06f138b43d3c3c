/**
 * Decides what may be told of the answers to one item; whatever is not decided here is not told.
 *
 * Promise: nobody can work out which level any other single person chose, not even `colluders`
 * people who put their answers together. What nearly everybody agrees on is told as a half of the
 * scale. Rules and proof: scoring.md 3.6. Readers only: whoever holds the files can read them.
 */

import { sumOf } from "../engine/arithmetic.js";
import { EVERYONE, everyone, joined } from "./breakdown.js";
import { ItemRatings, gatherCells, partCounts, tellCell } from "./cell_rules.js";
import { following } from "./earlier_tables.js";
import { added } from "./frequencies.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../engine/types.js").GroupRules} GroupRules */
/** @typedef {import("./breakdown.js").Block} Block */
/** @typedef {import("./earlier_tables.js").EarlierTables} EarlierTables */
/** @typedef {import("./frequencies.js").Frequencies} Frequencies */
/** @typedef {import("./frequencies.js").Histogram} Histogram */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {Map<string, Histogram>} Answers by block */

/**
 * What may be told of a group; after an earlier report, only what is safe beside it.
 *
 * Without a breakdown everyone is one block. Under `kMin` people nothing is told.
 *
 * @param {Questionnaire} questionnaire
 * @param {Frequencies} frequencies
 * @param {Block[]} [breakdown]
 * @param {EarlierTables | null} [earlier]
 * @returns {import("./told_tables.js").ToldTables}
 */
export function tell(questionnaire, frequencies, breakdown = [], earlier = null) {
  const { roles, items, group } = questionnaire;
  const { people, leftOut, otherEditions } = frequencies;
  const chosen = breakdown.length > 0 ? breakdown : everyone(questionnaire);
  const blocks = joined(questionnaire, people, chosen);
  const sizeOf = (/** @type {(string | null)[]} */ some) => sumOf(some.map((role) => people.get(role) ?? 0));
  const sizes = new Map(blocks.map((block) => [block.id, sizeOf(block.roles)]));
  const respondents = sumOf([...sizes.values()]);
  if (respondents < group.kMin) return nothingTold();
  const others = sizeOf(roles.slice(1).map(({ id }) => id));
  return {
    respondents,
    breakdown: sizes,
    items: new Map(items.map((item) => {
      const answers = answersByBlock(item, frequencies, blocks);
      return [item.id, tellItem(item, answers, group, earlier)];
    })),
    mostlyLeaders: roles.length > 1 && 2 * others < respondents,
    outside: frequencies.respondents - respondents,
    leftOut,
    otherEditions,
  };
}

/**
 * @returns {import("./told_tables.js").ToldTables} of too few people
 */
function nothingTold() {
  return {
    respondents: null,
    breakdown: new Map(),
    items: new Map(),
    mostlyLeaders: false,
    outside: 0,
    leftOut: 0,
    otherEditions: [],
  };
}

/**
 * The histogram of each block in which somebody was asked.
 *
 * @param {Item} item
 * @param {Frequencies} frequencies
 * @param {Block[]} blocks
 * @returns {Answers}
 */
function answersByBlock(item, { items }, blocks) {
  /** @type {Answers} */
  const found = new Map();
  for (const { id, roles } of blocks) {
    const asked = roles.flatMap((role) => {
      const histogram = items.get(item.id)?.get(role);
      return histogram ? [histogram] : [];
    });
    if (asked.length > 0) found.set(id, added(item, asked));
  }
  return found;
}

/**
 * @param {Item} item
 * @param {Answers} answers
 * @param {GroupRules} rules
 * @param {EarlierTables | null} earlier
 * @returns {ToldItem}
 */
function tellItem(item, answers, rules, earlier) {
  const rated = [...answers].map(([block, histogram]) => ({ block, counts: histogram.slice(0, -3) }));
  const enough = rated.filter(({ counts }) => sumOf(counts) >= rules.kMin);
  const known = new Map(enough.map(({ block, counts }) => [block, counts]));
  const ratings = new ItemRatings(item, known, rules, answers.has(EVERYONE));
  const cells = gatherCells(ratings, [...known.keys()]);
  /** @type {ToldItem} */
  const fresh = {
    id: item.id,
    levels: item.levels,
    asked: eachBlock(answers, sumOf),
    blocks: new Map([...answers.keys()].map((block) => [block, tellBlock(ratings, block)])),
    cells: cells.map((blocks) => tellCell(ratings, blocks)),
    dontKnow: eachBlock(answers, (histogram) => stateCount(histogram, -3, rules)),
    notApplicable: eachBlock(answers, (histogram) => stateCount(histogram, -2, rules)),
    applies: appliesTo([...answers.values()], rules),
    since: null,
    renewed: null,
  };
  return earlier === null ? fresh : following(earlier, fresh, ratings);
}

/**
 * @template T
 * @param {Answers} answers
 * @param {(histogram: Histogram) => T} read
 * @returns {Map<string, T>}
 */
function eachBlock(answers, read) {
  return new Map([...answers].map(([block, histogram]) => [block, read(histogram)]));
}

/**
 * @param {ItemRatings} ratings
 * @param {string} block
 * @returns {import("./told_tables.js").ToldBlock | null}
 */
function tellBlock({ item, blocks }, block) {
  const counts = blocks.get(block);
  return counts ? { raters: sumOf(counts), parts: partCounts(item, counts) } : null;
}

/**
 * How many gave an answer without a level; null where nearly everybody did.
 *
 * @param {Histogram} histogram
 * @param {number} place
 * @param {GroupRules} rules
 * @returns {number | null}
 */
function stateCount(histogram, place, { colluders }) {
  const given = histogram.at(place) ?? 0;
  return sumOf(histogram) - given > colluders ? given : null;
}

/**
 * Tell whether an item concerns the group: enough people, or anybody in doubt.
 *
 * @param {Histogram[]} histograms
 * @param {GroupRules} rules
 * @returns {boolean}
 */
function appliesTo(histograms, { kMin }) {
  return histograms.some((histogram) => {
    const concerned = sumOf(histogram) - (histogram.at(-2) ?? 0);
    return histogram.at(-3) || histogram.at(-1) || concerned >= kMin;
  });
}
