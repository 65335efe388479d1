import type { Grouped } from "./groups.js";
import { CLOSED } from "./network.js";

/** A shortage by place: groups and reviewers of a violated Hall condition. */
export interface ShortSet {
  readonly groups: readonly number[];
  readonly reviewers: readonly number[];
  readonly needed: number;
  readonly capacity: number;
  readonly elsewhere: number;
  readonly short: number;
}

/**
 * Why a largest flow leaves needs open: what can be reached in the residual network from the groups that lack reviewers.
 * Every reviewer in reach is full (else there was a path), and every open arc out of the set is used for all applications
 * of its group. So what the set needs exceeds what it can get by exactly what is missing: a minimum cut. Parts that do not
 * touch are separate shortages.
 *
 * @param room what each reviewer could take before anything was sent.
 */
export function shortSets({ network, members, needs }: Grouped, room: Int32Array): ShortSet[] {
  const { groups, reviewers, supply, cost, flow, size } = network;
  const groupSeen = new Uint8Array(groups);
  const reviewerSeen = new Uint8Array(reviewers);
  const parts = new Parts(groups + reviewers);
  const front: number[] = [];
  for (let g = 0; g < groups; g += 1)
    if (supply[g]! > 0) {
      groupSeen[g] = 1;
      front.push(g);
    }
  for (let node = front.pop(); node !== undefined; node = front.pop()) {
    if (node < groups) {
      for (let r = 0; r < reviewers; r += 1) {
        const arc = node * reviewers + r;
        if (cost[arc] === CLOSED || flow[arc]! >= size[node]!) continue;
        parts.join(node, groups + r);
        if (reviewerSeen[r] === 0) front.push(groups + r);
        reviewerSeen[r] = 1;
      }
    } else {
      const r = node - groups;
      for (let g = 0; g < groups; g += 1) {
        if (flow[g * reviewers + r]! === 0) continue;
        parts.join(node, g);
        if (groupSeen[g] === 0) front.push(g);
        groupSeen[g] = 1;
      }
    }
  }
  const sets = new Map<number, { groups: number[]; reviewers: number[] }>();
  const setOf = (node: number): { groups: number[]; reviewers: number[] } => {
    const part = parts.of(node);
    const known = sets.get(part) ?? { groups: [], reviewers: [] };
    sets.set(part, known);
    return known;
  };
  for (let g = 0; g < groups; g += 1) if (groupSeen[g] === 1) setOf(g).groups.push(g);
  for (let r = 0; r < reviewers; r += 1) if (reviewerSeen[r] === 1) setOf(groups + r).reviewers.push(r);
  return [...sets.values()].map((set) => {
    const inside = new Set(set.reviewers);
    let needed = 0;
    let elsewhere = 0;
    let short = 0;
    for (const g of set.groups) {
      needed += members[g]!.length * needs[g]!;
      short += supply[g]!;
      for (let r = 0; r < reviewers; r += 1)
        if (!inside.has(r) && cost[g * reviewers + r] !== CLOSED) elsewhere += size[g]!;
    }
    const capacity = set.reviewers.reduce((sum, r) => sum + room[r]!, 0);
    return { ...set, needed, capacity, elsewhere, short };
  });
}

/** Which things hang together (union–find with path halving). */
class Parts {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, node) => node);
  }

  of(node: number): number {
    let at = node;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }

  join(one: number, other: number): void {
    this.#parent[this.of(one)] = this.of(other);
  }
}
