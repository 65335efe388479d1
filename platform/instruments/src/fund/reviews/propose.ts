/** Proposals of who reviews what: made by the engine, adapted by hand with a reason, confirmed. */
import type { Assignment } from "@voorsprong/review";
import { conflictOf, matchOf } from "@voorsprong/review";
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { runInThread } from "../../kernel/thread.js";
import type { FundContext } from "../context.js";
import { closeConflicts } from "./close-conflicts.js";
import { dueDate } from "./due.js";
import { refuseFrozen } from "./frozen.js";
import { problemOf, toReview } from "./problem.js";
import { assignableApplications, availableReviewers, standingPairs } from "./store/assignable.js";
import { record } from "./store/events.js";
import {
  confirmProposal,
  dropProposal,
  proposedLoads,
  putProposal,
  putProposed,
  removeProposed,
  takeProposal,
} from "./store/proposals.js";
import { endReview, insertReviews } from "./store/reviews.js";
import { type ReviewedCall, requireCall } from "./terms.js";

const assigningThread = new URL("./assigning-thread.js", import.meta.url);

/** The longest an assignment may take, in milliseconds. */
const patience = 120_000;

/** A change by hand to who reviews one application. */
export interface HandChange {
  readonly applicationId: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly reason: string;
}

/**
 * Has the engine propose reviewers for everything that lacks some, in place of the proposal before. Conflicts by
 * organisation that have come up since are closed first.
 *
 * @throws Refusal when the call has no reviewers, or is still open
 */
export async function propose(context: FundContext, callId: string, by: string): Promise<void> {
  const { store, now } = context;
  const call = await requireCall(store.database, callId, now());
  await refuseFrozen(store.database, callId);
  await store.database.transaction((tx) => closeConflicts(tx, now(), call, by));
  const problem = await problemOf(store.database, call);
  if (problem.applications.length === 0)
    throw new Refusal("conflict", "There are no submitted applications yet, so there is nothing to assign.");
  if (problem.reviewers.length === 0)
    throw new Refusal("conflict", "This call has no reviewers yet; add at least one first.");
  const assignment = await context.readers(() =>
    runInThread<Assignment>(assigningThread, problem, { milliseconds: patience }),
  );
  const fresh = assignment.assigned.filter(({ kept }) => !kept);
  const summary = {
    shortages: assignment.shortages,
    applications: problem.applications.length,
    standing: assignment.assigned.length - fresh.length,
  };
  await store.database.transaction((tx) => putProposal(tx, now(), { callId, by }, summary, fresh));
}

/**
 * Changes a proposal by hand.
 *
 * @param revision of the proposal as it was seen
 * @throws Refusal when somebody else changed it, or the change would break a rule
 */
export async function adaptProposal(
  context: FundContext,
  callId: string,
  revision: number,
  change: HandChange,
  by: string,
): Promise<void> {
  const { store, now } = context;
  const call = await requireCall(store.database, callId, now());
  await store.database.transaction(async (tx) => {
    if ((await takeProposal(tx, callId, revision)) === null)
      throw new Refusal("conflict", "Somebody else changed this proposal. Look at it again, then change it.");
    const { applicationId, add, remove, reason } = change;
    const removed = await removeProposed(tx, callId, applicationId, remove);
    if (removed.length < remove.length)
      throw new Refusal("unusable", "Somebody whom you take off is not on this application in the proposal.");
    const loads = new Map(
      (await proposedLoads(tx, callId)).map(({ personId, standing, proposed }) => [
        personId,
        standing + proposed,
      ]),
    );
    for (const [personId, match] of await fitting(tx, call, applicationId, add, loads))
      await putProposed(tx, { callId, applicationId, personId, match, reason, by });
    await record(
      tx,
      now(),
      removed.map((personId) => ({
        callId,
        applicationId,
        personId,
        kind: "released",
        reason,
        byPerson: by,
      })),
    );
  });
}

/** Throws a proposal away. */
export async function discardProposal({ store }: FundContext, callId: string): Promise<void> {
  if (!(await dropProposal(store.database, callId)))
    throw new Refusal("not-found", "There is no proposal for this call.");
}

/**
 * Makes assignments of a proposal.
 *
 * @returns how many assignments were made
 * @throws Refusal when somebody changed it meanwhile
 */
export async function confirm(
  context: FundContext,
  callId: string,
  revision: number,
  by: string,
): Promise<number> {
  const { store, now } = context;
  const call = await requireCall(store.database, callId, now());
  return store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    if ((await takeProposal(tx, callId, revision)) === null)
      throw new Refusal(
        "conflict",
        "Somebody else changed this proposal. Look at it again, then confirm it.",
      );
    const made = await confirmProposal(tx, now(), { callId, by, due: dueDate(call, now()) });
    // A membership may have begun between proposal and confirmation.
    await closeConflicts(tx, now(), call, by);
    return made;
  });
}

/**
 * Changes who reviews an application after assignments were made.
 *
 * @throws Refusal when the change would break a rule; a submitted review stays
 */
export async function reassign(
  context: FundContext,
  callId: string,
  change: HandChange,
  by: string,
): Promise<void> {
  const { store, now } = context;
  const call = await requireCall(store.database, callId, now());
  const { applicationId, add, remove, reason } = change;
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    for (const personId of remove)
      if (!(await endReview(tx, applicationId, personId, "released")))
        throw new Refusal(
          "conflict",
          "Somebody whom you take off has no open review of this application; a review that was submitted stays.",
        );
    const loads = new Map((await availableReviewers(tx, callId, true)).map(({ id, load = 0 }) => [id, load]));
    const added = [...(await fitting(tx, call, applicationId, add, loads)).keys()];
    const due = dueDate(call, now());
    await insertReviews(
      tx,
      now(),
      { callId, origin: "hand", by, due },
      added.map((personId) => ({ applicationId, personId })),
    );
    const event = (kind: "assigned" | "released") => (personId: string) =>
      ({ callId, applicationId, personId, kind, reason, byPerson: by }) as const;
    await record(tx, now(), [...remove.map(event("released")), ...added.map(event("assigned"))]);
  });
}

/** Whom may be put on an application by hand, with how well each fits. @throws Refusal that names what is in the way */
async function fitting(
  tx: Transaction,
  call: ReviewedCall,
  applicationId: string,
  personIds: readonly string[],
  loads: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const callId = call.record.id;
  const [application] = await assignableApplications(tx, callId, applicationId);
  if (application === undefined)
    throw new Refusal("not-found", `There is no submitted application ${applicationId} in this call.`);
  const reviewers = new Map((await availableReviewers(tx, callId, false)).map((each) => [each.id, each]));
  const standing = await standingPairs(tx, callId, applicationId);
  // Who was taken off by hand may be put back by hand; a conflict never ends.
  const conflicted = await conflictedPersons(tx, applicationId);
  const fits = new Map<string, number>();
  const wanted = toReview(application, call.definition.review.reviewers);
  for (const personId of personIds) {
    const reviewer = reviewers.get(personId);
    if (reviewer === undefined)
      throw new Refusal(
        "unusable",
        "Somebody whom you add is not a reviewer of this call; add the reviewer first.",
      );
    if (conflictOf(wanted, reviewer, conflicted.has(personId)) !== null)
      throw new Refusal(
        "conflict",
        "Somebody whom you add has a conflict of interest with this application.",
      );
    if (standing.some(({ reviewerId }) => reviewerId === personId))
      throw new Refusal("conflict", "Somebody whom you add reviews this application already.");
    if ((loads.get(personId) ?? 0) >= reviewer.capacity)
      throw new Refusal(
        "conflict",
        "Somebody whom you add has no room left; raise the number of applications first.",
      );
    fits.set(personId, matchOf(wanted, reviewer));
  }
  return fits;
}

async function conflictedPersons(tx: Transaction, applicationId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ personId: string }>(
    `SELECT person_id::text AS "personId" FROM review_conflicts WHERE application_id = $1`,
    [applicationId],
  );
  return new Set(rows.map(({ personId }) => personId));
}
