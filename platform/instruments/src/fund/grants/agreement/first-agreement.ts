/** The first agreement of a grant: the application's plan at the amount that was awarded, under the call's terms. */
import type { ApplicationContent, GrantTerms } from "@voorsprong/call-form";
import { addMonths, countedEnd } from "@voorsprong/legal-time";
import { advanceSchedule, regimeOf } from "@voorsprong/settlement";
import type { Agreement, GrantParticipant, Milestone, PlannedCost } from "./document.js";
import { leadId } from "./document.js";
import {
  assumptions,
  commonObligations,
  decisionWeeks,
  monthsWithoutEnd,
  requestWeeks,
  toleranceBasisPoints,
} from "./terms.js";

/** What an agreement is made from. */
export interface FirstAgreementInput {
  readonly application: string;
  readonly dossier: string;
  readonly fund: string;
  readonly call: string;
  readonly decision: Agreement["decision"];
  readonly recipient: Agreement["recipient"];
  readonly grantCents: number;
  /** Grant per participant, where the decision says so; together the grant. */
  readonly shares: readonly { readonly participant: string; readonly cents: number }[] | null;
  /** The day the decision was sent. */
  readonly grantedOn: string;
  readonly content: ApplicationContent;
  readonly terms: GrantTerms;
}

/** Makes version 1. */
export function firstAgreement(input: FirstAgreementInput): Agreement {
  const { content, grantCents, grantedOn, terms } = input;
  const starts = content.project?.start ?? grantedOn;
  const ends = content.project?.end ?? addMonths(starts, monthsWithoutEnd);
  const planned = plannedCosts(content, starts);
  const participants = participantsOf(input, planned);
  const plan = advanceSchedule(
    grantCents,
    terms.advances.map(({ percent, when }, at) => ({
      id: `advance-${at + 1}`,
      basisPoints: percent,
      due: addMonths(when.after === "start" ? starts : grantedOn, when.months),
      milestone: null,
    })),
  );
  const statesPeriod = Boolean(content.project?.start && content.project.end);
  return {
    format: "voorsprong-agreement/1",
    application: input.application,
    dossier: input.dossier,
    fund: input.fund,
    call: input.call,
    decision: input.decision,
    recipient: input.recipient,
    grantCents,
    regime: regimeOf(grantCents),
    starts,
    ends,
    participants,
    costs: withRates(planned, participants),
    milestones: milestonesOf(starts, ends, terms.reportEveryMonths),
    advances: plan,
    toleranceBasisPoints,
    settlement: { requestBy: countedEnd(ends, { count: requestWeeks, unit: "weeks" }), decisionWeeks },
    obligations: commonObligations,
    assumptions: [
      assumptions.regime,
      assumptions.settlementTerms,
      assumptions.tolerance,
      ...(planned.length > 0 ? [assumptions.rate] : []),
      ...(statesPeriod ? [] : [assumptions.period]),
    ],
  };
}

type Cell = Omit<PlannedCost, "numerator" | "denominator">;

/** The plan in cells; lines of the same cell are added up. */
function plannedCosts({ costs = [] }: ApplicationContent, starts: string): Cell[] {
  const cells = new Map<string, Cell>();
  for (const line of costs) {
    const cents = line.cents ?? 0;
    if (cents <= 0) continue;
    const participant = line.partner || leadId;
    const year = line.year ?? Number(starts.slice(0, 4));
    const [workPackage, category] = [line.workPackage ?? "", line.category || "other"];
    const id = [workPackage, participant, category, year].filter((part) => part !== "").join("/");
    cells.set(id, {
      id,
      workPackage,
      participant,
      category,
      year,
      cents: (cells.get(id)?.cents ?? 0) + cents,
    });
  }
  return [...cells.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * The lead and the partners with what is meant for each: as the decision says, else in proportion to their costs,
 * rounded down, with what is left over for the lead.
 */
function participantsOf(input: FirstAgreementInput, costs: readonly Cell[]): GrantParticipant[] {
  const { content, grantCents, recipient, shares } = input;
  const total = costs.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  const named = [
    { id: leadId, organisationId: recipient.organisationId, name: recipient.name },
    ...(content.partners ?? []).map((partner) => ({
      id: partner.id,
      organisationId: partner.organisation ?? null,
      name: partner.name ?? partner.id,
    })),
  ];
  const shareOf = (id: string) => {
    if (shares !== null) return shares.find(({ participant }) => participant === id)?.cents ?? 0;
    if (total === 0n) return 0;
    const own = costs
      .filter((cost) => cost.participant === id)
      .reduce((sum, { cents }) => sum + BigInt(cents), 0n);
    return Number((BigInt(grantCents) * own) / total);
  };
  const participants = named.map((each) => ({ ...each, cents: shareOf(each.id) }));
  const rest = grantCents - participants.reduce((sum, { cents }) => sum + cents, 0);
  return participants.map((each) => (each.id === leadId ? { ...each, cents: each.cents + rest } : each));
}

/** Gives each cost the exact part that the grant pays: the participant's grant over its costs, at most all of it. */
function withRates(costs: readonly Cell[], participants: readonly GrantParticipant[]): PlannedCost[] {
  return costs.map((cost) => {
    const own = costs.filter(({ participant }) => participant === cost.participant);
    const denominator = own.reduce((sum, { cents }) => sum + cents, 0);
    const granted = participants.find(({ id }) => id === cost.participant)?.cents ?? 0;
    return { ...cost, numerator: Math.min(granted, denominator), denominator };
  });
}

/** A report every so many months, and the end. */
function milestonesOf(starts: string, ends: string, everyMonths: number): Milestone[] {
  const milestones: Milestone[] = [];
  for (let number = 1; everyMonths > 0; number += 1) {
    const due = addMonths(starts, everyMonths * number);
    if (due >= ends) break;
    milestones.push({
      id: `report-${number}`,
      kind: "report",
      title: { nl: `Voortgangsverslag ${number}`, en: `Progress report ${number}` },
      due,
    });
  }
  milestones.push({
    id: "end",
    kind: "end",
    title: { nl: "Activiteiten afgerond", en: "Activities completed" },
    due: ends,
  });
  return milestones;
}
