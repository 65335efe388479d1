/** Advances on a grant (Awb 4:95). */
import { basisPoints, checkCents, partOf, sumOf, whole } from "./model/exact.js";
import { SettlementInputError } from "./model/line.js";

/** An advance as a call or an agreement plans it. */
export interface PlannedAdvance {
  readonly id: string;
  /** Part of the grant, in basis points. */
  readonly basisPoints: number;
}

/** An advance as an amount. */
export type Advance<Plan extends PlannedAdvance> = Plan & { readonly cents: number };

/**
 * The amounts of advances. Each is the difference of two totals that are rounded down, so that together they are
 * exactly the part of the grant that their percentages are together.
 *
 * @throws SettlementInputError when the percentages are more than 100% together
 */
export function advanceSchedule<Plan extends PlannedAdvance>(
  grantCents: number,
  plan: readonly Plan[],
): Advance<Plan>[] {
  checkCents(grantCents, "The grant");
  for (const { id, basisPoints: part } of plan)
    if (!Number.isInteger(part) || part < 0)
      throw new SettlementInputError(
        `Advance ${id}: a percentage is 0 or more whole basis points, not ${part}.`,
      );
  const total = sumOf(plan.map((advance) => advance.basisPoints));
  if (total > whole)
    throw new SettlementInputError(
      `The advances are ${total / 100}% of the grant together; at most 100% is possible.`,
    );
  let share = 0;
  return plan.map((advance) => {
    const before = partOf(grantCents, basisPoints(share));
    share += advance.basisPoints;
    return { ...advance, cents: partOf(grantCents, basisPoints(share)) - before };
  });
}

/**
 * An amount in equal parts; the first ones take the cents that are left over.
 * @param parts 1 or more
 */
export function equalParts(cents: number, parts: number): number[] {
  checkCents(cents, "The amount");
  if (!Number.isInteger(parts) || parts < 1)
    throw new SettlementInputError(`A number of parts is 1 or more, not ${parts}.`);
  const each = Math.floor(cents / parts);
  const rest = cents - each * parts;
  return Array.from({ length: parts }, (_, part) => each + (part < rest ? 1 : 0));
}
