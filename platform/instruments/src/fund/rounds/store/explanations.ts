/** Explanations: of a decision as a whole, and of single applications on request. Each is made once. */
import type { Json, Queryable, Transaction } from "@voorsprong/store";

/** The kind of job that explains a decision, or one application of it. */
export const explainJobKind = "fund.explain";

/** What an explanation is about: all of a round, or one application of it. */
export interface Explained {
  readonly roundId: string;
  readonly applicationId: string | null;
}

/** The subject of a job that explains; a round's id has no slash. */
export function explainSubject({ roundId, applicationId }: Explained): string {
  return applicationId === null ? roundId : `${roundId}/${applicationId}`;
}

/** What a job explains, from its subject. */
export function explainedBy(subject: string): Explained {
  const slash = subject.indexOf("/");
  return slash < 0
    ? { roundId: subject, applicationId: null }
    : { roundId: subject.slice(0, slash), applicationId: subject.slice(slash + 1) };
}

/** An explanation to be kept. */
export interface NewExplanationRecord extends Explained {
  readonly hash: string;
  /** The RFC 8785 text of the explanation. */
  readonly document: string;
  /** Figures for the page, computed once. */
  readonly summary: Json;
  /** How long it took. */
  readonly seconds: number;
}

/** An explanation without its document. */
export interface ExplanationRecord {
  readonly hash: string;
  readonly seconds: number;
  readonly summary: Json;
}

/** Keeps an explanation and ends its job in one transaction; where there is one already, that one stays. */
export async function keepExplanation(
  tx: Transaction,
  { roundId, applicationId, hash, document, summary, seconds }: NewExplanationRecord,
): Promise<void> {
  await tx.query(
    `INSERT INTO explanations (round_id, application, hash, document, summary, seconds)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6) ON CONFLICT (round_id, application) DO NOTHING`,
    [roundId, applicationId, hash, document, JSON.stringify(summary), seconds],
  );
}

/** An explanation in figures, or null. */
export async function getExplanation(
  from: Queryable,
  { roundId, applicationId }: Explained,
): Promise<ExplanationRecord | null> {
  const [row] = await from.query<ExplanationRecord>(
    `SELECT hash, seconds, summary FROM explanations
     WHERE round_id = $1 AND application IS NOT DISTINCT FROM $2`,
    [roundId, applicationId],
  );
  return row ?? null;
}

/** An explanation, byte for byte as it was hashed, with its hash, or null. */
export async function getExplanationDocument(
  from: Queryable,
  { roundId, applicationId }: Explained,
): Promise<{ text: string; hash: string } | null> {
  const [row] = await from.query<{ text: string; hash: string }>(
    `SELECT document AS text, hash FROM explanations
     WHERE round_id = $1 AND application IS NOT DISTINCT FROM $2`,
    [roundId, applicationId],
  );
  return row ?? null;
}

/** The newest job that explains this, or null. */
export async function explainJob(from: Queryable, about: Explained): Promise<string | null> {
  const [job] = await from.query<{ id: string }>(
    "SELECT id FROM jobs WHERE kind = $1 AND subject = $2 ORDER BY created_at DESC LIMIT 1",
    [explainJobKind, explainSubject(about)],
  );
  return job?.id ?? null;
}

/** Rounds with an outcome under `optimal` that nobody had explained yet: neither kept nor asked for. */
export async function roundsToExplain(from: Queryable): Promise<readonly string[]> {
  const rows = await from.query<{ id: string }>(
    `SELECT d.round_id AS id FROM decisions d JOIN rounds r ON r.id = d.round_id
     WHERE r.rule = 'optimal' AND d.summary->'outcome'->>'status' = 'decided'
       AND NOT EXISTS (SELECT 1 FROM explanations e WHERE e.round_id = d.round_id AND e.application IS NULL)
       AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = $1 AND j.subject = d.round_id)
     ORDER BY d.ledger_seq DESC`,
    [explainJobKind],
  );
  return rows.map(({ id }) => id);
}
