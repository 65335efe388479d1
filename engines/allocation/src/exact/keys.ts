/** The best open state of every group, and what those states use and score together. */
import type { Model } from "./model.js";

/** One state per group. Changes are booked, so that the totals never need summing over all groups. */
export class Keys {
  readonly model: Model;
  /** Per group the code of its state. */
  readonly codes: Int32Array;
  /** Right-hand sides less the weights of the states; exact, because scaled weights are whole numbers over 2^k. */
  readonly residual: Float64Array;
  /** Scores of the states relative to the origins, exact. */
  profit = 0;
  /** The same with the raised profits. */
  raised = 0;
  readonly #marked: {
    readonly codes: Int32Array;
    readonly residual: Float64Array;
    profit: number;
    raised: number;
  };

  constructor(model: Model) {
    this.model = model;
    this.codes = Int32Array.from({ length: model.groupCount }, (_, group) => -1 - group);
    this.residual = model.rhs.slice();
    this.#marked = { codes: this.codes.slice(), residual: this.residual.slice(), profit: 0, raised: 0 };
  }

  set(group: number, code: number): void {
    this.#book(this.codes[group]!, -1);
    this.#book(code, 1);
    this.codes[group] = code;
  }

  /** Remembers the present states, to return to with `toMark`. */
  mark(): void {
    this.#marked.codes.set(this.codes);
    this.#marked.residual.set(this.residual);
    this.#marked.profit = this.profit;
    this.#marked.raised = this.raised;
  }

  toMark(): void {
    this.codes.set(this.#marked.codes);
    this.residual.set(this.#marked.residual);
    this.profit = this.#marked.profit;
    this.raised = this.#marked.raised;
  }

  #book(code: number, sign: number): void {
    if (code < 0) return;
    const { sparseStarts, sparseRows, sparseValues, raised, profits } = this.model;
    this.profit += sign * profits[code]!;
    this.raised += sign * raised[code]!;
    const end = sparseStarts[code + 1]!;
    for (let at = sparseStarts[code]!; at < end; at++)
      this.residual[sparseRows[at]!]! -= sign * sparseValues[at]!;
  }
}
