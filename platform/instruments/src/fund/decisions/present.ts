/** From records to what goes over the wire. */
import { formatAmount, formatPoints } from "@voorsprong/allocation";
import { amsterdamDay, isSuspended, objectionTerm } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { getApplication } from "../applications/read-applications.js";
import { dossierOf } from "../applications/record.js";
import { requestedBy } from "../rounds/requested.js";
import { objectionAssumptions } from "./assumptions.js";
import type { DecisionContext } from "./context.js";
import type { AmountsByBudget, CallProposal } from "./model.js";
import { appealAfter } from "./objections/appeal.js";
import type { Correction } from "./objections/corrections.js";
import { decisionDeadline, suspensionsOf } from "./objections/deadlines.js";
import { type LetterRecord, latestDecisionLetter, lettersOf } from "./store/letters.js";
import { objectionFiles } from "./store/objection-files.js";
import { eventsOf, latestObjectionDecision, type NamedObjection, openObjection } from "./store/objections.js";
import { currentOutcome } from "./store/outcomes.js";
import type { ProposalRecord } from "./store/proposals.js";
import type {
  ApplicationDecision,
  DecisionProposal,
  LetterSummary,
  ObjectionSummary,
  ObjectionView,
  ProposalContent,
} from "./views.js";

/** A letter without its text. */
export const letterSummary = ({
  id,
  applicationId,
  kind,
  sentOn,
  sentAt,
  hash,
}: LetterRecord): LetterSummary => ({
  id,
  applicationId,
  kind,
  sentOn,
  sentAt: sentAt.toISOString(),
  hash,
});

/** A proposal with the job that carries it out. */
export async function proposalView(
  from: Queryable,
  record: ProposalRecord,
  personId: string | null,
): Promise<DecisionProposal> {
  const [job] =
    record.roundId === null
      ? []
      : await from.query<{ id: string }>(
          "SELECT id FROM jobs WHERE kind = 'fund.decide' AND subject = $1 ORDER BY created_at DESC LIMIT 1",
          [record.roundId],
        );
  return {
    callId: record.callId,
    number: record.number,
    kind: record.kind,
    state: record.state,
    hash: record.hash,
    summary: { ...record.summary, refused: { ...record.summary.refused } },
    note: record.note,
    roundId: record.roundId,
    jobId: job?.id ?? null,
    proposedAt: record.proposedAt.toISOString(),
    mine: record.proposedBy === personId,
    answeredAt: record.answeredAt?.toISOString() ?? null,
    answer: record.answer,
    decidedAt: record.decidedAt?.toISOString() ?? null,
  };
}

/** Names that go with ids of applications, for those of the fund. */
export async function namesOf(
  from: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { dossier: string | null; title: string; organisation: string }>> {
  const rows = await from.query<{
    id: string;
    callId: string;
    number: number | null;
    title: string;
    organisation: string;
  }>(
    `SELECT a.id, a.call_id AS "callId", a.number, a.title, o.name AS organisation
     FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id WHERE a.id = ANY($1::text[])`,
    [ids],
  );
  return new Map(
    rows.map(({ title, organisation, ...row }) => [row.id, { dossier: dossierOf(row), title, organisation }]),
  );
}

/** Applications of a round, highest score first. */
const byScore = (applications: CallProposal["round"]["applications"]) =>
  [...applications].sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1));

/** The applications of a proposal with names, those that are refused first. */
export async function proposedApplications(
  from: Queryable,
  { round, refused }: Pick<CallProposal, "round" | "refused">,
): Promise<ProposalContent["applications"]> {
  const names = await namesOf(from, [
    ...refused.map(({ applicationId }) => applicationId),
    ...round.applications.map(({ id }) => id),
  ]);
  const unknown = { dossier: null, title: "", organisation: "" };
  return [
    ...refused.map(({ applicationId, ground, article, reason }) => ({
      applicationId,
      ...(names.get(applicationId) ?? unknown),
      ground,
      article,
      reason,
      score: null,
      requested: null,
    })),
    ...byScore(round.applications).map((each) => ({
      applicationId: each.id,
      ...(names.get(each.id) ?? unknown),
      ground: null,
      article: null,
      reason: null,
      score: each.score ?? null,
      requested: requestedBy(each).total,
    })),
  ];
}

/** What was decided about an application. @throws Refusal when there is no such application */
export async function applicationDecision(
  { store, now }: DecisionContext,
  applicationId: string,
): Promise<ApplicationDecision> {
  const { database } = store;
  const application = await getApplication(database, applicationId);
  if (application === null || application.number === null)
    throw new Refusal("not-found", `There is no application ${applicationId}.`);
  const outcome = await currentOutcome(database, applicationId);
  const letters = await lettersOf(database, applicationId);
  const latest = await latestDecisionLetter(database, applicationId);
  const open = await openObjection(database, applicationId);
  const appeal = latest === null ? null : await appealAfter(database, application.fundId, latest.id);
  const until = latest === null ? null : objectionTerm(latest.sentOn).ends;
  return {
    applicationId,
    dossier: dossierOf(application)!,
    title: application.title,
    callId: application.callId,
    outcome:
      outcome === null
        ? null
        : {
            kind: outcome.kind,
            ground: outcome.ground,
            article: outcome.article,
            reason: outcome.reason,
            awarded: outcome.awarded,
            amounts: { ...outcome.amounts },
            reserve: outcome.reserve,
            at: outcome.at.toISOString(),
          },
    letters: letters.map(letterSummary),
    objection:
      until === null
        ? null
        : {
            until,
            open: appeal === null && amsterdamDay(now()) <= until,
            objectionId: open?.id ?? null,
            appeal,
          },
  };
}

/** An objection in a list, with the last day for deciding on it. */
export async function objectionSummary(
  from: Queryable,
  now: Date,
  record: NamedObjection,
): Promise<ObjectionSummary> {
  const { id, callId, number, applicationId, organisation, state, filedAt, timely } = record;
  return {
    id,
    callId,
    number,
    applicationId,
    dossier: dossierOf({ callId, number: record.applicationNumber })!,
    organisation,
    state,
    filedAt: filedAt.toISOString(),
    timely,
    due: decisionDeadline(record, await eventsOf(from, id), record.closedAt ?? now).ends,
  };
}

const amountsText = (amounts: AmountsByBudget) =>
  Object.entries(amounts)
    .map(([budget, cents]) => `${budget}: ${formatAmount(cents, "EUR-cent", "nl")}`)
    .join("; ");

function correctionView(correction: Correction) {
  const { what, reason } = correction;
  if (what === "score")
    return {
      what,
      from: formatPoints(correction.from, 100, "nl"),
      to: formatPoints(correction.to, 100, "nl"),
      reason,
    };
  if (what === "amounts")
    return { what, from: amountsText(correction.from), to: amountsText(correction.to), reason };
  return { what, from: "–", to: "+", reason };
}

/**
 * An objection with its file.
 * @param inside whether the reader is of the fund; others see no notes of the handler and no prepared decision
 */
export async function objectionView(
  { store: { database }, now }: DecisionContext,
  record: NamedObjection,
  { inside, personId }: { readonly inside: boolean; readonly personId: string | null },
): Promise<ObjectionView> {
  const events = await eventsOf(database, record.id);
  const decision = await latestObjectionDecision(database, record.id);
  const until = record.closedAt ?? now();
  const deadline = decisionDeadline(record, events, until);
  const shown = decision !== null && (inside || record.state === "decided") ? decision : null;
  const [round] =
    shown?.proposalId == null
      ? []
      : await database.query<{ id: string; first: string | null; jobId: string | null }>(
          `SELECT r.id, r.supersedes AS first, (SELECT j.id FROM jobs j WHERE j.subject = r.id AND j.kind = 'fund.decide'
             ORDER BY j.created_at DESC LIMIT 1) AS "jobId"
           FROM proposals p JOIN rounds r ON r.id = p.round_id WHERE p.id = $1`,
          [shown.proposalId],
        );
  const letters = await database.query<LetterRecord>(
    `SELECT l.id, l.application_id AS "applicationId", l.call_id AS "callId", l.kind, l.sent_on AS "sentOn",
       l.sent_at AS "sentAt", l.hash FROM letters l WHERE l.objection_id = $1 ORDER BY l.seq`,
    [record.id],
  );
  return {
    ...(await objectionSummary(database, now(), record)),
    grounds: record.grounds,
    excuse: record.excuse,
    files: await objectionFiles(database, record.id),
    termEnds: record.termEnds,
    committee: record.committee,
    adjourned: record.adjourned,
    suspended: isSuspended(suspensionsOf(events), amsterdamDay(until)),
    steps: deadline.steps.map(({ text, article }) => ({ text, article })),
    events: events.map(({ kind, note, day, at }) => ({
      kind,
      note: inside ? note : null,
      day,
      at: at.toISOString(),
    })),
    decision:
      shown === null
        ? null
        : {
            outcome: shown.outcome,
            reason: shown.reason,
            corrections: shown.corrections.map(correctionView),
            mine: shown.preparedBy === personId,
            taken: shown.decidedBy !== null,
            answer: shown.answer,
            roundId: round?.id ?? null,
            firstRoundId: round?.first ?? null,
            jobId: round?.jobId ?? null,
            difference:
              shown.difference === null
                ? null
                : {
                    changes: shown.difference.changes.map((change) => ({ ...change })),
                    needed: { ...shown.difference.needed },
                    rest: { ...shown.difference.rest },
                    shortfall: { ...shown.difference.shortfall },
                  },
          },
    assumptions: objectionAssumptions.map(({ id, text }) => ({ id, text })),
    letters: letters.map(letterSummary),
  };
}
