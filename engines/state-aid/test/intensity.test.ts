import type { AidBasis, ProjectFacts, SizeClass, WorkPackage } from "@voorsprong/state-aid";
import { describe, expect, it } from "vitest";
import { computed, participant, projectOf, rateOf } from "./grant-builder.js";

/** The applicant bears 1,000 euros and another, independent SME as much. */
function rate(basis: AidBasis, size: SizeClass, facts: ProjectFacts = {}, more: Partial<WorkPackage> = {}) {
  const project = projectOf(basis, [[participant("a", size), 100_000]], { facts });
  return rateOf(computed({ ...project, workPackages: [{ id: "wp", basis, ...more }] }), "a");
}

function collaborating(basis: AidBasis, size: SizeClass, facts: ProjectFacts = {}) {
  const partner = participant("b", "small");
  return rateOf(
    computed(
      projectOf(
        basis,
        [
          [participant("a", size), 100_000],
          [partner, 100_000],
        ],
        { facts },
      ),
    ),
    "a",
  );
}

describe("research and development, Art. 25", () => {
  it.each([
    ["large", 6_500, 4_000],
    ["medium", 7_500, 5_000],
    ["small", 8_000, 6_000],
    ["micro", 8_000, 6_000],
  ] as const)("a collaborating %s enterprise gets %i industrial and %i experimental", (size, industrial, experimental) => {
    expect(collaborating("25-industrial", size)).toBe(industrial);
    expect(collaborating("25-experimental", size)).toBe(experimental);
  });

  it.each([
    ["25-fundamental", "large", 10_000],
    ["25-industrial", "large", 5_000],
    ["25-industrial", "medium", 6_000],
    ["25-industrial", "small", 7_000],
    ["25-experimental", "large", 2_500],
    ["25-experimental", "medium", 3_500],
    ["25-experimental", "micro", 4_500],
    ["25-feasibility", "large", 5_000],
    ["25-feasibility", "medium", 6_000],
    ["25-feasibility", "small", 7_000],
  ] as const)("%s alone, %s: %i", (basis, size, expected) => {
    expect(rate(basis, size)).toBe(expected);
  });

  it.each([
    ["dissemination", { widelyDisseminated: true }, 4_000],
    ["a licence", { openLicence: true }, 4_000],
    ["an a area", { areaA: true }, 4_000],
    ["two of (b) count once", { openLicence: true, areaA: true }, 4_000],
    ["a c area", { areaC: true }, 3_000],
    ["(b) and (c) do not add up", { areaC: true, openLicence: true }, 4_000],
  ] satisfies [string, ProjectFacts, number][])("%s", (_, facts, expected) => {
    expect(rate("25-experimental", "large", facts)).toBe(expected);
  });

  it("gives (d) to an SME in two states and to a large firm only in three", () => {
    const facts = { severalStates: { openCall: true, designedBy: 3, disseminatedIn: 3 } };
    const de = participant("de", "small", { country: "DE" });
    const be = participant("be", "small", { country: "BE" });
    const two = (size: SizeClass) =>
      rateOf(
        computed(
          projectOf(
            "25-experimental",
            [
              [participant("a", size), 100],
              [de, 100],
            ],
            { facts },
          ),
        ),
        "a",
      );
    expect(two("small")).toBe(2_500 + 2_000 + 2_500);
    expect(two("large")).toBe(2_500 + 1_500);
    const three = projectOf(
      "25-experimental",
      [
        [participant("a", "large"), 100],
        [de, 100],
        [be, 100],
      ],
      { facts },
    );
    expect(rateOf(computed(three), "a")).toBe(5_000);
    const noCall = { severalStates: { ...facts.severalStates, openCall: false } };
    expect(rateOf(computed({ ...three, facts: noCall }), "a")).toBe(4_000);
  });

  it("adds ten points to a repayable advance, above the cap too", () => {
    expect(rate("25-experimental", "large", { repayable: true })).toBe(3_500);
    expect(collaborating("25-industrial", "small", { repayable: true })).toBe(9_000);
    expect(rate("25-fundamental", "large", { repayable: true })).toBe(10_000);
  });
});

describe("the other articles", () => {
  it.each([
    ["26", "large", {}, 5_000],
    ["26", "large", { severalStatesFund: true }, 6_000],
    ["26a", "large", {}, 2_500],
    ["26a", "large", { crossBorder: true, smeCapacity: true }, 4_000],
    ["26a", "medium", { crossBorder: true, smeCapacity: true }, 5_000],
    ["26a", "small", { crossBorder: true, smeCapacity: true }, 6_000],
    ["27-investment", "large", {}, 5_000],
    ["27-investment", "large", { areaA: true }, 6_500],
    ["27-investment", "large", { areaC: true }, 5_500],
    ["27-operation", "large", { areaA: true }, 5_000],
    ["28", "medium", {}, 5_000],
    ["28", "large", {}, 0],
    ["28-advisory", "small", {}, 10_000],
    ["28-advisory", "large", {}, 0],
    ["29", "small", {}, 5_000],
    ["29", "large", {}, 0],
    ["31", "large", {}, 5_000],
    ["31", "medium", {}, 6_000],
    ["31", "small", {}, 7_000],
    ["18", "micro", {}, 5_000],
    ["18", "large", {}, 0],
    ["de-minimis", "large", {}, 10_000],
    ["no-aid", "large", {}, 10_000],
  ] as [
    AidBasis,
    SizeClass,
    ProjectFacts,
    number,
  ][])("Art. %s, %s, %o: %i", (basis, size, facts, expected) => {
    expect(rate(basis, size, facts)).toBe(expected);
  });

  it("adds ten points for disadvantaged workers up to 70%, and pays maritime training in full", () => {
    expect(rate("31", "large", {}, { disadvantagedWorkers: true })).toBe(6_000);
    expect(rate("31", "small", {}, { disadvantagedWorkers: true })).toBe(7_000);
    expect(rate("31", "large", {}, { maritime: true })).toBe(10_000);
  });

  it("ends aid for running a cluster after ten years", () => {
    expect(rate("27-operation", "large", {}, { operationYears: 10 })).toBe(5_000);
    expect(rate("27-operation", "large", {}, { operationYears: 11 })).toBe(0);
  });

  it("gives a large firm 15% under Art. 29 from exactly 30% borne by SMEs", () => {
    const share = (cents: number) =>
      computed(
        projectOf("29", [
          [participant("a", "large"), 1_000 - cents],
          [participant("b", "small"), cents],
        ]),
      );
    expect(rateOf(share(300), "a")).toBe(1_500);
    expect(rateOf(share(299), "a")).toBe(0);
    expect(share(299).findings).toContainEqual(
      expect.objectContaining({ id: "not-for-size", participant: "a" }),
    );
  });

  it("shows every uncertain rule it used as an assumption", () => {
    const project = projectOf("26a", [[participant("a", "small"), 100]], { facts: { smeCapacity: true } });
    const ids = computed(project).assumptions.map(({ id }) => id);
    expect(ids).toContain("uncertain-26a-bonus");
    expect(
      computed(projectOf("28", [[participant("a", "small"), 100]])).assumptions.map(({ id }) => id),
    ).toContain("uncertain-threshold-innovation");
    expect(computed(projectOf("25-industrial", [[participant("a", "small"), 100]])).assumptions).toEqual([]);
  });
});

describe("effective collaboration on the shares that are really borne", () => {
  const base = 2_500 + 2_000;
  const shares = (a: number, b: number, more: Parameters<typeof participant>[2] = {}) =>
    rateOf(
      computed(
        projectOf("25-experimental", [
          [participant("a", "small"), a],
          [participant("b", "small", more), b],
        ]),
      ),
      "a",
    );

  it("allows one undertaking exactly 70%", () => {
    expect(shares(7_000, 3_000)).toBe(base + 1_500);
    expect(shares(7_001, 2_999)).toBe(base);
    expect(shares(2_999, 7_001)).toBe(base);
  });

  it("asks research organisations for exactly 10% and the right to publish", () => {
    const research = { kind: "research", mayPublish: true, nonEconomic: true } as const;
    expect(shares(9_000, 1_000, research)).toBe(base + 1_500);
    expect(shares(9_001, 999, research)).toBe(base);
    expect(shares(9_000, 1_000, { ...research, mayPublish: false })).toBe(base);
  });

  it("is not there between firms of one undertaking, nor between large firms of one country", () => {
    const one = projectOf("25-experimental", [
      [participant("a", "small", { undertaking: "group" }), 500],
      [participant("b", "small", { undertaking: "group" }), 500],
    ]);
    expect(rateOf(computed(one), "a")).toBe(base);
    const large = (country: string) =>
      projectOf("25-experimental", [
        [participant("a", "large"), 500],
        [participant("b", "large", { country }), 500],
      ]);
    expect(rateOf(computed(large("NL")), "a")).toBe(2_500);
    expect(rateOf(computed(large("US")), "a")).toBe(2_500);
    expect(rateOf(computed(large("NO")), "a")).toBe(4_000);
  });
});
