/** The secrets of rounds that are drawn by the ledger. */
import type { Queryable, Transaction } from "@voorsprong/store";
import type { KeptDraw } from "../tasks.js";
import type { NewRoundRecord } from "./records.js";

/** Keeps the secret of a round, in the transaction that registers it. */
export async function insertDraw(
  tx: Transaction,
  roundId: string,
  { secret, sourceHash }: NonNullable<NewRoundRecord["draw"]>,
): Promise<void> {
  await tx.query("INSERT INTO round_draws (round_id, source_hash, secret) VALUES ($1, $2, $3)", [
    roundId,
    sourceHash,
    secret,
  ]);
}

/** What completes the seed of a round; null where the ledger draws nothing. Only for deciding: it is a secret. */
export async function keptDraw(from: Queryable, roundId: string): Promise<KeptDraw | null> {
  const [row] = await from.query<KeptDraw>(
    `SELECT w.secret, l.hash AS entry FROM round_draws w JOIN rounds r ON r.id = w.round_id
     JOIN ledger l ON l.seq = r.ledger_seq WHERE w.round_id = $1`,
    [roundId],
  );
  return row ?? null;
}
