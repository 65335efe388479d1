/** The certificate of a search that was stopped: what its tree proves so far. */
import type { Search } from "./search.js";
import { Tree } from "./tree.js";

/** More rounds of the dual method than a node ever needs. */
const MOST_ROUNDS = 2_000;

/**
 * Rebuilds the tree of a stopped search so that every leaf stays below `cutoff`, which is larger than what was
 * searched for. What is open is closed at the higher cutoff, and so is every subtree whose top can be. Null when
 * rounding spoils a leaf (a higher cutoff will do) or when `isOver` says that it has taken long enough.
 */
export function settle(search: Search, cutoff: number, isOver: () => boolean): Tree | null {
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
