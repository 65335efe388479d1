/** The proof in the form in which it is published. `docs/formats/tree.md` says what it means and how to check it. */
import type { Model } from "./model.js";
import type { Prepared } from "./prepared.js";
import type { Tree } from "./tree.js";
import type { RoundedVector } from "./vector.js";

/** Multipliers of rows, or a ray. */
export interface CertificateVector {
  /** Present and true when scores count as zero. */
  readonly ray?: true;
  readonly shift: number;
  /** Rows, ascending, and their multipliers: whole, above zero, below 2^53. */
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** Proof that no solution scores `target` or more; with target null, that there is no solution at all. */
export interface TreeCertificate {
  readonly format: "voorsprong-tree/1";
  readonly target: number | null;
  /** Rows whose meaning lies in the states of their group. */
  readonly absorbed: readonly number[];
  /** Per row that has a multiplier its exponent, as pairs of row and exponent. */
  readonly exponents: readonly (readonly [number, number])[];
  readonly vectors: readonly CertificateVector[];
  /** Columns that the tree branches on. */
  readonly columns: readonly number[];
  /** Preorder: 3k branches on `columns[k]`, 3k + 1 closes states by vector k, 3k + 2 is a leaf with vector k. */
  readonly tree: readonly number[];
}

const BRANCH = 0;
const CLOSE = 1;
const LEAF = 2;

/** Collects vectors, columns and nodes. */
export class CertificateWriter {
  readonly #prepared: Prepared;
  readonly #vectors: CertificateVector[] = [];
  readonly #exponents = new Map<number, number>();
  readonly #columns = new Map<number, number>();
  readonly #tree: number[] = [];

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
  }

  /** Adds a vector of a model. Returns its number. */
  vector(model: Model, { ray, shift, values }: RoundedVector): number {
    const { groups, scale } = this.#prepared;
    const rows: number[] = [];
    const used: number[] = [];
    model.rows.forEach((index, at) => {
      if (values[at] === 0) return;
      const row = groups.explicit[index]!;
      rows.push(row);
      used.push(values[at]!);
      this.#exponents.set(row, Math.log2(scale[index]!));
    });
    this.#vectors.push({ ...(ray ? { ray: true as const } : {}), shift, rows, values: used });
    return this.#vectors.length - 1;
  }

  /** A node that closes states by a vector; its child follows. */
  close(vector: number): void {
    this.#tree.push(3 * vector + CLOSE);
  }

  leaf(vector: number): void {
    this.#tree.push(3 * vector + LEAF);
  }

  /** A whole tree, with the vectors its nodes cite. */
  tree(model: Model, tree: Tree, cited: readonly RoundedVector[]): void {
    const numbers = new Map<number, number>();
    const numberOf = (vector: number) => {
      const known = numbers.get(vector);
      if (known !== undefined) return known;
      const number = this.vector(model, cited[vector]!);
      numbers.set(vector, number);
      return number;
    };
    const stack = [0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const node = tree.read(at);
      if (node.kind === "open") throw new Error(`node ${at} of the tree is open`);
      if (node.kind === "leaf") this.leaf(numberOf(node.vector));
      else if (node.kind === "fixing") {
        this.close(numberOf(node.fixing.vector));
        stack.push(node.child);
      } else {
        this.#tree.push(3 * this.#columnNumber(node.column) + BRANCH);
        stack.push(node.child + 1, node.child);
      }
    }
  }

  /** The certificate for a target, or for infeasibility (null). */
  finish(target: number | null): TreeCertificate {
    return {
      format: "voorsprong-tree/1",
      target,
      absorbed: this.#prepared.groups.absorbed,
      exponents: [...this.#exponents].filter(([, exponent]) => exponent !== 0).sort(([a], [b]) => a - b),
      vectors: this.#vectors,
      columns: [...this.#columns.keys()],
      tree: this.#tree,
    };
  }

  #columnNumber(column: number): number {
    const known = this.#columns.get(column);
    if (known !== undefined) return known;
    this.#columns.set(column, this.#columns.size);
    return this.#columns.size - 1;
  }
}
