import { computeGrant, GBER_2014_2023, StateAidInputError, standingOn } from "@voorsprong/state-aid";
import { describe, expect, it } from "vitest";
import { computed, participant, projectOf, rateOf } from "./grant-builder.js";

const small = participant("a", "small");

describe("which rules hold on the day of granting", () => {
  it.each([
    ["2023-06-30", false, "none"],
    ["2023-07-01", false, "in-force"],
    ["2026-12-31", false, "in-force"],
    ["2027-01-01", false, "none"],
    ["2027-01-01", true, "adjustment"],
    ["2027-06-30", true, "adjustment"],
    ["2027-07-01", true, "none"],
  ] as const)("%s, existing scheme %s: %s", (day, existingScheme, state) => {
    expect(standingOn(day, { existingScheme }).state).toBe(state);
  });

  it("answers in words and without a number when no set is in force, unless the GBER is not needed", () => {
    const late = { grantingDay: "2027-07-01" };
    const none = computeGrant(projectOf("25-industrial", [[small, 100]], late));
    expect(none.state).toBe("no-rules");
    expect(none.standing!.text.nl).toContain("opvolger");
    expect(none).not.toHaveProperty("grant");
    expect(computed(projectOf("de-minimis", [[small, 100]], late)).grant).toBe(100);
  });

  it("takes a successor as data", () => {
    const successor = { ...GBER_2014_2023, id: "gber-next", validFrom: "2027-01-01", validTo: "2033-12-31" };
    const late = { grantingDay: "2027-07-01", ruleSet: "gber-next" };
    const project = projectOf("25-industrial", [[small, 1_000]], late);
    expect(computeGrant(project, [GBER_2014_2023, successor])).toMatchObject({
      state: "computed",
      grant: 700,
    });
    expect(() => computeGrant(project)).toThrow(StateAidInputError);
  });
});

describe("the amount", () => {
  it("is rounded down to the cent", () => {
    expect(computed(projectOf("25-experimental", [[small, 333]])).grant).toBe(149);
  });

  it("leaves out what the article does not cover and refundable VAT, and says so", () => {
    const project = projectOf("25-industrial", [[small, 1_000]]);
    const result = computed({
      ...project,
      costs: [
        ...project.costs,
        { workPackage: "wp", participant: "a", category: "other", cents: 500 },
        { workPackage: "wp", participant: "a", category: "refundable-vat", cents: 210 },
      ],
    });
    expect(result.eligible).toBe(1_000);
    expect(result.findings).toContainEqual(expect.objectContaining({ id: "not-eligible" }));
  });

  it("can take overheads as a flat rate of the other costs, as a labelled assumption, never above 20%", () => {
    const project = projectOf("25-industrial", [[small, 1_000]]);
    const stated = { workPackage: "wp", participant: "a", category: "overheads", cents: 900 } as const;
    const flat = {
      ...project,
      costs: [...project.costs, stated],
      overheads: { method: "flat-rate", rate: 2_500 } as const,
    };
    const result = computed(flat);
    expect(result.eligible).toBe(1_200);
    expect(result.assumptions.map(({ id }) => id)).toContain("uncertain-overheads");
    expect(result.findings.map(({ id }) => id)).not.toContain("not-eligible");
    expect(computed({ ...flat, overheads: { method: "stated" } }).eligible).toBe(1_900);
  });

  it("keeps to the rate, the maximum and the minimum of the call", () => {
    const limited = (limits: NonNullable<Parameters<typeof computed>[0]["limits"]>) =>
      computed(projectOf("25-industrial", [[small, 100_000]], { limits }));
    expect(limited({ rate: 3_500 }).grant).toBe(35_000);
    expect(limited({ maximum: 50_000 })).toMatchObject({ grant: 50_000, maximum: 70_000 });
    expect(limited({ minimum: 70_000 }).grant).toBe(70_000);
    const below = limited({ minimum: 70_001 });
    expect(below.grant).toBe(0);
    expect(below.findings).toContainEqual(expect.objectContaining({ id: "call-minimum", kind: "obstacle" }));
  });

  it("pays activities that are not economic beside the articles", () => {
    const school = participant("s", "large", { kind: "other", nonEconomic: true });
    const result = computed(
      projectOf("25-experimental", [
        [participant("a", "large"), 1_000],
        [school, 1_000],
      ]),
    );
    expect(rateOf(result, "s")).toBe(10_000);
    expect(rateOf(result, "a")).toBe(2_500);
  });
});

describe("gates", () => {
  it.each([
    ["in-difficulty", { inDifficulty: true }],
    ["recovery-order", { recoveryOrder: true }],
  ] as const)("%s closes the GBER for that participant only", (id, more) => {
    const result = computed(
      projectOf("25-industrial", [
        [participant("a", "small", more), 1_000],
        [participant("b", "small"), 1_000],
      ]),
    );
    expect(result.participants.map(({ grant }) => grant)).toEqual([0, 800]);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ id, kind: "obstacle", participant: "a" }),
    );
  });

  it.each([
    ["2026-05-31", "started-before", 0],
    ["2026-06-01", "started-same-day", 700],
    ["2026-06-02", null, 700],
    [undefined, "start-unknown", 700],
  ])("works that start on %s: %s", (startOfWorks, finding, grant) => {
    const { startOfWorks: _, ...rest } = projectOf("25-industrial", [[small, 1_000]]);
    const result = computed(startOfWorks === undefined ? rest : { ...rest, startOfWorks });
    expect(result.grant).toBe(grant);
    expect(result.findings.map(({ id }) => id)).toEqual(finding === null ? [] : [finding]);
  });

  it("does not close de minimis, and asks more of a large firm with aid outside a scheme", () => {
    const late = projectOf("de-minimis", [[participant("a", "small", { inDifficulty: true }), 1_000]], {
      startOfWorks: "2026-01-01",
    });
    expect(computed(late).grant).toBe(1_000);
    const adHoc = computed(
      projectOf("25-industrial", [[participant("a", "large"), 1_000]], { facts: { adHoc: true } }),
    );
    expect(adHoc.findings.map(({ id }) => id)).toEqual(["ad-hoc-large"]);
  });
});

describe("the notification thresholds of Art. 4(1)", () => {
  const million = 100_000_000;
  const large = participant("a", "large");
  it.each([
    ["25-fundamental", 60, 55, {}],
    ["25-industrial", 100, 35, {}],
    ["25-experimental", 200, 25, {}],
    ["25-experimental", 400, 50, { jointProject: true }],
    ["25-experimental", 400, 37.5, { repayable: true }],
    ["25-feasibility", 20, 8.25, {}],
    ["26", 100, 35, {}],
    ["26a", 200, 25, {}],
    ["27-investment", 40, 10, {}],
    ["31", 10, 3, {}],
  ] as const)("%s of %i million in costs gives at most %d million", (basis, costs, most, facts) => {
    const result = computed(projectOf(basis, [[large, costs * million]], { facts }));
    expect(result.grant).toBe(most * million);
    expect(result.findings).toContainEqual(expect.objectContaining({ id: "notification" }));
  });

  it.each([
    ["28", 30, 1_000_000_000],
    ["29", 40, 1_250_000_000],
    ["18", 10, 220_000_000],
  ] as const)("Art. %s for a small enterprise, costs of %i million: at most %i cents", (basis, costs, most) => {
    expect(computed(projectOf(basis, [[small, costs * million]])).grant).toBe(most);
  });

  it("goes by what more than half of the costs are for", () => {
    const mixed = (industrial: number) => {
      const project = projectOf("25-industrial", [[large, industrial * million]]);
      return computed({
        ...project,
        workPackages: [...project.workPackages, { id: "dev", basis: "25-experimental" }],
        costs: [
          ...project.costs,
          { workPackage: "dev", participant: "a", category: "personnel", cents: 60 * million },
        ],
      }).grant;
    };
    expect(mixed(60)).toBe(25 * million);
    expect(mixed(61)).toBe(35 * million);
  });

  it("counts per undertaking, and warns when other projects together go above", () => {
    const group = (id: string) => participant(id, "large", { undertaking: "g" });
    const one = projectOf("25-industrial", [
      [group("a"), 40 * million],
      [group("b"), 40 * million],
    ]);
    expect(computed(one).grant).toBe(35 * million);
    expect(
      computed(
        projectOf("25-industrial", [
          [large, 40 * million],
          [participant("b", "large"), 40 * million],
        ]),
      ).grant,
    ).toBe(40 * million);
    const related = {
      participant: "a",
      title: "Deel 2",
      cents: 20 * million,
      basis: "25-industrial",
    } as const;
    const split = computed(projectOf("25-industrial", [[large, 40 * million]], { relatedAid: [related] }));
    expect(split.findings.map(({ id }) => id)).toEqual(["splitting"]);
  });
});

describe("money from elsewhere for the same costs, Art. 8", () => {
  const grant = (funding: NonNullable<Parameters<typeof computed>[0]["funding"]>) =>
    computed(projectOf("25-industrial", [[small, 1_000]], { funding })).grant;
  const from = (kind: "state-aid" | "de-minimis" | "union" | "private", cents: number, more = {}) => ({
    kind,
    source: kind,
    participant: "a",
    cents,
    ...more,
  });

  it("takes off what goes above the highest rate", () => {
    expect(grant([from("state-aid", 300)])).toBe(400);
    expect(grant([from("state-aid", 300), from("de-minimis", 100)])).toBe(300);
    expect(grant([from("state-aid", 900)])).toBe(0);
    expect(grant([from("private", 900)])).toBe(700);
    expect(grant([from("state-aid", 300, { workPackage: "wp" })])).toBe(400);
  });

  it("lets Union money go up to the rate that Union law allows, and counts it as aid when that is unknown", () => {
    expect(grant([from("union", 200, { allowed: 9_000 })])).toBe(700);
    expect(grant([from("union", 300, { allowed: 9_000 })])).toBe(600);
    expect(grant([from("union", 300, { allowed: 9_000 }), from("state-aid", 200)])).toBe(400);
    expect(grant([from("union", 300)])).toBe(400);
  });

  it("takes nothing off when the call gives less than the article and there is room", () => {
    const project = projectOf("25-industrial", [[small, 1_000]], {
      limits: { rate: 4_000 },
      funding: [from("state-aid", 300)],
    });
    expect(computed(project).grant).toBe(400);
  });
});

describe("innovation advice, Art. 28(4)", () => {
  const advice = (cents: number, earlier: number) =>
    computed(
      projectOf("28-advisory", [
        [participant("a", "small", { advisoryAid: [{ date: "2025-01-01", cents: earlier }] }), cents],
      ]),
    ).grant;
  it.each([
    [22_000_000, 0, 22_000_000],
    [30_000_000, 0, 22_000_000],
    [30_000_000, 10_000_000, 15_000_000],
    [20_000_000, 5_000_000, 17_000_000],
    [60_000_000, 0, 30_000_000],
  ])("costs of %i cents after %i earlier give %i", (costs, earlier, expected) => {
    expect(advice(costs, earlier)).toBe(expected);
  });
});
