/** Slopes this little below zero, against the slope at the start, are zero but for rounding. */
const FLAT_SLOPE = 1e-10;

/**
 * The line search of the dual method. Along a direction the dual function is convex and piecewise linear: its slope
 * starts negative and jumps up at breakpoints. The minimum is the breakpoint at which the slope turns. Finding it
 * by repeated partitioning takes linear time on average, however many breakpoints are passed ("bound flipping
 * ratio test", or long-step rule; Maros 2003).
 */
export class Breakpoints {
  /** Step length at which a breakpoint lies. */
  readonly times: Float64Array;
  /** By how much the slope rises there. */
  readonly jumps: Float64Array;
  /** The state that becomes best there. */
  readonly states: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.jumps = new Float64Array(capacity);
    this.states = new Int32Array(capacity);
  }

  add(time: number, jump: number, state: number): void {
    const at = this.count++;
    this.times[at] = time;
    this.jumps[at] = jump;
    this.states[at] = state;
  }

  /**
   * Index of the breakpoint at which a slope that starts at `slope` (negative) becomes non-negative; all passed
   * before it stand in front of it afterwards. -1 when the slope stays negative.
   */
  turn(slope: number): number {
    const { times, jumps } = this;
    let low = 0;
    let high = this.count;
    // Measured from a hair below zero, so that a slope of zero for ever after is seen as the minimum it is.
    let reached = slope + FLAT_SLOPE * Math.max(1, -slope);
    while (low < high) {
      const pivot = this.#pivot(low, high);
      let below = low;
      let at = low;
      let above = high;
      let sum = 0;
      while (at < above) {
        const time = times[at]!;
        if (time < pivot) {
          sum += jumps[at]!;
          if (at !== below) this.#swap(at, below);
          below++;
          at++;
        } else if (time > pivot) this.#swap(at, --above);
        else at++;
      }
      if (reached + sum >= 0) {
        high = below;
        continue;
      }
      reached += sum;
      for (let equal = below; equal < above; equal++) {
        reached += jumps[equal]!;
        if (reached >= 0) return equal;
      }
      low = above;
    }
    return -1;
  }

  /** The median of three. */
  #pivot(low: number, high: number): number {
    const a = this.times[low]!;
    const b = this.times[(low + high) >> 1]!;
    const c = this.times[high - 1]!;
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  #swap(i: number, j: number): void {
    const { times, jumps, states } = this;
    const time = times[i]!;
    const jump = jumps[i]!;
    const state = states[i]!;
    times[i] = times[j]!;
    jumps[i] = jumps[j]!;
    states[i] = states[j]!;
    times[j] = time;
    jumps[j] = jump;
    states[j] = state;
  }
}
