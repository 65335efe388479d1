/**
 * At what lower cost an unfunded application would have been funded: bisection over whole euros, the round decided
 * again at each with the application forced in. The two scenarios that enclose the answer are its proof.
 *
 * A lower cost only helps where it loosens rows. In a row in which the application's amount counts against it when it
 * gets smaller, such as a minimum share of its group, it can hurt: what holds for one amount then need not hold for
 * lower ones, and the subject names those rows.
 */
import type { Edit, Scenario, ScenarioProof, Subject } from "../model/explanation.js";
import type { Amounts } from "../model/round.js";
import { brokenRows, isFeasible, scoreOf, sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { redecide, scenarioWith, selectionWorth } from "../scenario/decide.js";
import { editedProblem } from "../scenario/edit.js";
import type { Published } from "../scenario/published.js";
import { rowsOfProof } from "../scenario/transfer.js";
import { witnessesOf } from "./points.js";

/** Amounts in cents are asked in whole units of a hundred; others one by one. */
const CENTS = /^[A-Z]{3}-cent$/;

/** The bisection may take this many times the effort of one scenario; what it leaves open is a wider interval. */
const BISECTION_PART = 5;

/** Where a first cost that is low enough is looked for where a lower cost can hurt, as parts of what is asked. */
const PROBES = [0, 1 / 2, 1 / 4, 3 / 4] as const;

/**
 * The scenarios that enclose the highest cost at which an application is in every best outcome: that cost, and the
 * lowest above it that is known to be too much. One scenario, at zero, when no cost is low enough; none when the
 * application has no full award, asks nothing, or nothing could be settled within the effort.
 *
 * @param nodes effort per scenario, in nodes of the search tree
 */
export function costScenarios(published: Published, application: string, nodes: number): readonly Scenario[] {
  const asking = published.round.applications.find(({ id }) => id === application);
  if (asking?.score === undefined || asking.amounts === undefined) return [];
  const total = totalOf(asking.amounts);
  if (total === 0) return [];
  const search = new CostSearch(published, application, asking.amounts, nodes);
  const step = CENTS.test(published.round.unit) ? 100 : 1;
  const steps = Math.ceil(total / step);
  const probes = search.against.length === 0 ? [0] : PROBES;
  const first = probes.map((part) => Math.floor(part * steps)).find((probe) => search.wins(probe * step));
  if (first === undefined) return search.scenarios([0]);
  // At what it asks it does not win: the published outcome is the best there is, as far as its proof says.
  let [low, high, lost] = [first, steps, steps];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    const wins = search.wins(middle * step);
    if (wins === true) low = middle;
    else high = middle;
    if (wins === false) lost = middle;
  }
  return search.scenarios([low * step, Math.min(total, lost * step)]);
}

/** Decides the round at one total after another, and keeps what it learns for the next. */
class CostSearch {
  /** Rows in which a lower cost counts against the application. */
  readonly against: readonly string[];
  readonly #published: Published;
  readonly #application: string;
  readonly #amounts: Amounts;
  readonly #nodes: number;
  /** Nodes that the bisection may still take. */
  #left: number;
  /** Selections with the application that were allowed at some total; most are at lower ones as well. */
  readonly #known: (readonly number[])[];

  constructor(published: Published, application: string, amounts: Amounts, nodes: number) {
    this.#published = published;
    this.#application = application;
    this.#amounts = amounts;
    this.#nodes = nodes;
    this.#left = BISECTION_PART * nodes;
    this.#known = [...witnessesOf(published, application)];
    this.against = rowsAgainst(published, application);
  }

  /** Whether the application is in every best outcome at this total; null when the effort left it open. */
  wins(at: number): boolean | null {
    const problem = editedProblem(this.#published.round, this.#edits(at));
    const { objective } = this.#published;
    if (this.#known.some((known) => scoreOf(problem, known) > objective && isFeasible(problem, known)))
      return true;
    const limit = Math.min(this.#nodes, this.#left);
    if (limit <= 0) return null;
    const reached = selectionWorth(problem, objective + Math.max(1, problem.divisor), limit);
    this.#left -= reached.nodes;
    if (reached.selection === null || reached.selection === false) return reached.selection;
    this.#known.push(reached.selection);
    return true;
  }

  /** The scenarios at these totals, those left out that could not be settled. */
  scenarios(totals: readonly number[]): readonly Scenario[] {
    return totals.flatMap((at): readonly Scenario[] => {
      const edits = this.#edits(at);
      const problem = editedProblem(this.#published.round, edits);
      const decided = redecide(problem, { nodes: this.#nodes, starts: this.#known });
      if (decided === null) return [];
      const wins = decided.objective !== null && decided.objective > this.#published.objective;
      const hurts = wins
        ? this.#brokenAtNothing(decided.selection ?? [])
        : this.#usedBy(problem, decided.proof);
      const subject: Subject = {
        application: this.#application,
        question: "cost",
        at,
        ...(hurts.length === 0 ? {} : { against: hurts }),
      };
      return [{ subject, ...scenarioWith(this.#published, problem, edits, decided) }];
    });
  }

  /** Of rows in which a lower cost counts against the application, those that a selection needs some of its cost for. */
  #brokenAtNothing(selection: readonly number[]): readonly string[] {
    if (this.against.length === 0) return [];
    const problem = editedProblem(this.#published.round, this.#edits(0));
    const broken = new Set(
      brokenRows(problem, sumsOf(problem, selection)).map((row) => problem.rows[row]!.id),
    );
    return this.against.filter((row) => broken.has(row));
  }

  /** Of the same rows, those on which a proof rests: without them it excludes higher costs as well. */
  #usedBy(problem: Problem, proof: ScenarioProof): readonly string[] {
    if (this.against.length === 0) return [];
    const used = rowsOfProof(problem, proof);
    return this.against.filter((row) => used.has(row));
  }

  #edits(at: number): readonly Edit[] {
    const application = this.#application;
    const amounts = amountsAt(this.#amounts, at);
    return [
      { edit: "amounts", application, amounts },
      { edit: "award", application },
    ];
  }
}

/** Amounts in the same proportion that add up to a total, each rounded down; those of zero left out. */
export function amountsAt(amounts: Amounts, at: number): Amounts {
  const total = BigInt(totalOf(amounts));
  return Object.fromEntries(
    Object.entries(amounts)
      .map(([budget, amount]) => [budget, Number((BigInt(amount) * BigInt(at)) / total)] as const)
      .filter(([, amount]) => amount > 0),
  );
}

/** The rows in which the coefficient of an application's full award is below zero and comes from its amounts. */
function rowsAgainst({ round, problem, choiceOf }: Published, application: string): readonly string[] {
  const choice = choiceOf(application, null);
  const free = editedProblem(round, [{ edit: "amounts", application, amounts: {} }]);
  const withAmounts = coefficientsOf(problem, choice);
  const without = coefficientsOf(free, choice);
  return problem.rows.flatMap(({ id }, row) => {
    const coefficient = withAmounts.get(row) ?? 0n;
    return coefficient < 0n && coefficient !== (without.get(row) ?? 0n) ? [id] : [];
  });
}

/** Per row a choice's coefficient; rows where it is zero may be absent. */
function coefficientsOf(
  { rows, columns, rowsOfVector }: Problem,
  choice: number,
): ReadonlyMap<number, bigint> {
  const coefficients = new Map<number, bigint>();
  for (let k = columns.starts[choice]!; k < columns.starts[choice + 1]!; k += 1) {
    const vector = columns.vectors[k]!;
    for (const row of rowsOfVector[vector]!)
      for (const term of rows[row]!.terms)
        if (term.vector === vector)
          coefficients.set(row, (coefficients.get(row) ?? 0n) + term.weight * BigInt(columns.values[k]!));
  }
  return coefficients;
}

function totalOf(amounts: Amounts): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
