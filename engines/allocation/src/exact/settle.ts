/**
 * What the tree of a search proves, in a size fit to publish. A stopped search proves less than it looked for; the
 * lower the claim, the larger its tree.
 */
import type { Search } from "./search.js";
import { Tree } from "./tree.js";

/** More rounds of the dual method than a node ever needs. */
const MOST_ROUNDS = 2_000;

/** How much larger than that of a stopped search the tree of a finished one may be. */
const FINISHED = 4;

/** Characters of a node, of a multiplier with its row, and of the rest of a vector in JSON, about. */
const NODE_SIZE = 6;
const MULTIPLIER_SIZE = 10;
const VECTOR_SIZE = 34;

/** Between which targets to look, whole multiples of the granularity. */
export interface Claims {
  /** The tree may prove this one, not a lower one. */
  readonly lowest: number;
  /** Needs no tree. */
  readonly highest: number;
  readonly granularity: number;
  /** Bytes of JSON that the tree may take, about. */
  readonly mostBytes: number;
  /** Whether enough time was spent; asked once per node. */
  readonly isOver: () => boolean;
}

/** Whether a tree has become too large to go on with, where that of a stopped search may take `mostBytes`. */
export function isTooLarge({ tree, position }: Search, mostBytes: number): boolean {
  const { cited, size } = position.pool;
  const vectors = VECTOR_SIZE * cited.length + MULTIPLIER_SIZE * size;
  return NODE_SIZE * tree.size + vectors > FINISHED * mostBytes;
}

/**
 * The lowest target for which a stopped search can be made a proof in the time and the size allowed; null when that is
 * no lower than the highest. The lower the target the longer it takes, so it is approached from above, by halves.
 */
export function strongestClaim(
  search: Search,
  { lowest, highest, granularity, mostBytes, isOver }: Claims,
): { readonly target: number; readonly tree: Tree } | null {
  let low = lowest;
  let high = highest;
  let best: Tree | null = null;
  while (low < high && !isOver()) {
    const target = low + Math.floor((high - low) / 2 / granularity) * granularity;
    const tree = settle(search, target, isOver);
    if (tree === null || sizeOf(search, tree) > mostBytes) low = target + granularity;
    else {
      best = tree;
      high = target;
    }
  }
  return best === null ? null : { target: high, tree: best };
}

/** The tree of a finished search; where it takes more than `mostBytes`, without what its last cutoff makes superfluous. */
export function shortened(search: Search, mostBytes: number): Tree {
  const { tree, cutoff } = search;
  if (sizeOf(search, tree) <= mostBytes || !Number.isFinite(cutoff)) return tree;
  return settle(search, cutoff, () => false) ?? tree;
}

/** Bytes that a tree takes in the certificate, about. */
function sizeOf({ position }: Search, tree: Tree): number {
  const cited = new Set<number>();
  for (let node = 0; node < tree.size; node++) {
    const read = tree.read(node);
    if (read.kind === "leaf") cited.add(read.vector);
    else if (read.kind === "fixing") cited.add(read.fixing.vector);
  }
  let size = NODE_SIZE * tree.size;
  for (const vector of cited)
    size +=
      VECTOR_SIZE + MULTIPLIER_SIZE * position.pool.cited[vector]!.values.filter((value) => value > 0).length;
  return size;
}

/**
 * Rebuilds the tree of a stopped search so that every leaf stays below `cutoff`, which is larger than what was
 * searched for. What is open is closed at the higher cutoff, and so is every subtree whose top can be. Null when
 * rounding spoils a leaf (a higher cutoff will do) or when `isOver` says that it has taken long enough.
 */
function settle(search: Search, cutoff: number, isOver: () => boolean): Tree | null {
  const { tree } = search;
  const settled = new Tree();
  const stack: { readonly from: number; readonly to: number }[] = [{ from: 0, to: 0 }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    if (isOver()) return null;
    const { from, to } = task;
    const node = tree.read(from);
    if (node.kind === "leaf") settled.close(to, node.vector);
    else if (node.kind === "open" || tree.boundOf(from) < cutoff) {
      const vector = closeAt(search, settled, to, cutoff);
      if (vector >= 0) settled.close(to, vector);
      else if (node.kind === "open") return null;
    }
    if (settled.read(to).kind !== "open") continue;
    if (node.kind === "fixing") stack.push({ from: node.child, to: settled.fix(to, node.fixing) });
    else if (node.kind === "branch") {
      const child = settled.branch(to, node.column);
      stack.push({ from: node.child + 1, to: child + 1 }, { from: node.child, to: child });
    }
  }
  return settled;
}

function closeAt({ position, firstBasis }: Search, tree: Tree, node: number, cutoff: number): number {
  position.arrive(tree, node);
  const known = position.pool.find(cutoff);
  if (known >= 0) return known;
  const { lp } = position;
  lp.restore(firstBasis);
  const status = lp.solve(cutoff, MOST_ROUNDS);
  return position.certify(status === "infeasible" ? lp.ray : lp.y, status === "infeasible", cutoff);
}
