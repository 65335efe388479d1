/** Certificates that were changed: what is false must never pass the checker. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Solved, solve, type TreeCertificate } from "../dist/exact/index.js";
import { check } from "./exact-checker.js";
import { bruteForce, knapsacks, programs } from "./exact-programs.js";

type Editable = { -readonly [K in keyof TreeCertificate]: TreeCertificate[K] };

/** A copy of the outcome with another certificate. */
function edited(solved: Solved, edit: (certificate: Editable) => void): Solved {
  const certificate: Editable = structuredClone(solved.certificate);
  edit(certificate);
  return { ...solved, certificate };
}

/** Every place in a certificate that holds a number, as a path of keys. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === "number") return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function setAt(target: unknown, path: readonly (string | number)[], change: (value: number) => number): void {
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as never)[key], target);
  const last = path[path.length - 1]!;
  (holder as Record<string | number, number>)[last] = change(
    (holder as Record<string | number, number>)[last]!,
  );
}

describe("a changed certificate", () => {
  it("never proves a bound below the optimum, whatever numbers are changed", () => {
    fc.assert(
      fc.property(
        fc.oneof(programs(8), knapsacks(8)),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -3, max: 3 })), { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (program, edits, below) => {
          const solved = solve(program, { cuts: "always" });
          if (solved.value === null || solved.certificate.target === null) return;
          const unit = solved.certificate.target - solved.value;
          const bound = solved.value - below * unit;
          const forged = edited(solved, (certificate) => {
            const numbers = places(certificate);
            for (const [at, change] of edits)
              setAt(certificate, numbers[at % numbers.length]!, (value) => value + change);
            certificate.target = bound + unit;
          });
          const claim = {
            status: "limit",
            columns: null,
            value: null,
            bound,
            certificate: forged.certificate,
          } as const;
          expect(() => check(program, claim)).toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never proves that nothing is allowed where something is", () => {
    fc.assert(
      fc.property(
        fc.oneof(programs(8), knapsacks(8)),
        fc.nat(),
        fc.integer({ min: -3, max: 3 }),
        (program, at, change) => {
          if (bruteForce(program) === null) return;
          const solved = solve(program, { cuts: "always" });
          const forged = edited(solved, (certificate) => {
            const numbers = places(certificate);
            setAt(certificate, numbers[at % numbers.length]!, (value) => value + change);
            certificate.target = null;
            certificate.vectors = certificate.vectors.map((vector) => ({ ...vector, ray: true as const }));
            certificate.tree = certificate.tree.map((code) => (code % 3 === 1 ? code + 1 : code));
          });
          const claim = {
            status: "infeasible",
            columns: null,
            value: null,
            bound: null,
            certificate: forged.certificate,
          } as const;
          expect(() => check(program, claim)).toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is refused when a node is missing or too many", () => {
    fc.assert(
      fc.property(fc.oneof(programs(10), knapsacks(10)), fc.nat(), (program, at) => {
        const solved = solve(program, { cuts: "always" });
        const { tree } = solved.certificate;
        const cut = edited(solved, (certificate) => {
          certificate.tree = tree.slice(0, -1);
        });
        expect(() => check(program, cut)).toThrow();
        const longer = edited(solved, (certificate) => {
          certificate.tree = [...tree, tree[at % tree.length]!];
        });
        expect(() => check(program, longer)).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("is refused with another solution, value or bound", () => {
    fc.assert(
      fc.property(fc.oneof(programs(8), knapsacks(8)), fc.integer({ min: -2, max: 2 }), (program, change) => {
        const solved = solve(program, { cuts: "always" });
        if (change === 0 || solved.value === null || solved.bound === null) return;
        expect(() => check(program, { ...solved, value: solved.value! + change })).toThrow();
        expect(() => check(program, { ...solved, bound: solved.bound! + change })).toThrow();
        expect(() =>
          check(program, { ...solved, columns: solved.columns!.map((column) => column + 1) }),
        ).toSatisfy((attempt: () => void) => {
          // Another selection may happen to be as good; then it is no forgery.
          const columns = solved.columns!.map((column) => column + 1);
          const worth = columns.reduce((sum, column) => sum + (program.scores[column] ?? Number.NaN), 0);
          if (worth === solved.value) return true;
          expect(attempt).toThrow();
          return true;
        });
      }),
      { numRuns: 500 },
    );
  });
});
