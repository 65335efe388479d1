/** What limits come to when the whole budget is awarded, in exact whole numbers. */
import { euros, type Found, type LenientLimit } from "./parts.js";

/** A limit with its place. */
export type FoundLimit = Found<LenientLimit>;
/** The floor or the cap of a limit. */
export type Side = "min" | "max";

/** The place of one side of a limit. */
export const at = (found: FoundLimit, side: Side) => ({
  document: found.document,
  path: [...found.path, side],
});

/** The one budget that a limit is about; undefined when it is about all. */
export const budgetOf = (limit: LenientLimit): string | undefined =>
  "budget" in limit ? limit.budget : undefined;

/** Decimals of a share; one cent is this many units here, so that a share of an amount is a whole number. */
const SCALE = 10n ** 12n;

/** Cents in the units of this file. */
export const unitsOf = (cents: bigint): bigint => cents * SCALE;

/** Whole cents of an amount in units, rounded down. */
export const centsOf = (units: bigint): bigint => units / SCALE;

/** A canonical share ("0.05") as a numerator over {@link SCALE}. */
function numerator(share: string): bigint {
  const [whole, decimals = ""] = share.split(".");
  return BigInt(whole + decimals.padEnd(12, "0"));
}

/** A number of units as a percentage of `total` cents, for instance "12.5%"; exact for sums of shares. */
export function percentOf(units: bigint, total: bigint): string {
  if (total === 0n) return "0%";
  const digits = String((units * 100n) / total).padStart(13, "0");
  const decimals = digits.slice(-12).replace(/0+$/, "");
  return `${digits.slice(0, -12)}${decimals === "" ? "" : `.${decimals}`}%`;
}

/** The bound that `side` of a limit sets on the awarded amount, in units; null when it sets none. */
export function boundOf(limit: LenientLimit, side: "min" | "max", budget: bigint): bigint | null {
  if (limit.kind === "share") {
    const share = limit[side];
    return share === undefined ? null : numerator(share) * budget;
  }
  if (limit.kind === "amount") {
    const amount = limit[side];
    return amount === undefined ? null : unitsOf(BigInt(amount));
  }
  // No award, no money: a count limits an amount only when it allows nothing at all.
  return limit.kind === "count" && side === "max" && limit.max === 0 ? 0n : null;
}

/** What a limit says on one side, as it would be written. */
export function written(limit: LenientLimit, side: Side): string {
  if (limit.kind === "share") return percentOf(boundOf(limit, side, 1n) ?? 0n, 1n);
  if (limit.kind === "amount") return euros(limit[side] ?? 0);
  return String(limit.kind === "count" ? limit[side] : "");
}
