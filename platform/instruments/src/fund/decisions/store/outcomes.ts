/** What was decided about each application. The latest line counts. */
import type { Queryable, Transaction } from "@voorsprong/store";
import { inBatches } from "../../rounds/store/batches.js";
import type { Outcome } from "../model.js";

/** An outcome with where it comes from. */
export interface OutcomeRecord extends Outcome {
  readonly proposalId: string;
  readonly at: Date;
}

const columns = `application_id AS "applicationId", kind, ground, article, reason, awarded, amounts, reserve,
  proposal_id AS "proposalId", at`;

/** Adds outcomes of a proposal. */
export async function insertOutcomes(
  tx: Transaction,
  { callId, proposalId, at }: { readonly callId: string; readonly proposalId: string; readonly at: Date },
  outcomes: readonly Outcome[],
): Promise<void> {
  await inBatches(outcomes, async (batch) => {
    await tx.query(
      `INSERT INTO outcomes (application_id, call_id, proposal_id, kind, ground, article, reason, awarded, amounts,
         reserve, at)
       SELECT id, $1, $2::uuid, kind, ground, article, reason::jsonb, awarded, amounts::jsonb, reserve, $3::timestamptz
       FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::text[], $11::int[])
         AS o (id, kind, ground, article, reason, awarded, amounts, reserve)`,
      [
        callId,
        proposalId,
        at,
        batch.map((each) => each.applicationId),
        batch.map((each) => each.kind),
        batch.map((each) => each.ground),
        batch.map((each) => each.article),
        batch.map((each) => each.reason && JSON.stringify(each.reason)),
        batch.map((each) => each.awarded),
        batch.map((each) => JSON.stringify(each.amounts)),
        batch.map((each) => each.reserve),
      ],
    );
  });
}

/** What stands for an application, or null when nothing was decided. */
export async function currentOutcome(from: Queryable, applicationId: string): Promise<OutcomeRecord | null> {
  const [row] = await from.query<OutcomeRecord>(
    `SELECT ${columns} FROM outcomes WHERE application_id = $1 ORDER BY id DESC LIMIT 1`,
    [applicationId],
  );
  return row ?? null;
}

/** Every outcome of an application, newest first. */
export const outcomeHistory = (from: Queryable, applicationId: string): Promise<OutcomeRecord[]> =>
  from.query(`SELECT ${columns} FROM outcomes WHERE application_id = $1 ORDER BY id DESC`, [applicationId]);

/** What stands for every application of a call, by application. */
export async function currentOutcomes(
  from: Queryable,
  callId: string,
): Promise<ReadonlyMap<string, OutcomeRecord>> {
  const rows = await from.query<OutcomeRecord>(
    `SELECT DISTINCT ON (application_id) ${columns} FROM outcomes WHERE call_id = $1
     ORDER BY application_id, id DESC`,
    [callId],
  );
  return new Map(rows.map((row) => [row.applicationId, row]));
}
