import { MATCH_MAX, matchOf } from "./eligibility.js";
import { CLOSED, type Network } from "./network.js";
import type { ApplicationToReview, AvailableReviewer } from "./problem.js";

/** An application's row: what the network needs to know of it. */
export interface Row {
  /** Place in the sorted list of applications. */
  readonly application: number;
  /** Reviewers it still needs. */
  readonly need: number;
}

/** The network, and which applications stand behind each group. */
export interface Grouped {
  readonly network: Network;
  /** Per group: the applications in it, in order. */
  readonly members: readonly (readonly number[])[];
  /** Per group: reviewers each of its applications still needs. */
  readonly needs: readonly number[];
}

/**
 * The network of what is left to assign: applications that still need reviewers, in groups of like ones.
 *
 * @param barred per application the places of reviewers it may not get: declared conflicts and those it has already.
 */
export function group(
  applications: readonly ApplicationToReview[],
  reviewers: readonly AvailableReviewer[],
  rows: readonly Row[],
  room: Int32Array,
  barred: readonly ReadonlySet<number>[],
): Grouped {
  const byKey = new Map<string, { members: number[]; need: number; costs: Uint8Array }>();
  const profiles = new Map<string, Uint8Array>();
  const stakes = stakesOf(reviewers);
  for (const { application, need } of rows) {
    const { subjects, lead, partners } = applications[application]!;
    const profile = JSON.stringify(subjects);
    let open = profiles.get(profile);
    if (open === undefined) {
      open = Uint8Array.from(reviewers, (reviewer) => MATCH_MAX - matchOf({ subjects }, reviewer));
      profiles.set(profile, open);
    }
    const costs = open.slice();
    // The conflicts of `conflictOf`, by what an application names instead of by asking every reviewer.
    for (const reviewer of barred[application]!) costs[reviewer] = CLOSED;
    for (const organisation of lead === null ? partners : [lead, ...partners])
      for (const reviewer of stakes.get(organisation) ?? []) costs[reviewer] = CLOSED;
    const key = `${need}:${String.fromCharCode(...costs)}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { members: [application], need, costs });
    else known.members.push(application);
  }
  const groups = [...byKey.values()];
  const cost = new Uint8Array(groups.length * reviewers.length);
  for (let g = 0; g < groups.length; g += 1) cost.set(groups[g]!.costs, g * reviewers.length);
  return {
    members: groups.map(({ members }) => members),
    needs: groups.map(({ need }) => need),
    network: {
      groups: groups.length,
      reviewers: reviewers.length,
      size: Int32Array.from(groups, ({ members }) => members.length),
      supply: Int32Array.from(groups, ({ members, need }) => members.length * need),
      room,
      cost,
      flow: new Int32Array(cost.length),
      groupPrice: new Int32Array(groups.length),
      reviewerPrice: new Int32Array(reviewers.length),
    },
  };
}

/** Which reviewers have a stake in which organisation, by place. */
function stakesOf(reviewers: readonly AvailableReviewer[]): ReadonlyMap<string, readonly number[]> {
  const stakes = new Map<string, number[]>();
  for (let r = 0; r < reviewers.length; r += 1)
    for (const organisation of reviewers[r]!.organisations) {
      const known = stakes.get(organisation);
      if (known === undefined) stakes.set(organisation, [r]);
      else known.push(r);
    }
  return stakes;
}

/**
 * Deals a flow out over the applications of each group: reviewer after reviewer, application after application, round
 * and round. Nobody gets the same application twice, because a flow is never larger than its group; what is missing is
 * spread evenly. Calls `give` with the places of application and reviewer.
 */
export function deal(
  { network, members }: Grouped,
  give: (application: number, reviewer: number) => void,
): void {
  for (let g = 0; g < network.groups; g += 1) {
    const applications = members[g]!;
    let turn = 0;
    for (let r = 0; r < network.reviewers; r += 1)
      for (let unit = network.flow[g * network.reviewers + r]!; unit > 0; unit -= 1) {
        give(applications[turn]!, r);
        turn = (turn + 1) % applications.length;
      }
  }
}
