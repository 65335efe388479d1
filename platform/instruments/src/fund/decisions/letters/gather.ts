/** Gathers the facts of letters from the database, for many applicants at once. */
import { type Decision, explainSentence } from "@voorsprong/allocation";
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import { amsterdamDay, objectionTerm } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import { dossierOf } from "../../applications/record.js";
import type { CallRecord } from "../../calls/record.js";
import { requireFund } from "../../context.js";
import { inBoth } from "../../rounds/limits.js";
import type { DecisionContext } from "../context.js";
import type { Outcome } from "../model.js";
import { courtOf } from "./courts.js";
import type { LetterCall, LetterFacts, LetterRound } from "./facts.js";

/** What letters of a call say alike. */
export function letterCall(context: DecisionContext, call: CallRecord): LetterCall {
  const definition = call.definition as unknown as CallDefinition;
  const fund = requireFund(context, call.fundId);
  return {
    id: call.id,
    title: call.title,
    fund: fund.title,
    legalBasis: definition.legalBasis ?? null,
    rule: definition.rule,
    criteria: definition.criteria,
    advances: definition.grant.advances,
    reportEveryMonths: definition.grant.reportEveryMonths,
    example: call.example,
    court: courtOf(call.fundId),
    assumptions: definition.assumptions.map(({ text }) => text),
    site: context.site(),
  };
}

/** The decision on a round as letters cite it. */
export function letterRound(roundId: string, { hash, proof, outcome, round }: Decision): LetterRound {
  return {
    id: roundId,
    hash,
    level: proof.level,
    applications: round.applications.length,
    funded: outcome.status === "decided" ? outcome.awards.length : 0,
    budget: round.budgets.reduce((sum, { amount }) => sum + amount, 0),
    awarded: outcome.status === "decided" ? outcome.spent.total : 0,
  };
}

interface ApplicantRow {
  readonly id: string;
  readonly callId: string;
  readonly number: number;
  readonly title: string;
  readonly receivedAt: Date;
  readonly organisation: string;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly document: string | null;
}

/** What is decided, and on what. */
export interface Decided {
  readonly call: CallRecord;
  readonly kind: "call" | "objection" | "reserve";
  readonly outcomes: readonly Outcome[];
  /** The decision on the round with its id; null where no round was held for it. */
  readonly round: { readonly id: string; readonly decision: Decision } | null;
  /** The moment of sending. */
  readonly at: Date;
}

/** The facts of the letter for each outcome, in the same order. */
export async function gatherFacts(
  context: DecisionContext,
  from: Queryable,
  { call, kind, outcomes, round, at }: Decided,
): Promise<LetterFacts[]> {
  const ids = outcomes.map(({ applicationId }) => applicationId);
  const rows = await from.query<ApplicantRow>(
    `SELECT a.id, a.call_id AS "callId", a.number, a.title, a.received_at AS "receivedAt", o.name AS organisation, o.postcode, o.place, v.document
     FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id
     JOIN grant_application_versions v ON v.application_id = a.id AND v.version = a.version
     WHERE a.id = ANY($1::text[])`,
    [ids],
  );
  const applicants = new Map(rows.map((row) => [row.id, row]));
  const frozen = await context.sources.frozenScores(from, call.id);
  const sentOn = amsterdamDay(at);
  const awarded = outcomes
    .filter((each) => each.kind === "awarded")
    .map(({ applicationId }) => applicationId);
  const aid = await context.sources.aid(from, call.id, awarded);
  const cited = round === null ? null : letterRound(round.id, round.decision);
  const inRound = new Set(round?.decision.round.applications.map(({ id }) => id));
  const objection = objectionTerm(sentOn);
  return outcomes.map((outcome): LetterFacts => {
    const id = outcome.applicationId;
    const applicant = applicants.get(id);
    if (applicant === undefined) throw new Error(`application ${id} has an outcome and was never submitted`);
    const content = JSON.parse(applicant.document ?? "{}") as ApplicationContent;
    const score = frozen?.scores.get(id);
    const explained = round !== null && inRound.has(id);
    return {
      kind: kind === "reserve" ? "reserve-award" : outcome.kind === "awarded" ? "award" : "refusal",
      dossier: dossierOf(applicant)!,
      applicationId: id,
      title: applicant.title,
      recipient: [
        applicant.organisation,
        ...(applicant.place === null ? [] : [`${applicant.postcode ?? ""} ${applicant.place}`.trim()]),
      ],
      receivedOn: amsterdamDay(applicant.receivedAt),
      requested: Object.fromEntries(
        Object.entries(content.requested ?? {}).flatMap(([budget, cents]) =>
          cents == null || cents === 0 ? [] : [[budget, cents]],
        ),
      ),
      project: { start: content.project?.start || null, end: content.project?.end || null },
      outcome,
      explanation: explained ? inBoth((language) => explainSentence(round.decision, id, language)) : null,
      scores:
        score === undefined
          ? null
          : { score: score.score, criteria: score.criteria, arithmetic: score.arithmetic },
      round: explained ? cited : null,
      aid: aid.get(id) ?? null,
      sentOn,
      sentAt: at.toISOString(),
      objection,
    };
  });
}
