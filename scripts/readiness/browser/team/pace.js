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

  /**
   * Rest if the stretch has been long enough; throws `Cancelled` where the work is not wanted.
   *
   * @returns {Promise<void>}
   */
  async rest() {
    if (performance.now() - this.since < LONGEST_STRETCH) return;
    await breath();
    if (this.isCancelled) throw new Cancelled();
    this.since = performance.now();
  }
}
