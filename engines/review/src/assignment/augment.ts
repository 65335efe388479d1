import { isTight, type Network } from "./network.js";

/** Where flow starts and ends. All three are used up as flow is sent. */
export interface Ends {
  /** Per group: units that start there. */
  readonly fromGroup: Int32Array | null;
  /** Per reviewer: units that start there (load to hand on to others). */
  readonly fromReviewer: Int32Array | null;
  /** Per reviewer: units that may end there. */
  readonly into: Int32Array;
}

/**
 * Sends as much as fits from starts to ends over tight arcs, within a set of reviewers: Dinic's algorithm (1970), that is
 * blocking flows over shortest paths until no path is left. Returns for every reviewer and group whether it can still be
 * reached from what could not be sent: the minimum cut.
 */
export function sendAll(network: Network, ends: Ends, among: readonly number[]): Reached {
  for (;;) {
    const levels = levelsFrom(network, ends, among);
    if (!among.some((r) => levels.reviewer[r]! >= 0 && ends.into[r]! > 0)) return levels;
    new Blocking(network, ends, among, levels).send();
  }
}

/** Steps from a start, -1 where there is no path. */
export interface Reached {
  readonly group: Int32Array;
  readonly reviewer: Int32Array;
}

function levelsFrom(network: Network, ends: Ends, among: readonly number[]): Reached {
  const { groups, reviewers, flow, size } = network;
  const levels = { group: new Int32Array(groups).fill(-1), reviewer: new Int32Array(reviewers).fill(-1) };
  let groupFront: number[] = [];
  let reviewerFront: number[] = [];
  if (ends.fromGroup !== null)
    for (let g = 0; g < groups; g += 1) if (ends.fromGroup[g]! > 0) groupFront.push(g);
  if (ends.fromReviewer !== null) for (const r of among) if (ends.fromReviewer[r]! > 0) reviewerFront.push(r);
  for (const g of groupFront) levels.group[g] = 0;
  for (const r of reviewerFront) levels.reviewer[r] = 0;
  for (let level = 1; groupFront.length + reviewerFront.length > 0; level += 1) {
    const nextReviewers: number[] = [];
    const nextGroups: number[] = [];
    for (const g of groupFront)
      for (const r of among)
        if (levels.reviewer[r]! < 0 && flow[g * reviewers + r]! < size[g]! && isTight(network, g, r)) {
          levels.reviewer[r] = level;
          nextReviewers.push(r);
        }
    for (const r of reviewerFront)
      for (let g = 0; g < groups; g += 1)
        if (levels.group[g]! < 0 && flow[g * reviewers + r]! > 0 && isTight(network, g, r)) {
          levels.group[g] = level;
          nextGroups.push(g);
        }
    groupFront = nextGroups;
    reviewerFront = nextReviewers;
  }
  return levels;
}

/** One blocking flow: depth first over arcs that go one level up, each arc left behind once it is of no more use. */
class Blocking {
  readonly #network: Network;
  readonly #ends: Ends;
  readonly #among: readonly number[];
  readonly #levels: Reached;
  readonly #nextReviewer: Int32Array;
  readonly #nextGroup: Int32Array;

  constructor(network: Network, ends: Ends, among: readonly number[], levels: Reached) {
    this.#network = network;
    this.#ends = ends;
    this.#among = among;
    this.#levels = levels;
    this.#nextReviewer = new Int32Array(network.groups);
    this.#nextGroup = new Int32Array(network.reviewers);
  }

  send(): void {
    const { fromGroup, fromReviewer } = this.#ends;
    if (fromGroup !== null)
      for (let g = 0; g < this.#network.groups; g += 1)
        if (fromGroup[g]! > 0) fromGroup[g]! -= this.#throughGroup(g, fromGroup[g]!);
    if (fromReviewer !== null)
      for (const r of this.#among)
        if (fromReviewer[r]! > 0) fromReviewer[r]! -= this.#onward(r, fromReviewer[r]!);
  }

  #throughGroup(g: number, amount: number): number {
    const { reviewers, flow, size } = this.#network;
    let sent = 0;
    for (; this.#nextReviewer[g]! < this.#among.length; this.#nextReviewer[g]! += 1) {
      const r = this.#among[this.#nextReviewer[g]!]!;
      const arc = g * reviewers + r;
      if (this.#levels.reviewer[r] !== this.#levels.group[g]! + 1 || !isTight(this.#network, g, r)) continue;
      const fits = Math.min(amount - sent, size[g]! - flow[arc]!);
      if (fits <= 0) continue;
      const passed = this.#throughReviewer(r, fits);
      flow[arc]! += passed;
      sent += passed;
      if (sent === amount) break;
    }
    return sent;
  }

  #throughReviewer(r: number, amount: number): number {
    const ending = Math.min(amount, this.#ends.into[r]!);
    this.#ends.into[r]! -= ending;
    return ending + (ending < amount ? this.#onward(r, amount - ending) : 0);
  }

  #onward(r: number, amount: number): number {
    const { groups, reviewers, flow } = this.#network;
    let sent = 0;
    for (; this.#nextGroup[r]! < groups; this.#nextGroup[r]! += 1) {
      const g = this.#nextGroup[r]!;
      const arc = g * reviewers + r;
      if (this.#levels.group[g] !== this.#levels.reviewer[r]! + 1 || !isTight(this.#network, g, r)) continue;
      const fits = Math.min(amount - sent, flow[arc]!);
      if (fits <= 0) continue;
      const passed = this.#throughGroup(g, fits);
      flow[arc]! -= passed;
      sent += passed;
      if (sent === amount) break;
    }
    return sent;
  }
}
