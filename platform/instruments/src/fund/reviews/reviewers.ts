/** Who reviews in a call. */
import { Refusal } from "../../kernel/refusal.js";
import { type FundContext, requireFund } from "../context.js";
import { refuseFrozen } from "./frozen.js";
import { endReviewer, isReviewerOf, putReviewer, type ReviewerTerms } from "./store/reviewers.js";
import { requireCall } from "./terms.js";

/**
 * Adds a reviewer to a call or changes capacity, expertise and interests.
 *
 * @throws Refusal when the person has no role reviewer on the fund, or a theme is not the fund's
 */
export async function setReviewer(
  context: FundContext,
  callId: string,
  personId: string,
  terms: ReviewerTerms,
  by: string,
): Promise<void> {
  const { store, now } = context;
  const { record } = await requireCall(store.database, callId, now());
  const themes = new Set(requireFund(context, record.fundId).themes.map(({ id }) => id));
  const unknown = Object.keys(terms.expertise).filter((id) => !themes.has(id));
  if (unknown.length > 0)
    throw new Refusal(
      "unusable",
      "Some of what was sent does not fit this fund.",
      unknown.map((id) => ({
        in: "body",
        location: { pointer: `/expertise/${id}` },
        code: "theme",
        detail: `the fund has no theme ${id}; it has ${[...themes].join(", ")}`,
      })),
    );
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    if (!(await isReviewerOf(tx, personId, record.fundId)))
      throw new Refusal(
        "unusable",
        "This person does not have the role reviewer on the fund. The programme director hands out roles.",
      );
    await putReviewer(tx, now(), { callId, personId, addedBy: by }, terms);
  });
}

/** Ends a reviewer's part in a call: nothing new is assigned; open reviews stay until they are reassigned. */
export async function removeReviewer(
  { store, now }: FundContext,
  callId: string,
  personId: string,
): Promise<void> {
  await store.database.transaction(async (tx) => {
    if (!(await endReviewer(tx, now(), callId, personId)))
      throw new Refusal("not-found", "There is no such reviewer in this call.");
  });
}
