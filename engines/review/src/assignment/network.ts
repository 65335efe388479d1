/**
 * The network of an assignment: groups of like applications on one side, reviewers on the other.
 *
 * Applications with the same need and the same costs towards every reviewer are one group: 27,000 applications become a
 * few hundred groups. A flow between a group of m applications and a reviewer is at most m, because a reviewer reads an
 * application once; such a flow can always be dealt out over the m applications (see `deal`).
 */
export interface Network {
  readonly groups: number;
  readonly reviewers: number;
  /** Applications per group: the capacity of each arc out of it. */
  readonly size: Int32Array;
  /** Reviews per group that are not assigned yet. */
  readonly supply: Int32Array;
  /** Applications each reviewer can still take. */
  readonly room: Int32Array;
  /** Cost of group g and reviewer r at `g * reviewers + r`; `CLOSED` where r may not take an application of g. */
  readonly cost: Uint8Array;
  /** Flow of group g to reviewer r at `g * reviewers + r`. */
  readonly flow: Int32Array;
  /** Shortest distance from the source at equal costs (the dual solution). */
  readonly groupPrice: Int32Array;
  readonly reviewerPrice: Int32Array;
}

/** The cost of an arc that does not exist: a conflict, or a reviewer who has the application already. */
export const CLOSED = 255;

/** Whether an arc lies on a shortest path: only those carry flow in a best assignment. */
export function isTight(network: Network, group: number, reviewer: number): boolean {
  const cost = network.cost[group * network.reviewers + reviewer]!;
  return cost !== CLOSED && cost + network.groupPrice[group]! === network.reviewerPrice[reviewer];
}

/** All reviewers of a network. */
export function allReviewers(network: Network): number[] {
  return Array.from({ length: network.reviewers }, (_, r) => r);
}
