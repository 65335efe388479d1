import {
  addDays,
  aidPublicationLimit,
  dayNumber,
  daysBetween,
  decisionTerm,
  deMinimisRegisterLimit,
  isExtendable,
  isTimelyObjection,
  latePenalty,
  objectionDecisionTerm,
  objectionTerm,
  type Period,
  paymentTerm,
  recoveryLimit,
  suspendedDays,
  suspensionOf,
  term,
} from "@voorsprong/legal-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { naiveEnd } from "./support/naive.js";

const anyDay = fc
  .integer({ min: dayNumber("2014-01-01"), max: dayNumber("2090-12-31") })
  .map((number) => addDays("1970-01-01", number));
const article = "Awb 4:13";

describe("Algemene termijnenwet", () => {
  test("a term that ends on a Saturday, a Sunday or a holiday runs on to the next working day", () => {
    // Six weeks after Friday 13 March 2026 is Friday 24 April; one day later each time.
    expect(term("2026-03-13", { count: 6, unit: "weeks" }, { article }).ends).toBe("2026-04-24");
    expect(term("2026-03-14", { count: 6, unit: "weeks" }, { article }).ends).toBe("2026-04-28");
    const kings = term("2026-03-16", { count: 6, unit: "weeks" }, { article });
    expect(kings).toMatchObject({ starts: "2026-03-17", counted: "2026-04-27", ends: "2026-04-28" });
    expect(kings.steps.at(-1)).toMatchObject({ article: "Algemene termijnenwet 1(1)", day: "2026-04-28" });
    expect(kings.steps.at(-1)?.text.nl).toContain("Koningsdag");
  });

  test("Good Friday counts as a holiday, and Easter follows it", () => {
    expect(term("2026-03-27", { count: 1, unit: "weeks" }, { article }).ends).toBe("2026-04-07");
  });

  test("a term of three days or more contains two working days", () => {
    // From Thursday 2 April 2026: Good Friday, weekend, Easter Monday; Tuesday and Wednesday are the two.
    const three = term("2026-04-02", { count: 3, unit: "days" }, { article });
    expect(three.ends).toBe("2026-04-08");
    expect(three.steps.at(-1)?.article).toBe("Algemene termijnenwet 2");
    expect(term("2026-04-02", { count: 2, unit: "days" }, { article }).ends).toBe("2026-04-07");
  });

  test("long terms and terms in years are not extended (art. 4)", () => {
    const long: Period[] = [
      { count: 91, unit: "days" },
      { count: 13, unit: "weeks" },
      { count: 4, unit: "months" },
      { count: 1, unit: "years" },
    ];
    const short: Period[] = [
      { count: 90, unit: "days" },
      { count: 12, unit: "weeks" },
      { count: 3, unit: "months" },
    ];
    expect(long.map(isExtendable)).toEqual([false, false, false, false]);
    expect(short.map(isExtendable)).toEqual([true, true, true]);
    expect(term("2026-09-26", { count: 13, unit: "weeks" }, { article }).ends).toBe("2026-12-26");
    expect(term("2026-10-03", { count: 12, unit: "weeks" }, { article }).ends).toBe("2026-12-28");
  });

  test("agrees with walking day by day", () => {
    const period = fc.oneof(
      fc.record({ count: fc.integer({ min: 1, max: 120 }), unit: fc.constant("days" as const) }),
      fc.record({ count: fc.integer({ min: 1, max: 26 }), unit: fc.constant("weeks" as const) }),
    );
    fc.assert(
      fc.property(anyDay, period, fc.integer({ min: 0, max: 40 }), (from, period, suspended) => {
        const length = period.count * (period.unit === "weeks" ? 7 : 1);
        const extendable = period.unit === "weeks" ? period.count <= 12 : period.count <= 90;
        const { ends, counted } = term(from, period, { article, suspendedDays: suspended });
        expect(ends).toBe(naiveEnd(from, length, suspended, extendable));
        expect(daysBetween(from, counted)).toBe(length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("decision and objection", () => {
  test("eight weeks by default, the scheme's own term where it has one", () => {
    expect(decisionTerm({ receivedOn: "2027-01-04", today: "2027-01-10" }).ends).toBe("2027-03-01");
    const own = decisionTerm({
      receivedOn: "2027-01-04",
      period: { count: 13, unit: "weeks" },
      today: "2027-01-10",
    });
    expect(own.ends).toBe("2027-04-05");
    expect(own.steps[0]?.article).toBe("Awb 4:13(1)");
  });

  test("the term stands still while the applicant completes", () => {
    const completed = suspensionOf(
      { invitedOn: "2027-01-11", until: "2027-01-25", completedOn: "2027-01-20" },
      "2027-02-01",
    );
    expect(completed).toEqual({ first: "2027-01-12", last: "2027-01-19" });
    const term = decisionTerm({ receivedOn: "2027-01-04", suspensions: [completed!], today: "2027-02-01" });
    expect(term).toMatchObject({ suspendedDays: 8, counted: "2027-03-01", ends: "2027-03-09" });
    expect(term.steps.map(({ article }) => article)).toEqual(["Awb 4:13(2)", "Awb 4:15"]);
  });

  test("an invitation that is not answered suspends up to and including its last day", () => {
    const invitation = { invitedOn: "2027-01-11", until: "2027-01-25", completedOn: null };
    expect(suspensionOf(invitation, "2027-01-25")).toEqual({ first: "2027-01-12", last: null });
    expect(suspensionOf(invitation, "2027-01-26")).toEqual({ first: "2027-01-12", last: "2027-01-25" });
    expect(suspensionOf({ ...invitation, completedOn: "2027-01-12" }, "2027-01-26")).toBeNull();
    expect(suspensionOf({ ...invitation, completedOn: "2027-02-10" }, "2027-02-11")?.last).toBe("2027-01-25");
  });

  test("days that suspensions share count once", () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const suspensions = runs.map(([start, length]) => ({
          first: addDays("2027-01-01", start),
          last: addDays("2027-01-01", start + length),
        }));
        const days = new Set(
          runs.flatMap(([start, length]) => Array.from({ length: length + 1 }, (_, day) => start + day)),
        );
        expect(suspendedDays(suspensions, "2028-01-01")).toBe(days.size);
      }),
    );
  });

  test("a notice of delay moves the end, never forward in time", () => {
    const input = { receivedOn: "2027-01-04", today: "2027-02-20" };
    expect(decisionTerm({ ...input, noticedUntil: "2027-03-29" })).toMatchObject({ ends: "2027-03-29" });
    expect(decisionTerm({ ...input, noticedUntil: "2027-02-22" }).ends).toBe("2027-03-01");
  });

  test("six weeks for objection, from the day after sending", () => {
    const term = objectionTerm("2026-11-24");
    expect(term).toMatchObject({ starts: "2026-11-25", ends: "2027-01-05" });
    expect(objectionTerm("2026-11-13").ends).toBe("2026-12-28"); // Christmas Day and a weekend
    expect(isTimelyObjection(term, "2027-01-05")).toBe(true);
    expect(isTimelyObjection(term, "2027-01-06")).toBe(false);
    expect(isTimelyObjection(term, "2027-01-12", "2027-01-05")).toBe(true);
    expect(isTimelyObjection(term, "2027-01-13", "2027-01-05")).toBe(false);
    expect(isTimelyObjection(term, "2027-01-07", "2027-01-06")).toBe(false);
  });

  test("the decision on an objection: 6 or 12 weeks after the term for objecting, 6 more when adjourned", () => {
    const input = { objectionsEnded: "2027-01-05", today: "2027-01-10" };
    expect(objectionDecisionTerm({ ...input, committee: false, adjourned: false }).ends).toBe("2027-02-16");
    expect(objectionDecisionTerm({ ...input, committee: true, adjourned: false }).ends).toBe("2027-03-30");
    expect(objectionDecisionTerm({ ...input, committee: false, adjourned: true }).ends).toBe("2027-03-30");
    expect(objectionDecisionTerm({ ...input, committee: true, adjourned: true }).ends).toBe("2027-05-11");
    const agreed = objectionDecisionTerm({
      ...input,
      committee: false,
      adjourned: true,
      agreedUntil: "2027-04-30",
    });
    expect(agreed.ends).toBe("2027-04-30");
    expect(agreed.steps.at(-1)?.article).toBe("Awb 7:10(4)");
    const suspended = objectionDecisionTerm({
      ...input,
      committee: false,
      adjourned: false,
      suspensions: [{ first: "2027-01-08", last: "2027-01-14" }],
    });
    expect(suspended.ends).toBe("2027-02-23");
    expect(suspended.steps[1]?.article).toBe("Awb 7:10(2)");
  });
});

describe("deciding too late", () => {
  test("14 days of EUR 23, 14 of EUR 35, 14 of EUR 45, together EUR 1,442", () => {
    const grown = (days: number) => latePenalty("2027-03-01", "2027-03-02", addDays("2027-03-17", days));
    expect(grown(0)).toMatchObject({ firstDay: "2027-03-17", days: 0, cents: 0 });
    expect(grown(1)).toMatchObject({ days: 1, cents: 2_300 });
    expect(grown(14)).toMatchObject({ cents: 32_200 });
    expect(grown(15)).toMatchObject({ cents: 35_700 });
    expect(grown(28)).toMatchObject({ cents: 81_200 });
    expect(grown(42)).toMatchObject({ days: 42, cents: 144_200 });
    expect(grown(400)).toMatchObject({ days: 42, cents: 144_200 });
    expect(grown(42)?.steps.map(({ cents }) => cents)).toEqual([32_200, 49_000, 63_000]);
  });

  test("a notice of default before the term is over does not count", () => {
    expect(latePenalty("2027-03-01", "2027-03-01", "2027-06-01")).toBeNull();
    expect(latePenalty("2027-03-01", "2027-04-10", "2027-04-25")?.firstDay).toBe("2027-04-25");
  });
});

describe("after the decision", () => {
  test("payment, recovery and publication", () => {
    expect(paymentTerm("2026-11-24").ends).toBe("2027-01-05");
    expect(recoveryLimit("2028-02-29").ends).toBe("2033-02-28");
    expect(recoveryLimit("2027-05-01").ends).toBe("2032-05-01"); // a Saturday: terms in years are not extended
    expect(aidPublicationLimit("2027-08-31")).toBe("2028-02-29");
    expect(deMinimisRegisterLimit("2026-12-21")).toBe("2027-01-20");
  });
});
