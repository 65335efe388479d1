import { type CallDefinition, canonicalCall, readCall } from "@voorsprong/call-form";
import { describe, expect, test } from "vitest";
import { CALL } from "./example.js";

/** A copy of the example with one value replaced; undefined takes the value away. */
function changed(pointer: string, value: unknown): unknown {
  const copy = structuredClone(CALL) as unknown;
  const keys = pointer.split("/").slice(1);
  const last = keys.pop() as string;
  const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function errorsOf(json: unknown) {
  const read = readCall(json);
  return read.ok ? [] : read.errors;
}

describe("reading a call", () => {
  test("gives back what was written, and its canonical text does not depend on the order of keys", () => {
    const read = readCall(JSON.parse(JSON.stringify(CALL)));
    expect(read).toEqual({ ok: true, call: CALL });
    const reversed = Object.fromEntries(Object.entries(CALL).reverse()) as unknown as CallDefinition;
    expect(canonicalCall(reversed)).toBe(canonicalCall(CALL));
    expect(JSON.parse(canonicalCall(CALL))).toEqual(CALL);
  });

  const plan = "/form/sections/0/questions";
  const table = "/form/sections/1/questions/0";
  test.each([
    ["/title", undefined, "/title", "missing"],
    ["/title/en", "  ", "/title/en", "empty"],
    ["/colour", "red", "/colour", "unknown"],
    ["/format", "voorsprong-call/2", "/format", "not-one-of"],
    ["/id", "Example 2027", "/id", "form"],
    ["/opens", "2027-02-30T09:00:00+01:00", "/opens", "form"],
    ["/opens", "2027-01-15 09:00", "/opens", "form"],
    ["/closes", "2027-01-15T09:00:00+01:00", "/closes", "period"],
    ["/budgets", [], "/budgets", "too-few"],
    ["/budgets/0/amount", 0.5, "/budgets/0/amount", "number"],
    ["/budgets/1/id", "2027", "/budgets/1/id", "twice"],
    ["/criteria/0/weight", 5999, "/criteria", "weights"],
    ["/criteria/0/threshold", 11, "/criteria/0/threshold", "bounds"],
    ["/criteria/0/anchors/1/points", 9, "/criteria/0/anchors", "anchors"],
    ["/criteria", [], "/criteria", "criteria"],
    ["/review/reviewers", 0, "/review/reviewers", "reviewers"],
    ["/rule", "lottery", "/tieBreak/seed", "seed"],
    ["/limits/0/min", undefined, "/limits/0", "bounds"],
    ["/limits/0/max", "0.01", "/limits/0/max", "bounds"],
    ["/limits/0/min", 0.05, "/limits/0/min", "form"],
    ["/limits/0/budget", "2029", "/limits/0/budget", "unknown"],
    ["/grant/minimum", 20_000_000, "/grant/maximum", "bounds"],
    ["/grant/advances/0/percent", 10_001, "/grant/advances/0/percent", "number"],
    ["/objectionWeeks", 4, "/objectionWeeks", "not-one-of"],
    ["/aid/basis/0", "gber-99", "/aid/basis/0", "not-one-of"],
    [`${plan}/1/id`, "plan", `${plan}/1/id`, "twice"],
    [`${plan}/0/schema/type`, "text", `${plan}/0/schema`, "schema-type"],
    [`${plan}/0/schema/minLength`, 200, `${plan}/0/schema/maxLength`, "bounds"],
    [`${plan}/2/schema/pattern`, "(a+)+", `${plan}/2/schema/pattern`, "pattern"],
    [`${plan}/2/schema/pattern`, "[a", `${plan}/2/schema/pattern`, "pattern"],
    [`${plan}/2/schema/pattern`, "a*a*a*a*", `${plan}/2/schema/pattern`, "pattern"],
    [`${plan}/4/schema/type`, "number", `${plan}/4/schema/type`, "money"],
    [`${plan}/9/labels/food`, undefined, `${plan}/9/labels/food`, "missing"],
    [`${plan}/9/labels/wood`, { nl: "hout", en: "wood" }, `${plan}/9/labels/wood`, "unknown"],
    [`${plan}/2/when`, "answers.trl > 3", `${plan}/2/when`, "order"],
    [`${plan}/2/when`, "answers.plan", `${plan}/2/when`, "expression:not-a-condition"],
    [`${table}/columns/1`, null, `${table}/columns/1`, "type"],
    [`${table}/columns/1/id`, "cost", `${table}/columns`, "columns"],
    [`${table}/columns/0/total`, true, `${table}/columns/0/total`, "total"],
    [`${table}/schema/items/required/0`, "cost", `${table}/schema/items/required/0`, "unknown"],
    [
      "/eligibility/0/expression",
      "applicant.employes < 250",
      "/eligibility/0/expression",
      "expression:no_such_key",
    ],
    ["/eligibility/1/id", "sme", "/eligibility/1/id", "twice"],
  ])("%s = %j is told at %s as %s", (pointer, value, at, code) => {
    const errors = errorsOf(changed(pointer, value));
    expect(errors.map((error) => [error.pointer, error.code])).toContainEqual([at, code]);
    for (const { text } of errors) {
      expect(text.nl).toMatch(/\.$/);
      expect(text.en).toMatch(/\.$/);
    }
  });

  test("tells every error at once, and the place inside an expression", () => {
    const errors = errorsOf({
      ...CALL,
      id: "A B",
      eligibility: [{ ...CALL.eligibility[0], expression: "costs.totl > 1" }],
      summary: 3,
    });
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["/id", "/summary"]);
    const [inside] = errorsOf(changed("/eligibility/0/expression", "costs.totl > 1"));
    expect(inside?.range).toEqual({ start: 6, end: 10 });
  });

  test.each([null, 3, "call", [], {}])("%j is no call", (json) => {
    expect(readCall(json).ok).toBe(false);
  });
});
