/** Payment orders and their batches as the tables hold them. */
import type { Page, Queryable } from "@voorsprong/store";
import type { PaymentBatchView } from "../views/grant.js";
import type { PaymentView } from "../views/parts.js";

/** A payment order with what people call its grant. */
export type PaymentRecord = Omit<PaymentView, "proposedAt" | "own"> & {
  readonly fundId: string;
  readonly proposedAt: Date;
  readonly proposedBy: string;
};

const columns = `p.id, p.application_id AS "applicationId", p.fund_id AS "fundId", g.dossier, o.name AS organisation,
  p.purpose, p.advance, p.cents, p.reference, p.state, p.proposed_at AS "proposedAt", p.proposed_by AS "proposedBy",
  p.judgement, p.paid_on AS "paidOn", p.batch_id AS "batchId"`;
const tables = `payment_orders p JOIN grants g ON g.application_id = p.application_id
  JOIN organisations o ON o.id = g.organisation_id`;

const done = "p.state IN ('paid', 'rejected')";

/** The orders of a grant, oldest first. */
export function paymentsOf(from: Queryable, applicationId: string): Promise<PaymentRecord[]> {
  return from.query<PaymentRecord>(
    `SELECT ${columns} FROM ${tables} WHERE p.application_id = $1 ORDER BY p.proposed_at, p.reference`,
    [applicationId],
  );
}

/** Which orders a list holds. */
export interface PaymentQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly fundId?: string | undefined;
  readonly state?: PaymentView["state"] | undefined;
}

/** Orders of some funds (null: of all): what waits longest is on top, what is done comes after it, newest first. */
export async function listPayments(
  from: Queryable,
  funds: readonly string[] | null,
  { page, pageSize, fundId, state }: PaymentQuery,
): Promise<Page<PaymentRecord>> {
  const parameters = [funds, fundId ?? null, state ?? null];
  const matching = `($1::text[] IS NULL OR p.fund_id = ANY($1)) AND ($2::text IS NULL OR p.fund_id = $2)
    AND ($3::text IS NULL OR p.state = $3)`;
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM payment_orders p WHERE ${matching}`,
    parameters,
  );
  const items = await from.query<PaymentRecord>(
    `SELECT ${columns} FROM ${tables} WHERE ${matching}
     ORDER BY ${done}, CASE WHEN NOT ${done} THEN p.proposed_at END, p.proposed_at DESC, p.reference
     LIMIT $4::int OFFSET $5::bigint`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}

/** A batch of orders with its file. */
export type BatchRecord = Omit<PaymentBatchView, "madeAt"> & { readonly madeAt: Date };

const batchColumns = `b.id, b.fund_id AS "fundId", b.number, b.made_at AS "madeAt", b.sha256,
  (SELECT count(*) FROM payment_orders p WHERE p.batch_id = b.id) AS orders,
  (SELECT coalesce(sum(p.cents), 0)::bigint FROM payment_orders p WHERE p.batch_id = b.id) AS cents,
  (SELECT count(*) FROM payment_orders p WHERE p.batch_id = b.id AND p.state = 'paid') AS paid`;

/** The batches of a fund, newest first. */
export function listBatches(from: Queryable, fundId: string): Promise<BatchRecord[]> {
  return from.query<BatchRecord>(
    `SELECT ${batchColumns} FROM payment_batches b WHERE b.fund_id = $1 ORDER BY b.number DESC`,
    [fundId],
  );
}

/** One batch, or null. */
export async function getBatch(
  from: Queryable,
  batchId: string,
): Promise<(BatchRecord & { readonly file: string }) | null> {
  const [row] = await from.query<BatchRecord & { file: string }>(
    `SELECT ${batchColumns}, b.file FROM payment_batches b WHERE b.id = $1`,
    [batchId],
  );
  return row ?? null;
}
