/** The rule `optimal`: the exact search from its first bound to its proof, reported as it goes. */
import type { ScaledVector, TreeCertificate } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { selectionOf, walk } from "../ranking/walk.js";
import { conflictOf } from "./conflict.js";
import type { Finding, Phase, Progress } from "./finding.js";
import { Incumbent } from "./incumbent.js";
import { prove } from "./prove.js";
import { boundAtRoot } from "./proven-bound.js";
import { publishedRoot, zeroRoot } from "./published-root.js";
import type { Timer } from "./timer.js";

/** What the search needs of its caller. */
export interface SearchContext {
  readonly timer: Timer;
  readonly onProgress?: (progress: Progress) => void;
  /** Lets other work of the thread run and throws when the search was aborted. */
  readonly breathe: () => Promise<void>;
}

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
  #infeasible: Finding["infeasible"] = null;
  /** Seconds that were left at the last report of the exact search. */
  #told = Number.POSITIVE_INFINITY;

  constructor(problem: Problem, context: SearchContext) {
    this.#problem = problem;
    this.#context = context;
    this.#incumbent = new Incumbent(problem);
  }

  async run(): Promise<Finding> {
    const { timer, breathe } = this.#context;
    const problem = this.#problem;
    this.#report("bound");
    await breathe();
    this.#offer([]);
    this.#offer(selectionOf(walk(problem)));
    if (timer.left() <= 0) {
      this.#root = zeroRoot(problem);
      return this.#finding();
    }
    const solved = prove(problem, {
      timer,
      start: this.#incumbent.selection,
      onRoot: (root) => this.#setRoot(root),
      onSolution: (selection) => this.#offer(selection),
      onProgress: (objective, bound) => this.#reportNowAndThen(objective, bound),
    });
    if (solved.status === "infeasible") {
      this.#report("conflict");
      await breathe();
      this.#infeasible = conflictOf(problem, solved, timer);
    } else if (solved.bound !== null && solved.bound < (this.#bound ?? Number.POSITIVE_INFINITY)) {
      this.#bound = solved.bound;
      this.#tree = solved.certificate;
    }
    this.#report("search");
    return this.#finding();
  }

  #setRoot(root: ScaledVector): void {
    if (root.ray === true) return;
    this.#root = publishedRoot(this.#problem, root);
    this.#bound = boundAtRoot(this.#problem, this.#root);
    this.#report("bound");
  }

  #offer(selection: readonly number[]): void {
    if (this.#incumbent.offer(selection)) this.#report("search");
  }

  #report(phase: Phase): void {
    const objective = this.#incumbent.selection === null ? null : this.#incumbent.score;
    this.#context.onProgress?.({ phase, objective, bound: this.#bound, finding: this.#finding() });
  }

  /** Tells how far the exact search is, a few times a second at most when there is a clock. */
  #reportNowAndThen(objective: number | null, bound: number): void {
    const left = this.#context.timer.left();
    if (this.#told - left < REPORT_SECONDS) return;
    this.#told = left;
    const lowest = Math.min(bound, this.#bound ?? bound);
    this.#context.onProgress?.({ phase: "search", objective, bound: lowest, finding: this.#finding() });
  }

  #finding(): Finding {
    return {
      incumbent: this.#incumbent.awarded,
      root: this.#root,
      tree: this.#tree,
      infeasible: this.#infeasible,
    };
  }
}
