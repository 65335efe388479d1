/** Derives the lines of a tree: one or two for each close that is needed, one for each leaf and branch. */
import { type Closed, clauseSum, closedOf } from "./closed.js";
import { Combination } from "./combination.js";
import { type Coefficients, type Derivations, falsehood } from "./derivations.js";
import { clauseValues, excess, type Fact, type FactSum } from "./facts.js";
import { GroupProofs } from "./group-proof.js";
import type { Instance, LineRow } from "./instance.js";
import { type Layer, largestOf } from "./layer.js";
import type { Plan } from "./plan.js";
import { openStates, type Restriction } from "./position.js";
import type { ProofTree } from "./proof-tree.js";
import { reduceLayer } from "./reduce.js";
import { type Space, stateValue } from "./space.js";
import type { ClosedStates, Visitor, Walk } from "./walk.js";

/** A line `-d·x <= rhs` of a vector. */
interface VectorLine {
  readonly line: number;
  readonly rhs: bigint;
}

/** Writes what a walk through the tree proves. */
export class Lines implements Visitor {
  readonly #walk: Walk;
  readonly #space: Space;
  readonly #plan: Plan;
  readonly #derivations: Derivations;
  readonly #proofs: GroupProofs;
  /** Per vector below the root its line over the groups that are kept. */
  readonly #vectors = new Map<number, VectorLine>();
  /** Lines of the rows that vectors below the root add up. */
  readonly #cited: Set<number>;
  /** Per group how many restrictions it has at the root. */
  readonly #atRoot = new Map<number, number>();
  /** Assumptions of branches above. */
  readonly #assumed: number[] = [];
  /** Falsehoods of subtrees that are done. */
  readonly #false: number[] = [];

  constructor(
    walk: Walk,
    tree: ProofTree,
    instance: Instance,
    space: Space,
    plan: Plan,
    derivations: Derivations,
  ) {
    const below = [...plan.kept.keys()].flatMap((vector) => tree.vectors[vector]!.rows);
    this.#cited = new Set(below.map(([row]) => walk.layer.rows[row]!.line));
    if (walk.layer.objective !== null) this.#cited.add(walk.layer.objective.line);
    this.#walk = walk;
    this.#space = space;
    this.#plan = plan;
    this.#derivations = derivations;
    this.#proofs = new GroupProofs(instance, space, derivations);
  }

  /** The line that contradicts everything assumed at the root, when the walk is done. */
  get falsehood(): number {
    return this.#false[0]!;
  }

  settle(): Layer {
    const { position, layer } = this.#walk;
    for (const group of position.restricted) this.#atRoot.set(group, position.restrictionsOf(group).length);
    return reduceLayer(layer, this.#space, position, (reduced, from) => this.#reduce(reduced, from));
  }

  branch(column: number, value: 0 | 1): number {
    const sense = value === 0 ? "L" : "G";
    const line = this.#derivations.assume({ sense, rhs: BigInt(value), of: [[column, 1n]] });
    this.#assumed.push(line);
    return line;
  }

  join(): void {
    const lines = this.#false.splice(-2) as [number, number];
    const assumptions = this.#assumed.splice(-2) as [number, number];
    this.#false.push(this.#derivations.unsplit(falsehood(-1n), lines, assumptions));
  }

  leaf(node: number, vector: number): void {
    const combination = new Combination();
    const known = new Set(this.#plan.leaves.get(node));
    const surplus = this.#addVector(combination, vector, (group) => this.#knownOf(group, known.has(group)));
    this.#proofs.settle(combination);
    this.#false.push(this.#derivations.combine(falsehood(surplus), { terms: combination.terms }));
  }

  dead(group: number): void {
    this.#false.push(this.#proofs.refute(group, this.#knownOf(group, true)));
  }

  leave(): void {}

  close(node: number, vector: number, closed: ClosedStates): ReadonlyMap<number, readonly Fact[]> {
    const planned = this.#plan.closings.get(node);
    if (planned === undefined) return new Map();
    const priced = this.#walk.prices.of(vector);
    const parts = [...planned.needed].map((group) =>
      closedOf(
        group,
        closed.get(group)!,
        priced.values.get(group)!,
        this.#walk,
        this.#space,
        this.#knownOf(group, true),
      ),
    );
    const others = new Set(planned.others);
    const known = (group: number) =>
      this.#knownOf(group, !this.#walk.isSettled || others.has(group) || planned.needed.has(group));
    const slack = this.#slackOf(vector, known);
    const facts = new Map<number, readonly Fact[]>();
    const summed = parts.filter(({ isSummable, margin }) => isSummable && margin > slack);
    if (summed.length > 0) this.#sum(node, vector, known, summed, facts);
    for (const part of parts) if (!summed.includes(part)) this.#single(vector, known, part, facts);
    return facts;
  }

  /** What a derivation may use of a group: everything derived on the way here, or only at the root. */
  #knownOf(group: number, all: boolean): readonly Restriction[] {
    const restrictions = this.#walk.position.restrictionsOf(group);
    return (all ? restrictions : restrictions.slice(0, this.#atRoot.get(group) ?? 0)).filter(
      (known) => known.kind === "branch" || known.facts !== null,
    );
  }

  /** The surplus of a vector with what is known of each group. */
  #slackOf(vector: number, known: (group: number) => readonly Restriction[]): bigint {
    const { values, fixed } = this.#walk.prices.of(vector);
    let slack = fixed;
    for (const group of this.#walk.layer.groups) {
      const open = openStates(this.#space.groups[group]!, known(group));
      slack += largestOf(this.#space, group, open, values.get(group)!)!;
    }
    return slack;
  }

  /** One line for all clauses: they are what each margin above the slack rules out, added up and rounded. */
  #sum(
    node: number,
    vector: number,
    known: (group: number) => readonly Restriction[],
    summed: readonly Closed[],
    facts: Map<number, readonly Fact[]>,
  ): void {
    const margin = summed.reduce(
      (least, part) => (part.margin < least ? part.margin : least),
      summed[0]!.margin,
    );
    const extra = new Map(summed.map((part) => [part.group, clauseSum(part, margin, this.#space)]));
    const combination = new Combination();
    const rhs = this.#addVector(combination, vector, known, extra);
    this.#proofs.settle(combination);
    const sides = summed.flatMap(({ group, clauses }) => clauses.map((clause) => ({ group, clause })));
    const weighted = this.#derivations.combine(
      { sense: "L", rhs, of: this.#coefficients(extra) },
      { terms: combination.terms },
    );
    const whole = new Map(summed.map((part) => [part.group, clauseSum(part, 1n, this.#space)]));
    const total = sides.reduce((sum, { clause }) => sum + clause.all.length - 1, 0);
    const line = this.#derivations.round(
      { sense: "L", rhs: BigInt(total), of: this.#coefficients(whole) },
      { terms: [[weighted, 1n]], denominator: margin },
    );
    const before = new Map(summed.map((part) => [part.group, part.before]));
    const sum: FactSum = {
      line,
      node,
      parts: sides.map(({ group, clause }) => ({ group, clause, before: before.get(group)! })),
    };
    sides.forEach(({ group, clause }, index) => {
      facts.set(group, [...(facts.get(group) ?? []), { clause, source: { sum, index } }]);
    });
  }

  /** A line for each clause of a group. */
  #single(
    vector: number,
    known: (group: number) => readonly Restriction[],
    part: Closed,
    facts: Map<number, readonly Fact[]>,
  ): void {
    const { group, values } = part;
    const { states, columns } = this.#space.groups[group]!;
    const largest = this.#walk.largest(group, values)!;
    const derived = part.clauses.map((clause): Fact => {
      // Of the states that the clause rules out, the one with the largest value leaves the least room.
      let margin: bigint | null = null;
      for (const [s, state] of states.entries())
        if (this.#walk.position.isOpen(group, s) && excess(state, clause) > 0) {
          const left = largest - stateValue(state, values);
          if (margin === null || left < margin) margin = left;
        }
      const extra = new Map([[group, clauseValues(clause, columns.length, margin!)]]);
      const combination = new Combination();
      const rhs = this.#addVector(combination, vector, known, extra);
      this.#proofs.settle(combination);
      const weighted = this.#derivations.combine(
        { sense: "L", rhs, of: this.#coefficients(extra) },
        { terms: combination.terms },
      );
      const line = this.#derivations.round(
        {
          sense: "L",
          rhs: BigInt(clause.all.length - 1),
          of: this.#coefficients(new Map([[group, clauseValues(clause, columns.length)]])),
        },
        { terms: [[weighted, 1n]], denominator: margin! },
      );
      return { clause, source: { line } };
    });
    facts.set(group, derived);
  }

  /**
   * Brings in a vector together with what each group allows at most: `extra·x <= ` the returned number, where a
   * group's `extra` is zero when it is not given.
   */
  #addVector(
    combination: Combination,
    vector: number,
    known: (group: number) => readonly Restriction[],
    extra: ReadonlyMap<number, readonly bigint[]> = new Map(),
  ): bigint {
    const { values, fixed, terms } = this.#walk.prices.of(vector);
    let groups: Iterable<number> = this.#walk.layer.groups;
    let rhs = fixed;
    if (this.#walk.isSettled) {
      const kept = this.#plan.kept.get(vector)!;
      const { line, rhs: reduced } = this.#vectorLine(vector, kept);
      combination.add(line, 1n);
      rhs = reduced;
      groups = kept;
    } else for (const [row, multiplier] of terms) combination.add(row.line, row.sign * multiplier);
    for (const group of groups) {
      const mine = values.get(group)!;
      const added = extra.get(group);
      const objective = added === undefined ? mine : mine.map((value, place) => value + added[place]!);
      rhs += this.#proofs.add(combination, group, known(group), objective);
    }
    return rhs;
  }

  /** A vector over the groups that any line needs it over; of the others it takes the most they can be at the root. */
  #vectorLine(vector: number, kept: ReadonlySet<number>): VectorLine {
    const known = this.#vectors.get(vector);
    if (known !== undefined) return known;
    const { values, fixed, terms } = this.#walk.prices.of(vector);
    const combination = new Combination();
    for (const [row, multiplier] of terms) combination.add(row.line, row.sign * multiplier);
    let rhs = fixed;
    const left = new Map<number, readonly bigint[]>();
    for (const [group, mine] of values)
      if (kept.has(group)) left.set(group, negated(mine));
      else rhs += this.#proofs.add(combination, group, this.#knownOf(group, false), mine);
    this.#proofs.settle(combination);
    const of = this.#coefficients(left);
    const line = this.#derivations.combine({ sense: "L", rhs, of }, { terms: combination.terms });
    const made = { line, rhs };
    this.#vectors.set(vector, made);
    return made;
  }

  /** Derives a row with everything put in that the root decides; a row without any of it stays as it is. */
  #reduce(reduced: LineRow, from: LineRow): LineRow {
    if (reduced.indices.length === from.indices.length) return from;
    // No vector below the root cites it.
    if (!this.#cited.has(from.line)) return reduced;
    const left = new Set(reduced.indices);
    const parts = new Map<number, bigint[]>();
    from.indices.forEach((column, k) => {
      if (left.has(column)) return;
      const group = this.#space.groupOf[column]!;
      const width = this.#space.groups[group]!.columns.length;
      if (!parts.has(group)) parts.set(group, new Array<bigint>(width).fill(0n));
      parts.get(group)![this.#space.placeOf[column]!] = -from.values[k]!;
    });
    const combination = new Combination();
    combination.add(from.line, from.sign);
    for (const [group, objective] of parts)
      this.#proofs.add(combination, group, this.#knownOf(group, true), objective);
    this.#proofs.settle(combination);
    const { indices, values, rhs } = reduced;
    const of = values.map((value, k) => [indices[k]!, value] as const);
    return {
      ...reduced,
      line: this.#derivations.combine({ sense: "L", rhs, of }, { terms: combination.terms }),
    };
  }

  #coefficients(parts: ReadonlyMap<number, readonly bigint[]>): Coefficients {
    return [...parts].flatMap(([group, values]) => {
      const { columns } = this.#space.groups[group]!;
      return values.map((value, place) => [columns[place]!, value] as const);
    });
  }
}

function negated(values: readonly bigint[]): readonly bigint[] {
  return values.map((value) => -value);
}
