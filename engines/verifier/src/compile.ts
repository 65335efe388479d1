/** A round made ready for checking: its rows, and what each choice adds to their sums. */
import { EVERYTHING, firstConstraintSum, holds, type Row, rowsOf, withDoubles } from "./rows.js";
import type { Amounts, Application, Award, Round } from "./types.js";

/** What a choice adds to one sum. */
export interface Part {
  readonly sum: number;
  readonly weight: number;
}

/** A full award or an option, with what it adds to each sum. */
export interface Choice {
  /** Index of its application. */
  readonly application: number;
  /** Its number among all choices, in order of applications, the full award before the options. */
  readonly column: number;
  /** Option id, or null for the full award. */
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Amounts;
  /** Its amounts over all budgets. */
  readonly total: number;
  readonly parts: readonly Part[];
}

/** A selection: per application its awarded choice, or undefined. */
export type Selection = readonly (Choice | undefined)[];

export interface Compiled {
  readonly round: Round;
  readonly rows: readonly Row[];
  readonly rowById: ReadonlyMap<string, Row>;
  /** Per application: its full award first (where it has one), then its options by id. */
  readonly choices: readonly (readonly Choice[])[];
  /** All choices, by column. */
  readonly columns: readonly Choice[];
  readonly applicationById: ReadonlyMap<string, number>;
  /** The number of sums. */
  readonly sums: number;
  /** Per sum: the rows in which it stands. */
  readonly rowsOfSum: readonly (readonly Row[])[];
  /** A choice of an application with other amounts or another score, as parts of awards are. */
  readonly weigh: (choice: Choice, award: Award) => Choice;
}

/** Writes out the rows of a round and what each choice adds to them. The round must be canonical. */
export function compile(round: Round): Compiled {
  const weights = new Weights(round);
  const columns: Choice[] = [];
  const choices = round.applications.map((application, i) => {
    const sumsOf = weights.of(application);
    const make = (award: Award, option: string | null): Choice => {
      const choice = { application: i, column: columns.length, option, ...sumsOf(award) };
      columns.push(choice);
      return choice;
    };
    const full = application.full === null ? [] : [make(application.full, null)];
    return [...full, ...application.options.map((option) => make(option, option.id))];
  });
  const applicationById = new Map(round.applications.map(({ id }, i) => [id, i]));
  const sums = firstConstraintSum(round) + round.constraints.length;
  const weigh = (choice: Choice, award: Award): Choice => ({
    ...choice,
    ...weights.of(round.applications[choice.application]!)(award),
  });
  return { round, choices, columns, applicationById, weigh, ...indexed(rowsOf(round), columns, sums) };
}

/** A row over choices by number: `sum of values over the chosen columns <= limit`. */
export interface ColumnRow {
  readonly id: string;
  readonly values: ReadonlyMap<number, number>;
  readonly limit: bigint;
}

/** The same round with more rows after its own, each with a sum of its own; all sums must stay below 2^53. */
export function withRows(compiled: Compiled, added: readonly ColumnRow[]): Compiled {
  if (added.length === 0) return compiled;
  const more = new Map<number, Part[]>();
  const rows: Row[] = added.map(({ id, values, limit }, k) => {
    const sum = compiled.sums + k;
    for (const [column, weight] of values) {
      const parts = more.get(column);
      if (parts === undefined) more.set(column, [{ sum, weight }]);
      else parts.push({ sum, weight });
    }
    return { id, terms: [{ sum, factor: 1n }], limit, walked: false };
  });
  const choices = compiled.choices.map((list) =>
    list.some(({ column }) => more.has(column))
      ? list.map((choice) => ({ ...choice, parts: [...choice.parts, ...(more.get(choice.column) ?? [])] }))
      : list,
  );
  const columns = choices.flat();
  const sums = compiled.sums + added.length;
  return { ...compiled, choices, columns, ...indexed([...compiled.rows, ...rows], columns, sums) };
}

/** The same round with one more row `sum of all amounts <= limit` after its own. */
export function withSpendingRow(compiled: Compiled, id: string, limit: bigint): Compiled {
  const row: Row = { id, terms: [{ sum: EVERYTHING, factor: 1n }], limit, walked: false };
  return { ...compiled, ...indexed([...compiled.rows, row], compiled.columns, compiled.sums) };
}

/** The rows of a round, found by id and by the sums in them. */
function indexed(
  rows: readonly Row[],
  columns: readonly Choice[],
  sums: number,
): Pick<Compiled, "rows" | "rowById" | "sums" | "rowsOfSum"> {
  const largest = new Float64Array(sums);
  for (const { parts } of columns)
    for (const { sum, weight } of parts) largest[sum] = largest[sum]! + Math.abs(weight);
  const ready = rows.map((row) => withDoubles(row, largest));
  const rowsOfSum: Row[][] = Array.from({ length: sums }, () => []);
  for (const row of ready) for (const { sum } of row.terms) rowsOfSum[sum]!.push(row);
  return { rows: ready, rowById: new Map(ready.map((row) => [row.id, row])), sums, rowsOfSum };
}

/** What a constraint counts in an application's choices: amounts of one budget (or all), or the choice itself. */
interface Counted {
  readonly sum: number;
  readonly what: "award" | "amount";
  readonly budget?: string;
}

/** What the choices of an application add to the sums of a round. */
class Weights {
  readonly #budgetSum: ReadonlyMap<string, number>;
  /** Per tag and value the limits on it. */
  readonly #byTag = new Map<string, Map<string, Counted[]>>();
  /** Per application named in a list or pair: what each of its choices adds to the sum of that constraint. */
  readonly #listed = new Map<string, Map<number, number>>();

  constructor(round: Round) {
    this.#budgetSum = new Map(round.budgets.map(({ id }, k) => [id, 1 + k]));
    const first = firstConstraintSum(round);
    for (const [k, constraint] of round.constraints.entries()) {
      const sum = first + k;
      if (constraint.kind === "at-most-one") for (const id of constraint.applications) this.#list(id, sum, 1);
      else if (constraint.kind === "requires") {
        this.#list(constraint.application, sum, 1);
        this.#list(constraint.needs, sum, -1);
      } else if (constraint.kind !== "dropped") {
        const { tag, value, kind } = constraint;
        const budget = kind === "count" ? undefined : constraint.budget;
        const what = kind === "count" ? "award" : "amount";
        const values = this.#byTag.get(tag) ?? new Map<string, Counted[]>();
        const counted = { sum, what, ...(budget === undefined ? {} : { budget }) } as const;
        this.#byTag.set(tag, values.set(value, [...(values.get(value) ?? []), counted]));
      }
    }
  }

  /** What an award to this application adds to each sum. */
  of({ id, tags }: Application): (award: Award) => Pick<Choice, "score" | "amounts" | "total" | "parts"> {
    const groups: Counted[] = [];
    for (const tag of Object.keys(tags)) {
      const values = this.#byTag.get(tag);
      if (values !== undefined) for (const value of tags[tag]!) groups.push(...(values.get(value) ?? []));
    }
    const listed = this.#listed.get(id);
    return ({ score, amounts }) => {
      const parts: Part[] = [];
      let total = 0;
      for (const budget of Object.keys(amounts)) {
        const weight = amounts[budget]!;
        total += weight;
        parts.push({ sum: this.#budgetSum.get(budget)!, weight });
      }
      if (total !== 0) parts.push({ sum: EVERYTHING, weight: total });
      for (const { sum, what, budget } of groups) {
        const weight = what === "award" ? 1 : budget === undefined ? total : (amounts[budget] ?? 0);
        if (weight !== 0) parts.push({ sum, weight });
      }
      if (listed !== undefined) for (const [sum, weight] of listed) parts.push({ sum, weight });
      return { score, amounts, total, parts };
    };
  }

  #list(application: string, sum: number, weight: number): void {
    const weights = this.#listed.get(application) ?? new Map<number, number>();
    this.#listed.set(application, weights.set(sum, (weights.get(sum) ?? 0) + weight));
  }
}

/** Adds a choice to the sums (or takes it away with `times` -1). */
export function addTo(sums: Float64Array, choice: Choice, times: 1 | -1 = 1): void {
  for (const { sum, weight } of choice.parts) sums[sum] = sums[sum]! + times * weight;
}

/** The sums of a selection. */
export function sumsOf(compiled: Compiled, awarded: Selection): Float64Array {
  const sums = new Float64Array(compiled.sums);
  for (const choice of awarded) if (choice !== undefined) addTo(sums, choice);
  return sums;
}

/** The scores of a selection together. */
export function worthOf(awarded: Selection): number {
  return awarded.reduce((sum, choice) => sum + (choice?.score ?? 0), 0);
}

/** The choice of an application with this option (null: its full award), or undefined. */
export function findChoice(
  compiled: Compiled,
  application: string,
  option: string | null,
): Choice | undefined {
  const i = compiled.applicationById.get(application);
  return i === undefined ? undefined : compiled.choices[i]!.find((choice) => choice.option === option);
}

/** Ids of the rows that do not hold for these sums, in the order of the rows. */
export function brokenRows(compiled: Compiled, sums: Float64Array): string[] {
  return compiled.rows.filter((row) => !holds(row, sums)).map(({ id }) => id);
}
