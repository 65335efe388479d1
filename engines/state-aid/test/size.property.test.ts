import { type Ownership, sizeOf } from "@voorsprong/state-aid";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ids = ["a", "b", "c", "d", "e"];

const ownership: fc.Arbitrary<Ownership> = fc
  .record({
    staff: fc.tuple(...ids.map(() => fc.integer({ min: 0, max: 200_000 }))),
    holdings: fc.array(
      fc.record({
        owner: fc.constantFrom(...ids),
        in: fc.constantFrom(...ids),
        capital: fc.constantFrom(0, 1_500, 2_499, 2_500, 5_000, 5_001, 9_000),
        votes: fc.constantFrom(0, 1_500, 2_499, 2_500, 5_000, 5_001, 9_000),
      }),
      { maxLength: 9 },
    ),
  })
  .map(({ staff, holdings }) => ({
    subject: "a",
    parties: ids.map((id, at) => ({
      id,
      kind: "enterprise" as const,
      periods: [{ endsOn: "2025-12-31", headcount: staff[at]!, turnover: 0, balance: 0 }],
    })),
    holdings: holdings.filter((each) => each.owner !== each.in),
  }));

/** Annex I by repeated colouring instead of joining groups: slow, with no code shared. */
function naiveHeadcount({ parties, holdings }: Ownership): number {
  const colour = new Map(parties.map(({ id }, at) => [id, at]));
  for (let again = true; again; ) {
    again = false;
    for (const { id: target } of parties)
      for (const shade of new Set(colour.values())) {
        if (colour.get(target) === shade) continue;
        const votes = holdings
          .filter((each) => each.in === target && colour.get(each.owner) === shade)
          .reduce((sum, each) => sum + each.votes, 0);
        if (votes <= 5_000) continue;
        const old = colour.get(target);
        for (const [id, own] of colour) if (own === old) colour.set(id, shade);
        again = true;
      }
  }
  const own = colour.get("a");
  const groupOf = (id: string) => colour.get(id);
  let total = 0n;
  for (const shade of new Set(colour.values())) {
    const members = parties.filter(({ id }) => groupOf(id) === shade);
    let share = shade === own ? 10_000 : 0;
    if (shade !== own)
      for (const { id: target } of parties)
        for (const key of ["capital", "votes"] as const) {
          const between = holdings.filter(
            (each) =>
              each.in === target &&
              ((groupOf(each.owner) === shade && groupOf(target) === own) ||
                (groupOf(each.owner) === own && groupOf(target) === shade)),
          );
          share = Math.max(
            share,
            between.reduce((sum, each) => sum + each[key], 0),
          );
        }
    if (share < 2_500) continue;
    for (const { periods } of members) total += BigInt(periods![0]!.headcount) * BigInt(share);
  }
  return Number(total / 10_000n);
}

describe("the size test", () => {
  it("agrees with a naive reading of Annex I on any graph, cycles included", () => {
    fc.assert(
      fc.property(ownership, (graph) => {
        expect(sizeOf(graph).periods[0]!.headcount).toBe(naiveHeadcount(graph));
      }),
      { numRuns: 1_500 },
    );
  });
});
