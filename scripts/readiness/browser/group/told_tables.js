/**
 * What a group report is made from: for each item one table that may be told, and nothing more.
 *
 * Everything that goes out follows from these tables. They hold no answer of a person and no count
 * that is not told; the rules that make them are in `disclosure_control.js` (scoring.md 3.6). This
 * module and whatever stands behind it never sees a count or a file.
 */

/** @typedef {readonly number[]} Levels people by level, or by part */
/**
 * @typedef {object} ToldPart a half of a scale, or all of a scale that has no halves
 * @property {number} start level, from 0
 * @property {number} end beyond the last level
 * @property {number} people
 * @property {Levels | null} levels how many chose each; null where only their number is told
 *
 * @typedef {object} ToldBlock how many rated, and how many of them chose each part
 * @property {number} raters
 * @property {Levels} parts
 *
 * @typedef {object} ToldCell blocks whose ratings are told together, part by part
 * @property {string[]} blocks
 * @property {number} raters
 * @property {ToldPart[]} parts
 *
 * @typedef {object} ToldItem the table of one item
 * @property {string} id
 * @property {number} levels how many its scale has
 * @property {Map<string, number>} asked people by block
 * @property {Map<string, ToldBlock | null>} blocks null where too few people rated
 * @property {ToldCell[]} cells
 * @property {Map<string, number | null>} dontKnow null where nearly everybody gave that answer
 * @property {Map<string, number | null>} notApplicable likewise
 * @property {boolean} applies false where too few were concerned and none of those was in doubt
 * @property {string | null} since the day of an earlier report whose table stays
 * @property {"gained" | "lost" | null} renewed how an earlier table was replaced
 *
 * @typedef {object} ToldTables all that is told of a group
 * @property {number | null} respondents null where there are too few people; then there is no item
 * @property {Map<string, number>} breakdown people by block
 * @property {Map<string, ToldItem>} items
 * @property {boolean} mostlyLeaders whether fewer than half named a role other than the first
 * @property {number} outside people of roles that came later and are too few
 * @property {number | null} leftOut null where nobody knows
 * @property {[string, number][] | null} otherEditions likewise
 */

/**
 * How many of a block chose the high half; null on a scale without halves.
 *
 * @param {ToldBlock} block
 * @returns {number | null}
 */
export function highHalf({ parts }) {
  return parts[1] ?? null;
}

/**
 * How many ratings are told of.
 *
 * @param {ToldItem} table
 * @returns {number}
 */
export function ratersOf({ cells }) {
  return cells.reduce((sum, { raters }) => sum + raters, 0);
}

/**
 * People by level if everybody not told by level chose the lowest one.
 *
 * @param {ToldItem} table
 * @returns {number[]}
 */
export function lowestOf(table) {
  return completed(table, ({ start }) => start);
}

/**
 * People by level if everybody not told by level chose the highest one.
 *
 * @param {ToldItem} table
 * @returns {number[]}
 */
export function highestOf(table) {
  return completed(table, ({ end }) => end - 1);
}

/**
 * How much is told: "levels" of everybody, "halves", or "none".
 *
 * @param {ToldItem} table
 * @returns {"levels" | "halves" | "none"}
 */
export function toldOf({ cells }) {
  if (cells.length === 0) return "none";
  const parts = cells.flatMap((cell) => cell.parts);
  if (parts.every(({ levels, people }) => levels !== null || people === 0)) return "levels";
  return cells.every((cell) => cell.parts.length > 1) ? "halves" : "none";
}

/**
 * @param {ToldItem} table
 * @param {(part: ToldPart) => number} levelOf
 * @returns {number[]}
 */
function completed({ levels: size, cells }, levelOf) {
  const counts = Array.from({ length: size }, () => 0);
  const add = (/** @type {number} */ place, /** @type {number} */ people) => {
    counts[place] = (counts[place] ?? 0) + people;
  };
  for (const part of cells.flatMap((cell) => cell.parts)) {
    if (part.levels === null) add(levelOf(part), part.people);
    else part.levels.forEach((people, place) => add(part.start + place, people));
  }
  return counts;
}
