/** Decisions: published exactly once per round, with their awards and their ledger entry. */
import type { Decision } from "@voorsprong/allocation";
import { advisoryLock, type Json, type Queryable, type Store, type Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { DecisionLine } from "../../../kernel/views.js";
import { inBatches } from "./batches.js";
import { callIsDecided, decidedBy } from "./call-decisions.js";
import { keptDraw } from "./draws.js";
import type { DecisionRecord, FundTotals, NewDecisionRecord } from "./records.js";
import { type AwardColumns, awardColumns } from "./rows.js";

interface DecisionRow {
  readonly roundId: string;
  readonly hash: string;
  readonly at: Date;
  readonly ledgerSeq: number;
  readonly seconds: number;
  readonly summary: Json;
}

async function insertAwards(tx: Transaction, roundId: string, rows: readonly AwardColumns[]) {
  await inBatches(rows, async (batch) => {
    await tx.query(
      `INSERT INTO awards (round_id, position, funded, awarded, option, funded_other, explanation, part)
       SELECT $1, position, funded, awarded, option, funded_other, explanation::jsonb, part
       FROM unnest($2::int[], $3::boolean[], $4::bigint[], $5::text[], $6::boolean[], $7::text[], $8::text[])
         AS w (position, funded, awarded, option, funded_other, explanation, part)`,
      [
        roundId,
        batch.map((row) => row.position),
        batch.map((row) => row.funded),
        batch.map((row) => row.awarded),
        batch.map((row) => row.option),
        batch.map((row) => row.fundedOther),
        batch.map((row) => row.explanation && JSON.stringify(row.explanation)),
        batch.map((row) => row.part),
      ],
    );
  });
}

/** Refuses a decision on another round, under another rule or after another draw than was registered. */
async function checkBelongs(tx: Transaction, roundId: string, decision: Decision, registeredHash: string) {
  const [round] = await tx.query<{
    roundHash: string;
    rule: string;
    fundId: string | null;
    trial: boolean;
    example: boolean;
    call: string;
    supersedes: string | null;
  }>(
    `SELECT round_hash AS "roundHash", rule, fund_id AS "fundId", trial, example, terms->>'round' AS call, supersedes
     FROM rounds WHERE id = $1`,
    [roundId],
  );
  if (round === undefined) throw new Error(`there is no round ${roundId} to decide`);
  const kept = await keptDraw(tx, roundId);
  const { draw } = decision.round.tieBreak;
  const isDrawn = kept === null || (draw?.secret === kept.secret && draw.entry === kept.entry);
  if (!isDrawn) throw new Error(`the decision is not made after the draw of round ${roundId}`);
  const decidedHash = kept === null ? decision.roundHash : registeredHash;
  if (round.roundHash !== decidedHash || round.rule !== decision.rule) {
    throw new Error(
      `the decision is about ${decidedHash} under "${decision.rule}", but round ${roundId} was registered as ` +
        `${round.roundHash} under "${round.rule}"`,
    );
  }
  return round;
}

/**
 * Publishes a decision: its row, its awards, its ledger entry `decision.published` and the end of its job, in one
 * transaction. A round has one decision: where there is one, it is given and nothing but the job's end is written.
 *
 * @throws JobInterrupted when the job was cancelled or lost; then nothing is written
 * @throws Refusal when another round has decided the call
 * @throws Error when the decision does not belong to the round as it was registered
 */
export async function publishDecision(
  store: Pick<Store, "database" | "ledger">,
  { roundId, decision, document, registeredHash, seconds, summary, finish, accompany }: NewDecisionRecord,
): Promise<{ published: boolean; record: DecisionRecord }> {
  const { rule, roundHash, hash, outcome, proof } = decision;
  const awarded = outcome.status === "decided" ? outcome.spent.total : 0;
  const rows = awardColumns(decision);
  return store.database.transaction(async (tx) => {
    await advisoryLock(tx, `fund.decision/${roundId}`);
    const { fundId, trial, example, call, supersedes } = await checkBelongs(
      tx,
      roundId,
      decision,
      registeredHash,
    );
    const existing = await getDecision(tx, roundId);
    if (existing !== null) {
      await finish?.(tx);
      return { published: false, record: existing };
    }
    if (fundId !== null && !trial) {
      // Two rounds of one call may be decided at the same time; the second one here is refused.
      await advisoryLock(tx, `fund.call/${fundId}/${call}`);
      const other = await decidedBy(tx, { fundId, call, example, supersedes });
      if (other !== null) throw new Refusal("conflict", callIsDecided(call, other));
    }
    await insertAwards(tx, roundId, rows);
    await finish?.(tx);
    const conclude = await accompany?.(tx);
    const body = { hash, roundHash, rule, level: proof.level, fundId, trial, example };
    const { at, seq } = await store.ledger.append(tx, { kind: "decision.published", subject: roundId, body });
    await tx.query(
      `INSERT INTO decisions (round_id, hash, level, awarded, seconds, summary, document, at, ledger_seq)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::timestamptz, $9)`,
      [roundId, hash, proof.level, awarded, seconds, JSON.stringify(summary), document, at, seq],
    );
    await conclude?.();
    return { published: true, record: { roundId, hash, at, ledgerSeq: seq, seconds, summary } };
  });
}

/** Gives the decision on a round without its document, or null. */
export async function getDecision(from: Queryable, roundId: string): Promise<DecisionRecord | null> {
  const [row] = await from.query<DecisionRow>(
    `SELECT round_id AS "roundId", hash, at, ledger_seq AS "ledgerSeq", seconds, summary FROM decisions
     WHERE round_id = $1`,
    [roundId],
  );
  return row === undefined ? null : { ...row, at: row.at.toISOString() };
}

/** The decision document on a round, byte for byte as it was hashed, or null. */
export async function getDecisionDocument(from: Queryable, roundId: string): Promise<string | null> {
  const [row] = await from.query<{ document: string }>("SELECT document FROM decisions WHERE round_id = $1", [
    roundId,
  ]);
  return row?.document ?? null;
}

/**
 * The rounds of a fund that count: no trials, and of each call the newest, which takes the place of those before it.
 * `$1` is the fund.
 */
const counting = (
  extra: string,
) => `SELECT DISTINCT ON (r.example, r.terms->>'round') r.id, r.title, r.example, r.budget
  FROM rounds r ${extra} WHERE r.fund_id = $1 AND NOT r.trial
  ORDER BY r.example, r.terms->>'round', r.ledger_seq DESC`;

/**
 * The money of a fund's rounds that count: one line for real rounds and one for example rounds, where any. A call that
 * was registered again commits its budget once, and its newest decision is the one that counts.
 */
export async function fundTotals(from: Queryable, fundId: string): Promise<FundTotals[]> {
  const rows = await from.query<Omit<FundTotals, "lastDecision" | "decisions" | "decided">>(
    `SELECT example, count(*) AS rounds, sum(budget)::bigint AS committed FROM (${counting("")}) r
     GROUP BY example ORDER BY example`,
    [fundId],
  );
  const decided = await from.query<Omit<DecisionLine, "at"> & { at: Date; awarded: number }>(
    `SELECT r.id AS "roundId", r.title, d.at, d.level, d.hash, r.example, d.awarded
     FROM (${counting("JOIN decisions d ON d.round_id = r.id")}) r JOIN decisions d ON d.round_id = r.id
     ORDER BY d.ledger_seq DESC`,
    [fundId],
  );
  return rows.map((row) => {
    const lines = decided.filter((line) => line.example === row.example);
    const [newest] = lines;
    return {
      ...row,
      decisions: lines.length,
      decided: lines.reduce((sum, { awarded }) => sum + awarded, 0),
      lastDecision: newest === undefined ? null : lineOf(newest),
    };
  });
}

function lineOf({
  roundId,
  title,
  at,
  level,
  hash,
  example,
}: Omit<DecisionLine, "at"> & { at: Date }): DecisionLine {
  return { roundId, title, at: at.toISOString(), level, hash, example };
}
