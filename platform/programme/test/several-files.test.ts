/** Problems that need more than one change: several files, several problems at once. */
import { describe, expect, test } from "vitest";
import { edited, problemsOf, VALID } from "./support.js";

const FUND = VALID["funds/research.yaml"];
const POINT = VALID["points/innovation.yaml"];
const SECOND = FUND.replace("id: research\n", "id: second\n").replaceAll("id: research-", "id: second-");
const NAMED = POINT.replace("id: research }]", "id: research }, { kind: fund, id: second }]");

describe("several funds on one envelope", () => {
  test("come to more than the envelope", () => {
    const files = { ...VALID, "points/innovation.yaml": NAMED, "funds/second.yaml": SECOND };
    expect(problemsOf(files)).toEqual([
      "points/innovation.yaml:12:17 the budgets of `research`, `second` come to EUR 600 and the envelope `research` to EUR 300; expected budgets that are EUR 300 lower",
    ]);
  });

  test("draw more than the maximum of a year on the line that crosses it", () => {
    const years =
      "        amount: EUR 600\n        years: [{ year: 2027, amount: EUR 150 }, { year: 2028, amount: EUR 450 }]\n";
    const point = NAMED.replace("        amount: EUR 300\n", years);
    expect(problemsOf({ ...VALID, "points/innovation.yaml": point, "funds/second.yaml": SECOND })).toEqual([
      "funds/second.yaml:7:37 with this budget, EUR 200 is drawn on the envelope `research` in 2027; expected at most EUR 50: the maximum of 2027 is EUR 150",
    ]);
  });
});

test("a fund draws on an envelope of another clause", () => {
  const other = `  - id: innovation.other
    title: { nl: Ander, en: Other }
    text: { nl: Ander., en: Other. }
    planned: true
    envelopes:
      - { id: other, title: { nl: Geld, en: Money }, amount: EUR 1, from: 2027, to: 2027, source: accord }
`;
  const files = edited("funds/research.yaml", "envelope: research", "envelope: other");
  expect(problemsOf({ ...files, "points/innovation.yaml": POINT + other })).toEqual([
    "funds/research.yaml:5:11 the envelope `other` belongs to the clause `innovation.other`; expected one of `research`",
  ]);
});

test("a point that programme.yaml does not list", () => {
  const point =
    "id: people\ntitle: { nl: M, en: P }\nsummary: { nl: M, en: P }\nclauses:\n  - { id: people.all, title: { nl: a, en: a }, text: { nl: a, en: a }, planned: true }\n";
  expect(problemsOf({ ...VALID, "points/people.yaml": point })).toEqual([
    "points/people.yaml:1:5 programme.yaml does not list the point `people`; expected its id in `points` of programme.yaml, or no such file",
  ]);
});

test("one file's broken amount hides nothing else: every problem of every file is reported, in order", () => {
  const fund = FUND.replace("EUR 100 }", "EUR ten }")
    .replace("value: energy", "value: enrgy")
    .replace("weeks: 6", "weeks: 1")
    .replace("closes: 2028-03-01", "closes: 2028-01-01");
  const point = POINT.replace("to: 2029", "to: 2020").replace("en: Money", "eng: Money");
  const programme = VALID["programme.yaml"].replace("points: [innovation]", "points: [innovation, people]");
  expect(
    problemsOf({ "programme.yaml": programme, "points/innovation.yaml": point, "funds/research.yaml": fund }),
  ).toEqual([
    'funds/research.yaml:7:37 `budgets[1].amount` cannot be "EUR ten"; expected money as `EUR 500000000` or `EUR 12.50`: no separators, at most EUR 90071992547409.91',
    "funds/research.yaml:13:39 this fund has no theme `enrgy` (did you mean `energy`?); expected one of `energy`, `care`",
    "funds/research.yaml:18:84 the call `research-2028` closes before it opens; expected a moment after 2028-01-15 09:00",
    "funds/research.yaml:20:21 `objection.weeks` cannot be 1; expected 6: the Dutch law sets six weeks (Awb 6:7)",
    "points/innovation.yaml:11:9 `clauses[1].envelopes[1].title` has no English text; expected the same text in English",
    "points/innovation.yaml:11:28 `clauses[1].envelopes[1].title` has an unknown field `eng` (did you mean `en`?); expected one of `nl`, `en`",
    "points/innovation.yaml:14:13 the period ends in 2020, before it begins in 2027; expected 2027 or later",
    "programme.yaml:10:22 there is no file in `points/` for the point `people`; expected one of `innovation`",
  ]);
});

test("a file that is no YAML makes no reference to it wrong", () => {
  expect(problemsOf({ ...VALID, "funds/research.yaml": "id: [" })).toEqual([
    "funds/research.yaml:1:6 this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; expected YAML 1.2",
  ]);
});
