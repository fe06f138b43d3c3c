/** Lets the page answer while there is much to do: work in short stretches, with a rest between. */

const LONGEST_STRETCH = 40;

/** Raised where a person has cancelled the work. */
export class Cancelled extends Error {}

/**
 * Let the page answer before the work goes on.
 *
 * @returns {Promise<void>}
 */
export function breath() {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** The pace of one piece of work; it can be cancelled while it rests. */
export class Pace {
  constructor() {
    this.since = performance.now();
    this.isCancelled = false;
  }

  cancel() {
    this.isCancelled = true;
  }

  /** @returns {boolean} whether it is time to rest */
  get isStretchOver() {
    return performance.now() - this.since >= LONGEST_STRETCH;
  }

  /**
   * Rest if the stretch has been long enough; throws `Cancelled` where the work is not wanted.
   *
   * @returns {Promise<void>}
   */
  async rest() {
    this.check();
    if (!this.isStretchOver) return;
    await breath();
    this.check();
    this.since = performance.now();
  }

  check() {
    if (this.isCancelled) throw new Cancelled();
  }

  /**
   * Do a work that comes in pieces, with rests between them.
   *
   * @template T
   * @param {Generator<void, T>} pieces
   * @returns {Promise<T>} what comes of it
   */
  async doAll(pieces) {
    for (;;) {
      await this.rest();
      const piece = pieces.next();
      if (piece.done) return piece.value;
    }
  }

  /**
   * Do as much of a work as one stretch is enough for, at once.
   *
   * @template T
   * @param {Generator<void, T>} pieces
   * @returns {IteratorResult<void, T>} what comes of it, where that is all
   */
  begin(pieces) {
    let piece = pieces.next();
    while (!piece.done && !this.isStretchOver) piece = pieces.next();
    return piece;
  }
}
