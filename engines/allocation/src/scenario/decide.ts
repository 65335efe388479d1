/** Decides an edited round: the same exact search as for the round itself, with an effort that is counted, not timed. */
import { type SolveOptions, solve } from "../exact/index.js";
import type { Edit, Scenario, ScenarioProof } from "../model/explanation.js";
import { chosenOf, programOf } from "../optimum/program.js";
import { boundedProof } from "../optimum/proven-bound.js";
import { publishedRoot } from "../optimum/published-root.js";
import { isFeasible, scoreOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { editedProblem } from "./edit.js";
import { differenceFrom, type Published } from "./published.js";

/** What became of an edited round. */
export interface Redecided {
  /** The best selection found, ascending; null when there is none. */
  readonly selection: readonly number[] | null;
  readonly objective: number | null;
  readonly proof: ScenarioProof;
}

/** How an edited round is searched. */
export interface Search {
  /** Nodes of the search tree after which it stops; the same on every machine. */
  readonly nodes: number;
  /** Selections to begin with; those the edited round does not allow are passed over. */
  readonly starts: readonly (readonly number[])[];
}

/** The best outcome of an edited round; null when the effort was spent before any was found or excluded. */
export function redecide(problem: Problem, { nodes, starts }: Search): Redecided | null {
  const start = bestOf(problem, starts);
  const solved = solve(programOf(problem), {
    ...limitedTo(nodes),
    ...(start === null ? {} : { start: chosenOf(problem, start) }),
  });
  const { certificate: tree, columns, value, root } = solved;
  if (solved.status === "infeasible")
    return { selection: null, objective: null, proof: { level: "A", bound: null, gap: null, tree } };
  if (columns === null || value === null) return null;
  const proof = boundedProof(problem, value, publishedRoot(problem, root), tree);
  return { selection: [...columns], objective: value, proof };
}

/** Whether an edited round has a selection worth something, and what finding out took. */
export interface Reached {
  /** A selection; false when there is none, null when the effort was spent before that was known. */
  readonly selection: readonly number[] | false | null;
  readonly nodes: number;
}

/**
 * A selection of an edited round that is worth at least `target`.
 *
 * @param target a multiple of what all scores are multiples of
 */
export function selectionWorth(problem: Problem, target: number, nodes: number): Reached {
  const solved = solve(programOf(problem), { ...limitedTo(nodes), target, enough: true });
  const { status, columns } = solved;
  const none = status === "none" || status === "infeasible";
  return { selection: none ? false : columns === null ? null : [...columns], nodes: solved.nodes };
}

/** Stops a search by its nodes, those included with which it looks for good solutions. */
function limitedTo(nodes: number): Pick<SolveOptions, "nodeLimit" | "onProgress"> {
  return { nodeLimit: nodes, onProgress: (progress) => progress.nodes < nodes };
}

/** A scenario without what it is for. */
export type Redecision = Pick<Scenario, "edits" | "outcome" | "proof">;

/** A published round with edits, decided again; null when the effort was spent before anything was known. */
export function scenarioOf(published: Published, edits: readonly Edit[], search: Search): Redecision | null {
  const problem = editedProblem(published.round, edits);
  const decided = redecide(problem, search);
  return decided === null ? null : scenarioWith(published, problem, edits, decided);
}

/** A scenario from what an edited round came to. */
export function scenarioWith(
  published: Published,
  problem: Problem,
  edits: readonly Edit[],
  { selection, objective, proof }: Redecided,
): Redecision {
  if (selection === null || objective === null) return { edits, outcome: { status: "infeasible" }, proof };
  const spent = selection.reduce((sum, choice) => sum + problem.choices[choice]!.total, 0);
  const difference = differenceFrom(published, selection);
  return { edits, outcome: { status: "decided", objective, spent, ...difference }, proof };
}

/** The allowed start with the highest score. */
function bestOf(problem: Problem, starts: readonly (readonly number[])[]): readonly number[] | null {
  let best: readonly number[] | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    if (!isFeasible(problem, start)) continue;
    const score = scoreOf(problem, start);
    if (score > most) [best, most] = [start, score];
  }
  return best;
}
