/** The edits that loosen or leave out one limit; docs/formats/explanation.md says how much one step is. */
import type { Edit } from "../model/explanation.js";
import type { Round } from "../model/round.js";
import type { Row } from "../problem/problem.js";
import { decimalText, parseDecimal, scaleDecimal } from "../reading/decimal.js";

/** A share of one, and the step of a share, in the decimals a share may have. */
const SHARE_DECIMALS = 12;
const WHOLE_SHARE = 10n ** BigInt(SHARE_DECIMALS);
const SHARE_STEP = WHOLE_SHARE / 100n;

/** The edit that makes a row one step looser; null where it has no steps or is as loose as it can be. */
export function looserEdit(round: Round, { source }: Row): Edit | null {
  if ("budget" in source) {
    const { amount } = round.budgets.find(({ id }) => id === source.budget)!;
    const looser = amount + hundredth(amount);
    const total = round.budgets.reduce((sum, budget) => sum + budget.amount, looser - amount);
    if (looser === amount || !Number.isSafeInteger(total)) return null;
    return { edit: "budget", budget: source.budget, amount: looser };
  }
  if (!("constraint" in source) || source.side === null) return null;
  const { constraint, side } = source;
  const limit = round.constraints[constraint]!;
  if (limit.kind === "at-most-one" || limit.kind === "requires") return null;
  const from = limit[side];
  if (from === undefined) return null;
  const to =
    typeof from === "string" ? looserShare(from, side) : looserNumber(from, side, limit.kind === "count");
  return to === from ? null : { edit: "limit", constraint, side, to };
}

/** The edit that leaves a row out; null for rows that are no side of a limit, budgets among them. */
export function withoutEdit({ source }: Row): Edit | null {
  if (!("constraint" in source) || source.side === null) return null;
  return { edit: "limit", constraint: source.constraint, side: source.side, to: null };
}

function looserNumber(from: number, side: "min" | "max", isCount: boolean): number {
  const step = isCount ? 1 : hundredth(from);
  return side === "min" ? Math.max(0, from - step) : Math.min(Number.MAX_SAFE_INTEGER, from + step);
}

function looserShare(from: string, side: "min" | "max"): string {
  const share = scaleDecimal(parseDecimal(from)!, SHARE_DECIMALS)!;
  const moved = side === "min" ? share - SHARE_STEP : share + SHARE_STEP;
  const digits = moved < 0n ? 0n : moved > WHOLE_SHARE ? WHOLE_SHARE : moved;
  return decimalText(parseDecimal(decimalText({ digits, scale: SHARE_DECIMALS }))!);
}

/** A hundredth of a whole number, rounded up. */
function hundredth(amount: number): number {
  return Number((BigInt(amount) + 99n) / 100n);
}
