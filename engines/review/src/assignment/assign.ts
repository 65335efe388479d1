import { evenLoads } from "./balance.js";
import { fillCheapest } from "./cheapest.js";
import { matchOf } from "./eligibility.js";
import { deal, type Grouped, group } from "./groups.js";
import type { Assigned, Assignment, AssignmentProblem, Shortage } from "./problem.js";
import { byPair, type Read, read } from "./read.js";
import { shortSets } from "./shortages.js";

/**
 * Assigns reviewers to applications, exactly. In this order: as many reviews as can be covered at all; among those the
 * best match of expertise in total; among those the most even load (the largest load as small as possible, then the next);
 * what is equal even then is settled by the order of ids. Nobody gets an application with a conflict, nobody more than
 * fits, nobody the same application twice. What is kept stays, unless a conflict ends it.
 *
 * A minimum-cost flow between groups of like applications and reviewers; about n × R steps per price for n groups and R
 * reviewers.
 *
 * @throws AssignmentProblemError when an id stands twice, a pair names nothing, or a count is not a whole number.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const known = read(problem);
  const { applications, reviewers, keptLoad } = known;
  const room = Int32Array.from(reviewers, ({ capacity }, r) => Math.max(0, capacity - keptLoad[r]!));
  const grouped = group(applications, reviewers, known.rows, room.slice(), known.barred);
  const sinkPrice = fillCheapest(grouped.network);
  const shortages = shortSets(grouped, room);
  evenLoads(grouped.network, keptLoad, sinkPrice);
  const loads = keptLoad.slice();
  const received = new Int32Array(applications.length);
  const assigned: Assigned[] = [];
  const put = (a: number, r: number, kept: boolean): void => {
    const application = applications[a]!;
    const reviewer = reviewers[r]!;
    const match = matchOf(application, reviewer);
    assigned.push({ applicationId: application.id, reviewerId: reviewer.id, match, kept });
  };
  for (const [a, r] of known.kept) put(a, r, true);
  deal(grouped, (a, r) => {
    loads[r]! += 1;
    received[a]! += 1;
    put(a, r, false);
  });
  return {
    assigned: assigned.sort(byPair),
    released: known.released,
    shortages: shortages.map((set) => named(set, grouped, known, received)),
    loads: reviewers.map(({ id, capacity }, r) => ({ reviewerId: id, load: loads[r]!, capacity })),
  };
}

function named(
  set: ReturnType<typeof shortSets>[number],
  { members, needs }: Grouped,
  { applications, reviewers }: Read,
  received: Int32Array,
): Shortage {
  const places = set.groups
    .flatMap((g) => members[g]!.map((application) => ({ application, need: needs[g]! })))
    .sort((one, other) => one.application - other.application);
  return {
    applications: places.map(({ application }) => applications[application]!.id),
    missing: places
      .map(({ application, need }) => ({
        applicationId: applications[application]!.id,
        reviews: need - received[application]!,
      }))
      .filter(({ reviews }) => reviews > 0),
    reviewers: set.reviewers.map((r) => reviewers[r]!.id),
    needed: set.needed,
    capacity: set.capacity,
    elsewhere: set.elsewhere,
    short: set.short,
  };
}
