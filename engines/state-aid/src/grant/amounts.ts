import type { Line } from "../model/common.js";
import type { Cell } from "./cells.js";

/** What a limit took off the aid of one cell, in cents. */
export interface Reduction {
  readonly by: string;
  readonly cents: number;
  readonly article: string | null;
}

/** A cell with its money, in cents: the highest aid by rate, what limits took off, what remains. */
export interface CellAmount {
  readonly cell: Cell;
  readonly rate: number;
  readonly maximum: number;
  readonly reductions: readonly Reduction[];
  readonly grant: number;
}

/** Amounts after a limit, with the lines that say what it did. */
export interface Limited {
  readonly amounts: readonly CellAmount[];
  readonly lines: readonly Line[];
}

/**
 * Keeps the aid of some cells together within a limit. What is too much comes off the last cells first, so the
 * outcome does not depend on anything but the order of the project.
 */
export function fit(
  amounts: readonly CellAmount[],
  concerns: (amount: CellAmount) => boolean,
  limit: number,
  by: Pick<Reduction, "by" | "article">,
): readonly CellAmount[] {
  let over = amounts.filter(concerns).reduce((sum, { grant }) => sum + grant, 0) - Math.max(0, limit);
  return amounts
    .toReversed()
    .map((amount) => {
      if (over <= 0 || !concerns(amount)) return amount;
      const cents = Math.min(over, amount.grant);
      over -= cents;
      return cents === 0
        ? amount
        : { ...amount, grant: amount.grant - cents, reductions: [...amount.reductions, { ...by, cents }] };
    })
    .toReversed();
}

/** The aid of the cells that are concerned, in cents. */
export function grantOf(amounts: readonly CellAmount[], concerns: (amount: CellAmount) => boolean): number {
  return amounts.filter(concerns).reduce((sum, { grant }) => sum + grant, 0);
}
