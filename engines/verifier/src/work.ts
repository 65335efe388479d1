import { refuse } from "./refusal.js";

/**
 * A check's allowance of steps, so that no document can keep a verifier busy for ever. Counting steps and not
 * seconds makes the answer the same on every machine.
 */
export class Work {
  #left: number;
  readonly #where: string;

  /** @param where JSON pointer of what is being checked */
  constructor(steps: number, where: string) {
    this.#left = steps;
    this.#where = where;
  }

  /** @throws {Refusal} when the allowance is used up. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0)
      refuse(
        this.#where,
        "Dit bewijs vraagt meer rekenwerk dan deze controle toelaat.",
        "This proof takes more work than this check allows.",
      );
  }
}
