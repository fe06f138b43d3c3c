/**
 * The told tables with what a meeting agreed on: of such an item everybody stands on the agreed
 * level, all others stay as they were told. Reads and makes told tables, nothing else.
 */

import { sumOf } from "../engine/arithmetic.js";
import { partsOf } from "../group/cell_rules.js";

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {import("../engine/types.js").Item} Item */
/** @typedef {import("../group/told_tables.js").ToldItem} ToldItem */
/** @typedef {import("../group/told_tables.js").ToldTables} ToldTables */

/**
 * Put agreed levels in place of what was told of their items.
 *
 * @param {Questionnaire} questionnaire
 * @param {ToldTables} tables
 * @param {Map<string, number>} levels by item, counted from 1
 * @returns {ToldTables}
 */
export function agreedTables({ items }, tables, levels) {
  const told = new Map(tables.items);
  for (const item of items) {
    const level = levels.get(item.id);
    if (level !== undefined) told.set(item.id, agreedItem(item, tables, level));
  }
  return { ...tables, items: told };
}

/**
 * @param {Item} item
 * @param {ToldTables} tables
 * @param {number} level
 * @returns {ToldItem}
 */
function agreedItem(item, { items, breakdown }, level) {
  const told = items.get(item.id);
  const asked = told !== undefined && told.asked.size > 0 ? told.asked : breakdown;
  const holds = (/** @type {number} */ start, /** @type {number} */ end) => start < level && level <= end;
  const blocks = new Map([...asked].map(([block, people]) => {
    const parts = partsOf(item).map(([start, end]) => (holds(start, end) ? people : 0));
    return [block, { raters: people, parts }];
  }));
  const raters = sumOf([...asked.values()]);
  const parts = partsOf(item).map(([start, end]) => {
    const levels = Array.from({ length: end - start }, (_, at) => (start + at + 1 === level ? raters : 0));
    return { start, end, people: sumOf(levels), levels };
  });
  const nobody = new Map([...asked.keys()].map((block) => [block, 0]));
  return {
    id: item.id,
    levels: item.levels,
    asked,
    blocks,
    cells: [{ blocks: [...asked.keys()], raters, parts }],
    dontKnow: nobody,
    notApplicable: nobody,
    applies: true,
    since: null,
    renewed: null,
  };
}
