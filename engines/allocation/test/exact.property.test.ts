/** The exact search against trying every selection, with every certificate checked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "../dist/exact/index.js";
import { check } from "./exact-checker.js";
import { bruteForce, programs } from "./exact-programs.js";

describe("the exact search", () => {
  it("finds and proves the optimum of every small program", () => {
    fc.assert(
      fc.property(programs(9), (program) => {
        const solved = solve(program);
        const best = bruteForce(program);
        expect(solved.status).toBe(best === null ? "infeasible" : "optimal");
        expect(solved.value).toBe(best);
        expect(solved.bound).toBe(best);
        check(program, solved);
      }),
      { numRuns: 5000 },
    );
  });

  it("does so for programs of 16 columns", () => {
    fc.assert(
      fc.property(programs(16), (program) => {
        const solved = solve(program);
        expect(solved.value).toBe(bruteForce(program));
        check(program, solved);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives a bound that holds, with its proof, wherever it is stopped", () => {
    fc.assert(
      fc.property(programs(12), fc.integer({ min: 0, max: 6 }), (program, stopAfter) => {
        let asked = 0;
        const solved = solve(program, { onProgress: () => asked++ < stopAfter });
        const best = bruteForce(program);
        if (best !== null && solved.bound !== null) expect(solved.bound).toBeGreaterThanOrEqual(best);
        if (solved.status === "infeasible") expect(best).toBeNull();
        check(program, solved);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same outcome every time", () => {
    fc.assert(
      fc.property(programs(12), (program) => {
        expect(solve(program)).toEqual(solve(program));
      }),
      { numRuns: 200 },
    );
  });

  it("improves on a solution it is given", () => {
    fc.assert(
      fc.property(programs(10), (program) => {
        const first = solve(program);
        if (first.columns === null) return;
        const start = new Uint8Array(program.scores.length);
        for (const column of first.columns) start[column] = 1;
        const again = solve(program, { start });
        expect(again.value).toBe(first.value);
        check(program, again);
      }),
      { numRuns: 500 },
    );
  });
});
