/** Approved orders go to the payer as one file; bank data stay with the payer, who answers with a confirmation. */
import { createHash, randomUUID } from "node:crypto";
import { advisoryLock, type Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { writeCsv } from "../../exchange/table/index.js";
import type { GrantContext } from "../context.js";

interface Approved {
  readonly id: string;
  readonly reference: string;
  readonly dossier: string;
  readonly organisation: string;
  readonly kvk: string | null;
  readonly cents: number;
  readonly purpose: "advance" | "balance";
}

/** The columns of an order file. */
export const orderColumns = ["reference", "dossier", "organisation", "kvk", "amount", "purpose"] as const;

/**
 * Puts all approved orders of a fund in a new batch. Orders of grants whose payment was suspended meanwhile stay behind.
 * @returns the id of the batch
 * @throws Refusal when there is nothing to order
 */
export async function orderPayments(
  { database, now }: GrantContext,
  personId: string,
  fundId: string,
): Promise<string> {
  return database.transaction(async (tx) => {
    await advisoryLock(tx, `fund.payments/${fundId}`);
    const orders = await tx.query<Approved>(
      `SELECT p.id, p.reference, g.dossier, o.name AS organisation, o.kvk, p.cents, p.purpose
       FROM payment_orders p JOIN grants g ON g.application_id = p.application_id
       JOIN organisations o ON o.id = g.organisation_id
       WHERE p.fund_id = $1 AND p.state = 'approved' AND NOT EXISTS (
         SELECT 1 FROM payment_suspensions s WHERE s.application_id = p.application_id AND s.lifted_at IS NULL)
       ORDER BY p.reference FOR UPDATE OF p`,
      [fundId],
    );
    if (orders.length === 0)
      throw new Refusal("conflict", `No payment of the fund ${fundId} is approved and waits to be ordered.`);
    const file = await orderFile(orders);
    const id = randomUUID();
    await tx.query(
      `INSERT INTO payment_batches (id, fund_id, number, file, sha256, made_by, made_at)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 FROM payment_batches WHERE fund_id = $2`,
      [id, fundId, file, createHash("sha256").update(file).digest("hex"), personId, now()],
    );
    await markOrdered(tx, id, orders);
    return id;
  });
}

async function markOrdered(tx: Transaction, batchId: string, orders: readonly Approved[]): Promise<void> {
  await tx.query("UPDATE payment_orders SET state = 'ordered', batch_id = $1 WHERE id = ANY($2::uuid[])", [
    batchId,
    orders.map(({ id }) => id),
  ]);
}

async function orderFile(orders: readonly Approved[]): Promise<string> {
  const rows = orders.map(({ reference, dossier, organisation, kvk, cents, purpose }) => [
    reference,
    dossier,
    organisation,
    kvk,
    { cents },
    purpose,
  ]);
  let text = "";
  for await (const piece of writeCsv(orderColumns, once(rows))) text += piece;
  return text;
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
