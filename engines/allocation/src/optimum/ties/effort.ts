/**
 * What may be spent on something that is wanted but not needed. It is counted in nodes of the exact search, so that it
 * ends at the same point on every machine; a clock is the last resort.
 */
export class Effort {
  #left: number;
  readonly #isOver: () => boolean;

  /**
   * @param nodes linear programs that may be solved
   * @param isOver says that the caller's time is up; default: never
   */
  constructor(nodes: number, isOver: () => boolean = () => false) {
    this.#left = nodes;
    this.#isOver = isOver;
  }

  /** Nodes left, at least 0; none when time is up. */
  get left(): number {
    return this.#isOver() ? 0 : this.#left;
  }

  spend(nodes: number): void {
    this.#left = Math.max(0, this.#left - nodes);
  }
}
