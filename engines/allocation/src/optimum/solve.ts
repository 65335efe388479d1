/**
 * Runs the solver on a program; the only place where its options and status codes are known.
 *
 * The solver only helps: it may refuse a model, or fail on one, and then the answer is an ending that allows no
 * conclusion.
 */
import type { Solver } from "../solver/load.js";
import type { Program } from "./program.js";

/** How a run ended. `limit`: a time or node limit, or a status that allows no conclusion. */
export type Ending = "optimal" | "infeasible" | "limit";

/** Primal and dual values of a relaxation. */
export interface RelaxedSolution {
  readonly ending: Ending;
  readonly objective: number;
  /** Per column of the program. */
  readonly values: Float64Array;
  /** Per row of the program; positive where an upper side binds. */
  readonly duals: Float64Array;
  readonly seconds: number;
}

/** The best selection a run found; null without one. */
export interface IntegerSolution {
  readonly ending: Ending;
  /** Choices of the problem. */
  readonly taken: readonly number[] | null;
  readonly seconds: number;
}

const STATUS: Readonly<Record<number, Ending>> = { 7: "optimal", 8: "infeasible" };
const MIP_IMPROVING_SOLUTION = 4;

const UNSOLVED: RelaxedSolution = {
  ending: "limit",
  objective: Number.NaN,
  values: new Float64Array(),
  duals: new Float64Array(),
  seconds: 0,
};

/** Solves a relaxation. Presolve off: it made this kind of model slower. */
export function solveRelaxed(solver: Solver, program: Program, seconds: number): RelaxedSolution {
  if (program.columns.length === 0) return UNSOLVED;
  return orElse(UNSOLVED, () => runRelaxed(solver, program, seconds));
}

function runRelaxed(solver: Solver, program: Program, seconds: number): RelaxedSolution {
  return solver.withModel(program.model, (model) => {
    model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      time_limit: seconds,
      dual_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    let { modelStatus } = model.run();
    if (STATUS[modelStatus] === undefined && model.getRunTime() < seconds) {
      // An unclassified ending is mostly the tighter tolerance; the defaults settle it.
      model.clearSolver();
      model.options.set({ dual_feasibility_tolerance: 1e-7, primal_feasibility_tolerance: 1e-7 });
      modelStatus = model.run().modelStatus;
    }
    const ending = STATUS[modelStatus] ?? "limit";
    const solution = model.getSolution();
    return {
      ending,
      objective: ending === "optimal" ? model.getObjectiveValue() : Number.NaN,
      values: solution.colValue,
      duals: solution.rowDual,
      seconds: model.getRunTime(),
    };
  });
}

/** Limits of one integer run. */
export interface IntegerLimits {
  readonly seconds: number;
  /** Nodes of the search tree; a limit that does not depend on the machine. */
  readonly nodes?: number;
}

/**
 * Solves a program over whole choices.
 *
 * @param onImproved is given each better selection as the solver finds it
 */
export function solveInteger(
  solver: Solver,
  program: Program,
  limits: IntegerLimits,
  onImproved?: (taken: readonly number[]) => void,
): IntegerSolution {
  if (program.columns.length === 0) return { ending: "optimal", taken: [], seconds: 0 };
  const listener = guarded(onImproved);
  const unsolved: IntegerSolution = { ending: "limit", taken: null, seconds: 0 };
  const solution = orElse(unsolved, () => runInteger(solver, program, limits, listener.call));
  listener.rethrow();
  return solution;
}

function runInteger(
  solver: Solver,
  program: Program,
  limits: IntegerLimits,
  onImproved: (taken: readonly number[]) => void,
): IntegerSolution {
  const chosen = (values: Float64Array) => program.columns.filter((_, column) => values[column]! > 0.5);
  return solver.withModel(program.model, (model) => {
    model.options.set({
      output_flag: false,
      time_limit: limits.seconds,
      mip_rel_gap: 0,
      // Objectives are multiples of a step, so less than one step is nothing.
      mip_abs_gap: 0.999 * program.step,
      mip_feasibility_tolerance: 1e-9,
      // Restarts throw away what a core of this size has learnt; without them proofs came two to three times sooner.
      mip_allow_restart: false,
      ...(limits.nodes === undefined ? {} : { mip_max_nodes: limits.nodes }),
    });
    const { modelStatus } = model.run({
      [MIP_IMPROVING_SOLUTION]: ({ data }) => {
        if (data.mip_solution !== undefined) onImproved(chosen(data.mip_solution));
        return undefined;
      },
    });
    const found = Number(model.info.get("primal_solution_status")) === 2;
    return {
      ending: STATUS[modelStatus] ?? "limit",
      taken: found ? chosen(model.getSolution().colValue) : null,
      seconds: model.getRunTime(),
    };
  });
}

/** What a run gives, or `fallback` when the solver throws: it refused the model, or broke off in the middle. */
function orElse<Result>(fallback: Result, run: () => Result): Result {
  try {
    return run();
  } catch {
    return fallback;
  }
}

/** Keeps an error of the caller's own listener apart from those of the solver, through which it would pass. */
function guarded<Value>(listener: ((value: Value) => void) | undefined) {
  let failure: { readonly error: unknown } | null = null;
  return {
    call(value: Value): void {
      if (failure !== null) return;
      try {
        listener?.(value);
      } catch (error) {
        failure = { error };
      }
    },
    rethrow(): void {
      if (failure !== null) throw failure.error;
    },
  };
}
