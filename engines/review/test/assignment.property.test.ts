import {
  type Assignment,
  type AssignmentProblem,
  assign,
  conflictOf,
  type ExpertiseLevel,
  MATCH_MAX,
  matchOf,
  type Pair,
} from "@voorsprong/review";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

/** How good an assignment is, in the order in which goals count. */
interface Worth {
  readonly covered: number;
  readonly mismatch: number;
  /** Largest first. */
  readonly loads: readonly number[];
}

const better = (one: Worth, other: Worth): boolean => {
  if (one.covered !== other.covered) return one.covered > other.covered;
  if (one.mismatch !== other.mismatch) return one.mismatch < other.mismatch;
  const at = one.loads.findIndex((load, k) => load !== other.loads[k]);
  return at >= 0 && one.loads[at]! < other.loads[at]!;
};

const isConflicted = (problem: AssignmentProblem, { applicationId, reviewerId }: Pair): boolean =>
  conflictOf(
    problem.applications.find(({ id }) => id === applicationId)!,
    problem.reviewers.find(({ id }) => id === reviewerId)!,
    problem.declared.some((pair) => pair.applicationId === applicationId && pair.reviewerId === reviewerId),
  ) !== null;

/** Every way to choose reviewers for every application, one by one: the naive truth. */
function bestByTrying(problem: AssignmentProblem): Worth {
  const { applications, reviewers } = problem;
  const load = new Map(reviewers.map(({ id }) => [id, 0]));
  const keptOf = new Map<string, Set<string>>(applications.map(({ id }) => [id, new Set()]));
  for (const pair of problem.kept) {
    if (isConflicted(problem, pair) || keptOf.get(pair.applicationId)!.has(pair.reviewerId)) continue;
    keptOf.get(pair.applicationId)!.add(pair.reviewerId);
    load.set(pair.reviewerId, load.get(pair.reviewerId)! + 1);
  }
  let best: Worth | null = null;
  const tryFrom = (a: number, from: number, left: number, covered: number, mismatch: number): void => {
    if (a === applications.length) {
      const worth = { covered, mismatch, loads: [...load.values()].sort((x, y) => y - x) };
      if (best === null || better(worth, best)) best = worth;
      return;
    }
    const application = applications[a]!;
    const next = applications[a + 1];
    const needOf = (k: number): number =>
      k < applications.length
        ? Math.max(0, applications[k]!.reviewers - keptOf.get(applications[k]!.id)!.size)
        : 0;
    tryFrom(a + 1, 0, next === undefined ? 0 : needOf(a + 1), covered, mismatch);
    if (left === 0) return;
    for (let r = from; r < reviewers.length; r += 1) {
      const reviewer = reviewers[r]!;
      const pair = { applicationId: application.id, reviewerId: reviewer.id };
      if (keptOf.get(application.id)!.has(reviewer.id) || isConflicted(problem, pair)) continue;
      if (load.get(reviewer.id)! >= reviewer.capacity) continue;
      load.set(reviewer.id, load.get(reviewer.id)! + 1);
      tryFrom(a, r + 1, left - 1, covered + 1, mismatch + MATCH_MAX - matchOf(application, reviewer));
      load.set(reviewer.id, load.get(reviewer.id)! - 1);
    }
  };
  const first = applications[0];
  tryFrom(0, 0, first === undefined ? 0 : Math.max(0, first.reviewers - keptOf.get(first.id)!.size), 0, 0);
  return best!;
}

function worthOf({ assigned, loads }: Assignment): Worth {
  const fresh = assigned.filter(({ kept }) => !kept);
  return {
    covered: fresh.length,
    mismatch: fresh.reduce((sum, { match }) => sum + MATCH_MAX - match, 0),
    loads: loads.map(({ load }) => load).sort((x, y) => y - x),
  };
}

const subjects = fc.uniqueArray(fc.constantFrom("energy", "care", "data"), { maxLength: 2 });
const level = fc.constantFrom<ExpertiseLevel>(0, 1, 2, 3);
const organisation = fc.constantFrom("O1", "O2", "O3", "O4");

const problems = fc
  .record({
    applications: fc.array(
      fc.record({
        reviewers: fc.integer({ min: 0, max: 3 }),
        subjects,
        lead: fc.option(organisation),
        partners: fc.uniqueArray(organisation, { maxLength: 1 }),
      }),
      { maxLength: 5 },
    ),
    reviewers: fc.array(
      fc.record({
        capacity: fc.integer({ min: 0, max: 4 }),
        expertise: fc.dictionary(fc.constantFrom("energy", "care", "data"), level),
        organisations: fc.uniqueArray(organisation, { maxLength: 1 }),
      }),
      { maxLength: 4 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.boolean()), { maxLength: 5 }),
  })
  .map(({ applications, reviewers, pairs }): AssignmentProblem => {
    const named = pairs
      .filter(([a, r]) => a < applications.length && r < reviewers.length)
      .map(([a, r, kept]) => ({ applicationId: `A${a}`, reviewerId: `R${r}`, kept }));
    const strip = ({ applicationId, reviewerId }: Pair): Pair => ({ applicationId, reviewerId });
    return {
      applications: applications.map((application, a) => ({ id: `A${a}`, ...application })),
      reviewers: reviewers.map((reviewer, r) => ({ id: `R${r}`, ...reviewer })),
      declared: named.filter(({ kept }) => !kept).map(strip),
      kept: named.filter(({ kept }) => kept).map(strip),
    };
  });

describe("an assignment of reviewers", () => {
  it("is the best of all: coverage, then expertise, then loads, as trying everything finds it", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(worthOf(assign(problem))).toEqual(bestByTrying(problem));
      }),
      { numRuns: 600 },
    );
  });

  it("keeps the rules: no conflict, no one twice, room respected, what is kept stays", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { assigned, released, loads } = assign(problem);
        expect(
          new Set(assigned.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`)).size,
        ).toBe(assigned.length);
        for (const pair of assigned) expect(isConflicted(problem, pair)).toBe(false);
        for (const pair of released) expect(isConflicted(problem, pair)).toBe(true);
        for (const { reviewerId, load, capacity } of loads) {
          const mine = assigned.filter((pair) => pair.reviewerId === reviewerId);
          expect(load).toBe(mine.length);
          expect(load).toBeLessThanOrEqual(Math.max(capacity, mine.filter(({ kept }) => kept).length));
        }
        for (const { id, reviewers } of problem.applications) {
          const mine = assigned.filter(({ applicationId }) => applicationId === id);
          expect(mine.length).toBeLessThanOrEqual(
            Math.max(reviewers, mine.filter(({ kept }) => kept).length),
          );
        }
        for (const pair of problem.kept)
          expect(
            isConflicted(problem, pair) ||
              assigned.some(
                ({ applicationId, reviewerId, kept }) =>
                  kept && applicationId === pair.applicationId && reviewerId === pair.reviewerId,
              ),
          ).toBe(true);
      }),
    );
  });

  it("names every shortage, and each is a true lower bound: no assignment can do better", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { assigned, shortages } = assign(problem);
        const missing = problem.applications.reduce((sum, { id, reviewers }) => {
          const got = assigned.filter(({ applicationId }) => applicationId === id).length;
          return sum + Math.max(0, reviewers - got);
        }, 0);
        expect(shortages.reduce((sum, { short }) => sum + short, 0)).toBe(missing);
        for (const shortage of shortages) {
          const { needed, capacity, elsewhere, short } = shortage;
          expect(needed).toBe(capacity + elsewhere + short);
          expect(shortage.missing.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(short);
          // Recomputed from the problem: what this set can get at all.
          const keptBy = (reviewerId: string): number =>
            assigned.filter((pair) => pair.kept && pair.reviewerId === reviewerId).length;
          const inside = problem.reviewers.filter(({ id }) => shortage.reviewers.includes(id));
          expect(capacity).toBe(inside.reduce((sum, r) => sum + Math.max(0, r.capacity - keptBy(r.id)), 0));
          const others = problem.reviewers.filter(({ id }) => !shortage.reviewers.includes(id));
          let possible = 0;
          for (const applicationId of shortage.applications)
            for (const { id: reviewerId } of others) {
              const isKept = assigned.some(
                (pair) => pair.kept && pair.applicationId === applicationId && pair.reviewerId === reviewerId,
              );
              if (!isKept && !isConflicted(problem, { applicationId, reviewerId })) possible += 1;
            }
          expect(elsewhere).toBe(possible);
        }
      }),
    );
  });

  it("does not depend on the order in which things are written", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const turned: AssignmentProblem = {
          applications: problem.applications.toReversed(),
          reviewers: problem.reviewers.toReversed(),
          declared: problem.declared.toReversed(),
          kept: problem.kept.toReversed(),
        };
        expect(assign(turned)).toEqual(assign(problem));
      }),
    );
  });

  it("is stable: keeping everything that was assigned changes nothing", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { assigned } = assign(problem);
        const again = assign({ ...problem, kept: assigned });
        expect(again.assigned.map(({ kept: _, ...pair }) => pair)).toEqual(
          assigned.map(({ kept: _, ...pair }) => pair),
        );
      }),
    );
  });
});
