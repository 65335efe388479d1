/** The money of grants: every movement is a row that cannot change, with its ledger entry, in one transaction. */
import type { Json, Ledger, LedgerEntry, Queryable, Transaction } from "@voorsprong/store";

/** What can happen to a grant's money; the ledger has the same kinds. */
export const moneyKinds = [
  "grant.awarded",
  "grant.changed",
  "payment.made",
  "grant.settled",
  "recovery.ordered",
  "recovery.received",
] as const;
export type MoneyKind = (typeof moneyKinds)[number];

/** One movement. */
export interface Movement {
  readonly kind: MoneyKind;
  readonly applicationId: string;
  readonly fundId: string;
  readonly example: boolean;
  /** 0 or more; of `grant.changed` the difference, which can be below 0. */
  readonly cents: number;
  /** The day it counts for, `YYYY-MM-DD`. */
  readonly onDay: string;
  /** The organisation it concerns: a name, never a person. */
  readonly organisation: string;
  /** Hashes and numbers that belong to it. */
  readonly details?: { readonly [name: string]: Json };
}

/** Writes a movement: its ledger entry and its row. */
export async function bookMoney(
  tx: Transaction,
  ledger: Pick<Ledger, "append">,
  { kind, applicationId, fundId, example, cents, onDay, organisation, details = {} }: Movement,
): Promise<LedgerEntry> {
  const entry = await ledger.append(tx, {
    kind,
    subject: applicationId,
    body: { ...details, fundId, example, cents, onDay, organisation },
  });
  await tx.query(
    `INSERT INTO grant_money (ledger_seq, application_id, fund_id, example, kind, cents, on_day, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::timestamptz)`,
    [entry.seq, applicationId, fundId, example, kind, cents, onDay, entry.at],
  );
  return entry;
}

/** Sums of movements in cents. */
export interface GrantMoney {
  /** The grant as it stands: awarded and changed. */
  readonly granted: number;
  readonly paid: number;
  /** Null until it is settled. */
  readonly settled: number | null;
  readonly recoveryOrdered: number;
  readonly recovered: number;
}

type SumRow = { kind: MoneyKind; cents: number };

const moneyOf = (rows: readonly SumRow[]): GrantMoney => {
  const sum = (kind: MoneyKind) => rows.find((row) => row.kind === kind)?.cents;
  return {
    granted: (sum("grant.awarded") ?? 0) + (sum("grant.changed") ?? 0),
    paid: sum("payment.made") ?? 0,
    settled: sum("grant.settled") ?? null,
    recoveryOrdered: sum("recovery.ordered") ?? 0,
    recovered: sum("recovery.received") ?? 0,
  };
};

/** The money of one grant. */
export async function moneyOfGrant(from: Queryable, applicationId: string): Promise<GrantMoney> {
  return moneyOf(
    await from.query<SumRow>(
      "SELECT kind, sum(cents)::bigint AS cents FROM grant_money WHERE application_id = $1 GROUP BY kind",
      [applicationId],
    ),
  );
}

/** The money of all grants of a fund. @param example whether of examples or of what is real */
export async function moneyOfFund(from: Queryable, fundId: string, example: boolean): Promise<GrantMoney> {
  return moneyOf(
    await from.query<SumRow>(
      "SELECT kind, sum(cents)::bigint AS cents FROM grant_money WHERE fund_id = $1 AND example = $2 GROUP BY kind",
      [fundId, example],
    ),
  );
}
