/** The first of equal selections in an order, against trying every selection; every lot tree is checked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntegerProgram, solve, type TreeCertificate } from "../dist/exact/index.js";
import { Effort } from "../dist/optimum/ties/effort.js";
import { lexicographicallyFirst } from "../dist/optimum/ties/lexicographic.js";
import { bruteForce, forEachSelection, programs } from "./exact-programs.js";
import { checkLotTree } from "./lot-checker.js";
import { changedNumbers } from "./support/changed-numbers.js";

/** A program with an order of its columns. */
const cases = (columns: number) =>
  programs(columns).chain((program) =>
    fc.record({
      program: fc.constant(program),
      order: fc.shuffledSubarray([...program.scores.keys()], { minLength: program.scores.length }),
    }),
  );

/** All selections worth the most, the first in the order at the front; empty when none is allowed. */
function bestInOrder(program: IntegerProgram, order: readonly number[]): readonly Uint8Array[] {
  const most = bruteForce(program);
  const best: Uint8Array[] = [];
  forEachSelection(program, (chosen, value) => {
    if (value === most) best.push(chosen.slice());
  });
  return best.sort((a, b) => {
    const column = order.find((each) => a[each] !== b[each]);
    return column === undefined ? 0 : b[column]! - a[column]!;
  });
}

const columnsOf = (chosen: Uint8Array) =>
  new Set([...chosen.keys()].filter((column) => chosen[column] !== 0));

function firstOf(program: IntegerProgram, order: readonly number[], start: Uint8Array, nodes = 1_000_000) {
  const target = start.reduce((sum, isChosen, column) => sum + isChosen * program.scores[column]!, 0);
  return lexicographicallyFirst({ program, target, start, order }, new Effort(nodes));
}

describe("the first of equal selections", () => {
  it("is the announced one, is proven, and is found from any other with the same bytes", () => {
    let tied = 0;
    let searched = 0;
    fc.assert(
      fc.property(cases(9), ({ program, order }) => {
        const best = bestInOrder(program, order);
        if (best.length === 0) return;
        if (best.length > 1) tied += 1;
        const { columns } = solve(program);
        const solved = Uint8Array.from(program.scores, (_, column) => (columns!.includes(column) ? 1 : 0));
        const first = firstOf(program, order, solved);
        expect(columnsOf(first.chosen)).toEqual(columnsOf(best[0]!));
        checkLotTree(program, columnsOf(first.chosen), order, first.certificate!);
        if (first.certificate!.tree.some((code) => code % 3 === 2)) searched += 1;
        for (const start of [best[0]!, best[best.length - 1]!])
          expect(firstOf(program, order, start)).toEqual(first);
      }),
      { numRuns: 1500 },
    );
    expect(tied).toBeGreaterThan(200);
    expect(searched).toBeGreaterThan(20);
  });

  it("does not come with a proof when the effort was too small for one", () => {
    let unproven = 0;
    fc.assert(
      fc.property(cases(9), fc.integer({ min: 0, max: 2 }), ({ program, order }, nodes) => {
        const best = bestInOrder(program, order);
        if (best.length === 0) return;
        const first = firstOf(program, order, best[best.length - 1]!, nodes);
        expect(best.map(columnsOf)).toContainEqual(columnsOf(first.chosen));
        if (first.certificate === null) unproven += 1;
        else checkLotTree(program, columnsOf(first.chosen), order, first.certificate);
      }),
      { numRuns: 1000 },
    );
    expect(unproven).toBeGreaterThan(50);
  });
});

describe("a lot tree", () => {
  it("never proves another selection, whatever number is changed", () => {
    let refused = 0;
    fc.assert(
      fc.property(cases(6), fc.integer({ min: -3, max: 3 }), ({ program, order }, change) => {
        const best = bestInOrder(program, order);
        if (best.length < 2 || change === 0) return;
        const { certificate } = firstOf(program, order, best[0]!);
        for (const changed of [certificate!, ...changedNumbers(certificate!, change)])
          for (const other of best.slice(1))
            expect(() =>
              checkLotTree(program, columnsOf(other), order, changed as TreeCertificate),
            ).toThrow();
        for (const changed of changedNumbers(certificate!, change))
          try {
            // What is still accepted is still true.
            checkLotTree(program, columnsOf(best[0]!), order, changed as TreeCertificate);
          } catch {
            refused += 1;
          }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});
