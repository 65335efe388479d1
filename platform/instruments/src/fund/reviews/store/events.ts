/** What happened to assignments and scores of a call, with the reason; never changed. */
import type { ConflictGround } from "@voorsprong/review";
import type { Queryable, Transaction } from "@voorsprong/store";

/** What happened. */
export type ReviewEventKind =
  | "assigned"
  | "released"
  | "declared-free"
  | "conflict"
  | "submitted"
  | "reminded"
  | "panel-opened"
  | "consensus"
  | "scores-frozen";

/** One event. */
export interface ReviewEvent {
  readonly callId: string;
  readonly applicationId: string | null;
  /** The reviewer it is about. */
  readonly personId: string | null;
  readonly kind: ReviewEventKind;
  readonly reason: string | null;
  readonly ground?: ConflictGround;
  readonly byPerson: string | null;
}

/** Records events at one moment, in order. */
export async function record(tx: Transaction, now: Date, events: readonly ReviewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO review_events (call_id, application_id, person_id, kind, reason, ground, by_person, at)
     SELECT call_id, application_id, person_id, kind, reason, ground, by_person, $8
     FROM unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[])
       WITH ORDINALITY AS row (call_id, application_id, person_id, kind, reason, ground, by_person, place)
     ORDER BY place`,
    [
      events.map(({ callId }) => callId),
      events.map(({ applicationId }) => applicationId),
      events.map(({ personId }) => personId),
      events.map(({ kind }) => kind),
      events.map(({ reason }) => reason),
      events.map(({ ground }) => ground ?? null),
      events.map(({ byPerson }) => byPerson),
      now,
    ],
  );
}

/** An event as a fund's officer reads it. */
export interface ReadEvent {
  readonly kind: ReviewEventKind;
  readonly at: Date;
  readonly alias: string | null;
  readonly name: string | null;
  readonly by: string | null;
  readonly reason: string | null;
  readonly ground: ConflictGround | null;
}

/** What happened to one application's reviews, oldest first. */
export async function eventsOf(from: Queryable, applicationId: string): Promise<ReadEvent[]> {
  return from.query<ReadEvent>(
    `SELECT e.kind, e.at, v.alias, p.name, b.name AS by, e.reason, e.ground
     FROM review_events e
     LEFT JOIN people p ON p.id = e.person_id
     LEFT JOIN people b ON b.id = e.by_person
     LEFT JOIN reviewers v ON v.call_id = e.call_id AND v.person_id = e.person_id
     WHERE e.application_id = $1 ORDER BY e.id`,
    [applicationId],
  );
}
