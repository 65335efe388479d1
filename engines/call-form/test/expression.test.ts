import { checkExpression } from "@voorsprong/call-form";
import { describe, expect, test } from "vitest";
import { CALL } from "./example.js";

const check = (expression: string) => checkExpression(CALL.form, expression);

describe("checking an expression", () => {
  test.each([
    "applicant.employees < 250 && project.theme in ['energy', 'care']",
    "requested.total * 2 <= costs.total",
    "partners.exists(p, p.kind == 'school' && p.costs > 0)",
    "answers.machines.all(m, m.price < 100000)",
    "size(answers.skills) > 1 || 'a' in answers.skills",
    "answers.ratio > 1",
    "!has(answers.budget) || answers.budget.bytes < 1000",
    "'2027' in costs.byYear && costs.byYear['2027'] > 0",
    "project.start >= call.opens && project.end < '2030-01-01'",
    "workPackages.filter(w, w.category == 'industrial-research').size() >= 1",
  ])("%s is right", (expression) => {
    expect(check(expression)).toMatchObject({ ok: true });
  });

  test.each([
    ["applicant.emplyees < 3", "no_such_key", 10, 18],
    ["aplicant.size == 'x'", "unknown_variable", 0, 8],
    ["applicant.employees <", "unexpected_token", 21, 21],
    ["applicant.size = 'small'", "unexpected_character", 15, 16],
    ["applicant.size == 'small", "unterminated_string", 18, 24],
    ["applicant.size > 3", "no_such_overload", 0, 18],
    ["requested.total <= costs.total * 0.5", "no_such_overload", 19, 36],
    ["answers.machines.all(m, m.cost > 3)", "no_such_key", 26, 30],
    ["applicant.name", "not-a-condition", 0, 14],
    ["applicant.name.matches('(a+)+b')", "unknown-function", 0, 32],
    ["timestamp('2027-01-01T00:00:00Z') > timestamp(project.start)", "unknown-function", 0, 33],
    [
      "partners.all(a, partners.all(b, partners.all(c, a.kind == b.kind && b.kind == c.kind)))",
      "too-costly",
      0,
      87,
    ],
    ["", "unexpected_token", 0, 0],
  ])("%s is told as %s at %d to %d", (expression, code, start, end) => {
    const found = check(expression);
    expect(found).toMatchObject({ ok: false, errors: [{ code, start, end }] });
    if (found.ok) return;
    for (const { text } of found.errors)
      expect([text.nl, text.en].every((words) => words.length > 20)).toBe(true);
  });

  test("tells what it looks at, by the words of the form", () => {
    const found = check(
      "answers.machines.exists(m, m.price > 0) && has(answers.budget) && costs.byYear['2027'] > 1",
    );
    expect(found.ok && found.looksAt).toEqual([
      { path: "answers.machines", title: { nl: "“Machines (nl)”", en: "“Machines (en)”" } },
      {
        path: "answers.machines[].price",
        title: { nl: "“Machines (nl)”: Price (nl)", en: "“Machines (en)”: Price (en)" },
      },
      {
        path: 'costs.byYear["2027"]',
        title: { nl: "kosten per jaar: 2027", en: "costs by year: 2027" },
      },
      { path: "answers.budget", title: { nl: "“Budget (nl)”", en: "“Budget (en)”" } },
    ]);
  });

  test("an expression that is too long or too deep is refused and does not hang", () => {
    expect(check("1 == 1 && ".repeat(200))).toMatchObject({ ok: false, errors: [{ code: "too-long" }] });
    expect(check(`${"(".repeat(400)}1${")".repeat(400)} == 1`)).toMatchObject({ ok: false });
    expect(check(Array.from({ length: 150 }, () => "1<2").join("&&"))).toMatchObject({
      ok: false,
      errors: [{ code: "limit_exceeded" }],
    });
  });
});
