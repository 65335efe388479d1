import { sendAll } from "./augment.js";
import { allReviewers, type Network } from "./network.js";

/**
 * Evens out the loads of a cheapest flow without making it dearer: the largest load becomes as small as it can be, then
 * the next largest, and so on.
 *
 * Loads are halved into levels. At a level, reviewers above it hand on what they can to reviewers below it; afterwards
 * no load can pass from those still above (and all they reach) to the rest, so both parts go on by themselves with half
 * the range. The result minimises the sum of squared loads, which over the load vectors of optimal flows (an M-convex
 * set) is the same as the smallest sorted vector: A. Frank and K. Murota, "Decreasing minimization on M-convex sets",
 * Mathematical Programming 195 (2022).
 *
 * @param kept load per reviewer outside the network.
 * @param sinkPrice what `fillCheapest` returned: only reviewers at that price can change load at equal cost.
 */
export function evenLoads(network: Network, kept: Int32Array, sinkPrice: number): void {
  const isMovable = (r: number): boolean => network.reviewerPrice[r] === sinkPrice;
  const taken = takenPerReviewer(network);
  const loads = taken.map((units, r) => units + kept[r]!);
  const ranges = [{ members: allReviewers(network), low: Math.min(...loads), high: Math.max(...loads) }];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const { members, low, high } = range;
    if (high - low <= 1 || members.length < 2) continue;
    const level = Math.floor((low + high) / 2);
    const excess = new Int32Array(network.reviewers);
    const into = new Int32Array(network.reviewers);
    for (const r of members) {
      if (!isMovable(r)) continue;
      excess[r] = Math.max(0, Math.min(loads[r]! - level, taken[r]!));
      into[r] = Math.max(0, Math.min(level - loads[r]!, network.room[r]!));
    }
    const before = { excess: excess.slice(), into: into.slice() };
    const reached = sendAll(network, { fromGroup: null, fromReviewer: excess, into }, members);
    for (const r of members) {
      const change = before.into[r]! - into[r]! - (before.excess[r]! - excess[r]!);
      loads[r]! += change;
      taken[r]! += change;
      network.room[r]! -= change;
    }
    const above = members.filter((r) => reached.reviewer[r]! >= 0);
    const below = members.filter((r) => reached.reviewer[r]! < 0);
    ranges.push({ members: above, low: level, high }, { members: below, low, high: level });
  }
}

function takenPerReviewer(network: Network): Int32Array {
  const taken = new Int32Array(network.reviewers);
  for (let g = 0; g < network.groups; g += 1)
    for (let r = 0; r < network.reviewers; r += 1) taken[r]! += network.flow[g * network.reviewers + r]!;
  return taken;
}
