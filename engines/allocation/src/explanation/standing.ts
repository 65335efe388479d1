/**
 * Whether an application is awarded in all, some or none of the outcomes that are worth the objective, before the
 * tie-break; docs/formats/explanation.md, section Standing.
 *
 * The relaxation settles most applications. For each of the others a search looks for an outcome of the same worth that
 * decides it otherwise. What it finds is a witness, for several applications at once; where there is nothing to find it
 * becomes part of the one tree that proves the lists.
 */
import type { Difference, Standing } from "../model/explanation.js";
import { programOf } from "../optimum/program.js";
import { differenceFrom, type Published } from "../scenario/published.js";
import { StandingTree, type Subject } from "./standing-tree.js";

/** Nodes for all searches together; some seconds. */
const NODES = 60_000;

/** Nodes for one search in each pass. What is settled in a pass makes the searches of the next ones shorter. */
const PASSES = [100, 1_000, 10_000, 100_000] as const;

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
  readonly #nodes: number;
  readonly #tree: StandingTree;
  /** Per application whether the outcome awards it. */
  readonly #isAwarded: readonly boolean[];
  readonly #settled = new Set<number>();
  /** Applications that a witness decides otherwise than the outcome. */
  readonly #some = new Set<number>();
  readonly #witnesses: Difference[] = [];

  constructor(published: Published, nodes: number) {
    this.#published = published;
    this.#nodes = nodes;
    this.#tree = new StandingTree(programOf(published.problem), published.objective);
    this.#isAwarded = this.#awardedIn(published.selection);
  }

  run(): Standing {
    const { applications } = this.#published.round;
    for (const limit of PASSES)
      for (const application of applications.keys())
        if (this.#isOpen(application) && this.#settle(application, limit)) this.#settled.add(application);
    const ids = (isListed: (application: number) => boolean) =>
      applications.flatMap(({ id }, application) => (isListed(application) ? [id] : []));
    return {
      all: ids((application) => this.#settled.has(application) && this.#isAwarded[application]!),
      some: ids((application) => this.#some.has(application)),
      none: ids((application) => this.#settled.has(application) && !this.#isAwarded[application]!),
      unsettled: ids((application) => this.#isOpen(application)),
      ...(this.#settled.size === 0 ? {} : { tree: this.#tree.finish() }),
      witnesses: this.#witnesses,
    };
  }

  #isOpen(application: number): boolean {
    return !this.#settled.has(application) && !this.#some.has(application);
  }

  /** Settles an application, or finds a witness; false when neither came out, or a witness did. */
  #settle(application: number, limit: number): boolean {
    for (const subject of this.#subjectsOf(application)) {
      if (this.#tree.isSettled(subject)) continue;
      const nodes = Math.min(limit, this.#nodes - this.#tree.nodes);
      const answer = nodes <= 0 ? "open" : this.#tree.settle(subject, nodes);
      if (typeof answer === "object") this.#addWitness(answer.otherwise);
      if (answer !== "settled") return false;
    }
    return true;
  }

  /** An award may be of any choice; that there is none is settled choice by choice. */
  #subjectsOf(application: number): readonly Subject[] {
    const { blocks } = this.#published.problem;
    const from = blocks[application]!;
    const columns = Array.from({ length: blocks[application + 1]! - from }, (_, k) => from + k);
    if (this.#isAwarded[application]!) return [{ isHad: true, columns }];
    return columns.map((column) => ({ isHad: false, columns: [column] }));
  }

  #addWitness(chosen: Uint8Array): void {
    const selection = [...chosen.keys()].filter((choice) => chosen[choice] !== 0);
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
}
