/** Folders and files that are not what a programme is made of. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkProgramme, formatProblem } from "@voorsprong/programme";
import { describe, expect, test } from "vitest";
import { problemsOf, VALID, withFolder } from "./support.js";

/** The problems of the valid programme after `change` was done to its folder. */
const after = (change: (dir: string) => void, files = VALID as Record<string, string>): string[] =>
  withFolder(files, (dir) => {
    change(dir);
    return checkProgramme(dir).problems.map(formatProblem);
  });

describe("a folder", () => {
  test("that does not exist", () => {
    expect(
      withFolder(VALID, (dir) => checkProgramme(join(dir, "nowhere")).problems.map(formatProblem)),
    ).toEqual([".:1:1 the folder cannot be read: it does not exist; expected a folder"]);
  });

  test("that is a file", () => {
    expect(
      withFolder(VALID, (dir) => checkProgramme(join(dir, "programme.yaml")).problems.map(formatProblem)),
    ).toEqual([".:1:1 the folder cannot be read: it is not a folder; expected a folder"]);
  });

  test("that is empty", () => {
    expect(problemsOf({})).toEqual([
      "programme.yaml:1:1 the file cannot be read: it does not exist; expected a YAML file that can be read",
    ]);
  });

  test("with YAML where none is read, and other files that do not matter", () => {
    const files = {
      ...VALID,
      "program.yaml": "",
      "funds/other.yml": "",
      "README.md": "text",
      ".hidden.yaml": "{",
    };
    expect(problemsOf(files)).toEqual([
      "funds/other.yml:1:1 the name does not end in .yaml; expected a name such as `id.yaml`",
      "program.yaml:1:1 this file has no place here (did you mean `programme.yaml`?); expected programme.yaml, or a file in `points/` or `funds/`",
    ]);
  });

  test("with a mistyped name", () => {
    expect(after((dir) => mkdirSync(join(dir, "fund")))).toEqual([
      "fund:1:1 this folder is not read (did you mean `funds`?); expected a folder points or funds",
    ]);
  });

  test("with a folder that is called like a file, and a file that is called like a folder", () => {
    const { "funds/research.yaml": _, ...rest } = VALID;
    const problems = after((dir) => {
      mkdirSync(join(dir, "points/extra.yaml"));
      writeFileSync(join(dir, "funds"), "");
    }, rest);
    expect(problems).toEqual([
      "funds:1:1 the folder cannot be read: it is not a folder; expected a folder of YAML files",
      "points/extra.yaml:1:1 points/extra.yaml is not a file; expected a YAML file",
      "points/innovation.yaml:8:37 there is no fund `research`; expected a fund that exists; there are none",
      "points/innovation.yaml:10:13 no fund draws on the envelope `research`; expected a fund that names it, or a `reserve` of its whole amount",
    ]);
  });

  test("with links that go round in a circle, and a link to itself above", () => {
    const problems = after((dir) => {
      symlinkSync("b.yaml", join(dir, "points/a.yaml"));
      symlinkSync("a.yaml", join(dir, "points/b.yaml"));
      symlinkSync("..", join(dir, "points/up"));
    });
    expect(problems).toEqual([
      "points/a.yaml:1:1 the file cannot be read: its links go round in a circle; expected a YAML file that can be read",
      "points/b.yaml:1:1 the file cannot be read: its links go round in a circle; expected a YAML file that can be read",
    ]);
  });
});

describe("a file", () => {
  const only = (content: string | Uint8Array): string[] =>
    problemsOf({ ...VALID, "funds/research.yaml": content });

  test("that is binary", () => {
    expect(only(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))).toEqual([
      "funds/research.yaml:1:1 the file is not UTF-8 text; expected YAML as UTF-8 text",
    ]);
    expect(only("id: \0")).toEqual([
      "funds/research.yaml:1:1 the file is binary; expected YAML as UTF-8 text",
    ]);
  });

  test("that is larger than people write", () => {
    expect(only("#".repeat(131_073))).toEqual([
      "funds/research.yaml:1:1 the file has 131073 bytes; expected at most 131072 bytes; split it up",
    ]);
  });

  test("that is empty", () => {
    expect(only("")).toContain(
      "funds/research.yaml:1:1 the file cannot be empty; expected a mapping of fields",
    );
  });

  test("whose aliases multiply", () => {
    const levels = "bcdefghij".split("").map((name, index) => {
      const before = "abcdefghij"[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
    });
    expect(only(`a: &a [x, x, x, x, x, x, x, x, x]\n${levels.join("\n")}\n`)).toEqual([
      "funds/research.yaml:1:1 the aliases of this YAML repeat too much; expected plain YAML, or a few aliases",
    ]);
  });

  test("that contains itself", () => {
    expect(only("title: &title [*title]\n")).toContain(
      "funds/research.yaml:1:1 `title` cannot be a list; expected a text in two languages: `nl: …` and `en: …`",
    );
  });

  // Recursion over a text like this exhausts the stack, and may then end the process instead of throwing.
  const deep = "this YAML is nested too deeply; expected a few levels, as the guide shows";
  test.each([
    ["brackets", `a:\n  ${"[".repeat(60_000)}`, "2:53"],
    ["closed brackets", `${"[".repeat(60_000)}${"]".repeat(60_000)}`, "1:51"],
    ["mappings in braces", "{a: ".repeat(30_000), "1:201"],
    ["compact lists", "- ".repeat(60_000), "1:201"],
    ["compact keys", "? ".repeat(60_000), "1:201"],
    ["indents", Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"), "201:202"],
  ])("with %s nested without end", (_, text, place) => {
    expect(only(text)).toEqual([`funds/research.yaml:${place} ${deep}`]);
  });

  test("with more entries than people write", () => {
    const fields = Array.from({ length: 1001 }, (_, index) => `k${index}: 1`).join("\n");
    expect(only(`id: x\nthemes:\n  - 1\n${fields}`)).toEqual([
      "funds/research.yaml:1:1 there are 1003 entries in one list or mapping; expected at most 1000",
    ]);
    expect(only(`several: [${Array(1001).fill("a").join(",")}]`)).toEqual([
      "funds/research.yaml:1:10 there are 1001 entries in one list or mapping; expected at most 1000",
    ]);
  });
});
