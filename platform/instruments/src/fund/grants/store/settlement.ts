/** Settlement requests, proposals and recoveries as the tables hold them. */
import type { Queryable } from "@voorsprong/store";
import type { CostCell } from "../views/parts.js";
import type {
  NewSettlement,
  NewWithdrawal,
  SettlementOutcome,
  WithdrawalOutcome,
} from "../views/settlement.js";

/** What a recipient sent to have the grant settled. */
export interface SettlementRequestRecord {
  readonly id: string;
  readonly statement: string;
  readonly costs: CostCell[];
  readonly evidence: ("performance" | "costs" | "auditor")[];
  readonly requestedAt: Date;
}

/** The latest request, or null. */
export async function latestRequest(
  from: Queryable,
  applicationId: string,
): Promise<SettlementRequestRecord | null> {
  const [row] = await from.query<SettlementRequestRecord>(
    `SELECT id, statement, costs, evidence, requested_at AS "requestedAt" FROM settlement_requests
     WHERE application_id = $1 ORDER BY position DESC LIMIT 1`,
    [applicationId],
  );
  return row ?? null;
}

/** What one person proposed and another decides. */
export type ProposalRecord = {
  readonly id: string;
  readonly state: "proposed" | "approved" | "sent-back";
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
} & (
  | { readonly kind: "settlement"; readonly content: NewSettlement; readonly outcome: SettlementOutcome }
  | { readonly kind: "withdrawal"; readonly content: NewWithdrawal; readonly outcome: WithdrawalOutcome }
);

/** Proposals, oldest first. */
export function listProposals(from: Queryable, applicationId: string): Promise<ProposalRecord[]> {
  return from.query<ProposalRecord>(
    `SELECT id, kind, content, outcome, state, proposed_by AS "proposedBy", proposed_at AS "proposedAt",
       decided_at AS "decidedAt", decision FROM grant_proposals WHERE application_id = $1 ORDER BY position`,
    [applicationId],
  );
}

/** A recovery with what came in and how it may be paid in parts. */
export interface RecoveryRecord {
  readonly id: string;
  readonly cents: number;
  readonly orderedOn: string;
  readonly due: string;
  readonly receipts: readonly { readonly receivedOn: string; readonly cents: number; readonly seq: number }[];
  readonly instalments: readonly { readonly day: string; readonly cents: number }[];
}

/** The recoveries of a grant, oldest first. */
export async function listRecoveries(from: Queryable, applicationId: string): Promise<RecoveryRecord[]> {
  const rows = await from.query<Omit<RecoveryRecord, "receipts" | "instalments">>(
    `SELECT id, cents, ordered_on AS "orderedOn", due FROM recoveries WHERE application_id = $1 ORDER BY ledger_seq`,
    [applicationId],
  );
  return Promise.all(
    rows.map(async (row) => {
      const receipts = await from.query<RecoveryRecord["receipts"][number]>(
        `SELECT received_on AS "receivedOn", cents, ledger_seq AS seq FROM recovery_receipts WHERE recovery_id = $1
         ORDER BY received_on, ledger_seq`,
        [row.id],
      );
      const [plan] = await from.query<{ instalments: RecoveryRecord["instalments"] }>(
        "SELECT instalments FROM recovery_plans WHERE recovery_id = $1 ORDER BY id DESC LIMIT 1",
        [row.id],
      );
      return { ...row, receipts, instalments: plan?.instalments ?? [] };
    }),
  );
}
