/** Cuts: each holds for every selection that its row and the blocks allow, and with them every proof is checked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntegerProgram, type Solved, solve, type TreeCertificate } from "../dist/exact/index.js";
import { check } from "./exact-checker.js";
import { bruteForce, knapsacks, programs } from "./exact-programs.js";

type Cut = NonNullable<TreeCertificate["cuts"]>[number];

/** Whether a cut holds for every selection with at most one column of each block that keeps the cut's row. */
function holds({ scores, blocks, rows }: IntegerProgram, { row, columns, values, rhs }: Cut): boolean {
  const weights = new Map(
    Array.from(rows[row]!.indices, (column, at) => [column, BigInt(rows[row]!.coefficients[at]!)]),
  );
  const values_ = new Map(columns.map((column, at) => [column, values[at]!]));
  const used = new Set<number>();
  const visit = (column: number, weight: bigint, value: number): boolean => {
    if (column === scores.length) return weight > rows[row]!.rhs || value <= rhs;
    if (!visit(column + 1, weight, value)) return false;
    const block = blocks[column]!;
    if (used.has(block)) return true;
    used.add(block);
    const within = visit(
      column + 1,
      weight + (weights.get(column) ?? 0n),
      value + (values_.get(column) ?? 0),
    );
    used.delete(block);
    return within;
  };
  return visit(0, 0n, 0);
}

function cutsOf({ certificate }: Solved): readonly Cut[] {
  return certificate.cuts ?? [];
}

describe("cuts", () => {
  it("hold for every selection of every small program, and the optimum is found and proven with them", () => {
    let cuts = 0;
    fc.assert(
      fc.property(fc.oneof(programs(9), knapsacks(10)), (program) => {
        const solved = solve(program, { cuts: "always" });
        const best = bruteForce(program);
        expect(solved.status).toBe(best === null ? "infeasible" : "optimal");
        expect(solved.value).toBe(best);
        for (const cut of cutsOf(solved)) expect(holds(program, cut)).toBe(true);
        cuts += cutsOf(solved).length;
        check(program, solved);
      }),
      { numRuns: 2000 },
    );
    expect(cuts).toBeGreaterThan(500);
  });

  it("are part of the proof of a search that was stopped", () => {
    fc.assert(
      fc.property(knapsacks(14), fc.integer({ min: 0, max: 6 }), (program, stopAfter) => {
        let asked = 0;
        const solved = solve(program, { cuts: "always", onProgress: () => asked++ < stopAfter });
        const best = bruteForce(program);
        if (best !== null && solved.bound !== null) expect(solved.bound).toBeGreaterThanOrEqual(best);
        check(program, solved);
      }),
      { numRuns: 1000 },
    );
  });

  it("are refused when a lower right-hand side does not follow", () => {
    let refused = 0;
    fc.assert(
      fc.property(knapsacks(12), fc.nat(), (program, at) => {
        const solved = solve(program, { cuts: "always" });
        const cuts = cutsOf(solved);
        if (cuts.length === 0) return;
        const lowered = cuts.map((cut, k) => (k === at % cuts.length ? { ...cut, rhs: cut.rhs - 1 } : cut));
        const forged = { ...solved, certificate: { ...solved.certificate, cuts: lowered } };
        if (lowered.every((cut) => holds(program, cut))) check(program, forged);
        else {
          expect(() => check(program, forged)).toThrow("does not follow");
          refused++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it("are not made when told so", () => {
    fc.assert(
      fc.property(knapsacks(12), (program) => {
        const solved = solve(program, { cuts: "never" });
        expect(solved.certificate.cuts).toBeUndefined();
        expect(solved.value).toBe(bruteForce(program));
      }),
      { numRuns: 200 },
    );
  });
});
