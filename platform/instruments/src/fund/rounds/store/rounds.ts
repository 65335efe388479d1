/** Rounds: registered once with all their applications, then read. */
import { drawn, hashOf, type Round } from "@voorsprong/allocation";
import {
  advisoryLock,
  type Page,
  type Queryable,
  refuseUnstorable,
  type Store,
  type Transaction,
} from "@voorsprong/store";
import type { RoundSummary, RoundView } from "../views.js";
import { inBatches } from "./batches.js";
import { insertDraw, keptDraw } from "./draws.js";
import type { NewRoundRecord, RoundOwnership, RoundRecord } from "./records.js";
import { type ApplicationColumns, applicationColumns, tagCounts, totalBudget } from "./rows.js";

/** The kind of job that decides a round; the round's id is its subject. */
export const decideJobKind = "fund.decide";

type SummaryRow = Omit<RoundSummary, "createdAt"> & { readonly createdAt: Date };
type Terms = Omit<Round, "applications">;
type RecordRow = SummaryRow & { terms: Terms; tags: RoundView["tags"] };

const summaryColumns = `r.id, r.title, r.fund_id AS "fundId", r.trial, r.example, r.rule, r.unit,
  r.application_count AS applications, r.requested, r.budget, r.created_at AS "createdAt", r.round_hash AS "roundHash",
  j.id AS "jobId", d.hash AS "decisionHash",
  CASE WHEN d.hash IS NOT NULL THEN 'decided' WHEN j.state IN ('queued', 'running') THEN 'deciding' ELSE 'open' END AS state`;

const summaryTables = `rounds r LEFT JOIN decisions d ON d.round_id = r.id LEFT JOIN LATERAL (
  SELECT id, state FROM jobs WHERE kind = '${decideJobKind}' AND subject = r.id ORDER BY created_at DESC LIMIT 1) j ON true`;

const summaryOf = ({ createdAt, ...rest }: SummaryRow): RoundSummary => ({
  ...rest,
  createdAt: createdAt.toISOString(),
});

/**
 * The id of the same round under the same rule, fund and trial mark, or null. Rounds that differ only in what they are
 * committed to are the same: nobody gets another draw by sending a round again.
 */
export async function findTwin(
  from: Queryable,
  {
    roundHash,
    rule,
    fundId,
    trial,
    draw,
  }: Pick<NewRoundRecord, "roundHash" | "rule" | "fundId" | "trial" | "draw">,
): Promise<string | null> {
  const same = draw === null ? "r.round_hash = $1" : "w.source_hash = $1";
  const [twin] = await from.query<{ id: string }>(
    `SELECT r.id FROM rounds r LEFT JOIN round_draws w ON w.round_id = r.id
     WHERE ${same} AND r.rule = $2 AND r.fund_id IS NOT DISTINCT FROM $3 AND r.trial = $4`,
    [draw?.sourceHash ?? roundHash, rule, fundId, trial],
  );
  return twin?.id ?? null;
}

async function freeId(tx: Transaction, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    const [taken] = await tx.query("SELECT 1 FROM rounds WHERE id = $1", [id]);
    if (taken === undefined) return id;
  }
}

async function insertApplications(tx: Transaction, roundId: string, rows: readonly ApplicationColumns[]) {
  await inBatches(rows, async (batch) => {
    await tx.query(
      `INSERT INTO applications
         (round_id, position, id, title, score, requested, amounts, tags, option_count, search, received)
       SELECT $1, position, id, title, score, requested, amounts::jsonb, tags::jsonb, option_count, search, received
       FROM unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::int[],
         $10::text[], $11::text[])
         AS a (position, id, title, score, requested, amounts, tags, option_count, search, received)`,
      [
        roundId,
        batch.map((row) => row.position),
        batch.map((row) => row.id),
        batch.map((row) => row.title),
        batch.map((row) => row.score),
        batch.map((row) => row.requested),
        batch.map((row) => JSON.stringify(row.amounts)),
        batch.map((row) => JSON.stringify(row.tags)),
        batch.map((row) => row.optionCount),
        batch.map((row) => row.search),
        batch.map((row) => row.received),
      ],
    );
  });
}

/**
 * Registers a round with all its applications, its secret where it is to be drawn, and its ledger entry `round.opened`,
 * in one transaction. The entry's
 * `termsHash` covers the canonical round without `applications`: what was announced, without what came in.
 *
 * The same round under the same rule, fund and trial mark is registered once: a second time gives the first.
 * @returns the id it has, and whether it is new
 * @throws RangeError when its texts or budgets cannot be kept exactly
 */
export async function registerRound(
  store: Pick<Store, "database" | "ledger" | "now">,
  record: NewRoundRecord,
): Promise<{ id: string; created: boolean }> {
  const {
    fundId,
    title,
    rule,
    trial,
    example,
    registeredBy,
    document,
    roundHash,
    supersedes = null,
  } = record;
  const { applications, ...terms } = record.round;
  refuseUnstorable(terms, "the terms of the round");
  for (const application of applications) refuseUnstorable(application, `application ${application.id}`);
  const rows = applications.map(applicationColumns);
  const requested = rows.reduce((sum, row) => sum + row.requested, 0);
  const budget = totalBudget(record.round);
  return store.database.transaction(async (tx) => {
    await advisoryLock(tx, "fund.rounds");
    const twin = await findTwin(tx, record);
    if (twin !== null) return { id: twin, created: false };
    const id = await freeId(tx, record.id);
    await insertApplications(tx, id, rows);
    const replaced = supersedes === null ? {} : { supersedes };
    const body = { roundHash, termsHash: hashOf(terms), rule, fundId, trial, example, ...replaced };
    const { at, seq } = await store.ledger.append(tx, { kind: "round.opened", subject: id, body });
    await tx.query(
      `INSERT INTO rounds (id, fund_id, title, rule, trial, example, unit, application_count, requested, budget, terms,
         tags, document, round_hash, created_at, ledger_seq, registered_by, supersedes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb, $13, $14, $15::timestamptz, $16, $17, $18)`,
      [
        id,
        fundId,
        title,
        rule,
        trial,
        example,
        terms.unit,
        rows.length,
        requested,
        budget,
        JSON.stringify(terms),
        JSON.stringify(tagCounts(rows)),
        document,
        roundHash,
        at,
        seq,
        registeredBy,
        supersedes,
      ],
    );
    if (record.draw !== null) await insertDraw(tx, id, record.draw);
    return { id, created: true };
  });
}

/** What a round belongs to, or null. */
export async function roundOwnership(from: Queryable, id: string): Promise<RoundOwnership | null> {
  const [row] = await from.query<RoundOwnership>(
    `SELECT fund_id AS "fundId", trial, example, registered_by AS "registeredBy" FROM rounds WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

/** Gives a round with its terms, or null. */
export async function getRound(from: Queryable, id: string): Promise<RoundRecord | null> {
  const [row] = await from.query<RecordRow>(
    `SELECT ${summaryColumns}, r.terms, r.tags FROM ${summaryTables} WHERE r.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const { terms, tags, ...summary } = row;
  const { budgets, constraints, scoreScale, ranking } = terms;
  const draw = await keptDraw(from, id);
  // The secret is out when the decision is, and not before.
  const isDrawn = draw !== null && summary.state === "decided";
  const { tieBreak } = isDrawn ? drawn({ ...terms, applications: [] }, draw.secret, draw.entry) : terms;
  return {
    ...summaryOf(summary),
    budgets,
    constraints,
    scoreScale,
    tieBreak,
    drawEntry: draw?.entry ?? null,
    misfit: ranking.misfit,
    tags,
  };
}

/** The canonical text of a round, byte for byte as it was hashed, or null. */
export async function getRoundDocument(from: Queryable, id: string): Promise<string | null> {
  const [row] = await from.query<{ document: string }>("SELECT document FROM rounds WHERE id = $1", [id]);
  return row?.document ?? null;
}

/**
 * Rounds, newest first.
 * @param query `page` counted from 1; without `fundId` of all funds and of none
 */
export async function listRounds(
  from: Queryable,
  { page, pageSize, fundId = null }: { page: number; pageSize: number; fundId?: string | null | undefined },
): Promise<Page<RoundSummary>> {
  const matching = "$1::text IS NULL OR r.fund_id = $1";
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM rounds r WHERE ${matching}`,
    [fundId],
  );
  const rows = await from.query<SummaryRow>(
    `SELECT ${summaryColumns} FROM ${summaryTables} WHERE ${matching}
     ORDER BY r.created_at DESC, r.id LIMIT $2::int OFFSET $3::bigint`,
    [fundId, pageSize, (page - 1) * pageSize],
  );
  return { items: rows.map(summaryOf), page, pageSize, total: count!.total };
}
