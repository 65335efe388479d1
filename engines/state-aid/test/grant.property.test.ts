import type { AidBasis, AidProject, Funding, SizeClass } from "@voorsprong/state-aid";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computed, participant } from "./grant-builder.js";

const participants = ["a", "b", "c"];
const packages = ["w1", "w2"];
const bases: AidBasis[] = [
  "25-fundamental",
  "25-industrial",
  "25-experimental",
  "25-feasibility",
  "29",
  "31",
  "18",
  "no-aid",
];

const project: fc.Arbitrary<AidProject> = fc.record({
  grantingDay: fc.constant("2026-11-01"),
  appliedOn: fc.constant("2026-06-01"),
  startOfWorks: fc.constant("2027-01-01"),
  participants: fc.tuple(
    ...participants.map((id) =>
      fc
        .record({
          size: fc.constantFrom<SizeClass>("micro", "small", "medium", "large"),
          kind: fc.constantFrom("enterprise" as const, "research" as const),
          country: fc.constantFrom("NL", "BE"),
        })
        .map(({ size, kind, country }) =>
          participant(id, size, { kind, country, mayPublish: true, nonEconomic: kind === "research" }),
        ),
    ),
  ),
  workPackages: fc.tuple(...packages.map((id) => fc.constantFrom(...bases).map((basis) => ({ id, basis })))),
  costs: fc.array(
    fc.record({
      workPackage: fc.constantFrom(...packages),
      participant: fc.constantFrom(...participants),
      category: fc.constantFrom("personnel" as const, "equipment" as const, "other" as const),
      cents: fc.integer({ min: 0, max: 100_000 }),
    }),
    { maxLength: 8 },
  ),
  funding: fc.array(
    fc.record({
      kind: fc.constantFrom<Funding["kind"]>("state-aid", "private"),
      source: fc.constant("elsewhere"),
      participant: fc.constantFrom(...participants),
      cents: fc.integer({ min: 0, max: 50_000 }),
    }),
    { maxLength: 3 },
  ),
  facts: fc.record({ openLicence: fc.boolean(), areaC: fc.boolean() }),
});

const BASE: Partial<Record<AidBasis, number>> = {
  "25-fundamental": 100,
  "25-industrial": 50,
  "25-experimental": 25,
  "25-feasibility": 50,
  "31": 50,
  "no-aid": 100,
};

/** The grant of a participant by the tables of the law, in plain numbers. */
function naive(each: AidProject, id: string): number {
  const of = (who: string) => each.participants.find((one) => one.id === who)!;
  const basisOf = (wp: string) => each.workPackages.find((one) => one.id === wp)!.basis;
  const counts = (who: string, wp: string) => {
    const free = of(who).nonEconomic || basisOf(wp) === "no-aid";
    return each.costs
      .filter((cost) => cost.participant === who && cost.workPackage === wp)
      .filter((cost) => cost.category !== "other" || free || !basisOf(wp).startsWith("25"))
      .reduce((sum, { cents }) => sum + cents, 0);
  };
  const borne = (who: string, of: AidBasis[]) =>
    packages.filter((wp) => of.includes(basisOf(wp))).reduce((sum, wp) => sum + counts(who, wp), 0);
  const research: AidBasis[] = ["25-fundamental", "25-industrial", "25-experimental"];
  const sum = (ids: string[], of: AidBasis[]) => ids.reduce((total, who) => total + borne(who, of), 0);
  const firms = participants.filter((who) => of(who).kind === "enterprise");
  const labs = participants.filter((who) => of(who).kind === "research");
  const working = participants.filter((who) =>
    packages.some(
      (wp) =>
        research.includes(basisOf(wp)) &&
        counts(who, wp) >= 0 &&
        each.costs.some((cost) => cost.participant === who && cost.workPackage === wp && cost.cents > 0),
    ),
  );
  const total = sum(participants, research);
  const busy = firms.filter((who) => working.includes(who));
  const together =
    total > 0 &&
    ((busy.length > 0 && sum(labs, research) > 0 && sum(labs, research) * 10 >= total) ||
      (busy.length > 1 &&
        (busy.some((who) => of(who).size !== "large") ||
          new Set(working.map((who) => of(who).country)).size > 1) &&
        busy.every((who) => borne(who, research) * 10 <= total * 7)));
  const smes = firms.filter((who) => of(who).size !== "large");
  const me = of(id);
  const extra = me.size === "large" ? 0 : me.size === "medium" ? 10 : 20;
  let grant = 0;
  for (const wp of packages) {
    const basis = basisOf(wp);
    let rate: number;
    if (me.nonEconomic || basis === "no-aid") rate = 100;
    else if (basis === "29")
      rate =
        me.size !== "large"
          ? 50
          : sum(smes, ["29"]) > 0 && sum(smes, ["29"]) * 10 >= sum(participants, ["29"]) * 3
            ? 15
            : 0;
    else if (basis === "18") rate = me.size === "large" ? 0 : 50;
    else if (basis === "25-fundamental") rate = 100;
    else if (basis === "25-feasibility" || basis === "31") rate = BASE[basis]! + extra;
    else
      rate = Math.min(
        80,
        BASE[basis]! + extra + (together || each.facts?.openLicence ? 15 : each.facts?.areaC ? 5 : 0),
      );
    grant += Math.floor((counts(id, wp) * rate) / 100);
  }
  const other = (each.funding ?? [])
    .filter((one) => one.participant === id && one.kind === "state-aid")
    .reduce((all, { cents }) => all + cents, 0);
  return Math.max(0, grant - other);
}

describe("the grant of a project", () => {
  it("agrees with the tables read in plain numbers", () => {
    fc.assert(
      fc.property(project, (each) => {
        const result = computed(each);
        for (const { participant: id, grant } of result.participants)
          expect([id, grant]).toEqual([id, naive(each, id)]);
      }),
      { numRuns: 1_500 },
    );
  });

  it("has amounts that add up: lines, cells, participants and total", () => {
    fc.assert(
      fc.property(project, (each) => {
        const result = computed(each);
        for (const cell of result.cells)
          expect(cell.grant + cell.reductions.reduce((sum, { cents }) => sum + cents, 0)).toBe(cell.maximum);
        const total = result.lines.at(-1)!;
        expect(total).toMatchObject({ step: "total", result: { unit: "cents", value: result.grant } });
        const steps = ["amount", "cumulation", "threshold", "advisory-room"];
        const sum = result.lines
          .filter(({ step }) => steps.includes(step))
          .reduce((all, line) => all + line.result!.value, 0);
        expect(sum).toBe(result.grant);
        expect(result.cells.reduce((all, { grant }) => all + grant, 0)).toBe(result.grant);
      }),
    );
  });
});
