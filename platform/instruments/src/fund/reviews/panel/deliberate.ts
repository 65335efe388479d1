/** The panel deliberates: it is opened, agrees on scores with a reason, and its scores are frozen. */
import { createHash } from "node:crypto";
import { canonicalText } from "@voorsprong/allocation";
import { type CriterionScores, type DiscussionRule, scoreFault, totalOf } from "@voorsprong/review";
import type { Json, Store, Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { FundContext } from "../../context.js";
import { categoriesOf } from "../categories.js";
import { closeConflicts } from "../close-conflicts.js";
import { refuseFrozen } from "../frozen.js";
import { record } from "../store/events.js";
import { insertFrozenScores, insertFrozenSet } from "../store/frozen.js";
import { consensusOf, insertConsensus, openPanel, touchPanel } from "../store/panels.js";
import { type ReviewedCall, requireCall } from "../terms.js";
import { loadPanel } from "./load.js";
import { scoresDocument } from "./scores-document.js";

/** What a panel agreed on, as it is sent. */
export interface Agreed {
  /** Version of the consensus that was seen; 0 for none. */
  readonly version: number;
  readonly scores: CriterionScores;
  readonly classes: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly present: readonly { readonly role: string; readonly count: number }[];
  readonly heldOn: string;
}

/**
 * Opens the panel of a call: from now on reviewers who submitted see what others wrote.
 *
 * @param reason needed when reviews are missing
 * @throws Refusal when it is open already, the call still runs, or reviews are missing without a reason
 */
export async function open(
  { store, now }: FundContext,
  callId: string,
  { rule, reason, by }: { rule: DiscussionRule; reason: string | null; by: string },
): Promise<void> {
  const call = await requireCall(store.database, callId, now());
  if (call.record.state !== "closed")
    throw new Refusal(
      "conflict",
      "The panel opens after the call has closed: until then applications still come in.",
    );
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    await closeConflicts(tx, now(), call, by);
    await refuseMissing(tx, call, reason);
    if (!(await openPanel(tx, now(), { callId, rule, by, reason })))
      throw new Refusal("conflict", "The panel of this call is open already.");
    await record(tx, now(), [
      { callId, applicationId: null, personId: null, kind: "panel-opened", reason, byPerson: by },
    ]);
  });
}

/**
 * Records what a panel agreed on about an application, in place of its reviews; the reviews stay as they were.
 *
 * @throws Refusal while the panel is closed, after freezing, or when somebody recorded a newer consensus
 */
export async function agree(
  { store, now }: FundContext,
  applicationId: string,
  agreed: Agreed,
  by: string,
): Promise<void> {
  const { database } = store;
  const [application] = await database.query<{ callId: string }>(
    `SELECT call_id AS "callId" FROM grant_applications WHERE id = $1 AND state = 'submitted'`,
    [applicationId],
  );
  if (application === undefined)
    throw new Refusal(
      "conflict",
      "This application is not with the fund now, so there is nothing to agree on.",
    );
  const call = await requireCall(database, application.callId, now());
  const fault = scoreFault(call.criteria, agreed.scores);
  if (fault !== null)
    throw new Refusal("unusable", "The scores do not fit this call.", [
      { in: "body", location: { pointer: "/scores" }, code: "score", detail: fault },
    ]);
  const unknown = Object.entries(agreed.classes).find(
    ([, category]) => !categoriesOf(call).some(({ id }) => id === category),
  );
  if (unknown !== undefined)
    throw new Refusal("unusable", "The categories do not fit this call.", [
      {
        in: "body",
        location: { pointer: `/classes/${unknown[0]}` },
        code: "category",
        detail: `${unknown[1]} is no category that this call offers`,
      },
    ]);
  await database.transaction(async (tx) => {
    const callId = call.record.id;
    await refuseFrozen(tx, callId);
    const { record: panel, panel: figures } = await loadPanel(tx, call);
    if (panel === null)
      throw new Refusal("conflict", "Open the panel first; scores are agreed on in a panel.");
    const before = figures.rows.find((row) => row.application.id === applicationId)!;
    const isNext = await insertConsensus(tx, now(), agreed.version + 1, {
      callId,
      applicationId,
      scores: agreed.scores,
      classes: agreed.classes,
      total: totalOf(call.criteria, agreed.scores),
      previous:
        before.raw === null && before.consensus === null ? null : Math.min(10_000, before.outcome.score),
      reason: agreed.reason,
      present: agreed.present,
      heldOn: agreed.heldOn,
      by,
    });
    if (!isNext || (before.consensus ?? 0) !== agreed.version)
      throw new Refusal("conflict", "Somebody recorded another consensus meanwhile. Look at it first.");
    await record(tx, now(), [
      { callId, applicationId, personId: null, kind: "consensus", reason: null, byPerson: by },
    ]);
    await touchPanel(tx, callId);
  });
}

/** The history of what was agreed on about an application, newest first. */
export function consensusHistory({ database }: Pick<Store, "database">, applicationId: string) {
  return consensusOf(database, applicationId);
}

/**
 * Freezes the scores of a call: every score that counts, with the raw scores behind it and the reviewers by alias, as one
 * document whose hash goes into the ledger (`scores.frozen`). Nothing about the reviews changes afterwards.
 *
 * @param reason needed when applications have fewer reviews than the call asks for
 * @throws Refusal while the panel is closed, when scores are frozen already, or reviews are missing without a reason
 */
export async function freeze(
  { store, now }: FundContext,
  callId: string,
  { reason, by }: { reason: string | null; by: string },
): Promise<void> {
  const call = await requireCall(store.database, callId, now());
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    const { record: panel, panel: figures } = await loadPanel(tx, call);
    if (panel === null) throw new Refusal("conflict", "Open the panel first; scores are frozen after it.");
    if (figures.rows.length === 0)
      throw new Refusal("conflict", "There are no applications whose scores could be frozen.");
    await refuseMissing(tx, call, reason);
    const text = canonicalText(scoresDocument(call, panel.rule, figures));
    const hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    await insertFrozenScores(tx, callId, figures.rows);
    await record(tx, now(), [
      { callId, applicationId: null, personId: null, kind: "scores-frozen", reason, byPerson: by },
    ]);
    const body: Record<string, Json> = {
      call: callId,
      callVersion: call.record.version,
      hash,
      applications: figures.rows.length,
      reviews: figures.rows.reduce((sum, { reviews }) => sum + reviews.length, 0),
    };
    const { seq } = await store.ledger.append(tx, { kind: "scores.frozen", subject: callId, body });
    await insertFrozenSet(tx, now(), { callId, text, hash, reason, by, seq });
  });
}

/** @throws Refusal when applications have too few reviews and nobody says why that may be */
async function refuseMissing(tx: Transaction, call: ReviewedCall, reason: string | null): Promise<void> {
  if (reason !== null) return;
  const [row] = await tx.query<{ missing: number }>(
    `SELECT count(*) AS missing FROM grant_applications a
     WHERE a.call_id = $1 AND a.state = 'submitted' AND (
       SELECT count(*) FROM reviews r WHERE r.application_id = a.id AND r.state = 'submitted'
         AND NOT EXISTS (SELECT FROM review_conflicts c WHERE c.application_id = a.id AND c.person_id = r.person_id)
     ) < $2`,
    [call.record.id, call.definition.review.reviewers],
  );
  if (row!.missing > 0)
    throw new Refusal(
      "unusable",
      `${row!.missing} applications have fewer reviews than the ${call.definition.review.reviewers} of the call. Wait for them, or give a reason to go on.`,
      [{ in: "body", location: { pointer: "/reason" }, code: "missing", detail: "a reason is needed" }],
    );
}
