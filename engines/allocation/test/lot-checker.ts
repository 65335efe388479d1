/** A plain checker of lot trees (docs/formats/decision.md, section Ties), with big integers and nothing folded away. */
import type { IntegerProgram, TreeCertificate } from "../dist/exact/index.js";
import { groupsOf, must, type Open, Vector, weightsOf } from "./exact-checker.js";
import { checkCut, withCuts } from "./exact-cut-checker.js";

/** Throws with the reason when the tree does not prove that the outcome comes first in the order of columns. */
export function checkLotTree(
  program: IntegerProgram,
  outcome: ReadonlySet<number>,
  order: readonly number[],
  certificate: TreeCertificate,
): void {
  must(certificate.format === "voorsprong-tree/1", "format");
  const value = [...outcome].reduce((sum, column) => sum + program.scores[column]!, 0);
  must(certificate.target === value, "the target is not the worth of the outcome");
  for (const cut of certificate.cuts ?? []) checkCut(program, cut);
  new Reader(program, certificate).readLots(outcome, order);
}

class Reader {
  readonly #certificate: TreeCertificate;
  readonly #vectors: readonly Vector[];
  readonly #root: Open;
  readonly #base: { readonly rhs: bigint[]; score: bigint };
  readonly #target: bigint;
  readonly #count: number;
  #at = 0;

  constructor(program: IntegerProgram, certificate: TreeCertificate) {
    const extended = withCuts(program, certificate);
    this.#certificate = certificate;
    this.#count = program.scores.length;
    this.#root = groupsOf(program, certificate.absorbed);
    this.#base = { rhs: extended.rows.map(({ rhs }) => rhs), score: 0n };
    this.#target = BigInt(certificate.target!);
    const weights = weightsOf(extended);
    this.#vectors = certificate.vectors.map((_, k) => new Vector(extended, weights, certificate, k));
  }

  readLots(outcome: ReadonlySet<number>, order: readonly number[]): void {
    let open = this.#root;
    const { tree } = this.#certificate;
    while (this.#at < tree.length) {
      const { kind, k } = this.#next();
      must(kind !== 2, "a leaf outside a subtree");
      if (kind === 1) {
        open = this.#close(open, k);
        continue;
      }
      const column = this.#column(k);
      for (const earlier of order.slice(0, order.indexOf(column)))
        must(this.#isSettled(open, earlier, outcome.has(earlier)), `column ${earlier} is not settled`);
      if (!outcome.has(column)) this.#readSubtree(this.#only(open, column, true));
      open = this.#only(open, column, outcome.has(column));
    }
    for (const column of order)
      must(this.#isSettled(open, column, outcome.has(column)), `column ${column} is not settled in the end`);
  }

  #readSubtree(open: Open): void {
    const { kind, k } = this.#next();
    if (kind === 0) {
      const column = this.#column(k);
      this.#readSubtree(this.#only(open, column, false));
      this.#readSubtree(this.#only(open, column, true));
    } else if (kind === 1) this.#readSubtree(this.#close(open, k));
    else {
      const { bound } = this.#vector(k).boundOn(this.#base, open);
      const least = this.#vector(k).ray ? 0n : this.#target * this.#vector(k).denominator;
      must(bound === null || bound < least, "an open leaf");
    }
  }

  #close(open: Open, k: number): Open {
    const vector = this.#vector(k);
    must(!vector.ray, "states are closed by a ray");
    const { bound, bests } = vector.boundOn(this.#base, open);
    const least = this.#target * vector.denominator;
    if (bound === null) return open.map(() => []);
    return open.map((states, g) =>
      states.filter((state) => bound - bests[g]! + vector.worth(state) >= least),
    );
  }

  /** The open states of the column's group that have it, or that lack it, and those of the other groups. */
  #only(open: Open, column: number, has: boolean): Open {
    const group = this.#groupOf(column);
    return open.map((states, g) =>
      g === group ? states.filter((state) => state.includes(column) === has) : states,
    );
  }

  #isSettled(open: Open, column: number, value: boolean): boolean {
    const states = open[this.#groupOf(column)];
    if (states === undefined) return !value;
    return states.length > 0 && states.every((state) => state.includes(column) === value);
  }

  /** -1 where no state has the column, because an absorbed row forbids it. */
  #groupOf(column: number): number {
    return this.#root.findIndex((states) => states.some((state) => state.includes(column)));
  }

  #next(): { readonly kind: number; readonly k: number } {
    const code = this.#certificate.tree[this.#at++];
    must(code !== undefined && Number.isSafeInteger(code) && code >= 0, "the tree is cut off or garbled");
    return { kind: code % 3, k: Math.floor(code / 3) };
  }

  #column(k: number): number {
    const column = this.#certificate.columns[k];
    must(column !== undefined && this.#isColumn(column), "no such column");
    return column;
  }

  #isColumn(column: number): boolean {
    return Number.isSafeInteger(column) && column >= 0 && column < this.#count;
  }

  #vector(k: number): Vector {
    const vector = this.#vectors[k];
    must(vector !== undefined, "no such vector");
    return vector;
  }
}
