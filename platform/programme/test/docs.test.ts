/** The examples of docs/programme.md are a programme without problems. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problemsOf } from "./support.js";

const guide = readFileSync(join(import.meta.dirname, "../../../docs/programme.md"), "utf8");

/** The first YAML example under a heading. */
const example = (heading: string): string =>
  guide.split(`\n## ${heading}\n`)[1]?.split("```yaml\n")[1]?.split("```")[0] ?? "";

test("the example files of the guide form a valid programme", () => {
  const files = {
    "programme.yaml": example("`programme.yaml`"),
    "points/innovation.yaml": example("`points/ID.yaml`"),
    "funds/research.yaml": example("`funds/ID.yaml`"),
  };
  expect(problemsOf(files)).toEqual([]);
});

test("the example of an assumption fits a fund", () => {
  const fund = example("`funds/ID.yaml`") + example("Assumptions");
  const files = {
    "programme.yaml": example("`programme.yaml`"),
    "points/innovation.yaml": example("`points/ID.yaml`"),
    "funds/research.yaml": fund,
  };
  expect(fund).toContain("assumptions:");
  expect(problemsOf(files)).toEqual([]);
});
