/**
 * Derives the largest value of an objective over the states of a group.
 *
 * Most groups need no line of their own: where the rows of a group describe its states exactly (one application, a
 * consortium, a chain of requirements), linear programming duality gives multipliers of those rows. Where they do not,
 * a split on a column that is still open does, as often as needed: at the end every column is fixed.
 */
import { Combination } from "./combination.js";
import { coneMultipliers } from "./cone.js";
import { type Derivations, falsehood } from "./derivations.js";
import { clauseValues } from "./facts.js";
import { addLower, addUpper, type GroupRow, rowsOfGroup } from "./group-rows.js";
import type { Instance } from "./instance.js";
import { openStates, type Restriction } from "./position.js";
import { type Space, stateValue } from "./space.js";

/** Brings inequalities of single groups into combinations. */
export class GroupProofs {
  readonly #instance: Instance;
  readonly #space: Space;
  readonly #derivations: Derivations;

  constructor(instance: Instance, space: Space, derivations: Derivations) {
    this.#instance = instance;
    this.#space = space;
    this.#derivations = derivations;
  }

  /**
   * Brings `objective·x <= m` into a combination, with m its largest value over the states that restrictions leave
   * open. Returns m.
   */
  add(
    combination: Combination,
    group: number,
    restrictions: readonly Restriction[],
    objective: readonly bigint[],
  ): bigint {
    const lone = this.#addLone(combination, group, restrictions, objective);
    if (lone !== null) return lone;
    const best = this.#best(group, restrictions, objective)!;
    if (!this.#addByDuality(combination, group, restrictions, objective, best.state))
      combination.add(this.#split(group, restrictions, objective, best.value), 1n);
    return best.value;
  }

  /** A line that says that a group without open states allows nothing. */
  refute(group: number, restrictions: readonly Restriction[]): number {
    const combination = new Combination();
    const rest = this.#addContradiction(combination, group, restrictions);
    if (rest === null) return this.#split(group, restrictions, null, -1n);
    this.settle(combination);
    return this.#derivations.combine(falsehood(rest), { terms: combination.terms });
  }

  /** Brings in the sums of clauses that a combination uses parts of; nothing may be added after it but lines. */
  settle(combination: Combination): void {
    for (let taken = combination.takeSum(); taken !== null; taken = combination.takeSum()) {
      const { sum, multipliers } = taken;
      const most = multipliers.reduce((a, b) => (a > b ? a : b));
      combination.add(sum.line, most);
      sum.parts.forEach(({ group, clause, before }, index) => {
        const surplus = most - multipliers[index]!;
        const width = this.#space.groups[group]!.columns.length;
        if (surplus > 0n) this.add(combination, group, before, clauseValues(clause, width, -surplus));
      });
    }
  }

  /** A group of one column has two states, and its bounds say all there is; null for other groups. */
  #addLone(
    combination: Combination,
    group: number,
    restrictions: readonly Restriction[],
    objective: readonly bigint[],
  ): bigint | null {
    const { columns, rows } = this.#space.groups[group]!;
    if (columns.length > 1 || rows.length > 0 || restrictions.length > 0) return null;
    const value = objective[0]!;
    if (value > 0n) addUpper(combination, this.#instance, columns[0]!, value);
    else addLower(combination, columns[0]!, -value);
    return value > 0n ? value : 0n;
  }

  #best(group: number, restrictions: readonly Restriction[], objective: readonly bigint[]) {
    const { states } = this.#space.groups[group]!;
    let best: { readonly state: readonly number[]; readonly value: bigint } | null = null;
    for (const s of openStates(this.#space.groups[group]!, restrictions)) {
      const value = stateValue(states[s]!, objective);
      if (best === null || value > best.value) best = { state: states[s]!, value };
    }
    return best;
  }

  /** Rows that hold with equality at the best state, seen from it: `x` counts how far a column is from there. */
  #addByDuality(
    combination: Combination,
    group: number,
    restrictions: readonly Restriction[],
    objective: readonly bigint[],
    state: readonly number[],
  ): boolean {
    const { columns } = this.#space.groups[group]!;
    const turn = columns.map((_, place) => (state.includes(place) ? -1n : 1n));
    const tight = rowsOfGroup(this.#instance, this.#space.groups[group]!, restrictions).filter(
      ({ values, rhs }) => stateValue(state, values) === rhs,
    );
    const turned = (values: readonly bigint[]) => values.map((value, place) => value * turn[place]!);
    const found = coneMultipliers(
      tight.map(({ values }) => turned(values)),
      turned(objective),
    );
    if (found === null) return false;
    const into = found.denominator === 1n ? combination : new Combination();
    found.rows.forEach((multiplier, r) => {
      if (multiplier > 0n) tight[r]!.addTo(into, multiplier);
    });
    found.columns.forEach((multiplier, place) => {
      if (multiplier === 0n) return;
      if (turn[place]! > 0n) addLower(into, columns[place]!, multiplier);
      else addUpper(into, this.#instance, columns[place]!, multiplier);
    });
    if (into !== combination) {
      this.settle(into);
      const reason = { terms: into.terms, denominator: found.denominator };
      const rhs = stateValue(state, objective);
      combination.add(this.#derivations.combine(this.#statement(group, objective, rhs), reason), 1n);
    }
    return true;
  }

  /** Derives `objective·x <= bound` (a falsehood for null) from both sides of a split. Returns the line. */
  #split(
    group: number,
    restrictions: readonly Restriction[],
    objective: readonly bigint[] | null,
    bound: bigint,
  ): number {
    const place = this.#freePlace(group, restrictions);
    const column = this.#space.groups[group]!.columns[place]!;
    const side = (value: 0 | 1) => {
      const assumption = this.#derivations.assume({
        sense: value === 0 ? "L" : "G",
        rhs: BigInt(value),
        of: [[column, 1n]],
      });
      const inside: readonly Restriction[] = [
        ...restrictions,
        { kind: "branch", place, value, line: assumption },
      ];
      return { assumption, line: this.#lineFor(group, inside, objective, bound) };
    };
    const [without, having] = [side(0), side(1)];
    const statement = objective === null ? falsehood(-1n) : this.#statement(group, objective, bound);
    return this.#derivations.unsplit(
      statement,
      [without.line, having.line],
      [without.assumption, having.assumption],
    );
  }

  #lineFor(
    group: number,
    restrictions: readonly Restriction[],
    objective: readonly bigint[] | null,
    bound: bigint,
  ): number {
    const best = objective && this.#best(group, restrictions, objective);
    if (objective === null || best === null) return this.refute(group, restrictions);
    const combination = new Combination();
    this.add(combination, group, restrictions, objective);
    this.settle(combination);
    return this.#derivations.combine(this.#statement(group, objective, bound), { terms: combination.terms });
  }

  #statement(group: number, objective: readonly bigint[], rhs: bigint) {
    const { columns } = this.#space.groups[group]!;
    return {
      sense: "L" as const,
      rhs,
      of: objective.map((value, place) => [columns[place]!, value] as const),
    };
  }

  /** A column that no branch fixes. When all are fixed, the best state or a row that cannot hold says the rest. */
  #freePlace(group: number, restrictions: readonly Restriction[]): number {
    const fixed = new Set(restrictions.flatMap((known) => (known.kind === "branch" ? [known.place] : [])));
    const place = this.#space.groups[group]!.columns.findIndex((_, at) => !fixed.has(at));
    if (place < 0) throw new RangeError("a group whose columns are all fixed needs no split");
    return place;
  }

  /** Brings in one row that cannot hold within the bounds, and those bounds. Returns what is left of it, or null. */
  #addContradiction(
    combination: Combination,
    group: number,
    restrictions: readonly Restriction[],
  ): bigint | null {
    const { columns } = this.#space.groups[group]!;
    const rows = rowsOfGroup(this.#instance, this.#space.groups[group]!, restrictions);
    // The tightest bounds known of each column: `x_j <= 0` and `x_j >= 1` where a row says so.
    const upper: (GroupRow | undefined)[] = columns.map(() => undefined);
    const lower: (GroupRow | undefined)[] = columns.map(() => undefined);
    for (const row of rows) {
      const places = [...row.values.keys()].filter((place) => row.values[place] !== 0n);
      if (places.length !== 1) continue;
      const value = row.values[places[0]!]!;
      if (value === 1n && row.rhs === 0n) upper[places[0]!] = row;
      if (value === -1n && row.rhs === -1n) lower[places[0]!] = row;
    }
    for (const row of rows) {
      let rest = row.rhs;
      row.values.forEach((value, place) => {
        if (value > 0n && lower[place] !== undefined) rest -= value;
        if (value < 0n && upper[place] === undefined) rest -= value;
      });
      if (rest >= 0n) continue;
      row.addTo(combination, 1n);
      row.values.forEach((value, place) => {
        if (value > 0n) {
          if (lower[place] !== undefined) lower[place].addTo(combination, value);
          else addLower(combination, columns[place]!, value);
        } else if (value < 0n) {
          if (upper[place] !== undefined) upper[place].addTo(combination, -value);
          else addUpper(combination, this.#instance, columns[place]!, -value);
        }
      });
      return rest;
    }
    return null;
  }
}
