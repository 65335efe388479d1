/**
 * The rule `optimal`: relaxation, bound, core, proof by exhaustion of what is open.
 *
 * The core method follows section 4 of the measurements this engine was built on: the relaxation settles nearly all
 * applications; a small core is searched with whole choices; each better outcome settles more. "Exhausted" rests on
 * the solver's floating point and is never published as a proof; the published proof is the bound of the multipliers.
 */
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { type Bound, boundOf, type IntegerMultipliers, publishMultipliers, roundedBound } from "./bound.js";
import { conflictOfRelaxation, conflictOfSelections } from "./conflict.js";
import { searchCore } from "./core.js";
import type { Finding, Phase, Progress } from "./finding.js";
import { Incumbent } from "./incumbent.js";
import { polish } from "./polish.js";
import { judge, openApplications, type Verdict } from "./regret.js";
import { relax, withZero } from "./relaxation.js";
import { rankingStart, roundedStart } from "./start.js";
import type { Timer } from "./timer.js";

/** What the search needs of its caller. */
export interface SearchContext {
  readonly solver: Solver;
  readonly timer: Timer;
  readonly onProgress?: (progress: Progress) => void;
  /** Lets other work of the thread run and throws when the search was aborted. */
  readonly breathe: () => Promise<void>;
}

/** Up to this many choices one integer search is quicker than a core. */
const SMALL = 60;
const CORE_SIZES = [150, 300, 600, 1000, 2000];
/** Nodes a core may take before a larger one is tried; counted, not timed, so that a run repeats exactly. */
const CORE_NODES = 400;

/** Searches the best outcome of a problem until it is exhausted or time is up. */
export async function searchOptimum(problem: Problem, context: SearchContext): Promise<Finding> {
  return new OptimumSearch(problem, context).run();
}

class OptimumSearch {
  readonly #problem: Problem;
  readonly #context: SearchContext;
  readonly #incumbent: Incumbent;
  #root: Multipliers | null = null;
  #bound: number | null = null;

  constructor(problem: Problem, context: SearchContext) {
    this.#problem = problem;
    this.#context = context;
    this.#incumbent = new Incumbent(problem);
  }

  async run(): Promise<Finding> {
    const { solver, timer } = this.#context;
    this.#report("relaxation");
    await this.#context.breathe();
    const relaxation = relax(solver, this.#problem, timer.left());
    timer.spend(relaxation.seconds);
    if (relaxation.ending === "infeasible") {
      this.#report("conflict");
      await this.#context.breathe();
      const infeasible = conflictOfRelaxation(solver, this.#problem, timer);
      if (infeasible !== null) return { ...this.#finding(), infeasible };
    }
    this.#offer(rankingStart(this.#problem), "start");
    if (relaxation.multipliers === null) return this.#searchAll();
    const multipliers = polish(
      this.#problem,
      withZero(this.#problem, relaxation.multipliers),
      relaxation.value,
    );
    const bound = this.#setRoot(multipliers);
    const verdict = judge(this.#problem, multipliers, bound, relaxation.parts);
    this.#offer(roundedStart(this.#problem, verdict, relaxation.parts), "start");
    this.#report("start");
    if (this.#isClosed()) return this.#finding();
    return this.#problem.choices.length <= SMALL ? this.#searchAll() : this.#searchCores(verdict);
  }

  #setRoot(multipliers: IntegerMultipliers): Bound {
    const bound = boundOf(this.#problem, multipliers);
    this.#root = publishMultipliers(this.#problem, multipliers, bound.total);
    this.#bound = roundedBound(this.#problem, bound.total, multipliers.denominator);
    return bound;
  }

  async #searchCores(verdict: Verdict): Promise<Finding> {
    const { timer } = this.#context;
    let size = 0;
    for (;;) {
      const open = openApplications(this.#problem, verdict, this.#incumbent.score);
      if (open.length === 0) return this.#finding();
      const last = open.length <= size;
      if (timer.left() <= 0) return this.#finding();
      const split = open.filter((i) => verdict.regret[i] === 0).length;
      const next = CORE_SIZES.find((wanted) => wanted > size && wanted >= split) ?? open.length;
      // What is open when the sizes run out, or is about as small as the next core, is searched to the end.
      size = last || next * 1.25 >= open.length ? open.length : next;
      const whole = size >= open.length;
      await this.#context.breathe();
      const free = open.slice(0, size).sort((a, b) => a - b);
      const isFree = new Set(free);
      const fixed = [...verdict.given].filter((choice, i) => choice >= 0 && !isFree.has(i));
      const before = this.#incumbent.score;
      const ending = this.#searchPart(
        free,
        fixed,
        whole ? {} : { nodes: CORE_NODES },
        whole ? "open" : "core",
      );
      if (this.#isClosed()) return this.#finding();
      // A whole search that ended without a limit leaves nothing open, unless there is no outcome at all yet.
      if (whole && ending !== "limit") {
        if (this.#incumbent.selection !== null) return this.#finding();
        return this.#searchAll();
      }
      if (whole && this.#incumbent.score <= before) return this.#finding();
    }
  }

  /** One integer search over everything; for small problems and where the relaxation gives nothing to go by. */
  async #searchAll(): Promise<Finding> {
    const { timer } = this.#context;
    await this.#context.breathe();
    if (timer.left() <= 0) return this.#finding();
    const free = this.#problem.round.applications.map((_, i) => i);
    const ending = this.#searchPart(free, [], {}, "open");
    if (ending !== "infeasible" || this.#incumbent.selection !== null) return this.#finding();
    this.#report("conflict");
    await this.#context.breathe();
    const conflict = conflictOfSelections(this.#context.solver, this.#problem, timer);
    return { ...this.#finding(), infeasible: { conflict, ray: null } };
  }

  #searchPart(
    free: readonly number[],
    fixed: readonly number[],
    limits: { readonly nodes?: number },
    phase: Phase,
  ): "optimal" | "infeasible" | "limit" {
    const { solver, timer } = this.#context;
    const step = Math.max(1, this.#problem.divisor);
    const least = this.#incumbent.selection === null ? {} : { least: this.#incumbent.score + step };
    const result = searchCore(
      solver,
      this.#problem,
      { free, fixed, ...least },
      { seconds: timer.left(), ...limits },
      (selection) => this.#offer(selection, phase),
    );
    timer.spend(result.seconds);
    if (result.selection !== null) this.#offer(result.selection, phase);
    return result.ending;
  }

  #offer(selection: readonly number[], phase: Phase): void {
    if (this.#incumbent.offer(selection)) this.#report(phase);
  }

  /** Whether the published bound already meets the best outcome. */
  #isClosed(): boolean {
    return this.#bound !== null && this.#incumbent.score >= this.#bound;
  }

  #report(phase: Phase): void {
    const objective = this.#incumbent.selection === null ? null : this.#incumbent.score;
    this.#context.onProgress?.({ phase, objective, bound: this.#bound, finding: this.#finding() });
  }

  #finding(): Finding {
    return { incumbent: this.#incumbent.awarded, root: this.#root, infeasible: null };
  }
}
