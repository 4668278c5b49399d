// @ts-check
/**
 * How long ago something was, by whichever of the computer's two clocks says longer: the one on the wall may be set back
 * while it counts, the other stands still while the computer sleeps.
 */
export class Stopwatch {
  constructor() {
    this.restart();
  }

  restart() {
    this.wall_ms = Date.now();
    this.counted_ms = performance.now();
  }

  /** @returns {number} ms, never negative */
  get elapsed_ms() {
    return Math.max(Date.now() - this.wall_ms, performance.now() - this.counted_ms);
  }
}
