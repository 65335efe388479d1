/** Derives the cuts of a certificate (docs/formats/tree.md, "Cuts"). */
import type { CertificateCut } from "../exact/index.js";
import { Combination } from "./combination.js";
import { type Derivations, falsehood } from "./derivations.js";
import { GroupProofs } from "./group-proof.js";
import { addLower } from "./group-rows.js";
import type { Instance, LineRow } from "./instance.js";
import { openStates, type Restriction } from "./position.js";
import { type Space, spaceOf, stateValue } from "./space.js";

/** A cut that is the rounded sum of rows of the program. */
export interface MultipliersCut extends Omit<CertificateCut, "row"> {
  readonly multipliers: {
    readonly rows: readonly number[];
    readonly values: readonly number[];
    readonly divisor: number;
  };
}

/** A cut of a tree certificate: one that follows from a row and blocks, or a rounded sum. */
export type Cut = CertificateCut | MultipliersCut;

/** Splits that the derivation of one cut may take. */
const MOST_SPLITS = 2_000;

/** A cut whose derivation would take more splits than a file should hold. */
export class CutTooLongError extends Error {
  constructor(cut: number) {
    super(
      `cut ${cut} of the proof needs more than ${MOST_SPLITS} splits in a VIPR file; ` +
        "decide the round without cuts of that kind to export its proof",
    );
    this.name = "CutTooLongError";
  }
}

/**
 * Derives a cut and returns it as a row.
 *
 * @throws CutTooLongError when it takes too many splits
 * @throws RangeError when the cut does not hold
 */
export function deriveCut(instance: Instance, derivations: Derivations, cut: Cut, number: number): LineRow {
  const body = {
    sign: 1n as const,
    indices: Int32Array.from(cut.columns),
    values: cut.values.map(BigInt),
    rhs: BigInt(cut.rhs),
  };
  const line =
    "row" in cut
      ? new RowCutProof(instance, derivations, cut, number).derive()
      : roundedSum(instance, derivations, cut, body);
  return { line, ...body };
}

/** The sum of rows, less what its coefficients are above the cut's, rounded down. */
function roundedSum(
  instance: Instance,
  derivations: Derivations,
  { multipliers }: MultipliersCut,
  { indices, values, rhs }: Omit<LineRow, "line">,
): number {
  const divisor = BigInt(multipliers.divisor);
  const combination = new Combination();
  const sums = new Map<number, bigint>();
  multipliers.rows.forEach((number, k) => {
    const row = instance.rows[number]!;
    const multiplier = BigInt(multipliers.values[k]!);
    combination.add(row.line, multiplier);
    row.indices.forEach((column, at) => {
      sums.set(column, (sums.get(column) ?? 0n) + multiplier * row.values[at]!);
    });
  });
  indices.forEach((column, k) => {
    sums.set(column, (sums.get(column) ?? 0n) - divisor * values[k]!);
  });
  for (const [column, above] of sums) addLower(combination, column, above);
  const of = values.map((value, k) => [indices[k]!, value] as const);
  const statement = { sense: "L" as const, rhs, of };
  const terms = [...combination.terms].filter(([, multiplier]) => multiplier !== 0n);
  // Nothing added up says `0 = 0`, which needs no rounding.
  if (terms.length === 0) return derivations.combine(statement, { terms });
  return derivations.round(statement, { terms, denominator: divisor });
}

/** Weights of the row and of the assumption that the cut is violated. */
interface Weights {
  readonly row: bigint;
  readonly cut: bigint;
}

/**
 * Assumes that a selection violates the cut, and derives a contradiction with the row: by the dual of the linear
 * program "least of the row" where that is enough, else on both sides of a split. Its dual has one multiplier, that of
 * the assumption, and its value is concave in it; the best multiplier is where two choices of an application tie.
 */
class RowCutProof {
  readonly #derivations: Derivations;
  readonly #number: number;
  readonly #space: Space;
  readonly #proofs: GroupProofs;
  readonly #row: LineRow;
  readonly #of: readonly (readonly [number, bigint])[];
  readonly #rhs: bigint;
  /** Per application that the row or the cut touches, the coefficients of its choices in both. */
  readonly #parts = new Map<number, { readonly row: bigint[]; readonly cut: bigint[] }>();
  #splits = 0;

  constructor(instance: Instance, derivations: Derivations, cut: CertificateCut, number: number) {
    this.#derivations = derivations;
    this.#number = number;
    this.#space = spaceOf(instance, []);
    this.#proofs = new GroupProofs(instance, this.#space, derivations);
    this.#row = instance.rows[cut.row]!;
    this.#of = cut.columns.map((column, k) => [column, BigInt(cut.values[k]!)] as const);
    this.#rhs = BigInt(cut.rhs);
    this.#row.indices.forEach((column, k) => {
      this.#partOf(column).row[this.#space.placeOf[column]!] = this.#row.values[k]!;
    });
    for (const [column, value] of this.#of) this.#partOf(column).cut[this.#space.placeOf[column]!] = value;
  }

  derive(): number {
    const violated = this.#derivations.assume({ sense: "G", rhs: this.#rhs + 1n, of: this.#of });
    const contradiction = this.#contradict(violated, new Map());
    const statement = { sense: "L" as const, rhs: this.#rhs, of: this.#of };
    const held = this.#derivations.assume(statement);
    return this.#derivations.unsplit(statement, [contradiction, held], [violated, held]);
  }

  #partOf(column: number) {
    const group = this.#space.groupOf[column]!;
    let part = this.#parts.get(group);
    if (part === undefined) {
      const zeros = () => new Array<bigint>(this.#space.groups[group]!.columns.length).fill(0n);
      part = { row: zeros(), cut: zeros() };
      this.#parts.set(group, part);
    }
    return part;
  }

  #contradict(violated: number, fixed: ReadonlyMap<number, readonly Restriction[]>): number {
    const empty = [...fixed].find(
      ([group, known]) => openStates(this.#space.groups[group]!, known).length === 0,
    );
    if (empty !== undefined) return this.#proofs.refute(empty[0], empty[1]);
    const weights = this.#bestWeights(fixed);
    if (this.#excess(weights, fixed) > 0n) return this.#combine(weights, violated, fixed);
    if (++this.#splits > MOST_SPLITS) throw new CutTooLongError(this.#number);
    const { group, place } = this.#tied(weights, fixed);
    const column = this.#space.groups[group]!.columns[place]!;
    const side = (value: 0 | 1) => {
      const line = this.#derivations.assume({
        sense: value === 0 ? "L" : "G",
        rhs: BigInt(value),
        of: [[column, 1n]],
      });
      const known: readonly Restriction[] = [
        ...(fixed.get(group) ?? []),
        { kind: "branch", place, value, line },
      ];
      return { line, contradiction: this.#contradict(violated, new Map([...fixed, [group, known]])) };
    };
    const [without, having] = [side(0), side(1)];
    return this.#derivations.unsplit(
      falsehood(-1n),
      [without.contradiction, having.contradiction],
      [without.line, having.line],
    );
  }

  #combine(weights: Weights, violated: number, fixed: ReadonlyMap<number, readonly Restriction[]>): number {
    const combination = new Combination();
    combination.add(this.#row.line, weights.row);
    combination.add(violated, -weights.cut);
    let rhs = weights.row * this.#row.rhs - weights.cut * (this.#rhs + 1n);
    for (const [group, part] of this.#parts) {
      const objective = part.row.map((value, place) => weights.cut * part.cut[place]! - weights.row * value);
      rhs += this.#proofs.add(combination, group, fixed.get(group) ?? [], objective);
    }
    return this.#derivations.combine(falsehood(rhs), { terms: combination.terms });
  }

  /** Values of the open states of an application in the row and in the cut. */
  #statesOf(group: number, fixed: ReadonlyMap<number, readonly Restriction[]>) {
    const { row, cut } = this.#parts.get(group)!;
    const own = this.#space.groups[group]!;
    return openStates(own, fixed.get(group) ?? []).map((s) => {
      const state = own.states[s]!;
      return { state, row: stateValue(state, row), cut: stateValue(state, cut) };
    });
  }

  /** The least of the weighed row above what it may be: above zero it is a contradiction. */
  #excess(weights: Weights, fixed: ReadonlyMap<number, readonly Restriction[]>): bigint {
    let least = weights.cut * (this.#rhs + 1n) - weights.row * this.#row.rhs;
    for (const group of this.#parts.keys()) least += this.#leastOf(group, weights, fixed).value;
    return least;
  }

  /** The state of least weighed value; of several the one that counts most in the cut. */
  #leastOf(group: number, weights: Weights, fixed: ReadonlyMap<number, readonly Restriction[]>) {
    return this.#statesOf(group, fixed)
      .map(({ state, row, cut }) => ({ state, cut, value: weights.row * row - weights.cut * cut }))
      .reduce((a, b) => (b.value < a.value || (b.value === a.value && b.cut > a.cut) ? b : a));
  }

  /** The multiplier from which the dual value no longer rises; without the row where it rises for ever. */
  #bestWeights(fixed: ReadonlyMap<number, readonly Restriction[]>): Weights {
    const alone: Weights = { row: 0n, cut: 1n };
    if (this.#excess(alone, fixed) > 0n) return alone;
    const ties: Weights[] = [{ row: 1n, cut: 0n }];
    for (const group of this.#parts.keys()) {
      const states = this.#statesOf(group, fixed);
      for (const a of states)
        for (const b of states)
          if (a.cut > b.cut && a.row > b.row) ties.push({ row: a.cut - b.cut, cut: a.row - b.row });
    }
    ties.sort((a, b) => Number(signOf(a.cut * b.row - b.cut * a.row)));
    let [low, high] = [0, ties.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rises(ties[middle]!, fixed)) low = middle + 1;
      else high = middle;
    }
    return ties[low]!;
  }

  /** Whether a larger multiplier gives a larger dual value. */
  #rises(weights: Weights, fixed: ReadonlyMap<number, readonly Restriction[]>): boolean {
    let total = 0n;
    for (const group of this.#parts.keys()) total += this.#leastOf(group, weights, fixed).cut;
    return total < this.#rhs + 1n;
  }

  /** A column that is in one of two states which tie, and not in the other. */
  #tied(weights: Weights, fixed: ReadonlyMap<number, readonly Restriction[]>) {
    for (const group of this.#parts.keys()) {
      const { state, value, cut } = this.#leastOf(group, weights, fixed);
      const other = this.#statesOf(group, fixed).find(
        (each) => weights.row * each.row - weights.cut * each.cut === value && each.cut < cut,
      );
      if (other === undefined) continue;
      const place = [...state, ...other.state].find((at) => state.includes(at) !== other.state.includes(at))!;
      return { group, place };
    }
    throw new RangeError(`cut ${this.#number} of the proof does not hold`);
  }
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
