/** What the people who run a fund see of its reviews: reviewers, proposal, assignments, progress. */

import { amsterdamDay } from "@voorsprong/legal-time";
import type { Shortage } from "@voorsprong/review";
import { foldForSearch } from "../../kernel/fold.js";
import { Refusal } from "../../kernel/refusal.js";
import { dossierOf } from "../applications/record.js";
import { type FundContext, requireFund } from "../context.js";
import { lateReviewers, reminderText } from "./reminders.js";
import { frozenSet } from "./store/frozen.js";
import { type AssignmentQuery, assignmentRows, progressCounts } from "./store/lists.js";
import { getPanel } from "./store/panels.js";
import { getProposal, proposedLoads } from "./store/proposals.js";
import { listCandidates, listReviewers } from "./store/reviewers.js";
import { requireCall } from "./terms.js";
import type {
  AssignmentPage,
  ProposalView,
  ReviewerList,
  ReviewProgress,
  ShortageView,
} from "./views/index.js";
import { shortageText } from "./words.js";

/** The most applications that are named in one shortage. */
const mostNamed = 100;

/** The reviewers of a call, and who could become one. */
export async function reviewerList(context: FundContext, callId: string): Promise<ReviewerList> {
  const { store, now } = context;
  const { record } = await requireCall(store.database, callId, now());
  const { themes } = requireFund(context, record.fundId);
  const reviewers = await listReviewers(store.database, callId, amsterdamDay(now()));
  return {
    themes: themes.map(({ id, title }) => ({ id, title })),
    items: reviewers.map((reviewer) => ({
      ...reviewer,
      interests: [...reviewer.interests],
      memberships: [...reviewer.memberships],
    })),
    candidates: await listCandidates(store.database, callId, record.fundId),
  };
}

/** The proposal of a call. @throws Refusal when there is none */
export async function proposalView({ store }: FundContext, callId: string): Promise<ProposalView> {
  const { database } = store;
  const proposal = await getProposal(database, callId);
  if (proposal === null) throw new Refusal("not-found", `There is no proposal for ${callId}.`);
  const names = new Map(
    (
      await database.query<{ id: string; name: string | null; capacity: number }>(
        `SELECT p.id::text AS id, p.name, v.capacity FROM reviewers v JOIN people p ON p.id = v.person_id WHERE v.call_id = $1`,
        [callId],
      )
    ).map((row) => [row.id, row]),
  );
  const loads = await proposedLoads(database, callId);
  const shortages: ShortageView[] = [];
  for (const shortage of proposal.summary.shortages)
    shortages.push(await shortageView(database, callId, shortage, (id) => names.get(id)?.name ?? null));
  return {
    revision: proposal.revision,
    madeAt: proposal.madeAt.toISOString(),
    applications: proposal.summary.applications,
    standing: proposal.summary.standing,
    proposed: proposal.rows,
    byHand: proposal.byHand,
    shortages,
    loads: loads
      .map((load) => ({
        ...load,
        name: names.get(load.personId)?.name ?? null,
        capacity: names.get(load.personId)?.capacity ?? 0,
      }))
      .sort((one, other) => (one.name ?? "").localeCompare(other.name ?? "", "nl")),
  };
}

async function shortageView(
  database: FundContext["store"]["database"],
  callId: string,
  shortage: Shortage,
  nameOf: (personId: string) => string | null,
): Promise<ShortageView> {
  const missing = shortage.missing.slice(0, mostNamed);
  const numbers = new Map(
    (
      await database.query<{ id: string; number: number }>(
        "SELECT id, number FROM grant_applications WHERE id = ANY ($1::text[])",
        [missing.map(({ applicationId }) => applicationId)],
      )
    ).map(({ id, number }) => [id, number]),
  );
  const { needed, capacity, elsewhere, short, applications } = shortage;
  return {
    applications: missing.map(({ applicationId, reviews }) => ({
      applicationId,
      dossier: dossierOf({ callId, number: numbers.get(applicationId) ?? null }) ?? applicationId,
      missing: reviews,
    })),
    applicationsInSet: applications.length,
    reviewers: shortage.reviewers.map((personId) => ({ personId, name: nameOf(personId) })),
    needed,
    capacity,
    elsewhere,
    short,
    text: shortageText(shortage),
  };
}

/** Applications of a call with their reviewers, assigned and proposed. */
export async function assignmentPage(
  { store, now }: FundContext,
  callId: string,
  {
    search,
    personId,
    ...query
  }: Omit<AssignmentQuery, "search" | "personId"> & {
    readonly search?: string | undefined;
    readonly personId?: string | undefined;
  },
): Promise<AssignmentPage> {
  const { definition } = await requireCall(store.database, callId, now());
  const needed = definition.review.reviewers;
  const { items, ...page } = await assignmentRows(store.database, callId, amsterdamDay(now()), needed, {
    ...query,
    search: search === undefined || search === "" ? null : foldForSearch(search),
    personId: personId ?? null,
  });
  return {
    items: items.map(({ number, reviewers, ...row }) => ({
      ...row,
      dossier: dossierOf({ callId, number })!,
      reviewers: [...reviewers],
    })),
    needed,
    ...page,
  };
}

/** How far the review of a call is, and who is late. */
export async function reviewProgress(context: FundContext, callId: string): Promise<ReviewProgress> {
  const { store, now } = context;
  const { record, definition } = await requireCall(store.database, callId, now());
  const { reviewers: needed, blind } = definition.review;
  const today = amsterdamDay(now());
  // Each reads the whole call, so they go side by side.
  const [reviewers, late, counts] = await Promise.all([
    listReviewers(store.database, callId, today),
    lateReviewers(context, callId),
    progressCounts(store.database, callId, today, needed),
  ]);
  const names = new Map(reviewers.map(({ personId, name }) => [personId, name]));
  return {
    callId,
    title: record.title,
    fundId: record.fundId,
    callState: record.state,
    needed,
    blind,
    reviewers: reviewers.filter(({ ended }) => !ended).length,
    counts,
    hasProposal: (await getProposal(store.database, callId)) !== null,
    panel: await panelState(store.database, callId),
    late: late.map((each) => ({
      personId: each.personId,
      name: names.get(each.personId) ?? null,
      late: each.late,
      since: each.since,
      remindedAt: each.remindedAt?.toISOString() ?? null,
      reminder: reminderText(record.title, each),
    })),
  };
}

/** Where the panel of a call stands. */
export async function panelState(
  from: FundContext["store"]["database"],
  callId: string,
): Promise<"closed" | "open" | "frozen"> {
  if ((await frozenSet(from, callId)) !== null) return "frozen";
  return (await getPanel(from, callId)) === null ? "closed" : "open";
}
