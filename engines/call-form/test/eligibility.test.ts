import { type ApplicationContent, evaluateEligibility, wholeMonths } from "@voorsprong/call-form";
import { describe, expect, test } from "vitest";
import { APPLICATION, CALL } from "./example.js";

const states = (application: ApplicationContent) =>
  Object.fromEntries(evaluateEligibility(CALL, application).rules.map(({ rule, state }) => [rule, state]));

describe("eligibility", () => {
  test("each rule tells what it found and which values it looked at", () => {
    const { state, rules } = evaluateEligibility(CALL, APPLICATION);
    expect(state).toBe("eligible");
    expect(rules.map(({ lookedAt }) => lookedAt.map(({ path, value }) => [path, value]))).toEqual([
      [["applicant.employees", 40]],
      [["project.months", 12]],
      [
        ["requested.total", 2_000_000],
        ["costs.total", 4_000_000],
      ],
    ]);
  });

  test("a rule that is not met refuses or flags with its own reason", () => {
    const application = {
      ...APPLICATION,
      lead: { employees: 250 },
      project: { start: "2027-01-01", end: "2029-01-31" },
    };
    expect(states(application)).toEqual({ sme: "refused", length: "flagged", cofinancing: "eligible" });
    expect(evaluateEligibility(CALL, application)).toMatchObject({
      state: "refused",
      rules: [{ reason: CALL.eligibility[0]?.reason }, { reason: CALL.eligibility[1]?.reason }, {}],
    });
  });

  test("what is not known yet is named, and does not refuse", () => {
    const { state, rules } = evaluateEligibility(CALL, { requested: { "2027": 100 } });
    expect(state).toBe("unknown");
    expect(rules.map(({ missing }) => missing.map(({ path }) => path))).toEqual([
      ["applicant.employees"],
      ["project.months"],
      ["costs.total"],
    ]);
    expect(rules[2]?.reason).toEqual({
      nl: "Dit kan nog niet worden beoordeeld. Vul eerst in: kosten in totaal.",
      en: "This cannot be judged yet. First fill in: costs in total.",
    });
  });

  const ruled = (expression: string, application: ApplicationContent) =>
    evaluateEligibility(
      { ...CALL, eligibility: [{ id: "r", expression, effect: "refuse", reason: { nl: "r", en: "r" } }] },
      application,
    ).state;

  test("a missing value does not matter where the other side settles it", () => {
    expect(
      ruled("applicant.employees < 250 || applicant.kind == 'school'", { lead: { kind: "school" } }),
    ).toBe("eligible");
    expect(
      ruled("applicant.employees < 250 && applicant.kind == 'school'", { lead: { kind: "company" } }),
    ).toBe("refused");
    expect(
      ruled("applicant.employees < 250 && applicant.kind == 'school'", { lead: { kind: "school" } }),
    ).toBe("unknown");
  });

  test("one partner without the value makes a rule over all partners unknown", () => {
    const partners = [{ id: "a", kind: "school" }, { id: "b" }];
    expect(ruled("partners.all(p, p.kind == 'school')", { partners })).toBe("unknown");
    expect(ruled("partners.exists(p, p.kind == 'school')", { partners })).toBe("eligible");
    expect(ruled("partners.exists(p, p.kind == 'school')", {})).toBe("refused");
  });

  test("amounts are exact above what a binary fraction can hold", () => {
    const costs = [{ cents: 9_007_199_254_740_991 }, { cents: 9_007_199_254_740_991 }];
    expect(ruled("costs.total == 18014398509481982", { costs })).toBe("eligible");
    expect(ruled("costs.total == 18014398509481984", { costs })).toBe("refused");
  });

  test("an expression that fails on these values says so and names nothing missing", () => {
    const call = {
      ...CALL,
      eligibility: [
        {
          id: "r",
          expression: "costs.total / requested.total > 1",
          effect: "refuse" as const,
          reason: { nl: "r", en: "r" },
        },
      ],
    };
    const [rule] = evaluateEligibility(call, { costs: [{ cents: 5 }], requested: { "2027": 0 } }).rules;
    expect(rule).toMatchObject({ state: "unknown", missing: [] });
    expect(rule?.reason.nl).toContain("nul");
  });

  test.each([
    ["2027-01-01", "2027-12-31", 12],
    ["2027-01-01", "2027-12-30", 11],
    ["2027-01-31", "2027-02-28", 1],
    ["2027-01-15", "2027-02-14", 1],
    ["2027-01-15", "2027-02-13", 0],
    ["2028-02-29", "2029-02-28", 12],
    ["2027-02-30", "2027-05-01", undefined],
  ])("from %s to %s are %s whole months", (start, end, months) => {
    expect(wholeMonths(start, end)).toBe(months);
  });
});
