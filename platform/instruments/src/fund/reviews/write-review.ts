/** Writing a review: saved as it is written, locked when it is submitted. */
import { scoreFault, totalOf } from "@voorsprong/review";
import { type InputError, Refusal } from "../../kernel/refusal.js";
import { getSubmitted } from "../applications/read-applications.js";
import type { FundContext } from "../context.js";
import { categoriesOf } from "./categories.js";
import { refuseFrozen } from "./frozen.js";
import { type OwnReview, requireDeclared } from "./open-file.js";
import { record } from "./store/events.js";
import { touchPanel } from "./store/panels.js";
import {
  lockReview,
  type ReviewContent,
  type ReviewRecord,
  saveReview,
  submittedReviews,
} from "./store/reviews.js";

/**
 * Saves what a reviewer has so far; parts may be missing, what is there must fit.
 *
 * @param revision of the review as it was seen
 * @returns the new revision
 * @throws Refusal without a declaration, after submission, or when the review was saved elsewhere meanwhile
 */
export async function saveOwn(
  context: FundContext,
  applicationId: string,
  personId: string,
  revision: number,
  content: ReviewContent,
): Promise<number> {
  const { store, now } = context;
  const own = await requireDeclared(context, applicationId, personId);
  refuseSubmitted(own.review);
  const errors = faultsOf(own, content);
  if (errors.length > 0)
    throw new Refusal("unusable", "Some of what was sent does not fit this call.", errors);
  const saved = await saveReview(store.database, now(), { applicationId, personId, revision }, content);
  if (saved === null) throw staleness();
  return saved;
}

/**
 * Submits a review: it is locked from then on, before anyone deliberates about it.
 *
 * @throws Refusal that names every criterion without score or reason; or when the review changed meanwhile
 */
export async function submitOwn(
  context: FundContext,
  applicationId: string,
  personId: string,
  revision: number,
): Promise<void> {
  const { store, now } = context;
  const own = await requireDeclared(context, applicationId, personId);
  refuseSubmitted(own.review);
  const { review, call } = own;
  const errors = missingOf(own);
  if (errors.length > 0) throw new Refusal("unusable", "The review is not complete yet.", errors);
  const total = totalOf(call.criteria, review.scores);
  const submitted = await getSubmitted(store.database, applicationId);
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, review.callId);
    const at = { applicationId, personId, revision };
    if (!(await lockReview(tx, now(), at, { total, applicationVersion: submitted!.version })))
      throw staleness();
    await record(tx, now(), [
      {
        callId: review.callId,
        applicationId,
        personId,
        kind: "submitted",
        reason: null,
        byPerson: personId,
      },
    ]);
    await touchPanel(tx, review.callId);
  });
}

/** What others wrote, once one's own review is in and the panel is open; the reviewers by alias. */
export async function othersOf(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<Awaited<ReturnType<typeof submittedReviews>>> {
  const { database } = context.store;
  const { review } = await requireDeclared(context, applicationId, personId);
  if (review.state !== "submitted")
    throw new Refusal("forbidden", "You see what others wrote after you have submitted your own review.");
  const open = await database.query("SELECT 1 FROM review_panels WHERE call_id = $1", [review.callId]);
  if (open.length === 0)
    throw new Refusal("forbidden", "You see what others wrote once the fund has opened the panel.");
  return (await submittedReviews(database, applicationId)).filter((other) => other.personId !== personId);
}

function refuseSubmitted({ state }: ReviewRecord): void {
  if (state === "submitted")
    throw new Refusal("conflict", "This review was submitted and is locked. The panel can still discuss it.");
}

const staleness = () =>
  new Refusal(
    "conflict",
    "This review was saved in another window meanwhile. Load it again; what you typed here was not saved.",
  );

/** What does not fit in a review that may be unfinished. */
function faultsOf({ call }: OwnReview, { scores, reasons, classes }: ReviewContent): InputError[] {
  const errors: InputError[] = [];
  const wrong = (pointer: string, code: string, detail: string) =>
    errors.push({ in: "body", location: { pointer }, code, detail });
  for (const [id, score] of Object.entries(scores)) {
    const criterion = call.criteria.find((each) => each.id === id);
    const fault =
      criterion === undefined ? `there is no criterion ${id}` : scoreFault([criterion], { [id]: score });
    if (fault !== null) wrong(`/scores/${id}`, "score", fault);
  }
  for (const id of Object.keys(reasons))
    if (!call.criteria.some((criterion) => criterion.id === id))
      wrong(`/reasons/${id}`, "criterion", `there is no criterion ${id}`);
  const offered = categoriesOf(call);
  for (const [id, { category }] of Object.entries(classes))
    if (!offered.some((each) => each.id === category))
      wrong(`/classes/${id}/category`, "category", `${category} is no category that this call offers`);
  return errors;
}

/** What is still missing before a review can be submitted. */
function missingOf({ call, review }: OwnReview): InputError[] {
  const errors: InputError[] = [];
  const missing = (pointer: string, code: string, detail: string) =>
    errors.push({ in: "body", location: { pointer }, code, detail });
  for (const { id } of call.criteria) {
    if (review.scores[id] === undefined)
      missing(`/scores/${id}`, "no-score", `Criterion ${id} has no score yet.`);
    if ((review.reasons[id] ?? "").trim() === "")
      missing(`/reasons/${id}`, "no-reason", `Say why you gave this score for criterion ${id}.`);
  }
  for (const [id, { reason }] of Object.entries(review.classes))
    if (reason.trim() === "")
      missing(`/classes/${id}/reason`, "no-reason", `Say why work package ${id} is of this category.`);
  return errors;
}
