import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { voorsprong } from "./run.js";

const shipped = resolve(import.meta.dirname, "../../../programmes/voorsprong");

describe("voorsprong check", () => {
  it("accepts the programme that ships", async () => {
    const { code, out } = await voorsprong(["check", shipped]);
    expect(code).toBe(0);
    expect(out).toMatch(/good/);
    expect(JSON.parse((await voorsprong(["check", shipped, "--json"])).out)).toEqual({
      valid: true,
      problems: [],
    });
  });

  it("names file, line and column of a problem, exit 1", async () => {
    const copy = mkdtempSync(join(tmpdir(), "programme-"));
    try {
      cpSync(shipped, copy, { recursive: true });
      const path = join(copy, "programme.yaml");
      const lines = readFileSync(path, "utf8").split("\n");
      writeFileSync(path, [...lines, "surprise: 1", ""].join("\n"));
      const { code, out } = await voorsprong(["check", copy]);
      expect(code).toBe(1);
      expect(out).toContain(`programme.yaml:${lines.length + 1}:1 `);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it("cannot check a folder that is not there: exit 2", async () => {
    const { code, err } = await voorsprong(["check", "/does/not/exist"]);
    expect(code).toBe(2);
    expect(err).toMatch(/not a folder/);
  });
});
