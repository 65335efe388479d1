/** The exact search on the OR-Library knapsacks, every certificate checked by the plain checker. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type IntegerProgram, solve } from "../../engines/allocation/dist/exact/index.js";
import { check } from "../../engines/allocation/test/exact-checker.js";
import { hasSharedData, sharedData } from "./shared.js";

interface Instance {
  readonly program: IntegerProgram;
  /** The value the file states. */
  readonly listed: number;
}

/** Reads `count` instances of the layout "n m value, scores, rows, right-hand sides" from a list of numbers. */
function readInstances(numbers: readonly number[], count: number): Instance[] {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return numbers.slice(at - length, at);
  };
  return Array.from({ length: count }, () => {
    const [columns, rows, listed] = take(3) as [number, number, number];
    const scores = Float64Array.from(take(columns));
    const coefficients = Array.from({ length: rows }, () => Float64Array.from(take(columns)));
    const rhs = take(rows);
    const indices = Int32Array.from(scores.keys());
    return {
      listed,
      program: {
        scores,
        blocks: indices,
        rows: coefficients.map((row, index) => ({ indices, coefficients: row, rhs: BigInt(rhs[index]!) })),
      },
    };
  });
}

const numbersIn = (...path: string[]) =>
  readFileSync(sharedData("orlib", "knapsack", ...path), "utf8")
    .trim()
    .split(/\s+/)
    .map(Number);

const sac94 = [
  "hp1",
  ...[1, 2, 3, 4].map((k) => `weing${k}`),
  ...Array.from({ length: 15 }, (_, k) => `weish${String(k + 1).padStart(2, "0")}`),
];

describe.runIf(hasSharedData)("OR-Library knapsacks", () => {
  it.each(sac94)("%s: the stated optimum, proven", (name) => {
    const [instance] = readInstances(numbersIn("sac94", `${name}.dat`), 1);
    const solved = solve(instance!.program);
    expect(solved).toMatchObject({ status: "optimal", value: instance!.listed, bound: instance!.listed });
    check(instance!.program, solved);
  });

  // The five that close soonest: on a machine of its own each takes about a second.
  it.each([
    1, 5, 6, 7, 8,
  ])("mknapcb1, instance %i of 30 (from 0): at least the listed value, proven", (index) => {
    const numbers = numbersIn("mknapcb1.txt");
    const instance = readInstances(numbers.slice(1), numbers[0]!)[index]!;
    const solved = solve(instance.program);
    expect(solved.status).toBe("optimal");
    expect(solved.value).toBeGreaterThanOrEqual(instance.listed);
    check(instance.program, solved);
  });

  it("stops at its node limit with a bound that is proven", () => {
    const numbers = numbersIn("mknapcb1.txt");
    const { program, listed } = readInstances(numbers.slice(1), numbers[0]!)[3]!;
    const solved = solve(program, { nodeLimit: 2_000 });
    expect(solved.status).toBe("limit");
    expect(solved.bound).toBeGreaterThanOrEqual(listed);
    check(program, solved);
  });
});
