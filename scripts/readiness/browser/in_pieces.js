/**
 * Work that comes in pieces, so that whoever has it done may let the page answer between two of them.
 * Says nothing of how long a piece may take: each is some hundred steps.
 */

const PIECE_STEPS = 500;

/**
 * Tell whether a piece is over after so many steps of a work.
 *
 * @param {number} steps counted from 1
 * @returns {boolean}
 */
export function isPieceOver(steps) {
  return steps % PIECE_STEPS === 0;
}

/**
 * Do a work in one go.
 *
 * @template T
 * @param {Generator<void, T>} pieces
 * @returns {T} what comes of it
 */
export function inOneGo(pieces) {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}

/**
 * Sorts a long list like `Array.sort`: short runs first, and then two and two of them together.
 *
 * @template T
 */
export class Sorting {
  /**
   * @param {T[]} list stays as it is
   * @param {(one: T, other: T) => number} compare
   */
  constructor(list, compare) {
    this.list = list;
    this.compare = compare;
  }

  /** @returns {Generator<void, T[]>} */
  *pieces() {
    /** @type {T[][]} */
    let runs = [];
    for (let at = 0; at < this.list.length; at += PIECE_STEPS) {
      runs.push(this.list.slice(at, at + PIECE_STEPS).sort(this.compare));
      yield;
    }
    while (runs.length > 1) {
      /** @type {T[][]} */
      const longer = [];
      for (let at = 0; at < runs.length; at += 2) {
        longer.push(yield* this.merged(runs[at] ?? [], runs[at + 1] ?? []));
      }
      runs = longer;
    }
    return runs[0] ?? [];
  }

  /**
   * @param {T[]} one
   * @param {T[]} other
   * @returns {Generator<void, T[]>} both in order; of equals that of the first list comes first
   */
  *merged(one, other) {
    /** @type {T[]} */
    const all = [];
    let at = 0;
    for (const next of one) {
      for (let rival = other[at]; rival !== undefined && this.compare(next, rival) > 0; rival = other[at]) {
        all.push(rival);
        at += 1;
        if (isPieceOver(all.length)) yield;
      }
      all.push(next);
      if (isPieceOver(all.length)) yield;
    }
    return all.concat(other.slice(at));
  }
}
