/** A call is decided once: which round decided it. */
import type { Queryable } from "@voorsprong/store";

/** A call as a round that counts stands for it; `call` is the name in the round. */
export interface CountingRound {
  readonly fundId: string;
  readonly call: string;
  readonly example: boolean;
  /** The decided round whose place this one takes; that one is then no reason to refuse. */
  readonly supersedes?: string | null;
}

/**
 * The round whose published decision decided a call last, or null where there is none or this one takes its place. Trials decide nothing; an example decides the call for
 * other examples only, a real round for both.
 */
export async function decidedBy(
  from: Queryable,
  { fundId, call, example, supersedes = null }: CountingRound,
): Promise<string | null> {
  const [row] = await from.query<{ id: string }>(
    `SELECT r.id FROM rounds r JOIN decisions d ON d.round_id = r.id
     WHERE r.fund_id = $1 AND r.terms->>'round' = $2 AND NOT r.trial AND (NOT r.example OR $3::boolean)
     ORDER BY r.example, d.ledger_seq DESC LIMIT 1`,
    [fundId, call, example],
  );
  return row === undefined || row.id === supersedes ? null : row.id;
}

/** The round that decided the call of this round, or null; nothing decides for a trial or a round without a fund. */
export async function callDecidedBy(from: Queryable, roundId: string): Promise<string | null> {
  const [round] = await from.query<CountingRound>(
    `SELECT fund_id AS "fundId", terms->>'round' AS call, example, supersedes FROM rounds
     WHERE id = $1 AND NOT trial AND fund_id IS NOT NULL`,
    [roundId],
  );
  return round === undefined ? null : decidedBy(from, round);
}

/** Says that a call is decided, and what can be done. */
export function callIsDecided(call: string, roundId: string): string {
  return `The call ${call} is already decided by round ${roundId}; register this round as a trial.`;
}
