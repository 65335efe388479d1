/** A linear combination of lines while it is put together. */
import type { FactSum } from "./facts.js";

/** Lines with their multipliers, and clauses whose sum is still to be brought in. */
export class Combination {
  readonly #terms = new Map<number, bigint>();
  /** Per sum the multipliers of its parts. */
  readonly #sums = new Map<FactSum, bigint[]>();

  get terms(): Iterable<readonly [number, bigint]> {
    return this.#terms;
  }

  /** Adds a line, with a multiplier below zero for a line that says "at least". */
  add(line: number, multiplier: bigint): void {
    if (multiplier !== 0n) this.#terms.set(line, (this.#terms.get(line) ?? 0n) + multiplier);
  }

  /** Adds a part of a sum of clauses, which `takeSum` hands out again. */
  addPart(sum: FactSum, index: number, multiplier: bigint): void {
    let parts = this.#sums.get(sum);
    if (parts === undefined) {
      parts = sum.parts.map(() => 0n);
      this.#sums.set(sum, parts);
    }
    parts[index]! += multiplier;
  }

  /** Takes the sum that was made last, with the multipliers of its parts; null when none is left. */
  takeSum(): { readonly sum: FactSum; readonly multipliers: readonly bigint[] } | null {
    let latest: FactSum | null = null;
    for (const sum of this.#sums.keys()) if (latest === null || sum.node > latest.node) latest = sum;
    if (latest === null) return null;
    const multipliers = this.#sums.get(latest)!;
    this.#sums.delete(latest);
    return { sum: latest, multipliers };
  }
}
