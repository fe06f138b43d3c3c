/**
 * The blocks into which a group report divides people: everyone, or roles apart or pooled.
 *
 * Chosen from head-counts alone, before anything is shown; never from an answer. Every block holds
 * at least `kMin` people. A breakdown is written as block ids with commas between them, a block as
 * role ids with "+" between them; "-" stands for people without a role.
 */

/** @typedef {import("../engine/types.js").Questionnaire} Questionnaire */
/** @typedef {string | null} Role null is no role */
/** @typedef {Map<Role, number>} People */
/** @typedef {{id: string, roles: Role[]}} Block people who are told of together */

export const EVERYONE = "everyone";
export const ROLES = "roles";
export const NO_ROLE = "-";
// With more, only everyone and a finest breakdown are offered.
const MOST_ROLES = 6;

/** A breakdown that would not do; `offered` names those that would. */
export class BreakdownError extends Error {
  /**
   * @param {string} sentence
   * @param {string[]} offers
   */
  constructor(sentence, offers) {
    super(sentence);
    this.offered = offers;
  }
}

/**
 * The breakdown of one block.
 *
 * @param {Questionnaire} questionnaire
 * @returns {Block[]}
 */
export function everyone({ roles }) {
  return [{ id: EVERYONE, roles: [null, ...roles.map(({ id }) => id)] }];
}

/**
 * The breakdowns that would do, coarsest first; none where there are too few people.
 *
 * Roles are pooled with their neighbours in the questionnaire's order, people without a role last.
 *
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @returns {string[]}
 */
export function offered(questionnaire, people) {
  const { kMin } = questionnaire.group;
  const present = orderedRoles(questionnaire).filter((role) => people.get(role));
  if (sizeOf([...people.keys()], people) < kMin) return [];
  const isMany = present.length > MOST_ROLES;
  const found = isMany ? [finest(present, people, kMin)] : partitions(present);
  const wouldDo = found.filter((blocks) => {
    return blocks.length > 1 && blocks.every((roles) => sizeOf(roles, people) >= kMin);
  });
  return [EVERYONE, ...wouldDo.map(breakdownText)];
}

/**
 * Blocks that were chosen earlier, and one of all roles that came later.
 *
 * Roles that came later and are too few stay outside.
 *
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
export function joined(questionnaire, people, blocks) {
  const known = new Set(blocks.flatMap(({ roles }) => roles));
  const later = orderedRoles(questionnaire).filter((role) => !known.has(role) && people.get(role));
  if (sizeOf(later, people) < questionnaire.group.kMin) return blocks;
  return [...blocks, { id: blockId(later), roles: later }];
}

/**
 * The blocks that a text names; throws a BreakdownError where it would not do.
 *
 * One block of all who are there is everyone, by whatever names it is asked for.
 *
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @param {string} text
 * @returns {Block[]}
 */
export function readBreakdown(questionnaire, people, text) {
  if (text === EVERYONE) return checkedSizes(questionnaire, people, everyone(questionnaire));
  const present = orderedRoles(questionnaire).filter((role) => people.get(role));
  const named = text === ROLES ? present.map((role) => [role]) : namedBlocks(questionnaire, people, text);
  const blocks = named.map((roles) => ({ id: blockId(roles), roles }));
  const inside = blocks.flatMap(({ roles }) => roles);
  if (present.includes(null) && !inside.includes(null)) {
    blocks.push({ id: NO_ROLE, roles: [null] });
    inside.push(null);
  }
  const missing = present.filter((role) => !inside.includes(role));
  if (missing.length > 0 || new Set(inside).size < inside.length) {
    const what = missing.length > 0 ? `leaves out ${blockId(missing)}` : "names a role twice";
    throw refusedBreakdown(questionnaire, people, `the breakdown "${text}" ${what}`);
  }
  return checkedSizes(questionnaire, people, blocks.length === 1 ? everyone(questionnaire) : blocks);
}

/**
 * The text that stands for these roles, block by block.
 *
 * @param {Role[][]} blocks
 * @returns {string}
 */
export function breakdownText(blocks) {
  return blocks.map(blockId).join(",");
}

/**
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @param {string} text
 * @returns {Role[][]}
 */
function namedBlocks(questionnaire, people, text) {
  const order = orderedRoles(questionnaire);
  return text.split(",").map((part) => {
    const roles = part.split("+").map((written) => {
      const name = written.trim();
      const role = name === NO_ROLE ? null : name;
      if (order.includes(role)) return role;
      const what = name === "" ? "a block is empty" : `"${name}" is no role`;
      throw refusedBreakdown(questionnaire, people, `the breakdown "${text}": ${what}`);
    });
    return roles.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  });
}

/**
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
function checkedSizes(questionnaire, people, blocks) {
  const { kMin } = questionnaire.group;
  for (const { id, roles } of blocks) {
    if (sizeOf(roles, people) >= kMin) continue;
    const sentence = `the block ${id} holds fewer than ${kMin} people`;
    throw refusedBreakdown(questionnaire, people, sentence);
  }
  if (blocks.length > 0) return blocks;
  throw refusedBreakdown(questionnaire, people, "the breakdown is empty");
}

/**
 * @param {Questionnaire} questionnaire
 * @param {People} people
 * @param {string} sentence
 * @returns {BreakdownError}
 */
function refusedBreakdown(questionnaire, people, sentence) {
  return new BreakdownError(sentence, offered(questionnaire, people));
}

/**
 * @param {Questionnaire} questionnaire
 * @returns {Role[]}
 */
function orderedRoles({ roles }) {
  return [...roles.map(({ id }) => id), null];
}

/**
 * Every way to cut a row of roles into neighbours, fewest blocks first, early cuts before late ones.
 *
 * @param {Role[]} roles
 * @returns {Role[][][]}
 */
function partitions(roles) {
  const found = [];
  for (let blocks = 1; blocks <= roles.length; blocks += 1) found.push(...cutInto(roles, blocks));
  return found;
}

/**
 * @param {Role[]} roles
 * @param {number} blocks
 * @returns {Role[][][]} every way to cut them into so many blocks
 */
function cutInto(roles, blocks) {
  if (blocks === 1) return [[roles]];
  const found = [];
  for (let end = 1; end <= roles.length - blocks + 1; end += 1) {
    for (const rest of cutInto(roles.slice(end), blocks - 1)) {
      found.push([roles.slice(0, end), ...rest]);
    }
  }
  return found;
}

/**
 * As many blocks of neighbours as there can be: each ends as soon as it is large enough. The last
 * roles join the block before them where they are too few.
 *
 * @param {Role[]} roles
 * @param {People} people
 * @param {number} least
 * @returns {Role[][]}
 */
function finest(roles, people, least) {
  /** @type {Role[][]} */
  const blocks = [];
  /** @type {Role[]} */
  let own = [];
  for (const role of roles) {
    own.push(role);
    if (sizeOf(own, people) < least) continue;
    blocks.push(own);
    own = [];
  }
  const last = blocks.at(-1);
  if (last === undefined) return [own];
  last.push(...own);
  return blocks;
}

/**
 * @param {Role[]} roles
 * @param {People} people
 * @returns {number}
 */
function sizeOf(roles, people) {
  return roles.reduce((sum, role) => sum + (people.get(role) ?? 0), 0);
}

/**
 * @param {Role[]} roles
 * @returns {string}
 */
function blockId(roles) {
  return roles.map((role) => role ?? NO_ROLE).join("+");
}
