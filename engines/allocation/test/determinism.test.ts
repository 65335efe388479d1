/** The same round gives the same bytes, whatever the order in which its parts arrive. */
import {
  canonicalText,
  decide,
  generateRound,
  parseRound,
  type Round,
  type Rule,
  randomSource,
} from "@voorsprong/allocation";
import { describe, expect, it } from "vitest";

function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const random = randomSource(seed);
  return items
    .map((item) => ({ item, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const disordered = (round: Round, seed: string): Round => ({
  ...round,
  budgets: shuffled(round.budgets, seed),
  applications: shuffled(round.applications, seed).map((application) => ({
    ...application,
    tags: Object.fromEntries(shuffled(Object.entries(application.tags), seed)),
  })),
});

describe("determinism", () => {
  it.each<[Rule, "simple" | "loose"]>([
    ["optimal", "simple"],
    ["optimal", "loose"],
    ["ranking", "loose"],
  ])(
    "%s, class %s",
    async (rule, roundClass) => {
      const round = generateRound({ n: 90, class: roundClass, seed: "order" });
      // What was decided before must not show.
      const first = await decide(round, { rule });
      await decide(generateRound({ n: 60, class: "tight", seed: "warm" }), {
        rule,
        timeLimit: 2,
      }).catch(() => {});
      const second = await decide(disordered(round, "other"), { rule });
      expect(second.hash).toBe(first.hash);
      expect(canonicalText(second) === canonicalText(first)).toBe(true);
    },
    240_000,
  );

  it("makes every example application come in within the window, by a source of its own", () => {
    const window = { opens: "2027-01-04T08:00:00+01:00", closes: "2027-01-05T08:00:00+01:00" };
    const options = { n: 200, class: "loose", seed: "window" } as const;
    const round = generateRound({ ...options, window });
    for (const { received } of round.applications) {
      expect(received).toMatch(/^2027-01-0[45]T\d\d:\d\d:\d\dZ$/);
      expect(received! >= "2027-01-04T07:00:00Z" && received! < "2027-01-05T07:00:00Z").toBe(true);
    }
    const other = generateRound(options);
    const withoutReceipt = ({ applications, ...rest }: typeof round) =>
      canonicalText({ ...rest, applications: applications.map(({ received: _, ...each }) => each) });
    expect(other).not.toEqual(round);
    expect(withoutReceipt(other)).toBe(withoutReceipt(round));
  });

  it("generates the same round from the same seed and another from another", () => {
    const make = (seed: string) => canonicalText(generateRound({ n: 200, class: "tight", seed }));
    expect(make("a")).toBe(make("a"));
    expect(make("a")).not.toBe(make("b"));
    expect(parseRound(JSON.parse(make("a")))).toEqual(generateRound({ n: 200, class: "tight", seed: "a" }));
  });
});
