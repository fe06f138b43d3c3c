/**
 * What may be told after an earlier report: its readers compare, so what has moved is a table too.
 *
 * In each block and cell, what was gained, lost and kept since then are blocks of their own under the
 * same rules. Where too few people moved from part to part, the earlier table of the item stays. A
 * table that was renewed cannot lose people again, and stays once it has. A part told only as a
 * number stays a number (scoring.md 3.6, later reports).
 */

import { sumOf } from "../engine/arithmetic.js";
import { addedLevels, gatherCells, isExposed, isOneMinded, partCounts, tellCell } from "./cell_rules.js";

/** @typedef {import("./cell_rules.js").Counts} Counts */
/** @typedef {import("./cell_rules.js").ItemRatings} ItemRatings */
/** @typedef {import("./told_tables.js").ToldCell} ToldCell */
/** @typedef {import("./told_tables.js").ToldItem} ToldItem */
/** @typedef {import("./told_tables.js").ToldPart} ToldPart */
/** @typedef {(now: number, old: number) => number} Move */
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
  const cells = before.renewed === "lost" ? null : continuedCells(before, ratings);
  if (cells === null) return { ...before, since: before.since ?? earlier.day };
  const lost = before.cells.some((old, place) => cells[place] !== old && hasLost(before, old, ratings));
  return { ...fresh, cells, renewed: lost ? "lost" : "gained" };
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
  if (joining.length === 0 && cells.every((cell, place) => cell === before.cells[place])) return null;
  return [...cells, ...gatherCells(ratings, joining).map((blocks) => tellCell(ratings, blocks))];
}

/**
 * A cell as of today, as it was where nobody moved to another part, null at too few.
 *
 * @param {ToldItem} before
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @returns {ToldCell | null}
 */
function continuedCell(before, cell, ratings) {
  const { kMin, colluders } = ratings.rules;
  const toldBefore = cell.parts.some(({ levels }) => levels !== null);
  if (toldBefore && !ratings.tellsParts(cell.blocks)) return null;
  const gained = blockMoves(before, cell, ratings, gainOf);
  const lost = blockMoves(before, cell, ratings, lossOf);
  if (sumOf([...gained, ...lost].map(sumOf)) === 0) return cell;
  const own = cellMoves(cell, ratings, gainOf);
  const singly = [...gained, ...lost].map((block) => [block]);
  const all = [...singly, own, cellMoves(cell, ratings, lossOf)];
  if (all.some((moved) => isTooLittle(moved, kMin))) return null;
  if (hasLost(before, cell, ratings)) {
    const kept = blockMoves(before, cell, ratings, keptPeople);
    return before.renewed === null ? afterALoss(cell, ratings, gained, lost, kept) : null;
  }
  const now = tellCell(ratings, cell.blocks);
  const parts = now.parts.map((part, place) => {
    const wasTold = (cell.parts[place]?.levels ?? null) !== null;
    return wasTold && mayShow(gained, own, place, colluders) ? part : { ...part, levels: null };
  });
  return { ...now, parts };
}

/**
 * @param {ToldItem} before
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @returns {boolean}
 */
function hasLost(before, cell, ratings) {
  const lost = [...blockMoves(before, cell, ratings, lossOf), ...cellMoves(cell, ratings, lossOf)];
  return lost.some((people) => sumOf(people) > 0);
}

/**
 * A cell that lost people: level by level only where no part of a table is exposed.
 *
 * How single levels are held decides nothing here: what is not told would give them away.
 *
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @param {Counts[]} gained
 * @param {Counts[]} lost
 * @param {Counts[]} kept
 * @returns {ToldCell | null}
 */
function afterALoss(cell, ratings, gained, lost, kept) {
  const { kMin, colluders } = ratings.rules;
  if (cell.parts.length === 1 || kept.some((block) => isTooLittle([block], kMin))) return null;
  if (cell.parts.some((old) => givesAway(old, kMin, colluders))) return null;
  const today = cell.blocks.map((block) => ratings.of(block));
  const total = addedLevels(today);
  const counted = today.map((counts) => partCounts(ratings.item, counts));
  const parts = cell.parts.map((old, place) => {
    const levels = total.slice(old.start, old.end);
    const shows = old.levels !== null && ![gained, lost, kept, counted].some((blocks) => {
      return isExposed([...blocks, addedLevels(blocks)], place, colluders);
    });
    return { ...old, people: sumOf(levels), levels: shows ? levels : null };
  });
  return { ...cell, raters: sumOf(total), parts };
}

/**
 * Tell whether an earlier part shows the level of any who are known to have been in it.
 *
 * In a part with fewer people no block of `kMin` can have all but `colluders` of its people.
 *
 * @param {ToldPart} old
 * @param {number} kMin
 * @param {number} colluders
 * @returns {boolean}
 */
function givesAway({ people, levels }, kMin, colluders) {
  return levels !== null && people >= kMin - colluders && isOneMinded(levels, colluders);
}

/**
 * What each block gained, lost or kept, part by part.
 *
 * @param {ToldItem} before
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @param {Move} move
 * @returns {Counts[]}
 */
function blockMoves(before, { blocks }, ratings, move) {
  return blocks.map((block) => {
    return movesOf(partCounts(ratings.item, ratings.of(block)), before.blocks.get(block)?.parts ?? [], move);
  });
}

/**
 * What a cell gained or lost: for each part its levels, or its number where no more is told.
 *
 * @param {ToldCell} cell
 * @param {ItemRatings} ratings
 * @param {Move} move
 * @returns {Counts[]}
 */
function cellMoves({ blocks, parts }, ratings, move) {
  const total = addedLevels(blocks.map((block) => ratings.of(block)));
  return parts.map(({ start, end, people, levels }) => {
    const now = total.slice(start, end);
    return levels === null ? movesOf([sumOf(now)], [people], move) : movesOf(now, levels, move);
  });
}

/**
 * Tell whether there are people, but all together fewer than may be told of.
 *
 * @param {Counts[]} moved
 * @param {number} least
 * @returns {boolean}
 */
function isTooLittle(moved, least) {
  const size = sumOf(moved.map(sumOf));
  return size > 0 && size < least;
}

/**
 * Tell whether what was gained in a part may be seen level by level.
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
 * @param {Move} move
 * @returns {Counts}
 */
function movesOf(now, old, move) {
  return now.map((people, place) => move(people, old[place] ?? 0));
}

/** @type {Move} */
function gainOf(now, old) {
  return Math.max(0, now - old);
}

/** @type {Move} */
function lossOf(now, old) {
  return Math.max(0, old - now);
}

/** @type {Move} */
function keptPeople(now, old) {
  return Math.min(now, old);
}
