import {
  afterRestructuring,
  checkDeMinimis,
  type DeMinimisAid,
  roomOn,
  singleUndertaking,
} from "@voorsprong/state-aid";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computed, participant, projectOf } from "./grant-builder.js";

const CEILING = 30_000_000;

describe("the three years", () => {
  it.each([
    ["the same day three years before is out", "2026-05-10", "2023-05-10", false],
    ["the day after it is in", "2026-05-10", "2023-05-11", true],
    ["the day of granting is in", "2026-05-10", "2026-05-10", true],
    ["from a leap day, 28 February is out", "2028-02-29", "2025-02-28", false],
    ["from a leap day, 1 March is in", "2028-02-29", "2025-03-01", true],
    ["a leap day is in on 28 February", "2027-02-28", "2024-02-29", true],
    ["a leap day is out on 1 March", "2027-03-01", "2024-02-29", false],
  ])("%s", (_, day, granted, counts) => {
    expect(roomOn(day, [{ date: granted, cents: 100 }], CEILING)).toBe(counts ? CEILING - 100 : CEILING);
  });

  it("looks at every window the day is in, so aid with a later day takes room too", () => {
    const aid = [
      { date: "2024-06-01", cents: 10_000_000 },
      { date: "2027-05-01", cents: 15_000_000 },
    ];
    expect(roomOn("2025-01-01", aid, CEILING)).toBe(5_000_000);
    expect(roomOn("2027-06-01", aid, CEILING)).toBe(15_000_000);
  });

  it("agrees with a count of every day of every window", () => {
    const day = fc
      .integer({ min: 0, max: 2_600 })
      .map((days) => new Date(Date.UTC(2023, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const aid = fc.array(fc.record({ date: day, cents: fc.integer({ min: 0, max: 20_000_000 }) }), {
      maxLength: 6,
    });
    const next = (date: string) =>
      new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const naive = (granting: string, all: readonly { date: string; cents: number }[]) => {
      let room = CEILING;
      for (let end = granting; ; end = next(end)) {
        // A day counts until the same day three years later has come; 29 February may have to wait for 1 March.
        const live = (date: string) => date <= end && `${Number(date.slice(0, 4)) + 3}${date.slice(4)}` > end;
        if (!live(granting)) return Math.max(0, room);
        room = Math.min(
          room,
          CEILING - all.filter(({ date }) => live(date)).reduce((sum, { cents }) => sum + cents, 0),
        );
      }
    };
    fc.assert(
      fc.property(day, aid, (granting, all) => {
        expect(roomOn(granting, all, CEILING)).toBe(naive(granting, all));
      }),
      { numRuns: 150 },
    );
  });
});

describe("the single undertaking", () => {
  const graph = {
    parties: ["a", "b", "c", "d"]
      .map((id) => ({ id, kind: "enterprise" as const }))
      .concat([{ id: "p", kind: "natural-person" as never }]),
    holdings: [
      { owner: "a", in: "b", capital: 0, votes: 5_001 },
      { owner: "b", in: "c", capital: 0, votes: 0, control: "agreement" as const },
      { owner: "p", in: "c", capital: 0, votes: 4_999 },
      { owner: "p", in: "d", capital: 10_000, votes: 10_000 },
    ],
  };
  const aid: readonly DeMinimisAid[] = [
    { enterprise: "b", date: "2025-01-01", cents: 10_000_000 },
    { enterprise: "c", date: "2025-01-01", cents: 4_000_000, regulation: "agriculture" },
    { enterprise: "c", date: "2025-01-01", cents: 9_000_000, regulation: "sgei" },
    { enterprise: "d", date: "2025-01-01", cents: 1 },
  ];

  it("goes through chains of enterprises and not through persons", () => {
    expect(singleUndertaking(graph, "c")).toEqual(["a", "b", "c"]);
    expect(singleUndertaking(graph, "d")).toEqual(["d"]);
  });

  it("counts the aid of all its members, with agriculture and without general economic interest", () => {
    const check = checkDeMinimis({ day: "2026-11-01", enterprise: "a", graph, aid, asked: 20_000_000 });
    expect(check).toMatchObject({ used: 14_000_000, room: 16_000_000, grantable: 16_000_000 });
    expect(check.findings.map(({ id }) => id)).toEqual(["de-minimis-over"]);
    expect(check.assumptions.map(({ id }) => id)).toEqual(["de-minimis-declaration"]);
  });

  it("is out of force outside 2024 to 2030, and the register covers three years from 2029", () => {
    const on = (day: string) => checkDeMinimis({ day, enterprise: "a", aid: [], asked: 1 });
    expect(on("2023-12-31").grantable).toBe(0);
    expect(on("2024-01-01").grantable).toBe(1);
    expect(on("2030-12-31").grantable).toBe(1);
    expect(on("2031-01-01").findings.map(({ id }) => id)).toEqual(["de-minimis-out-of-force"]);
    expect(on("2028-12-31").assumptions).toHaveLength(1);
    expect(on("2029-01-01").assumptions).toHaveLength(0);
  });

  it("counts past aid after a merger for who is left, and splits it by heir or by equity", () => {
    const old = [{ enterprise: "x", date: "2025-01-01", cents: 101 }];
    const merged = afterRestructuring(old, [
      { kind: "merger", date: "2025-06-01", from: ["x", "y"], into: "z" },
    ]);
    expect(merged).toEqual([{ enterprise: "z", date: "2025-01-01", cents: 101 }]);
    const halves = [
      { id: "u", share: 5_000 },
      { id: "v", share: 5_000 },
    ];
    const split = (heir: string | null) =>
      afterRestructuring(old, [{ kind: "split", date: "2025-06-01", from: "x", heir, into: halves }]);
    expect(split(null).map(({ cents }) => cents)).toEqual([51, 51]);
    expect(split("u")).toEqual([{ enterprise: "u", date: "2025-01-01", cents: 101 }]);
    const later = [{ enterprise: "x", date: "2025-07-01", cents: 5 }];
    expect(
      afterRestructuring(later, [{ kind: "merger", date: "2025-06-01", from: ["x"], into: "z" }]),
    ).toEqual(later);
  });
});

describe("de minimis in a project", () => {
  it("is limited by the room that is left, and asks for a statement where there is none", () => {
    const aid = [{ enterprise: "a", date: "2025-01-01", cents: 29_999_000 }];
    const known = computed(
      projectOf("de-minimis", [[participant("a", "small", { deMinimisAid: aid }), 5_000]]),
    );
    expect(known.grant).toBe(1_000);
    const unknown = computed(projectOf("de-minimis", [[participant("a", "small"), 5_000]]));
    expect(unknown.assumptions.map(({ id }) => id)).toContain("de-minimis-unstated-a");
  });
});
