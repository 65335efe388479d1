/**
 * Whether an application is awarded in all, some or none of the outcomes that are worth the objective, before the
 * tie-break; docs/formats/explanation.md, section Standing.
 *
 * The relaxation settles most applications. For each of the others a search looks for an outcome of the same worth that
 * decides it otherwise; what it finds is a witness, for several applications at once. At last one tree shows that no
 * outcome decides any of those otherwise for which nothing was found.
 */
import { ColumnStates } from "../exact/column-states.js";
import { solve, type TreeCertificate } from "../exact/index.js";
import { prepare } from "../exact/prepared.js";
import { granularity, type IntegerProgram } from "../exact/program.js";
import { reach } from "../exact/reach.js";
import { Root } from "../exact/root.js";
import type { Difference, Standing } from "../model/explanation.js";
import { programOfRows } from "../optimum/prove.js";
import { Effort } from "../optimum/ties/effort.js";
import { differenceFrom, type Published } from "../scenario/published.js";

/** Nodes for all searches together; some seconds. */
const NODES = 100_000;

/** Part of the effort that the searches for witnesses may take together, and one of them alone. */
const WITNESSES_PART = 0.5;
const WITNESS_NODES = 2_000;

/**
 * The standing of every application; null where the decision is not proven optimal.
 *
 * @param nodes effort in nodes of the exact search, the same on every machine. What it does not suffice for is unsettled
 */
export function standingOf(published: Published, nodes = NODES): Standing | null {
  return published.decision.proof.level === "A" ? new Settling(published, nodes).run() : null;
}

class Settling {
  readonly #published: Published;
  readonly #program: IntegerProgram;
  readonly #nodes: number;
  readonly #effort: Effort;
  /** Per application whether the outcome awards it. */
  readonly #isAwarded: readonly boolean[];
  /** Applications that a witness decides otherwise than the outcome. */
  readonly #some = new Set<number>();
  readonly #witnesses: Difference[] = [];

  constructor(published: Published, nodes: number) {
    this.#published = published;
    this.#program = programOfRows(published.problem);
    this.#nodes = nodes;
    this.#effort = new Effort(nodes);
    this.#isAwarded = this.#awardedIn(published.selection);
  }

  run(): Standing {
    const { settled, likely } = this.#findWitnesses();
    const { proven, tree } = this.#prove(settled, likely);
    const isProven = new Set(proven);
    const ids = (isListed: (application: number) => boolean) =>
      this.#published.round.applications.flatMap(({ id }, application) =>
        isListed(application) ? [id] : [],
      );
    return {
      all: ids((application) => isProven.has(application) && this.#isAwarded[application]!),
      some: ids((application) => this.#some.has(application)),
      none: ids((application) => isProven.has(application) && !this.#isAwarded[application]!),
      unsettled: ids((application) => !isProven.has(application) && !this.#some.has(application)),
      ...(tree === null ? {} : { tree }),
      witnesses: this.#witnesses,
    };
  }

  /**
   * Looks for witnesses, application by application.
   *
   * @returns applications that the relaxation settles, and those for which a search came to its end without a witness,
   *   the shortest search first
   */
  #findWitnesses(): { readonly settled: readonly number[]; readonly likely: readonly number[] } {
    const { objective: target, problem } = this.#published;
    const unit = granularity(this.#program);
    const prepared = prepare(this.#program);
    const states = new ColumnStates(prepared);
    const open = new Root(prepared, unit).openStates(target);
    const effort = new Effort(WITNESSES_PART * this.#nodes);
    const settled: number[] = [];
    const likely: { readonly application: number; readonly nodes: number }[] = [];
    for (const application of problem.round.applications.keys()) {
      const columns = this.#choicesOf(application);
      if (states.isSettled(open, columns)) settled.push(application);
      else if (!this.#some.has(application)) {
        const { found, isDone, search } = reach({
          prepared,
          open: states.with(open, columns, this.#isAwarded[application]! ? 0 : 1),
          granularity: unit,
          target,
          nodeLimit: Math.min(WITNESS_NODES, effort.left),
        });
        effort.spend(search.nodes);
        if (found !== null) this.#addWitness([...found.keys()].filter((choice) => found[choice] !== 0));
        else if (isDone) likely.push({ application, nodes: search.nodes });
      }
    }
    this.#effort.spend(WITNESSES_PART * this.#nodes - effort.left);
    likely.sort((a, b) => a.nodes - b.nodes || a.application - b.application);
    return { settled, likely: likely.map(({ application }) => application) };
  }

  /** Proves that no outcome decides these applications otherwise; where the effort ends, only part of them. */
  #prove(
    settled: readonly number[],
    likely: readonly number[],
  ): { readonly proven: readonly number[]; readonly tree: TreeCertificate | null } {
    for (let wanted = likely; ; wanted = wanted.slice(0, Math.floor(wanted.length / 2))) {
      const proven = [...settled, ...wanted];
      if (proven.length === 0) return { proven, tree: null };
      const nodeLimit = wanted.length === 0 ? Number.POSITIVE_INFINITY : Math.ceil(this.#effort.left / 2);
      const solved = solve(this.#contradicting(proven), {
        target: this.#published.objective,
        enough: true,
        cuts: "auto",
        nodeLimit,
      });
      this.#effort.spend(solved.nodes);
      if (solved.status === "none") return { proven, tree: solved.certificate };
    }
  }

  /** The program with a row that holds exactly for the selections that decide one of the applications otherwise. */
  #contradicting(applications: readonly number[]): IntegerProgram {
    const entries = applications
      .flatMap((application) =>
        this.#choicesOf(application).map((choice) => ({
          choice,
          value: this.#isAwarded[application]! ? 1 : -1,
        })),
      )
      .sort((a, b) => a.choice - b.choice);
    const row = {
      indices: Int32Array.from(entries, ({ choice }) => choice),
      coefficients: Float64Array.from(entries, ({ value }) => value),
      rhs: BigInt(applications.filter((application) => this.#isAwarded[application]!).length - 1),
    };
    return { ...this.#program, rows: [...this.#program.rows, row] };
  }

  #addWitness(selection: readonly number[]): void {
    this.#witnesses.push(differenceFrom(this.#published, selection));
    this.#awardedIn(selection).forEach((isAwarded, application) => {
      if (isAwarded !== this.#isAwarded[application]) this.#some.add(application);
    });
  }

  #awardedIn(selection: readonly number[]): boolean[] {
    const { choices, round } = this.#published.problem;
    const isAwarded = round.applications.map(() => false);
    for (const choice of selection) isAwarded[choices[choice]!.application] = true;
    return isAwarded;
  }

  #choicesOf(application: number): readonly number[] {
    const { blocks } = this.#published.problem;
    const from = blocks[application]!;
    return Array.from({ length: blocks[application + 1]! - from }, (_, k) => from + k);
  }
}
