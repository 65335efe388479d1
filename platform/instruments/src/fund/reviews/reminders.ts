/** Chasing late reviewers: who they are, and what they are told. */
import { amsterdamDay } from "@voorsprong/legal-time";
import { post } from "../../kernel/outbox.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Localised } from "../../kernel/views.js";
import type { FundContext } from "../context.js";
import { record } from "./store/events.js";
import { requireCall } from "./terms.js";

/** A late reviewer. */
export interface LateReviewer {
  readonly personId: string;
  readonly late: number;
  /** The earliest day that has passed: `2027-05-03`. */
  readonly since: string;
  readonly remindedAt: Date | null;
}

/** The late reviewers of a call, the latest first. */
export async function lateReviewers(
  context: Pick<FundContext, "store" | "now">,
  callId: string,
): Promise<LateReviewer[]> {
  return context.store.database.query<LateReviewer>(
    `SELECT r.person_id AS "personId", count(*) AS late, min(r.due) AS since,
       (SELECT max(e.at) FROM review_events e
        WHERE e.call_id = $1 AND e.person_id = r.person_id AND e.kind = 'reminded') AS "remindedAt"
     FROM reviews r JOIN grant_applications a ON a.id = r.application_id AND a.state = 'submitted'
     WHERE r.call_id = $1 AND r.state IN ('assigned', 'open') AND r.due < $2::date
     GROUP BY r.person_id ORDER BY since, r.person_id`,
    [callId, amsterdamDay(context.now())],
  );
}

/** What a late reviewer is told. */
export function reminderText(
  title: Localised,
  { late, since }: Pick<LateReviewer, "late" | "since">,
): {
  readonly title: Localised;
  readonly text: Localised;
} {
  const [year, month, day] = since.split("-").map(Number);
  const nl = late === 1 ? "1 beoordeling" : `${late} beoordelingen`;
  const en = late === 1 ? "1 review" : `${late} reviews`;
  return {
    title: {
      nl: `Herinnering: ${nl} voor ${title.nl}`,
      en: `Reminder: ${en} for ${title.en}`,
    },
    text: {
      nl: `U hebt nog ${nl} openstaan. De eerste had op ${day}-${month}-${year} klaar moeten zijn. Lukt het niet, laat het het fonds weten; dan krijgt iemand anders de aanvraag.`,
      en: `You still have ${en} to submit. The first was due on ${since}. If you cannot do it, tell the fund; somebody else will then get the application.`,
    },
  };
}

/**
 * Reminds late reviewers of a call by a message, all of them or those that are named.
 *
 * @returns how many were reminded
 * @throws Refusal when one that is named is not late
 */
export async function remind(
  context: FundContext,
  callId: string,
  personIds: readonly string[] | null,
  by: string,
): Promise<number> {
  const { store, now } = context;
  const { record: call } = await requireCall(store.database, callId, now());
  const late = await lateReviewers(context, callId);
  const chosen = personIds === null ? late : late.filter(({ personId }) => personIds.includes(personId));
  if (personIds !== null && chosen.length < new Set(personIds).size)
    throw new Refusal("conflict", "Somebody whom you want to remind has no late review of this call.");
  await store.database.transaction(async (tx) => {
    await post(
      tx,
      now(),
      chosen.map((each) => ({
        personId: each.personId,
        kind: "review.reminder",
        ...reminderText(call.title, each),
        path: "/reviews",
      })),
    );
    await record(
      tx,
      now(),
      chosen.map(({ personId }) => ({
        callId,
        applicationId: null,
        personId,
        kind: "reminded",
        reason: null,
        byPerson: by,
      })),
    );
  });
  return chosen.length;
}
