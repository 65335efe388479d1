/** The size of what a search publishes. */
import { describe, expect, it } from "vitest";
import { type IntegerProgram, solve } from "../dist/exact/index.js";
import { check } from "./exact-checker.js";

/** A knapsack in `rows` dimensions, with scores close to the weights: what branch and bound needs many nodes for. */
function hardKnapsack(columns: number, rows: number): IntegerProgram {
  let state = 1;
  const draw = (most: number) => {
    state = (state * 48_271) % (2 ** 31 - 1);
    return state % most;
  };
  const weights = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1 + draw(1000)));
  return {
    scores: Float64Array.from({ length: columns }, (_, column) =>
      Math.round(weights.reduce((sum, row) => sum + row[column]!, 0) / rows + draw(500)),
    ),
    blocks: Int32Array.from({ length: columns }, (_, column) => column),
    rows: weights.map((row) => ({
      indices: Int32Array.from(row.keys()),
      coefficients: Float64Array.from(row),
      rhs: BigInt(Math.floor(row.reduce((sum, weight) => sum + weight, 0) / 2)),
    })),
  };
}

describe("the tree of a stopped search", () => {
  const program = hardKnapsack(90, 5);
  const stopped = (mostBytes: number) => {
    const solved = solve(program, { nodeLimit: 6_000, mostBytes });
    check(program, solved);
    return { status: solved.status, bound: solved.bound!, bytes: JSON.stringify(solved.certificate).length };
  };

  const large = stopped(1_000_000);

  it("takes no more bytes than allowed, and proves less for it", () => {
    const small = stopped(1_500);
    expect(large).toMatchObject({ status: "limit" });
    expect(small).toMatchObject({ status: "limit" });
    expect(large.bytes).toBeGreaterThan(3_500);
    expect(small.bytes).toBeLessThan(3_000);
    expect(small.bound).toBeGreaterThan(large.bound);
  });

  it("does not grow beyond four times that", () => {
    const { status, bytes, bound } = stopped(100);
    expect(status).toBe("limit");
    expect(bytes).toBeLessThan(1_000);
    expect(bound).toBeGreaterThan(large.bound);
  });
});
