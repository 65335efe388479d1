import {
  type AidContent,
  applicationGrant,
  continued,
  GBER_2014_2023,
  type Period,
  workCategoriesOf,
} from "@voorsprong/state-aid";
import { describe, expect, it } from "vitest";

const terms = { grantingDay: "2026-12-01", appliedOn: "2026-11-01" };
const content: AidContent = {
  lead: { name: "Voorbeeldbedrijf", kind: "company", size: "small" },
  project: { start: "2027-01-01" },
  workPackages: [{ id: "w1", title: "Prototype", category: "experimental-development" }],
  costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents: 100_000 }],
};

function amount(changes: Partial<AidContent>): number | string {
  const found = applicationGrant({ ...content, ...changes }, terms);
  return found.state === "grant" ? found.grant.grant : found.state;
}

describe("the grant of an application", () => {
  it("is computed for the lead, for partners, and on the size that follows from figures", () => {
    expect(amount({})).toBe(45_000);
    const partners = [{ id: "p1", kind: "research", name: "Voorbeeldinstituut" }];
    const costs = [
      ...content.costs!,
      { workPackage: "w1", partner: "p1", category: "personnel", cents: 20_000 },
    ];
    const aid = { parties: { p1: { nonEconomic: true, mayPublish: true } } };
    expect(amount({ partners, costs, aid })).toBe(60_000 + 20_000);
    const period = { endsOn: "2025-12-31", headcount: 300_000, turnover: 0, balance: 0 };
    const ownership = {
      subject: "me",
      parties: [{ id: "me", kind: "enterprise" as const, periods: [period] }],
      holdings: [],
    };
    expect(amount({ aid: { parties: { lead: { ownership } } } })).toBe(25_000);
  });

  it("leaves out what is still being written, and counts a size that nobody stated as large", () => {
    expect(amount({ costs: [] })).toBe("nothing-yet");
    expect(amount({ workPackages: [{ id: "w1", title: "Prototype" }] })).toBe("nothing-yet");
    const half = [
      ...content.costs!,
      { workPackage: "w9", category: "personnel", cents: 5 },
      { workPackage: "w1", cents: 7 },
    ];
    expect(amount({ costs: half })).toBe(45_000);
    expect(amount({ lead: { kind: "company" } })).toBe(25_000);
  });

  it("answers in words where there are no rules or where statements contradict each other", () => {
    const late = applicationGrant(content, { ...terms, grantingDay: "2027-03-01" });
    expect(late).toMatchObject({ state: "no-rules", text: { nl: expect.stringContaining("opvolger") } });
    const twice = [...content.workPackages!, ...content.workPackages!];
    expect(amount({ workPackages: twice })).toBe("unusable");
  });

  const withPeriods = (...periods: readonly object[]): Partial<AidContent> => ({
    aid: {
      parties: {
        lead: {
          ownership: {
            subject: "self",
            parties: [{ id: "self", kind: "enterprise" as const, periods: periods as readonly Period[] }],
            holdings: [],
          },
        },
      },
    },
  });

  function findings(changes: Partial<AidContent>) {
    const found = applicationGrant({ ...content, ...changes }, terms);
    return found.state === "grant" ? found.grant.findings : null;
  }

  it("keeps the chosen size until figures can be used, and says what is lacking by the name", () => {
    const whole = { endsOn: "2025-12-31", headcount: 300_000, turnover: 0, balance: 0 };
    for (const periods of [
      [],
      [{ ...whole, turnover: null }],
      [{ ...whole, endsOn: "2025-02-31" }],
      [whole, whole],
    ]) {
      const changes = withPeriods(...periods);
      expect(amount(changes)).toBe(45_000);
      const said = findings(changes)!.find(({ id }) => id === "size-figures")!.text;
      for (const text of [said.nl, said.en]) {
        expect(text).toContain("Voorbeeldbedrijf");
        expect(text).not.toContain("self");
      }
    }
    const found = applicationGrant({ ...content, ...withPeriods(whole) }, terms);
    expect(found.sizes[0]!.test!.lines[0]!.text.en).toBe("Voorbeeldbedrijf itself counts for 100%.");
    expect(findings(withPeriods({ ...whole, endsOn: "2026-11-02" }))).toMatchObject([{ id: "size-period" }]);
    expect(findings(withPeriods({ ...whole, endsOn: "2026-11-01" }))).toEqual([]);
  });

  it("warns when the stated staff contradicts the chosen class, and only then", () => {
    const ids = (size: string, employees: number) =>
      findings({ lead: { ...content.lead, size, employees } })!.map(({ id }) => id);
    for (const [size, limit] of [
      ["micro", 10],
      ["small", 50],
      ["medium", 250],
    ] as const) {
      expect(ids(size, limit)).toEqual(["size-staff"]);
      expect(ids(size, limit - 1)).toEqual([]);
    }
    // A firm with little staff may be large through those it is linked to.
    expect(ids("large", 3)).toEqual([]);
  });

  it("can be tried with the present rules as if they went on, under another name", () => {
    const sets = [continued(GBER_2014_2023)];
    const found = applicationGrant(content, { ...terms, grantingDay: "2027-09-01", sets });
    expect(found).toMatchObject({ state: "grant", grant: { grant: 45_000 } });
    expect(found.state === "grant" && found.grant.standing?.set?.id).toBe("gber-2014-2023am-continued");
  });

  it("offers the classifications of the grounds that a call names", () => {
    expect(workCategoriesOf(["gber-27", "no-aid", "gber-25a"]).map(({ id }) => id)).toEqual([
      "cluster-investment",
      "cluster-operation",
      "no-aid",
    ]);
  });
});
