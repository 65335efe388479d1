import {
  type Holding,
  type OwnerKind,
  type Ownership,
  type Party,
  type SizeClass,
  StateAidInputError,
  sizeOf,
} from "@voorsprong/state-aid";
import { describe, expect, it } from "vitest";

const EURO = 100;

/** An enterprise with the same figures in two years: staff in work units, turnover and balance in millions. */
function firm(id: string, staff: number, turnover = 1, balance = 1, more: Partial<Party> = {}): Party {
  const figures = {
    headcount: Math.round(staff * 1_000),
    turnover: Math.round(turnover * 1e6) * EURO,
    balance: Math.round(balance * 1e6) * EURO,
  };
  return {
    id,
    kind: "enterprise",
    periods: ["2024-12-31", "2025-12-31"].map((endsOn) => ({ endsOn, ...figures })),
    ...more,
  };
}

function holds(owner: string, target: string, votes: number, more: Partial<Holding> = {}): Holding {
  return { owner, in: target, capital: votes, votes, ...more };
}

function graph(
  parties: readonly Party[],
  holdings: readonly Holding[] = [],
  more: Partial<Ownership> = {},
): Ownership {
  return { subject: "a", parties, holdings, ...more };
}

function counted(ownership: Ownership) {
  return Object.fromEntries(sizeOf(ownership).counted.map(({ id, how, share }) => [id, `${how} ${share}`]));
}

describe("the ceilings of Annex I, Art. 2", () => {
  it.each([
    [9.999, 2, 99, "micro"],
    [9.999, 99, 2, "micro"],
    [9, 2.000001, 2.000001, "small"],
    [10, 1, 1, "small"],
    [49.999, 10, 99, "small"],
    [49, 10.000001, 10.000001, "medium"],
    [50, 1, 1, "medium"],
    [249.999, 50, 99, "medium"],
    [249.999, 99, 43, "medium"],
    [249, 50.000001, 43.000001, "large"],
    [250, 1, 1, "large"],
  ] as const)("%d work units, turnover %d, balance %d: %s", (staff, turnover, balance, size) => {
    expect(sizeOf(graph([firm("a", staff, turnover, balance)])).size).toBe(size);
  });
});

describe("linked and partner enterprises", () => {
  it("adds 100% of A and 30% of C (the user guide's example) and 100% of what is linked to a partner", () => {
    const ownership = graph(
      [firm("a", 30), firm("A", 40), firm("C", 100), firm("D", 50)],
      [holds("a", "A", 6_000), holds("C", "a", 3_000), holds("C", "D", 8_000)],
    );
    expect(counted(ownership)).toEqual({
      a: "itself 10000",
      A: "linked 10000",
      C: "partner 3000",
      D: "linked-to-partner 3000",
    });
    expect(sizeOf(ownership).periods[0]).toMatchObject({ headcount: 115_000, size: "medium" });
  });

  it("uses the higher of capital and votes, from exactly 25%, and links only above half of the votes", () => {
    const b = firm("b", 100);
    const how = (capital: number, votes: number) =>
      counted(graph([firm("a", 5), b], [{ owner: "b", in: "a", capital, votes }])).b;
    expect(how(2_499, 2_499)).toBe("below 0");
    expect(how(2_500, 0)).toBe("partner 2500");
    expect(how(3_000, 4_000)).toBe("partner 4000");
    expect(how(10_000, 5_000)).toBe("partner 10000");
    expect(how(5_000, 5_001)).toBe("linked 10000");
  });

  it("links by control, through chains, and by what linked firms hold together", () => {
    expect(
      counted(
        graph(
          [firm("a", 5), firm("b", 5), firm("c", 5), firm("d", 5)],
          [
            holds("b", "a", 0, { control: "agreement" }),
            holds("c", "b", 9_000),
            holds("b", "d", 3_000),
            holds("c", "d", 3_000),
          ],
        ),
      ),
    ).toEqual({ a: "itself 10000", b: "linked 10000", c: "linked 10000", d: "linked 10000" });
  });

  it("adds up the holdings of linked owners, and stops at partners of partners", () => {
    expect(
      counted(
        graph(
          [firm("a", 5), firm("b", 5), firm("c", 5), firm("d", 5)],
          [holds("b", "a", 1_500), holds("c", "a", 1_500), holds("b", "c", 6_000), holds("d", "b", 4_000)],
        ),
      ),
    ).toEqual({ a: "itself 10000", b: "partner 3000", c: "partner 3000" });
  });

  it("ends on cycles, with the greater share of a cross-holding", () => {
    expect(
      counted(graph([firm("a", 5), firm("b", 5)], [holds("a", "b", 2_600), holds("b", "a", 4_000)])),
    ).toEqual({
      a: "itself 10000",
      b: "partner 4000",
    });
    const ring = ["a", "b", "c"].map((id) => firm(id, 5));
    const around = [holds("a", "b", 6_000), holds("b", "c", 6_000), holds("c", "a", 6_000)];
    expect(sizeOf(graph(ring, around)).periods[0]!.headcount).toBe(15_000);
  });

  it("links firms of persons who act jointly, only on the same or an adjacent market", () => {
    const person = (id: string): Party => ({ id, kind: "natural-person", actsJointly: "family" });
    const ownership = (market: string) =>
      graph(
        [
          firm("a", 5, 1, 1, { markets: ["machines"] }),
          firm("b", 5, 1, 1, { markets: [market] }),
          person("p"),
          person("q"),
        ],
        [holds("p", "a", 3_000), holds("q", "a", 3_000), holds("p", "b", 10_000)],
      );
    expect(counted(ownership("machines"))).toEqual({ a: "itself 10000", b: "linked 10000" });
    expect(counted(ownership("bread"))).toEqual({ a: "itself 10000" });
  });
});

describe("owners that leave a firm autonomous, Art. 3(2)", () => {
  it.each([
    ["public-investment", {}, "exception 0"],
    ["venture-capital", {}, "exception 0"],
    ["university", {}, "exception 0"],
    ["institutional-investor", {}, "exception 0"],
    ["business-angel", { invested: 124_999_999 }, "exception 0"],
    ["business-angel", { invested: 125_000_000 }, "partner 5000"],
    ["business-angel", {}, "partner 5000"],
  ] as [OwnerKind, Partial<Party>, string][])("%s %o: %s at 50%%", (kind, more, how) => {
    const ownership = graph([firm("a", 5), { ...firm("i", 500), kind, ...more }], [holds("i", "a", 5_000)]);
    expect(counted(ownership).i).toBe(how);
  });

  it("ends above 50% and for investors that are linked to one another", () => {
    const investor = (id: string): Party => ({ ...firm(id, 500), kind: "venture-capital" });
    const above = graph(
      [firm("a", 5), investor("i")],
      [{ owner: "i", in: "a", capital: 5_001, votes: 5_000 }],
    );
    expect(counted(above).i).toBe("partner 5001");
    const linked = graph(
      [firm("a", 5), investor("i"), investor("j")],
      [holds("i", "a", 2_500), holds("j", "a", 2_500), holds("i", "j", 6_000)],
    );
    expect(counted(linked)).toMatchObject({ i: "partner 5000", j: "partner 5000" });
    const apart = graph(
      [firm("a", 5), investor("i"), investor("j")],
      [holds("i", "a", 2_500), holds("j", "a", 2_500)],
    );
    expect(counted(apart)).toMatchObject({ i: "exception 0", j: "exception 0" });
  });
});

describe("ownership by public bodies, Art. 3(4)", () => {
  const province: Party = { id: "p", kind: "public-body" };
  it("takes the status away from exactly 25%, also together and through firms they control", () => {
    const size = (holdings: Holding[], ...others: Party[]) =>
      sizeOf(graph([firm("a", 5), province, ...others], holdings)).decidedBy;
    expect(size([holds("p", "a", 2_499)])).toBe("figures");
    expect(size([holds("p", "a", 2_500)])).toBe("public-ownership");
    const state: Party = { id: "s", kind: "public-body" };
    expect(size([holds("p", "a", 1_300), holds("s", "a", 1_200)], state)).toBe("public-ownership");
    expect(size([holds("p", "h", 5_100), holds("h", "a", 2_500)], firm("h", 1))).toBe("public-ownership");
    expect(size([holds("p", "h", 5_000), holds("h", "a", 2_500)], firm("h", 1))).toBe("figures");
  });

  it("leaves universities and small municipalities out", () => {
    const town = (inhabitants: number): Party => ({
      id: "m",
      kind: "small-municipality",
      budget: 999_999_999,
      inhabitants,
    });
    const size = (owner: Party) =>
      sizeOf(graph([firm("a", 5), owner], [holds(owner.id, "a", 4_000)])).decidedBy;
    expect(size(town(4_999))).toBe("figures");
    expect(size(town(5_000))).toBe("public-ownership");
    expect(size({ ...firm("u", 4_000), kind: "university" })).toBe("figures");
  });
});

describe("the two-year rule, Art. 4(2)", () => {
  const staff: Record<SizeClass, number> = { micro: 5, small: 20, medium: 100, large: 400 };
  const over = (...classes: SizeClass[]): Party => ({
    id: "a",
    kind: "enterprise",
    periods: classes.map((size, at) => ({
      endsOn: `${2020 + at}-12-31`,
      headcount: staff[size] * 1_000,
      turnover: 0,
      balance: 0,
    })),
  });
  it.each([
    [["small", "medium"], "small"],
    [["small", "medium", "medium"], "medium"],
    [["small", "medium", "large"], "medium"],
    [["small", "medium", "small", "medium"], "small"],
    [["large", "medium", "small"], "medium"],
    [["medium", "large", "small"], "medium"],
  ] as [SizeClass[], SizeClass][])("%j gives %s", (classes, size) => {
    expect(sizeOf(graph([over(...classes)])).size).toBe(size);
  });

  it("does not hold back a firm that changed hands, and assumes a steady class where one period is known", () => {
    expect(sizeOf(graph([over("small", "large")], [], { changedOwner: true })).size).toBe("large");
    expect(sizeOf(graph([over("small")])).assumptions.map(({ id }) => id)).toEqual(["one-period"]);
  });
});

describe("what cannot be computed", () => {
  it("is refused with what and where; missing figures of others are an assumption", () => {
    expect(() => sizeOf(graph([firm("b", 1)]))).toThrow(StateAidInputError);
    expect(() => sizeOf(graph([firm("a", 1)], [holds("x", "a", 1)]))).toThrow(/"x" in "a"/);
    expect(() => sizeOf(graph([firm("a", 1), firm("b", 1)], [holds("b", "a", 10_001)]))).toThrow(/10,000/);
    const silent: Party = { id: "b", kind: "enterprise" };
    const result = sizeOf(graph([firm("a", 1), silent], [holds("b", "a", 6_000)]));
    expect(result.assumptions).toContainEqual(expect.objectContaining({ id: "figures-b" }));
  });
});
