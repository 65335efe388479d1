/** The valid programme, what it becomes when it is loaded, and changes that keep it valid. */
import { formatProblem, loadProgramme, ProgrammeError } from "@voorsprong/programme";
import { describe, expect, test } from "vitest";
import { check, edited, type Files, problemsOf, VALID, type ValidFile, withFolder } from "./support.js";

const loaded = (files: Files) => withFolder(files, loadProgramme);

describe("a valid programme", () => {
  test("has no problems", () => {
    expect(problemsOf(VALID)).toEqual([]);
  });

  test("holds money in cents, percentages and shares as exact decimals", () => {
    const { points, funds, coalition } = loaded(VALID);
    const clause = points[0]?.clauses[0];
    expect(coalition.figures[0]?.value).toEqual({ unit: "count", value: 12 });
    expect(clause?.envelopes[0]).toMatchObject({ amount: 30_000, reserve: 0, from: 2027, to: 2029 });
    expect(clause?.targets[0]).toMatchObject({
      from: { unit: "percent", value: "2.5" },
      to: { unit: "percent", value: "5" },
      measured: { state: "not-yet-measured" },
    });
    expect(funds[0]?.budgets).toEqual([
      { id: "2027", year: 2027, amount: 10_000 },
      { id: "2028", year: 2028, amount: 20_000 },
    ]);
    expect(funds[0]?.limits[0]).toMatchObject({ kind: "share", of: "awarded", min: "0.1" });
  });

  test("is open to all regions and sizes unless it names some, and writes defaults out", () => {
    const [fund] = loaded(VALID).funds;
    expect(fund?.regions.map((region) => region.code)).toEqual(["NL-GR", "NL-DR"]);
    expect(fund?.sizes.map((size) => size.id)).toEqual(["small", "large"]);
    expect(fund).toMatchObject({ several: [], misfit: "skip", assumptions: [] });
    const narrow = edited(
      "funds/research.yaml",
      "rule: optimal",
      "rule: ranking\nregions: [Drenthe]\nsizes: [large]",
    );
    const [narrowed] = loaded(narrow).funds;
    expect(narrowed?.regions.map((region) => region.id)).toEqual(["Drenthe"]);
    expect(narrowed?.sizes.map((size) => size.id)).toEqual(["large"]);
  });

  test("orders calls by opening, in Dutch time in winter and in summer", () => {
    const later = edited("funds/research.yaml", "opens: 2027-01-15 09:00", "opens: 2027-02-15 09:00");
    const summer = "closes: 2027-07-01 17:00";
    const text = String(later["funds/research.yaml"]).replace("closes: 2027-03-01 17:00", summer);
    const calls = loaded({ ...later, "funds/research.yaml": text }).funds[0]?.calls;
    expect(calls?.map((call) => call.id)).toEqual(["research-2027", "research-2028"]);
    expect(calls?.[0]).toMatchObject({
      opens: { local: "2027-02-15T09:00", zone: "Europe/Amsterdam", instant: "2027-02-15T08:00:00.000Z" },
      closes: { local: "2027-07-01T17:00", zone: "Europe/Amsterdam", instant: "2027-07-01T15:00:00.000Z" },
    });
  });

  test("that has problems is not loaded, and the error holds all of them", () => {
    const files = edited("funds/research.yaml", "rule: optimal", "rule: best");
    const { problems, programme } = check(files);
    expect(programme).toBeUndefined();
    expect(() => loaded(files)).toThrow(ProgrammeError);
    expect(() => loaded(files)).toThrow(formatProblem(problems[0]!));
  });
});

const limit = (fields: string): string => `  - { ${fields}, reason: { nl: Daarom., en: Because. } }\n`;
const LIMIT = limit("kind: share, tag: theme, value: energy, min: 10%");
const stays: [string, ValidFile, string, string][] = [
  [
    "floors of exactly 100%",
    "funds/research.yaml",
    LIMIT,
    limit("kind: share, tag: theme, value: energy, min: 60%") +
      limit("kind: share, tag: theme, value: care, min: 0.4"),
  ],
  [
    "floors above 100% of a tag with several values",
    "funds/research.yaml",
    `${LIMIT}rule: optimal`,
    `${limit("kind: share, tag: theme, value: energy, min: 60%")}${limit("kind: share, tag: theme, value: care, min: 60%")}rule: optimal\nseveral: [theme]`,
  ],
  [
    "caps of exactly 100%",
    "funds/research.yaml",
    LIMIT,
    limit("kind: share, tag: theme, value: energy, max: 60%") +
      limit("kind: share, tag: theme, value: care, max: 40%"),
  ],
  [
    "low caps while one value has none",
    "funds/research.yaml",
    LIMIT,
    limit("kind: share, tag: theme, value: energy, max: 1%"),
  ],
  [
    "an amount of exactly the money of the smallest call",
    "funds/research.yaml",
    LIMIT,
    limit("kind: amount, tag: theme, value: energy, min: EUR 100"),
  ],
  [
    "an amount that only its own budget can meet",
    "funds/research.yaml",
    LIMIT,
    limit("kind: amount, tag: theme, value: energy, min: EUR 200, budget: 2028"),
  ],
  [
    "a share of the awarded and one of the budget on one value",
    "funds/research.yaml",
    LIMIT,
    limit("kind: share, tag: theme, value: energy, min: 30%") +
      limit("kind: share, tag: theme, value: energy, of: budget, max: 30%"),
  ],
  [
    "shares of 0 and 1 as bare numbers",
    "funds/research.yaml",
    LIMIT,
    limit("kind: share, tag: theme, value: energy, min: 0, max: 1"),
  ],
  [
    "a call that opens when the one before closes",
    "funds/research.yaml",
    "closes: 2027-03-01 17:00",
    "closes: 2028-01-15 09:00",
  ],
  [
    "an instrument and a reason for planned",
    "points/innovation.yaml",
    "    targets:",
    "    planned: { nl: Een deel loopt nog niet., en: Part does not run yet. }\n    targets:",
  ],
  [
    "yearly maxima that are drawn exactly",
    "points/innovation.yaml",
    "        to: 2029\n",
    "        to: 2029\n        years: [{ year: 2027, amount: EUR 100 }, { year: 2028, amount: EUR 200 }]\n",
  ],
  [
    "two envelopes of one year with different scopes",
    "points/innovation.yaml",
    "        to: 2029\n        source: accord\n",
    "        to: 2029\n        scope: one\n        source: accord\n      - { id: more, title: { nl: M, en: M }, amount: EUR 5, from: 2029, to: 2030, scope: two, reserve: EUR 5, source: accord }\n",
  ],
  [
    "a target without a start, of zero",
    "points/innovation.yaml",
    "        from: 2.5%\n        to: 5%",
    "        to: 0%",
  ],
  [
    "texts that use an anchor and an alias",
    "points/innovation.yaml",
    "text: { nl: Er komt geld., en: There will be money. }",
    "text: &text { nl: Er komt geld., en: There will be money. }\n    planned: *text",
  ],
  ["a byte order mark", "programme.yaml", "id: example\n", "\uFEFFid: example\n"],
];

describe("these are no problems", () => {
  test.each(stays)("%s", (_, file, from, to) => {
    expect(problemsOf(edited(file, from, to))).toEqual([]);
  });
});

test("Windows line ends change nothing", () => {
  const files = Object.fromEntries(
    Object.entries(VALID).map(([file, text]) => [file, text.replaceAll("\n", "\r\n")]),
  );
  expect(check(files).programme).toEqual(check(VALID).programme);
});
