/** Objections and their files. */
import { randomUUID } from "node:crypto";
import { advisoryLock, type Queryable, type Transaction } from "@voorsprong/store";
import type { Localised } from "../../../kernel/views.js";
import type { Correction } from "../objections/corrections.js";
import type { Difference } from "../objections/difference.js";

export type ObjectionState = "open" | "prepared" | "decided" | "withdrawn";

/** What can happen in the file of an objection. */
export const objectionEventKinds = [
  "filed",
  "excuse-accepted",
  "excuse-rejected",
  "committee",
  "advice",
  "hearing-held",
  "hearing-waived",
  "adjourned",
  "agreed",
  "suspended",
  "resumed",
  "prepared",
  "sent-back",
  "decided",
  "withdrawn",
] as const;
export type ObjectionEventKind = (typeof objectionEventKinds)[number];

/** One objection. */
export interface ObjectionRecord {
  readonly id: string;
  readonly callId: string;
  readonly fundId: string;
  readonly number: number;
  readonly applicationId: string;
  readonly letterId: string;
  readonly organisationId: string;
  readonly state: ObjectionState;
  readonly grounds: string | null;
  readonly excuse: string | null;
  readonly filedBy: string | null;
  readonly filedAt: Date;
  readonly termEnds: string;
  readonly timely: boolean;
  readonly committee: boolean;
  readonly adjourned: boolean;
  readonly agreedUntil: string | null;
  readonly closedAt: Date | null;
}

/** One entry of the file. */
export interface ObjectionEvent {
  readonly kind: ObjectionEventKind;
  readonly note: string | null;
  readonly day: string | null;
  readonly byPerson: string | null;
  readonly at: Date;
}

/** A decision on an objection, prepared or taken. */
export interface ObjectionDecisionRecord {
  readonly objectionId: string;
  readonly version: number;
  readonly outcome: "inadmissible" | "unfounded" | "founded";
  readonly reason: Localised;
  readonly corrections: readonly Correction[];
  readonly proposalId: string | null;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
  readonly difference: Difference | null;
}

const columns = `o.id, o.call_id AS "callId", o.fund_id AS "fundId", o.number, o.application_id AS "applicationId",
  o.letter_id AS "letterId", o.organisation_id AS "organisationId", o.state, o.grounds, o.excuse,
  o.filed_by AS "filedBy", o.filed_at AS "filedAt", o.term_ends AS "termEnds", o.timely, o.committee, o.adjourned,
  o.agreed_until AS "agreedUntil", o.closed_at AS "closedAt"`;

const decisionColumns = `objection_id AS "objectionId", version, outcome, reason, corrections,
  proposal_id AS "proposalId", prepared_by AS "preparedBy", prepared_at AS "preparedAt", decided_by AS "decidedBy",
  decided_at AS "decidedAt", answer, difference`;

/** An objection to be kept. */
export type NewObjection = Pick<
  ObjectionRecord,
  | "callId"
  | "fundId"
  | "applicationId"
  | "letterId"
  | "organisationId"
  | "grounds"
  | "excuse"
  | "filedBy"
  | "filedAt"
  | "termEnds"
  | "timely"
>;

/** Keeps an objection and gives it with its number. */
export async function insertObjection(tx: Transaction, made: NewObjection): Promise<ObjectionRecord> {
  await advisoryLock(tx, `fund.objections/${made.callId}`);
  const [row] = await tx.query<ObjectionRecord>(
    `INSERT INTO objections AS o (id, call_id, fund_id, number, application_id, letter_id, organisation_id, state, grounds,
       excuse, filed_by, filed_at, term_ends, timely)
     VALUES ($1, $2, $3, (SELECT coalesce(max(number), 0) + 1 FROM objections WHERE call_id = $2), $4, $5, $6, 'open', $7,
       $8, $9, $10, $11::date, $12) RETURNING ${columns}`,
    [
      randomUUID(),
      made.callId,
      made.fundId,
      made.applicationId,
      made.letterId,
      made.organisationId,
      made.grounds,
      made.excuse,
      made.filedBy,
      made.filedAt,
      made.termEnds,
      made.timely,
    ],
  );
  return row!;
}

/** One objection, or null. */
export async function findObjection(
  from: Queryable,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ObjectionRecord | null> {
  const [row] = await from.query<ObjectionRecord>(
    `SELECT ${columns} FROM objections o WHERE o.id = $1 ${lock ? "FOR UPDATE" : ""}`,
    [id],
  );
  return row ?? null;
}

/** An objection with the names that lists show. */
export type NamedObjection = ObjectionRecord & {
  readonly organisation: string;
  readonly applicationNumber: number;
};

const namedColumns = `${columns}, g.name AS organisation, a.number AS "applicationNumber"`;
const namedTables = `objections o JOIN organisations g ON g.id = o.organisation_id
  JOIN grant_applications a ON a.id = o.application_id`;

/** One objection with names, or null. */
export async function objectionWithNames(from: Queryable, id: string): Promise<NamedObjection | null> {
  const [row] = await from.query<NamedObjection>(
    `SELECT ${namedColumns} FROM ${namedTables} WHERE o.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Which objections to list: of funds (null: all) or of organisations, of one call where it is given. */
export interface ObjectionQuery {
  readonly funds: readonly string[] | null;
  readonly organisations: readonly string[];
  readonly callId?: string | undefined;
}

/** Objections, open ones first, then newest. */
export const listObjections = (
  from: Queryable,
  { funds, organisations, callId }: ObjectionQuery,
): Promise<NamedObjection[]> =>
  from.query(
    `SELECT ${namedColumns} FROM ${namedTables}
     WHERE ($1::text[] IS NULL OR o.fund_id = ANY($1) OR o.organisation_id = ANY($2::text[]))
       AND ($3::text IS NULL OR o.call_id = $3)
     ORDER BY o.closed_at IS NOT NULL, o.filed_at DESC LIMIT 500`,
    [funds, organisations, callId ?? null],
  );

/** The open objection to decisions on an application, or null. */
export async function openObjection(from: Queryable, applicationId: string): Promise<ObjectionRecord | null> {
  const [row] = await from.query<ObjectionRecord>(
    `SELECT ${columns} FROM objections o WHERE o.application_id = $1 AND o.state IN ('open', 'prepared')`,
    [applicationId],
  );
  return row ?? null;
}

/** Adds to the file of an objection. */
export async function addEvent(
  tx: Transaction,
  objectionId: string,
  { kind, note, day, byPerson, at }: ObjectionEvent,
): Promise<void> {
  await tx.query(
    `INSERT INTO objection_events (objection_id, kind, note, day, by_person, at) VALUES ($1, $2, $3, $4::date, $5, $6)`,
    [objectionId, kind, note, day, byPerson, at],
  );
}

/** The file of an objection, in order. */
export const eventsOf = (from: Queryable, objectionId: string): Promise<ObjectionEvent[]> =>
  from.query(
    `SELECT kind, note, day, by_person AS "byPerson", at FROM objection_events WHERE objection_id = $1 ORDER BY id`,
    [objectionId],
  );

/** Notes what an event means for the term. */
export async function setTerm(
  tx: Transaction,
  id: string,
  {
    committee = null,
    adjourned = null,
    agreedUntil = null,
  }: { committee?: boolean | null; adjourned?: boolean | null; agreedUntil?: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE objections SET committee = coalesce($2, committee), adjourned = coalesce($3, adjourned),
       agreed_until = coalesce($4::date, agreed_until) WHERE id = $1`,
    [id, committee, adjourned, agreedUntil],
  );
}

/** Moves an objection on. */
export async function setObjectionState(
  tx: Transaction,
  id: string,
  state: ObjectionState,
  closedAt: Date | null,
): Promise<void> {
  await tx.query("UPDATE objections SET state = $2, closed_at = $3 WHERE id = $1", [id, state, closedAt]);
}

/** Keeps a prepared decision as the next version. */
export async function insertObjectionDecision(
  tx: Transaction,
  made: Pick<
    ObjectionDecisionRecord,
    "objectionId" | "outcome" | "reason" | "corrections" | "preparedBy" | "preparedAt"
  >,
): Promise<void> {
  await tx.query(
    `INSERT INTO objection_decisions (objection_id, version, outcome, reason, corrections, prepared_by, prepared_at)
     VALUES ($1, (SELECT coalesce(max(version), 0) + 1 FROM objection_decisions WHERE objection_id = $1), $2, $3::jsonb,
       $4::jsonb, $5, $6)`,
    [
      made.objectionId,
      made.outcome,
      JSON.stringify(made.reason),
      JSON.stringify(made.corrections),
      made.preparedBy,
      made.preparedAt,
    ],
  );
}

/** The latest prepared or taken decision on an objection, or null. */
export async function latestObjectionDecision(
  from: Queryable,
  objectionId: string,
): Promise<ObjectionDecisionRecord | null> {
  const [row] = await from.query<ObjectionDecisionRecord>(
    `SELECT ${decisionColumns} FROM objection_decisions WHERE objection_id = $1 ORDER BY version DESC LIMIT 1`,
    [objectionId],
  );
  return row ?? null;
}

/** The decision on an objection that a proposal re-decides the round for. */
export async function objectionDecisionOfProposal(
  from: Queryable,
  proposalId: string,
): Promise<ObjectionDecisionRecord | null> {
  const [row] = await from.query<ObjectionDecisionRecord>(
    `SELECT ${decisionColumns} FROM objection_decisions WHERE proposal_id = $1`,
    [proposalId],
  );
  return row ?? null;
}
