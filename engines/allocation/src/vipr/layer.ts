/**
 * The rows that vectors are combinations of, over the groups that are still undecided: at the root those of the
 * program; below the root's closes the same rows with everything put in that is decided there.
 */
import type { LineRow } from "./instance.js";
import type { ProofTree } from "./proof-tree.js";
import { type Space, stateValue } from "./space.js";

/** Rows and the objective over some groups. */
export interface Layer {
  readonly groups: readonly number[];
  /** Per row of the program (cuts follow); undefined where no vector needs it. */
  readonly rows: readonly (LineRow | undefined)[];
  /** `-scores/unit · x <= -target/unit`; null when the claim is that there is no selection. */
  readonly objective: LineRow | null;
}

/** A vector over a layer: `-d·x <= fixed` over the columns of its groups. */
export interface Priced {
  /** Per group of the layer the `d` of its columns, by place. */
  readonly values: ReadonlyMap<number, readonly bigint[]>;
  readonly fixed: bigint;
  /** The rows it adds up, with their multipliers. */
  readonly terms: readonly (readonly [row: LineRow, multiplier: bigint])[];
}

/** Works out vectors over a layer; each once. */
export class Prices {
  readonly #space: Space;
  readonly #layer: Layer;
  readonly #tree: ProofTree;
  readonly #unit: bigint;
  readonly #known = new Map<number, Priced>();

  constructor(space: Space, layer: Layer, tree: ProofTree, unit: bigint) {
    this.#space = space;
    this.#layer = layer;
    this.#tree = tree;
    this.#unit = unit;
  }

  of(vector: number): Priced {
    const known = this.#known.get(vector);
    if (known !== undefined) return known;
    const priced = this.#price(vector);
    this.#known.set(vector, priced);
    return priced;
  }

  #price(number: number): Priced {
    const { groups } = this.#space;
    const { isRay, denominator, rows } = this.#tree.vectors[number]!;
    const terms: [LineRow, bigint][] = rows.map(([row, value]) => [this.#layer.rows[row]!, value]);
    if (!isRay) terms.push([this.#layer.objective!, denominator * this.#unit]);
    const values = new Map(
      this.#layer.groups.map((g) => [g, new Array<bigint>(groups[g]!.columns.length).fill(0n)]),
    );
    let fixed = 0n;
    for (const [row, multiplier] of terms) {
      fixed += multiplier * row.rhs;
      row.indices.forEach((column, k) => {
        const list = values.get(this.#space.groupOf[column]!)!;
        list[this.#space.placeOf[column]!]! -= multiplier * row.values[k]!;
      });
    }
    return { values, fixed, terms };
  }
}

/** The largest value of the given states of a group; null when there are none. */
export function largestOf(
  space: Space,
  group: number,
  states: Iterable<number>,
  values: readonly bigint[],
): bigint | null {
  let largest: bigint | null = null;
  for (const state of states) {
    const value = stateValue(space.groups[group]!.states[state]!, values);
    if (largest === null || value > largest) largest = value;
  }
  return largest;
}
