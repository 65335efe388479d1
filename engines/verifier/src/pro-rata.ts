/** The rule `pro-rata` (docs/formats/decision.md, "Pro rata"): progressive filling, in whole numbers. */

import type { Choice, Compiled, Selection } from "./compile.js";
import { bare } from "./json.js";
import type { Line } from "./lines.js";
import type { Row } from "./rows.js";
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
  const parts: (bigint | undefined)[] = asked.map(() => undefined);
  const sums = filledSums(compiled, asked);
  const rows = filledRows(compiled);
  for (;;) {
    let least = ONE;
    const fulls = rows.map((row) => {
      const full = fullAt(row, sums[row.terms[0]!.sum]!);
      if (full < least) least = full;
      return full;
    });
    if (least === ONE) break;
    // What this step settles, per sum.
    const settled = new Float64Array(compiled.sums);
    for (const [r, row] of rows.entries()) {
      if (fulls[r] !== least) continue;
      for (const i of sums[row.terms[0]!.sum]!.members) {
        if (parts[i] !== undefined) continue;
        parts[i] = least;
        for (const { sum, weight } of asked[i]!.parts) settled[sum] = settled[sum]! + weight;
      }
    }
    for (const [k, sum] of sums.entries()) {
      sum.rising -= settled[k]!;
      sum.held += BigInt(settled[k]!) * least;
    }
  }
  const final = parts.map((part) => part ?? ONE);
  return { awarded: asked.map((choice, i) => partOf(compiled, choice, final[i]!)), parts: final };
}

/** One sum while it is filled. */
interface FilledSum {
  /** The applications that add to it. */
  readonly members: number[];
  /** What the applications still rising ask in it. */
  rising: number;
  /** What the settled applications hold in it, in units of 10^-12. */
  held: bigint;
}

function filledSums(compiled: Compiled, asked: readonly Choice[]): readonly FilledSum[] {
  const sums = Array.from({ length: compiled.sums }, (): FilledSum => ({ members: [], rising: 0, held: 0n }));
  for (const [i, { parts }] of asked.entries())
    for (const { sum, weight } of parts) {
      sums[sum]!.members.push(i);
      sums[sum]!.rising += weight;
    }
  return sums;
}

/** The rows that are honoured: budgets, maxima in money, and maximum shares of the budget. Each is one sum. */
function filledRows({ round, rows }: Compiled): readonly Row[] {
  return rows.filter(({ id, walked }) => {
    const [kind, which] = id.split("/");
    if (kind === "budget") return true;
    return walked && kind === "limit" && round.constraints[Number(which)]!.kind !== "count";
  });
}

/** The part at which a row is full, rounded down: (b - F)/W; at least one where nothing rises in it. */
function fullAt({ limit, terms }: Row, { rising, held }: FilledSum): bigint {
  const { factor } = terms[0]!;
  return rising === 0 ? ONE : (limit * ONE - factor * held) / (factor * BigInt(rising));
}

/** A part of a choice, rounded down in each budget and in score; undefined for no part at all. */
function partOf(compiled: Compiled, choice: Choice, part: bigint): Choice | undefined {
  if (part === 0n) return undefined;
  if (part === ONE) return choice;
  const amounts = bare<number>();
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
