/** The proof in the form in which it is published. `docs/formats/tree.md` says what it means and how to check it. */
import type { Cut } from "./cuts/cut.js";
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

/** An inequality that follows from one row of the program and its blocks: `values·x <= rhs`. */
export interface CertificateCut {
  readonly row: number;
  /** Ascending. */
  readonly columns: readonly number[];
  /** Whole, not zero, up to 10^6 in size. */
  readonly values: readonly number[];
  readonly rhs: number;
}

/** Proof that no solution scores `target` or more; with target null, that there is no solution at all. */
export interface TreeCertificate {
  readonly format: "voorsprong-tree/1";
  readonly target: number | null;
  /** Rows after the program's own; absent when there are none. */
  readonly cuts?: readonly CertificateCut[];
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

/** A vector with its scale written out: the multiplier of `rows[k]` is `values[k] / 2^(shift + exponents[k])`. */
export interface ScaledVector extends CertificateVector {
  readonly exponents: readonly number[];
}

/** A vector of a model without cuts, as it can be published by itself. */
export function scaledVector(model: Model, vector: RoundedVector): ScaledVector {
  const writer = new CertificateWriter(model.prepared);
  writer.vector(model, vector);
  const { vectors, exponents } = writer.finish(null);
  const exponentOf = new Map(exponents);
  const [first] = vectors;
  return { ...first!, exponents: first!.rows.map((row) => exponentOf.get(row) ?? 0) };
}

const BRANCH = 0;
const CLOSE = 1;
const LEAF = 2;

/** Collects vectors, the cuts they use, columns and nodes. */
export class CertificateWriter {
  readonly #prepared: Prepared;
  readonly #rows: number;
  readonly #vectors: CertificateVector[] = [];
  /** Cuts with a multiplier somewhere, and their numbers. */
  readonly #cuts = new Map<Cut, number>();
  readonly #exponents = new Map<number, number>();
  readonly #columns = new Map<number, number>();
  readonly #tree: number[] = [];

  /** @param rows of the program that is certified; more than the search knows where it proves something for some more */
  constructor(prepared: Prepared, rows = prepared.program.rows.length) {
    this.#prepared = prepared;
    this.#rows = rows;
  }

  /** Adds a vector of a model of the program, with any cuts. Returns its number. */
  vector({ prepared, rows: indices }: Model, { ray, shift, values }: RoundedVector): number {
    const used: { readonly row: number; readonly value: number }[] = [];
    indices.forEach((index, at) => {
      if (values[at] === 0) return;
      const row = this.#rowNumber(prepared, index);
      used.push({ row, value: values[at]! });
      this.#exponents.set(row, Math.log2(prepared.scale[index]!));
    });
    used.sort((a, b) => a.row - b.row);
    this.#vectors.push({
      ...(ray ? { ray: true as const } : {}),
      shift,
      rows: used.map(({ row }) => row),
      values: used.map(({ value }) => value),
    });
    return this.#vectors.length - 1;
  }

  /** Adds a ray of one row of the program, by its number there. Returns its own number. */
  ray(row: number): number {
    this.#vectors.push({ ray: true, shift: 0, rows: [row], values: [1] });
    return this.#vectors.length - 1;
  }

  /** A node that closes states by a vector; its child follows. */
  close(vector: number): void {
    this.#tree.push(3 * vector + CLOSE);
  }

  /** A node that branches on a column, or takes it in a lot tree. */
  branch(column: number): void {
    this.#tree.push(3 * this.#columnNumber(column) + BRANCH);
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
        this.branch(node.column);
        stack.push(node.child + 1, node.child);
      }
    }
  }

  /** The certificate for a target, or for infeasibility (null). */
  finish(target: number | null): TreeCertificate {
    const cuts = Array.from(this.#cuts.keys(), ({ row, columns, values, rhs }) => ({
      row,
      columns: [...columns],
      values: [...values],
      rhs,
    }));
    return {
      format: "voorsprong-tree/1",
      target,
      ...(cuts.length === 0 ? {} : { cuts }),
      absorbed: this.#prepared.groups.absorbed,
      exponents: [...this.#exponents].filter(([, exponent]) => exponent !== 0).sort(([a], [b]) => a - b),
      vectors: this.#vectors,
      columns: [...this.#columns.keys()],
      tree: this.#tree,
    };
  }

  /** Number in the certificate of a row with multipliers. */
  #rowNumber({ groups, cuts }: Prepared, index: number): number {
    const { explicit } = groups;
    if (index < explicit.length) return explicit[index]!;
    const cut = cuts[index - explicit.length]!;
    const known = this.#cuts.get(cut);
    if (known !== undefined) return this.#rows + known;
    this.#cuts.set(cut, this.#cuts.size);
    return this.#rows + this.#cuts.size - 1;
  }

  #columnNumber(column: number): number {
    const known = this.#columns.get(column);
    if (known !== undefined) return known;
    this.#columns.set(column, this.#columns.size);
    return this.#columns.size - 1;
  }
}
