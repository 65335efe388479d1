/** The rows of the size test and the graph they stand for. */
import { ownershipGap, sizeOf } from "@voorsprong/state-aid";
import { describe, expect, it } from "vitest";
import { ownershipOf, rowsOf, SUBJECT } from "../../src/pages/application/editor/size-rows.js";

const own = [
  { endsOn: "2025-12-31", staff: 30.5, turnover: 400_000_000, balance: 200_000_000 },
  { endsOn: "2024-12-31", staff: 28, turnover: 380_000_000, balance: 190_000_000 },
];
const related = [
  {
    name: "Moeder",
    kind: "enterprise",
    direction: "owns",
    toward: SUBJECT,
    capital: 30,
    votes: 25.5,
    staff: 100,
    turnover: 900_000_000,
    balance: 0,
  },
  {
    name: "Dochter van moeder",
    kind: "enterprise",
    direction: "owned",
    toward: "e1",
    capital: 80,
    votes: 80,
    staff: 10,
    turnover: 0,
    balance: 0,
  },
];

describe("the rows of the size test", () => {
  it("come back from the graph as they were", () => {
    expect(rowsOf(ownershipOf(own, related, false))).toEqual({ figures: own, related });
  });

  it("stand for partners and for what is linked to them", () => {
    const result = sizeOf(ownershipOf(own, related, false)!);
    expect(result.counted.map(({ id, how, share }) => [id, how, share])).toEqual([
      [SUBJECT, "itself", 10_000],
      ["e1", "partner", 3_000],
      ["e2", "linked-to-partner", 3_000],
    ]);
    // 30.5 + 30% of 100 and of 10 work units.
    expect(result.periods[0]!.headcount).toBe(63_500);
    expect(result.size).toBe("medium");
  });

  it("keep what is half filled in, so that it is seen to be unfinished and comes back", () => {
    const half = ownershipOf([{ endsOn: "31-12", staff: 3 }, {}], [{}], false)!;
    expect(half.parties).toEqual([
      {
        id: SUBJECT,
        kind: "enterprise",
        periods: [{ endsOn: "", headcount: 3_000, turnover: null, balance: null }],
      },
      { id: "e1", kind: "enterprise" },
    ]);
    expect(half.holdings).toEqual([{ owner: "e1", in: SUBJECT, capital: 0, votes: 0 }]);
    expect(ownershipGap(half, "Voorbeeldbedrijf")?.en).toContain("Voorbeeldbedrijf");
    expect(rowsOf(half).figures).toEqual([{ endsOn: "", staff: 3, turnover: null, balance: null }]);
  });

  it("are no graph while nothing stands in them", () => {
    expect(ownershipOf([{}], [], false)).toBeNull();
  });
});
