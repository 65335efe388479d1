/**
 * The rule `optimal`: relaxation, bound, cores for good outcomes, and the exact search with its tree for the proof.
 *
 * The relaxation settles nearly all applications; in a small core of the rest a solver finds good outcomes quickly, and
 * each better outcome settles more. What the solver says about "nothing better" rests on floating point and is never
 * published; the published proof is the bound of the multipliers, or the tree of the exact search.
 */
import type { TreeCertificate } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { type Bound, boundOf, type IntegerMultipliers, publishMultipliers, roundedBound } from "./bound.js";
import { conflictOfRelaxation, conflictOfRow, conflictOfSelections } from "./conflict.js";
import { searchCore } from "./core.js";
import type { Finding, Phase, Progress } from "./finding.js";
import { Incumbent } from "./incumbent.js";
import { polish } from "./polish.js";
import { prove, proveConflict, rowsOfTree } from "./prove.js";
import { judge, openApplications, type Verdict } from "./regret.js";
import { relax, withZero, zeroMultipliers } from "./relaxation.js";
import type { IntegerLimits } from "./solve.js";
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

/** Up to this many choices the exact search mostly finishes by itself; in larger rounds the solver helps it to good outcomes. */
const SMALL = 5_000;
/** Part of the time for the first of the two searches; the second may take all that is left. */
const FIRST_PART = 0.6;
/** Part of the time for a first exact search of a large round: where few limits bind, it is done within seconds. */
const QUICK_PART = 0.25;
const CORE_SIZES = [150, 300, 600, 1000, 2000];
/** Nodes a core may take before a larger one is tried; counted, not timed, so that a run repeats exactly. */
const CORE_NODES = 400;
/** Seconds between two reports of the exact search. */
const REPORT_SECONDS = 0.25;

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
  #tree: TreeCertificate | null = null;
  /** Seconds that were left at the last report of the exact search. */
  #told = Number.POSITIVE_INFINITY;

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
      if (infeasible !== null) return { ...this.#finding(), infeasible: { ...infeasible, tree: null } };
    }
    this.#offer([], "start");
    this.#offer(rankingStart(this.#problem), "start");
    if (relaxation.multipliers === null) return this.#withoutRelaxation();
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
    const second = timer.left() * (1 - FIRST_PART);
    if (this.#problem.choices.length <= SMALL)
      return (await this.#prove(second)) ?? this.#searchCores(verdict, 0, true);
    const settled = await this.#prove(timer.left() * (1 - QUICK_PART));
    if (settled !== null) return settled;
    await this.#searchCores(verdict, second, false);
    if (this.#isClosed()) return this.#finding();
    return (await this.#prove(0)) ?? this.#finding();
  }

  /** The relaxation was not solved, or there is nothing to relax: the exact search does without. */
  async #withoutRelaxation(): Promise<Finding> {
    const infeasible = conflictOfRow(this.#problem, this.#context.timer);
    if (infeasible !== null) return { ...this.#finding(), infeasible: { ...infeasible, tree: null } };
    this.#setRoot(zeroMultipliers(this.#problem));
    this.#report("start");
    if (this.#isClosed()) return this.#finding();
    return (await this.#prove(0)) ?? this.#searchAll();
  }

  /** The exact search. Null when it was stopped before it was done; what it proved until then is kept. */
  async #prove(leave: number): Promise<Finding | null> {
    const { timer } = this.#context;
    if (timer.left() <= leave) return null;
    await this.#context.breathe();
    const solved = prove(this.#problem, {
      timer,
      leave,
      start: this.#incumbent.selection,
      onProgress: (objective, bound) => this.#reportSearch(objective, bound),
    });
    if (solved.status === "infeasible") return this.#proveInfeasible(solved.certificate);
    if (solved.columns !== null) this.#offer([...solved.columns], "open");
    if (solved.bound !== null && solved.bound < (this.#bound ?? Number.POSITIVE_INFINITY)) {
      this.#bound = solved.bound;
      this.#tree = solved.certificate;
      this.#report("open");
    }
    return solved.status === "optimal" ? this.#finding() : null;
  }

  /** A small conflict with a tree of its own; where that fails, the rows of the tree that is there. */
  async #proveInfeasible(certificate: TreeCertificate): Promise<Finding> {
    const { solver, timer } = this.#context;
    this.#report("conflict");
    await this.#context.breathe();
    const { rows } = this.#problem;
    const small = conflictOfSelections(solver, this.#problem, timer);
    const names = new Set(small);
    const chosen = new Set([...rows.keys()].filter((row) => names.has(rows[row]!.id)));
    const tree = proveConflict(this.#problem, chosen, timer);
    const conflict = tree === null ? rowsOfTree(certificate, rows.length).map((row) => rows[row]!.id) : small;
    return { ...this.#finding(), infeasible: { conflict, ray: null, tree: tree ?? certificate } };
  }

  #setRoot(multipliers: IntegerMultipliers): Bound {
    const bound = boundOf(this.#problem, multipliers);
    this.#root = publishMultipliers(this.#problem, multipliers, bound.total);
    this.#bound = roundedBound(this.#problem, bound.total, multipliers.denominator);
    return bound;
  }

  /**
   * Searches cores of growing size with the solver.
   *
   * @param leave seconds of the timer that must be left when it stops
   * @param toTheEnd whether what is open is at last searched without a limit of nodes
   */
  async #searchCores(verdict: Verdict, leave: number, toTheEnd: boolean): Promise<Finding> {
    const left = () => Math.max(0, this.#context.timer.left() - leave);
    let size = 0;
    for (;;) {
      const open = openApplications(this.#problem, verdict, this.#incumbent.score);
      if (open.length === 0) return this.#finding();
      const last = open.length <= size;
      if (left() <= 0) return this.#finding();
      const split = open.filter((i) => verdict.regret[i] === 0).length;
      const next = CORE_SIZES.find((wanted) => wanted > size && wanted >= split) ?? open.length;
      // What is open when the sizes run out, or is about as small as the next core, is searched to the end.
      size = last || next * 1.25 >= open.length ? open.length : next;
      const whole = size >= open.length;
      if (whole && !toTheEnd && this.#incumbent.selection !== null) return this.#finding();
      await this.#context.breathe();
      const free = open.slice(0, size).sort((a, b) => a - b);
      const isFree = new Set(free);
      const fixed = [...verdict.given].filter((choice, i) => choice >= 0 && !isFree.has(i));
      const before = this.#incumbent.score;
      const ending = this.#searchPart(
        free,
        fixed,
        whole ? { seconds: left() } : { seconds: left(), nodes: CORE_NODES },
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
    const ending = this.#searchPart(free, [], { seconds: timer.left() }, "open");
    if (ending !== "infeasible" || this.#incumbent.selection !== null) return this.#finding();
    this.#report("conflict");
    await this.#context.breathe();
    const conflict = conflictOfSelections(this.#context.solver, this.#problem, timer);
    return { ...this.#finding(), infeasible: { conflict, ray: null, tree: null } };
  }

  #searchPart(
    free: readonly number[],
    fixed: readonly number[],
    limits: IntegerLimits,
    phase: Phase,
  ): "optimal" | "infeasible" | "limit" {
    const { solver, timer } = this.#context;
    const step = Math.max(1, this.#problem.divisor);
    const least = this.#incumbent.selection === null ? {} : { least: this.#incumbent.score + step };
    const result = searchCore(solver, this.#problem, { free, fixed, ...least }, limits, (selection) =>
      this.#offer(selection, phase),
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

  /** Tells how far the exact search is, a few times a second at most when there is a clock. */
  #reportSearch(objective: number | null, bound: number): void {
    const left = this.#context.timer.left();
    if (this.#told - left < REPORT_SECONDS) return;
    this.#told = left;
    const lowest = Math.min(bound, this.#bound ?? bound);
    this.#context.onProgress?.({ phase: "open", objective, bound: lowest, finding: this.#finding() });
  }

  #finding(): Finding {
    return {
      incumbent: this.#incumbent.awarded,
      root: this.#root,
      tree: this.#tree,
      infeasible: null,
    };
  }
}
