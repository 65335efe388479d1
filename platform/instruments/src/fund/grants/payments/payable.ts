/** What of a grant can be paid now. */
import type { AdvanceTerm, Agreement } from "../agreement/document.js";
import type { GrantRecord } from "../store/grants.js";

/** What an advance's state follows from. */
export interface PayableInput {
  readonly grant: Pick<GrantRecord, "state">;
  readonly suspended: boolean;
  /** Milestones that are met. */
  readonly met: ReadonlySet<string>;
  /** State of the order per advance that has one. */
  readonly orders: ReadonlyMap<string, "proposed" | "approved" | "ordered" | "paid">;
  readonly today: string;
}

/** An advance with how it stands. */
export type AdvanceStanding = AdvanceTerm & {
  readonly state: "planned" | "waiting" | "due" | "proposed" | "approved" | "ordered" | "paid";
};

/** How each advance of an agreement stands. */
export function advanceStandings({ advances }: Agreement, input: PayableInput): AdvanceStanding[] {
  return advances.map((advance) => ({ ...advance, state: stateOf(advance, input) }));
}

function stateOf(advance: AdvanceTerm, { grant, suspended, met, orders, today }: PayableInput) {
  const order = orders.get(advance.id);
  if (order !== undefined) return order;
  if (grant.state !== "running" || today < advance.due) return "planned";
  const isMet = advance.milestone === null || met.has(advance.milestone);
  return suspended || !isMet ? "waiting" : "due";
}
