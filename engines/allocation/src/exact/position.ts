/** A place in a tree: the states open there, the linear program on them, and proofs about them. */
import { codesWith, groupsOfColumns } from "./columns.js";
import { DualSimplex } from "./lp.js";
import type { Model } from "./model.js";
import { OpenStates } from "./open-states.js";
import { Pool } from "./pool.js";
import type { Tree } from "./tree.js";
import { boundHere, roundVector } from "./vector.js";

/** Binary places of multipliers for leaves, tried in turn: most leaves close with few digits. */
const SHIFTS = [12, 20, 30, 44] as const;

/** Moves through trees over one model. */
export class Position {
  readonly model: Model;
  readonly states: OpenStates;
  readonly lp: DualSimplex;
  readonly pool: Pool;
  /** One number per entry, for whoever needs it. */
  readonly scratch: Float64Array;
  readonly #groupOfColumn: Int32Array;

  constructor(model: Model) {
    this.model = model;
    this.states = new OpenStates(model);
    this.lp = new DualSimplex(model, this.states);
    this.pool = new Pool(model, this.states, new OpenStates(model));
    this.scratch = new Float64Array(model.entryCount);
    this.#groupOfColumn = groupsOfColumns(model);
  }

  /** Goes to a node: afterwards the states left open by the steps that lead to it are open. */
  arrive(tree: Tree, node: number): void {
    this.states.reset();
    for (const step of tree.steps(node)) {
      const codes = "codes" in step ? step.codes : this.codesAgainst(step.column, step.value);
      for (const code of codes) this.states.close(code);
    }
    this.states.dropFixed();
    this.pool.recount();
  }

  /** The states that a branching closes, whether open now or not. */
  codesAgainst(column: number, value: 0 | 1): number[] {
    return codesWith(this.model, this.#groupOfColumn[column]!, column, value === 0 ? 1 : 0);
  }

  /** Closes open states, those of one group next to each other. */
  close(codes: ArrayLike<number>): void {
    for (let at = 0; at < codes.length; at++) {
      this.pool.beforeClosing([codes[at]!]);
      this.lp.close(codes[at]!);
    }
    this.states.dropFixed();
  }

  /** Cites a vector that proves that nothing here reaches the cutoff. Its number, or -1 if rounding spoils it. */
  certify(multipliers: Float64Array, ray: boolean, cutoff: number): number {
    for (const shift of SHIFTS) {
      const vector = roundVector(this.model, multipliers, ray, shift);
      if (boundHere(this.lp, vector, this.scratch) + vector.error < (ray ? 0 : cutoff))
        return this.pool.cite(vector, true);
    }
    return -1;
  }
}
