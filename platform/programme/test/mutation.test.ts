/** Whatever happens to its files, a check ends with a list of problems or with a programme, never with an error. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "./support.js";

const shipped = join(import.meta.dirname, "../../../programmes/voorsprong");
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(shipped, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(shipped, path), readFileSync(path, "utf8")]),
);

/** Pieces of YAML that change what stands around them. */
const piece = fc.oneof(
  fc.constantFrom(
    "",
    "\n",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!str ",
    "|\n",
    "# ",
    "'",
    '"',
    "? ",
    "<<: ",
  ),
  fc.constantFrom(
    "0",
    "-1",
    "1e999",
    "null",
    "true",
    "EUR 0",
    "EUR 99999999999999",
    "1000%",
    "2027",
    "\t",
    "\uFEFF",
  ),
  fc.constantFrom("__proto__: ", "constructor: ", "toString", "planned: ", "budget: 2099", "kind: count"),
  fc.string({ unit: "binary", maxLength: 8 }),
);

const cut = (text: string, at: number, length: number, put: string): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + length);
};

const mutation = fc.record({
  file: fc.constantFrom(...Object.keys(FILES)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  put: piece,
});

test("mutated programme files never crash the check, and each problem has a place", () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const files = { ...FILES };
      for (const { file, at, length, put } of mutations) files[file] = cut(files[file]!, at, length, put);
      const { programme, problems } = check(files);
      expect(programme === undefined).toBe(problems.length > 0);
      for (const { file, line, column, message, expected } of problems) {
        const lines = (files[file] ?? "").split("\n").length;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines + 1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).not.toBe("");
        expect(expected).not.toBe("");
      }
    }),
    { numRuns: 60 },
  );
});

/** Any value in any place: the shape is wrong in ways that text mutations rarely reach. */
test("a programme of arbitrary JSON never crashes the check", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(FILES)), fc.jsonValue(), fc.nat(40), (file, value, field) => {
      const keys = [...FILES[file]!.matchAll(/^(\w+):/gm)].map((match) => match[1]!);
      const key = keys[field % keys.length]!;
      const before = FILES[file]!.split(new RegExp(`^${key}:`, "m"))[0]!;
      const { programme, problems } = check({
        ...FILES,
        [file]: `${before}${key}: ${JSON.stringify(value)}\n`,
      });
      expect(programme === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 60 },
  );
});
