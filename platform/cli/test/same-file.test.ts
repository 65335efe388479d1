import { linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { voorsprong } from "./run.js";

let folder: string;
const at = (name: string) => join(folder, name);
const round = JSON.stringify({
  round: "r",
  budgets: [{ id: "b", amount: 10 }],
  applications: [{ id: "A", score: 1, amounts: { b: 5 } }],
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "same-file-"));
  writeFileSync(at("round.json"), round);
  symlinkSync(at("round.json"), at("soft.json"));
  linkSync(at("round.json"), at("hard.json"));
  symlinkSync(folder, at("again"));
  await voorsprong([
    "allocate",
    at("round.json"),
    ...["--out", at("decision.json"), "--explain-out", at("explanation.json")],
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("voorsprong, where an output is an input or another output", () => {
  it.each([
    [["allocate", "round.json", "--out", "round.json"]],
    [["allocate", "round.json", "--out", "soft.json"]],
    [["allocate", "soft.json", "--out", "hard.json"]],
    [["allocate", "round.json", "--explain-out", "hard.json"]],
    [["allocate", "round.json", "--out", "new.json", "--explain-out", "new.json"]],
    [["allocate", "round.json", "--out", "new.json", "--explain-out", "again/new.json"]],
    [["allocate", "round.json", "--out", "new/x.json", "--explain-out", "again/new/x.json"]],
    [["verify", "decision.json", "--vipr", "decision.json"]],
    [["verify", "decision.json", "--explanation", "explanation.json", "--vipr", "explanation.json"]],
  ])("refuses %j and leaves every file as it was", async ([command, ...args]) => {
    const names = ["round.json", "decision.json", "explanation.json"];
    const before = names.map((name) => readFileSync(at(name), "utf8"));
    const run = await voorsprong([
      command!,
      ...args.map((word) => (word.startsWith("--") ? word : at(word))),
    ]);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: "" });
    expect(run.err).toMatch(/is the same file as .*; give --(out|explain-out|vipr) another file/);
    expect(names.map((name) => readFileSync(at(name), "utf8"))).toEqual(before);
  });

  it("lets a device take more than one", async () => {
    const run = await voorsprong([
      "allocate",
      at("round.json"),
      ...["--out", "/dev/null", "--explain-out", "/dev/null"],
    ]);
    expect(run.code).toBe(0);
  });
});
