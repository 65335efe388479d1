/**
 * The announced tie-break among outcomes of the best score: fewest steps of money where the round announces that, then
 * the lot (docs/formats/decision.md, section Ties).
 */
import type { Ties } from "../../model/decision.js";
import type { Problem } from "../../problem/problem.js";
import { inWalkingOrder } from "../../ranking/order.js";
import { chosenOf, programOf } from "../program.js";
import { Effort } from "./effort.js";
import { type FewestSteps, fewestSteps } from "./fewest-steps.js";
import { lexicographicallyFirst } from "./lexicographic.js";
import { stepsBegun, withSpendingRow } from "./spending.js";

/** The outcome that the tie-break chooses, and how far that is proven. */
export interface TiesBroken {
  /** Choices, ascending. */
  readonly selection: readonly number[];
  readonly ties: Ties;
}

/** Nodes of the exact search for each of the two steps: a few seconds at the most. */
export const NODES_PER_STEP = 40_000;

/**
 * Chooses among all outcomes that are worth the best score.
 *
 * @param selection one of them; none is worth more
 * @param isOver says that the caller's time is up
 * @param nodes for each step
 */
export function breakTies(
  problem: Problem,
  selection: readonly number[],
  isOver: () => boolean,
  nodes = NODES_PER_STEP,
): TiesBroken {
  const target = selection.reduce((sum, choice) => sum + problem.choices[choice]!.score, 0);
  const start = chosenOf(problem, selection);
  const program = programOf(problem);
  const step = problem.round.tieBreak.money?.step;
  const money =
    step === undefined
      ? null
      : fewestSteps({ problem, program, step, target, start }, new Effort(nodes, isOver));
  const first = lexicographicallyFirst(
    {
      program: money === null ? program : withSpendingRow(problem, program, money.steps * step!),
      target,
      start: money?.chosen ?? start,
      order: choicesByLot(problem),
    },
    new Effort(nodes, isOver),
  );
  // Where the steps are not proven, the lot may come upon an outcome with fewer; then its tree compares too many.
  const steps = money === null ? 0 : stepsBegun(problem, first.chosen, step!);
  const isCompared = money === null || steps === money.steps;
  return {
    selection: [...first.chosen.keys()].filter((choice) => first.chosen[choice] !== 0),
    ties: {
      ...(money === null ? {} : { money: moneyOf(step!, steps, money) }),
      lot:
        first.certificate === null || !isCompared
          ? { proven: false }
          : { proven: true, tree: first.certificate },
    },
  };
}

function moneyOf(step: number, steps: number, { proven, tree }: FewestSteps): NonNullable<Ties["money"]> {
  return { step, steps, proven, ...(tree === null ? {} : { tree }) };
}

/** All choices: applications by lot, and those of one application in canonical order. */
function choicesByLot(problem: Problem): readonly number[] {
  const { blocks } = problem;
  return inWalkingOrder(problem, "lottery").flatMap(({ application }) =>
    Array.from(
      { length: blocks[application + 1]! - blocks[application]! },
      (_, k) => blocks[application]! + k,
    ),
  );
}
