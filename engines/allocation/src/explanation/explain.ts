/** Per unfunded application how far it was from the optimum; docs/formats/decision.md says what is certified. */
import type { Explanation, Multipliers } from "../model/decision.js";
import { boundOf, floorDivide, groupingOf, readMultipliers } from "../optimum/bound.js";
import { scoreOf, sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { type Swap, SwapFinder } from "./swaps.js";

/** Explanations of an optimum, and a better selection where a swap happened to find one. */
export interface OptimumExplained {
  readonly explanations: readonly Explanation[];
  readonly better: readonly number[] | null;
}

/** Explains an outcome under `optimal`: certified intervals from the root bound and from swaps. */
export function explainOptimum(
  problem: Problem,
  selection: readonly number[],
  root: Multipliers | null,
): OptimumExplained {
  const { applications } = problem.round;
  const objective = scoreOf(problem, selection);
  const funded = new Set(selection.map((choice) => problem.choices[choice]!.application));
  const multipliers = root === null ? null : readMultipliers(problem, root);
  const bound =
    root === null || multipliers === null
      ? null
      : boundOf(problem, groupingOf(problem, root.absorbed ?? []), multipliers);
  const worth = Float64Array.from(problem.choices, ({ score }, choice) =>
    bound === null || multipliers === null
      ? score
      : Number(bound.reduced[choice]!) / Number(multipliers.denominator),
  );
  const finder = new SwapFinder(problem, selection, sumsOf(problem, selection), worth);
  let best: Swap | null = null;
  const explanations = applications.flatMap(({ id }, i): Explanation[] => {
    if (funded.has(i)) return [];
    const swap = finder.find(i);
    if (swap !== null && swap.gain > 0 && (best === null || swap.gain > best.gain)) best = swap;
    let atLeast = 0;
    if (bound !== null && multipliers !== null) {
      const forced = bound.forced[i]!;
      if (forced !== null)
        atLeast = Math.max(0, objective - Number(floorDivide(forced, multipliers.denominator)));
    }
    const atMost = swap === null ? null : Math.max(0, -swap.gain);
    return [
      {
        application: id,
        needed: { atLeast, atMost },
        ...(swap === null ? {} : { witness: witnessOf(problem, swap) }),
      },
    ];
  });
  return { explanations, better: best === null ? null : applySwap(selection, best) };
}

function witnessOf(problem: Problem, { choice, remove, add }: Swap): NonNullable<Explanation["witness"]> {
  const nameOf = (index: number) => problem.round.applications[problem.choices[index]!.application]!.id;
  const ascending = (choices: readonly number[]) => [...choices].sort((a, b) => a - b);
  return {
    add: ascending(add).map((index) => [nameOf(index), problem.choices[index]!.option] as const),
    option: problem.choices[choice]!.option,
    remove: ascending(remove).map(nameOf),
  };
}

function applySwap(selection: readonly number[], { choice, remove, add }: Swap): readonly number[] {
  const removed = new Set(remove);
  return [...selection.filter((each) => !removed.has(each)), choice, ...add];
}
