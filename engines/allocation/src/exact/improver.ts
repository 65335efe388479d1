/**
 * Better solutions near the best one: neighbourhoods of it are searched, drawn from the groups that the root is least
 * sure of. How many groups those are is varied, because no one number is best for every program.
 */
import type { Model } from "./model.js";
import { codesIn, drawAnywhere, drawFromRows, randomNumbers, statesOutside } from "./neighbourhood.js";

/** What an improver works on. */
export interface Improvable {
  /** The best solution so far; null before there is one. */
  readonly best: Uint8Array | null;
  /** Whether a better solution may exist, and there is time to find it. */
  isOpen(): boolean;
  /** The model of the `size` groups that the root is least sure of. */
  core(size: number): Model;
  /** Searches a model without some states for a better solution, for so many nodes. */
  search(model: Model, nodes: number, closed: Int32Array): void;
}

/** Groups freed in a neighbourhood, and nodes for it. */
const FREED = 90;
const NODES = 1_000;

/** Out of how many groups they are drawn, in turn. */
const NEAREST = [200, 400, 800] as const;

/** Seed of the neighbourhoods. */
const SEED = 7;

interface Surroundings {
  readonly model: Model;
  /** Per group the code of its state in the best solution. */
  readonly codes: readonly (number | null)[];
}

/** Draws and searches neighbourhoods. */
export class Improver {
  readonly #target: Improvable;
  readonly #random = randomNumbers(SEED);
  /** The solution the surroundings are of. */
  #center: Uint8Array | null = null;
  #surroundings: (Surroundings | undefined)[] = [];
  #drawn = 0;

  constructor(target: Improvable) {
    this.#target = target;
  }

  /** Searches until `most` neighbourhoods in a row gave nothing better. */
  improve(most: number): void {
    const target = this.#target;
    for (let failures = 0; target.best !== null && failures < most && target.isOpen(); failures++) {
      const before = target.best;
      const turn = this.#drawn++;
      const { model, codes } = this.#around(before, (turn >> 1) % NEAREST.length);
      const drawn =
        (turn % 2 === 1 ? drawFromRows(model, FREED, this.#random) : null) ??
        drawAnywhere(model, FREED, this.#random);
      target.search(model, NODES, statesOutside(model, codes, drawn));
      if (target.best !== before) failures = -1;
    }
  }

  #around(best: Uint8Array, size: number): Surroundings {
    if (this.#center !== best) {
      this.#center = best;
      this.#surroundings = [];
    }
    const known = this.#surroundings[size];
    if (known !== undefined) return known;
    const model = this.#target.core(NEAREST[size]!);
    const made = { model, codes: codesIn(model, best) };
    this.#surroundings[size] = made;
    return made;
  }
}
