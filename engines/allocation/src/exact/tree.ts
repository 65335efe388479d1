/**
 * The branching tree as arrays. A node branches on a column, closes states by a vector (one child), or is a leaf
 * closed by a vector; until then it is open.
 */

/** A column set to a value. */
export interface Branch {
  readonly column: number;
  readonly value: 0 | 1;
}

/** States that no solution at the cutoff uses, by the vector that shows it. */
export interface Fixing {
  readonly vector: number;
  /** Codes of the states closed. */
  readonly codes: Int32Array;
}

/** What a node is; `child` is the first of its children. */
export type TreeNode =
  | { readonly kind: "open" }
  | { readonly kind: "leaf"; readonly vector: number }
  | { readonly kind: "fixing"; readonly fixing: Fixing; readonly child: number }
  | { readonly kind: "branch"; readonly column: number; readonly child: number };

const OPEN = -1;
const LEAF = -2;
const FIXES = -3;

/** A growing tree; node 0 is its root. */
export class Tree {
  /** Column branched on; FIXES, LEAF or OPEN. */
  readonly #kind: number[] = [OPEN];
  /** First child of a branching (column at 0; the child with 1 follows) and of a fixing; vector of a leaf. */
  readonly #link: number[] = [-1];
  readonly #parent: number[] = [-1];
  readonly #bounds: number[] = [Number.POSITIVE_INFINITY];
  readonly #fixings = new Map<number, Fixing>();

  get size(): number {
    return this.#kind.length;
  }

  /** Splits a node on a column. Returns the child with value 0; the other one is the next number. */
  branch(node: number, column: number): number {
    const child = this.size;
    this.#kind[node] = column;
    this.#link[node] = child;
    this.#add(node);
    this.#add(node);
    return child;
  }

  /** Closes states at a node by a vector. Returns its child. */
  fix(node: number, fixing: Fixing): number {
    const child = this.size;
    this.#kind[node] = FIXES;
    this.#link[node] = child;
    this.#fixings.set(node, fixing);
    this.#add(node);
    return child;
  }

  /** Closes a node with a vector. */
  close(node: number, vector: number): void {
    this.#kind[node] = LEAF;
    this.#link[node] = vector;
  }

  /** Bound of the linear program of a node; of its parent while it was not solved. */
  boundOf(node: number): number {
    return this.#bounds[node]!;
  }

  setBound(node: number, bound: number): void {
    this.#bounds[node] = bound;
  }

  read(node: number): TreeNode {
    const kind = this.#kind[node]!;
    const link = this.#link[node]!;
    if (kind === OPEN) return { kind: "open" };
    if (kind === LEAF) return { kind: "leaf", vector: link };
    if (kind === FIXES) return { kind: "fixing", fixing: this.#fixings.get(node)!, child: link };
    return { kind: "branch", column: kind, child: link };
  }

  /** What leads from the root to a node, the first step first. */
  steps(node: number): (Branch | Fixing)[] {
    const steps: (Branch | Fixing)[] = [];
    for (let at = node; at !== 0; at = this.#parent[at]!) {
      const parent = this.#parent[at]!;
      const kind = this.#kind[parent]!;
      if (kind === FIXES) steps.push(this.#fixings.get(parent)!);
      else steps.push({ column: kind, value: at === this.#link[parent] ? 0 : 1 });
    }
    return steps.reverse();
  }

  #add(parent: number): void {
    this.#kind.push(OPEN);
    this.#link.push(-1);
    this.#parent.push(parent);
    this.#bounds.push(this.#bounds[parent]!);
  }
}
