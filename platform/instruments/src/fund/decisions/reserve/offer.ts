/** Offering the next of the reserve list, by a small decision of its own that takes two people as well. */
import { formatAmount } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { DecisionContext } from "../context.js";
import { type AmountsByBudget, type ReserveProposal, sumOf } from "../model.js";
import { requireCall } from "../proposal/read-input.js";
import { currentOutcomes, type OutcomeRecord } from "../store/outcomes.js";
import { insertProposal, latestDecided, type ProposalRecord, proposalDocument } from "../store/proposals.js";
import { freeMoney, missing, type ReservePlace, reserveList } from "./reserve-list.js";

/** Money that came back from a grant. */
export type Returned = ReserveProposal["returned"][number];

/** The reserve list of a call as it stands. */
export interface ReserveStanding {
  readonly places: readonly ReservePlace[];
  /** What is free, by budget, in cents. */
  readonly free: AmountsByBudget;
  /** What each on the list asks, by budget. */
  readonly asked: ReadonlyMap<string, AmountsByBudget>;
  readonly outcomes: ReadonlyMap<string, OutcomeRecord>;
}

async function returnsOf(from: Queryable, callId: string): Promise<Returned[]> {
  return from.query<Returned>(
    `SELECT r.application_id AS "applicationId", r.amounts, r.reason FROM reserve_returns r
     JOIN proposals p ON p.id = r.proposal_id WHERE p.call_id = $1`,
    [callId],
  );
}

/** Reads the reserve list of a call. @throws Refusal when the call does not exist */
export async function reserveStanding(
  context: DecisionContext,
  from: Queryable,
  callId: string,
): Promise<ReserveStanding> {
  const call = await requireCall(context, callId);
  const { budgets } = call.definition as unknown as CallDefinition;
  const outcomes = await currentOutcomes(from, callId);
  const returned = await returnsOf(from, callId);
  const decided = await latestDecided(from, callId);
  const round =
    decided === null
      ? []
      : await from.query<{ id: string; amounts: AmountsByBudget }>(
          "SELECT id, amounts FROM applications WHERE round_id = $1",
          [decided.roundId],
        );
  return {
    places: reserveList(outcomes.values()),
    free: freeMoney(
      Object.fromEntries(budgets.map(({ id, amount }) => [id, amount])),
      outcomes.values(),
      returned.map(({ amounts }) => amounts),
    ),
    asked: new Map(round.map(({ id, amounts }) => [id, amounts])),
    outcomes,
  };
}

/**
 * Proposes a grant to the next of the reserve list.
 *
 * @throws Refusal when nobody is left, when what came back is more than was granted, or when the money does not fit
 */
export async function offerNext(
  context: DecisionContext,
  callId: string,
  { returned, note }: { readonly returned: readonly Returned[]; readonly note: string },
  personId: string,
): Promise<ProposalRecord> {
  const call = await requireCall(context, callId);
  const { database } = context.store;
  const standing = await reserveStanding(context, database, callId);
  const earlier = await returnsOf(database, callId);
  for (const each of returned) refuseTooMuch(each, earlier, standing.outcomes);
  const [next] = standing.places;
  if (next === undefined)
    throw new Refusal("conflict", `Nobody is left on the reserve list of call ${callId}.`);
  const amounts = standing.asked.get(next.applicationId) ?? {};
  const free = Object.fromEntries(
    Object.entries(standing.free).map(([budget, cents]) => [
      budget,
      cents + returned.reduce((sum, each) => sum + (each.amounts[budget] ?? 0), 0),
    ]),
  );
  const short = Object.entries(missing(amounts, free));
  if (short.length > 0)
    throw new Refusal(
      "unusable",
      `The money does not suffice for ${next.applicationId}, which is next. Missing: ${short
        .map(([budget, cents]) => `${formatAmount(cents, "EUR-cent", "en")} in budget ${budget}`)
        .join(", ")}.`,
    );
  return database.transaction((tx) =>
    insertProposal(tx, context.now(), {
      fundId: call.fundId,
      document: {
        format: "voorsprong-proposal/1",
        kind: "reserve",
        call: callId,
        applicationId: next.applicationId,
        amounts,
        returned,
      },
      summary: { inRound: 1, refused: {}, requested: sumOf(amounts), budget: sumOf(free) },
      note,
      proposedBy: personId,
    }),
  );
}

function refuseTooMuch(
  { applicationId, amounts }: Returned,
  earlier: readonly Returned[],
  outcomes: ReadonlyMap<string, OutcomeRecord>,
): void {
  const granted = outcomes.get(applicationId)?.amounts ?? {};
  for (const [budget, cents] of Object.entries(amounts)) {
    const before = earlier
      .filter((each) => each.applicationId === applicationId)
      .reduce((sum, each) => sum + (each.amounts[budget] ?? 0), 0);
    if (before + cents > (granted[budget] ?? 0))
      throw new Refusal(
        "unusable",
        `From ${applicationId} more would come back in budget ${budget} than was granted there.`,
      );
  }
}

/** What a reserve proposal says. */
export async function reserveDocument(from: Queryable, proposalId: string): Promise<ReserveProposal> {
  return (await proposalDocument(from, proposalId)) as ReserveProposal;
}
