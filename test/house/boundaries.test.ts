import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = resolve(import.meta.dirname, "../../scripts/boundaries.mjs");
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "house-"));
});
afterEach(() => rmSync(house, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function check(): { code: number | null; err: string } {
  const result = spawnSync(process.execPath, [script, house], { encoding: "utf8" });
  return { code: result.status, err: result.stderr };
}

describe("import boundaries", () => {
  it("accepts this repository", () => {
    expect(spawnSync(process.execPath, [script]).status).toBe(0);
  });

  it("refuses an empty house: a check that saw nothing proves nothing", () => {
    expect(check().code).toBe(1);
  });

  it.each([
    [
      "engines/allocation",
      'import fs from "node:fs";',
      "an engine and a page have no input or output of Node",
    ],
    ["engines/allocation", 'import { x } from "@voorsprong/store";', "may not depend on @voorsprong/store"],
    ["engines/verifier", 'import { y } from "left-pad";', "the verifier has no dependencies"],
    [
      "engines/verifier",
      'import { y } from "@voorsprong/allocation";',
      "may not depend on @voorsprong/allocation",
    ],
    ["platform/server", 'const z = await import("undeclared");', "is not declared in"],
    ["platform/store", 'export * from "../../server/src/x.js";', "stays inside its own package"],
    ["web", 'import { Problem } from "@voorsprong/server/contract";', "only types may be imported"],
    ["web", 'import {\n  a,\n  b,\n} from "@voorsprong/store";', "may not depend on @voorsprong/store"],
  ])("in %s refuses %s", (home, line, reason) => {
    put(`${home}/package.json`, JSON.stringify({ dependencies: {} }));
    put(`${home}/src/index.ts`, `// one line before\n${line}\n`);
    const { code, err } = check();
    expect(code).toBe(1);
    expect(err).toContain(`${home}/src/index.ts:2`);
    expect(err).toContain(reason);
  });

  it("refuses one instrument that imports another, and allows the kernel", () => {
    put("platform/instruments/package.json", JSON.stringify({ dependencies: {} }));
    put("platform/instruments/src/kernel/a.ts", "export const a = 1;");
    put("platform/instruments/src/fund/b.ts", 'export * from "../kernel/a.js";');
    expect(check().code).toBe(0);
    put("platform/instruments/src/target/c.ts", 'export * from "../fund/b.js";');
    expect(check().err).toContain("instruments do not import each other");
  });

  it("allows types of the contract in the pages", () => {
    put("web/package.json", JSON.stringify({ dependencies: { "@voorsprong/server": "0.1.0" } }));
    put("web/src/index.ts", 'import type { Problem } from "@voorsprong/server/contract";');
    expect(check().code).toBe(0);
  });
});
