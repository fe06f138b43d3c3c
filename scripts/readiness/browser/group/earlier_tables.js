/**
 * What may be told after an earlier report: its readers compare, so what has moved is a table too.
 *
 * In each block and cell, what was gained and what was lost since then are blocks of their own
 * under the same rules. Where too few marks moved, the earlier table of the item stays. A part that
 * was told only as a number stays a number (scoring.md 3.6, later reports).
 */

import { sumOf } from "../engine/arithmetic.js";
import { addedLevels, gatherCells, isExposed, isOneMinded, partCounts, tellCell } from "./cell_rules.js";

/** @typedef {import("./cell_rules.js").Counts} Counts */
/** @typedef {import("./cell_rules.js").ItemRatings} ItemRatings */
/** @typedef {import("./told_tables.js").ToldCell} ToldCell */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/**
 * @typedef {object} EarlierTables the tables of the last report that went out
 * @property {string} day as in ISO 8601
 * @property {import("./told_tables.js").ToldTables} tables
 */

/**
 * The table of an item that may be told beside the one its readers have.
 *
 * @param {EarlierTables} earlier
 * @param {ToldItem} fresh
 * @param {ItemRatings} ratings
 * @returns {ToldItem}
 */
export function following(earlier, fresh, ratings) {
  const before = earlier.tables.items.get(fresh.id);
  if (before === undefined || before.cells.length === 0) return fresh;
  const cells = continuedCells(before, ratings);
  if (cells === null) return { ...before, since: before.since ?? earlier.day };
  return { ...fresh, cells };
}

/**
 * The cells of today, made as they were made before; null where they must stay.
 *
 * @param {ToldItem} before
 * @param {ItemRatings} ratings
 * @returns {ToldCell[] | null}
 */
function continuedCells(before, ratings) {
  const known = before.cells.flatMap(({ blocks }) => blocks);
  if (known.some((block) => !ratings.blocks.has(block))) return null;
  const cells = before.cells.flatMap((cell) => continuedCell(before, cell, ratings) ?? []);
  if (cells.length < before.cells.length) return null;
  const joining = [...ratings.blocks.keys()].filter((block) => !known.includes(block));
  return [...cells, ...gatherCells(ratings, joining).map((blocks) => tellCell(ratings, blocks))];
}

/**
 * @param {ToldItem} before
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @returns {ToldCell | null}
 */
function continuedCell(before, cell, ratings) {
  const { kMin, colluders } = ratings.rules;
  const toldBefore = cell.parts.some(({ levels }) => levels !== null);
  if (toldBefore && !ratings.tellsParts(cell.blocks)) return null;
  const moved = [1, -1].map((sign) => ({
    blocks: blockMoves(before, cell, ratings, sign),
    own: cellMoves(cell, ratings, sign),
  }));
  if (moved.some(({ blocks, own }) => isTooLittle(blocks, own, kMin))) return null;
  const now = tellCell(ratings, cell.blocks);
  const parts = now.parts.map((part, place) => {
    const wasTold = (cell.parts[place]?.levels ?? null) !== null;
    const mayStay = moved.every(({ blocks, own }) => mayShow(blocks, own, place, colluders));
    return wasTold && mayStay ? part : { ...part, levels: null };
  });
  return { ...now, parts };
}

/**
 * What each block gained (sign 1) or lost (-1), part by part.
 *
 * @param {ToldItem} before
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @param {number} sign
 * @returns {Counts[]}
 */
function blockMoves(before, { blocks }, ratings, sign) {
  return blocks.map((block) => {
    return movesOf(partCounts(ratings.item, ratings.of(block)), before.blocks.get(block)?.parts ?? [], sign);
  });
}

/**
 * What a cell gained or lost: for each part its levels, or its number where no more is told.
 *
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @param {number} sign
 * @returns {Counts[]}
 */
function cellMoves({ blocks, parts }, ratings, sign) {
  const total = addedLevels(blocks.map((block) => ratings.of(block)));
  return parts.map(({ start, end, people, levels }) => {
    const now = total.slice(start, end);
    return levels === null ? movesOf([sumOf(now)], [people], sign) : movesOf(now, levels, sign);
  });
}

/**
 * Tell whether some block, or all together, moved fewer marks than may be told of.
 *
 * @param {Counts[]} blocks
 * @param {Counts[]} own
 * @param {number} least
 * @returns {boolean}
 */
function isTooLittle(blocks, own, least) {
  const sizes = [...blocks.map(sumOf), sumOf(own.map(sumOf))];
  return sizes.some((size) => size > 0 && size < least);
}

/**
 * Tell whether what moved in a part may be seen level by level.
 *
 * @param {Counts[]} blocks
 * @param {Counts[]} own
 * @param {number} place
 * @param {number} colluders
 * @returns {boolean}
 */
function mayShow(blocks, own, place, colluders) {
  const levels = own[place] ?? [];
  if (sumOf(levels) === 0) return true;
  return !(isExposed([...blocks, own.map(sumOf)], place, colluders) && isOneMinded(levels, colluders));
}

/**
 * @param {Counts} now
 * @param {Counts} old nobody where it is empty
 * @param {number} sign
 * @returns {Counts}
 */
function movesOf(now, old, sign) {
  return now.map((people, place) => Math.max(0, sign * (people - (old[place] ?? 0))));
}
