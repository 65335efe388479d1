/** The rule `pro-rata` (docs/formats/decision.md, "Pro rata"): progressive filling, in whole numbers. */
import type { Choice, Compiled, Selection } from "./compile.js";
import type { Line } from "./lines.js";
import type { Amounts } from "./types.js";

/** Parts are whole numbers of 10^-12. */
const ONE = 10n ** 12n;

/** What the rule gives: per application its award, or undefined, and its part in units of 10^-12. */
export interface Filling {
  readonly awarded: Selection;
  readonly parts: readonly bigint[];
}

/** Raises the part of all applications alike, and settles those that a full row holds back. */
export function fill(compiled: Compiled, { ranked }: Line): Filling {
  const asked = ranked.map((choices) => choices[0]!);
  const parts: bigint[] = asked.map(() => ONE);
  const rows = filledRows(compiled, asked);
  const rising = new Set(asked.keys());
  while (rising.size > 0) {
    let least = ONE;
    for (const row of rows)
      if (row.rising > 0n) {
        const full = fullAt(row);
        if (full < least) least = full;
      }
    if (least === ONE) break;
    const full = rows.filter((row) => row.rising > 0n && fullAt(row) === least);
    for (const i of new Set(full.flatMap((row) => [...row.coefficients.keys()]))) {
      if (!rising.delete(i)) continue;
      parts[i] = least;
      for (const row of rows) {
        const coefficient = row.coefficients.get(i) ?? 0n;
        row.rising -= coefficient;
        row.held += coefficient * least;
      }
    }
  }
  return { awarded: asked.map((choice, i) => partOf(compiled, choice, parts[i]!)), parts };
}

/** A row that is honoured: budgets, maxima in money, and maximum shares of the budget. */
interface FilledRow {
  readonly limit: bigint;
  /** Per application with a coefficient above zero that coefficient. */
  readonly coefficients: ReadonlyMap<number, bigint>;
  /** W: the coefficients of the applications still rising. */
  rising: bigint;
  /** F: what the settled applications hold, in units of 10^-12. */
  held: bigint;
}

function filledRows(compiled: Compiled, asked: readonly Choice[]): FilledRow[] {
  const { constraints } = compiled.round;
  const coefficients = new Map<string, Map<number, bigint>>();
  for (const row of compiled.rows) {
    const [kind, which] = row.id.split("/");
    const constraint = kind === "limit" ? constraints[Number(which)] : undefined;
    if (kind === "budget" || (row.walked && constraint !== undefined && constraint.kind !== "count"))
      coefficients.set(row.id, new Map());
  }
  for (const [i, { parts }] of asked.entries())
    for (const { sum, weight } of parts)
      for (const row of compiled.rowsOfSum[sum]!)
        coefficients.get(row.id)?.set(i, row.terms[0]!.factor * BigInt(weight));
  return [...coefficients].map(([id, own]) => ({
    limit: compiled.rowById.get(id)!.limit,
    coefficients: own,
    rising: [...own.values()].reduce((sum, coefficient) => sum + coefficient, 0n),
    held: 0n,
  }));
}

/** The part at which a row is full, rounded down. */
function fullAt({ limit, held, rising }: FilledRow): bigint {
  return (limit * ONE - held) / rising;
}

/** A part of a choice, rounded down in each budget and in score; undefined for no part at all. */
function partOf(compiled: Compiled, choice: Choice, part: bigint): Choice | undefined {
  if (part === 0n) return undefined;
  if (part === ONE) return choice;
  const amounts: Record<string, number> = Object.create(null);
  for (const budget of Object.keys(choice.amounts)) {
    const amount = Number((BigInt(choice.amounts[budget]!) * part) / ONE);
    if (amount > 0) amounts[budget] = amount;
  }
  const product = BigInt(choice.score) * part;
  const score = Number(product / ONE) - (product < 0n && product % ONE !== 0n ? 1 : 0);
  return compiled.weigh(choice, { score, amounts: amounts as Amounts });
}

/** A part as it is written: a decimal string without trailing zeros. */
export function partText(part: bigint): string {
  const digits = String(part % ONE)
    .padStart(12, "0")
    .replace(/0+$/, "");
  return `${part / ONE}${digits === "" ? "" : `.${digits}`}`;
}

/** A decimal string of at most twelve decimals in units of 10^-12. */
export function partUnits(text: string): bigint {
  const [whole = "0", decimals = ""] = text.split(".");
  return BigInt(whole + decimals.padEnd(12, "0"));
}
