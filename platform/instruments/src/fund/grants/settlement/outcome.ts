/** What a settlement comes to: the agreement and the claims, through the settlement engine. */
import {
  type ClaimedCost,
  type Line,
  type Reduction,
  SettlementInputError,
  settle,
} from "@voorsprong/settlement";
import { Refusal } from "../../../kernel/refusal.js";
import type { Agreement } from "../agreement/document.js";
import { costName } from "../cost-name.js";
import type { CostCell, LineView } from "../views/parts.js";
import type { NewSettlement, SettlementOutcome } from "../views/settlement.js";

/** What a settlement is computed from. */
export interface SettlementFacts {
  readonly agreement: Agreement;
  /** Costs as claimed; empty where the grant is a fixed amount. */
  readonly costs: readonly CostCell[];
  readonly paidCents: number;
}

/** The id of a cost in a settlement: its cell. */
export const cellId = ({ workPackage, participant, category, year }: Omit<CostCell, "cents">): string =>
  [workPackage, participant, category, year].filter((part) => part !== "").join("/");

/**
 * Computes a settlement.
 * @throws Refusal when reductions do not fit
 */
export function settlementOutcome(
  { agreement, costs, paidCents }: SettlementFacts,
  { initiative, reductions }: NewSettlement,
): SettlementOutcome {
  const cells = merged(costs);
  try {
    const settlement = settle({
      grantCents: agreement.grantCents,
      regime: agreement.regime,
      initiative,
      costs: cells.map((cell) => claimed(agreement, cell)),
      participantLimits: agreement.participants.map(({ id, cents }) => ({ participant: id, cents })),
      reductions: reductions.map(
        (reduction, at) => ({ ...reduction, id: `reduction-${at + 1}` }) as Reduction,
      ),
      paidCents,
    });
    const cellOf = new Map(cells.map((cell) => [cellId(cell), cell]));
    return {
      settledCents: settlement.settledCents,
      paidCents,
      balanceCents: settlement.balanceCents,
      costs: settlement.costs.map((cost) => {
        const { participant, category, year } = cellOf.get(cost.id)!;
        return { ...cost, participant, category, year };
      }),
      lines: settlement.lines.map(lineView),
    };
  } catch (error) {
    if (error instanceof SettlementInputError) throw new Refusal("unusable", error.message);
    throw error;
  }
}

/** Cells that stand twice are added up. */
function merged(costs: readonly CostCell[]): CostCell[] {
  const cells = new Map<string, CostCell>();
  for (const cell of costs) {
    const id = cellId(cell);
    cells.set(id, { ...cell, cents: cell.cents + (cells.get(id)?.cents ?? 0) });
  }
  return [...cells.values()];
}

/** A claim at the rate of its own cell, or, where the budget has no such cell, at the participant's. */
function claimed({ costs, participants }: Agreement, cell: CostCell): ClaimedCost {
  const id = cellId(cell);
  const own = costs.filter(({ participant }) => participant === cell.participant);
  const planned = own.find((cost) => cost.id === id) ?? own[0];
  return {
    id,
    workPackage: cell.workPackage,
    participant: cell.participant,
    name: costName(cell, participants),
    claimedCents: cell.cents,
    rate: { numerator: planned?.numerator ?? 0, denominator: planned?.denominator ?? 1 },
  };
}

/** A line of the engine as it goes over the wire. */
function lineView({ text, article, result }: Line): LineView {
  return { text, article, cents: result?.unit === "cents" ? result.value : null };
}
