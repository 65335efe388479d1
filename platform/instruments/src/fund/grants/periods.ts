/** The running terms of grants: who must do what by when. */
import { amsterdamDay, daysBetween, decisionTerm, paymentTerm } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import { type LegalPeriod, type PeriodFilter, periodState } from "../../kernel/legal-period.js";
import type { Localised } from "../../kernel/views.js";
import type { Agreement } from "./agreement/document.js";
import { metMilestones, milestoneStandings } from "./milestones.js";
import { recoveryDebt } from "./settlement/recovery.js";
import type { GrantRecord } from "./store/grants.js";
import { listRecoveries } from "./store/settlement.js";

type Watched = Pick<
  GrantRecord,
  "applicationId" | "fundId" | "callId" | "organisationId" | "dossier" | "state" | "grantedOn" | "settledOn"
> & {
  readonly document: string;
  readonly reports: readonly {
    readonly state: "submitted" | "accepted" | "returned";
    readonly judgement: null;
  }[];
  readonly marks: Readonly<Record<string, boolean>>;
  readonly paidAdvances: readonly string[];
  readonly suspendedSince: Date | null;
  readonly changeAskedAt: Date | null;
  readonly requestedAt: Date | null;
  readonly proposed: boolean;
  /** Settled minus paid plus ordered back. */
  readonly balance: number;
  readonly recovers: boolean;
};

/** The terms of grants that are not done. */
export async function grantPeriods(from: Queryable, now: Date, filter: PeriodFilter): Promise<LegalPeriod[]> {
  const today = amsterdamDay(now);
  const grants = await watchedGrants(from, filter);
  const periods = grants.flatMap((grant) => {
    const agreement = JSON.parse(grant.document) as Agreement;
    return grant.state === "running"
      ? [
          ...reportPeriods(grant, agreement, today),
          ...advancePeriods(grant, agreement, today),
          ...askPeriods(grant, agreement, today),
        ]
      : settlingPeriods(grant, agreement, today);
  });
  for (const grant of grants)
    if (grant.recovers) periods.push(...(await recoveryPeriods(from, grant, today)));
  return periods;
}

function watchedGrants(from: Queryable, { funds, organisations }: PeriodFilter): Promise<Watched[]> {
  return from.query<Watched>(
    `SELECT g.application_id AS "applicationId", g.fund_id AS "fundId", g.call_id AS "callId",
       g.organisation_id AS "organisationId", g.dossier, g.state, g.granted_on AS "grantedOn", g.settled_on AS "settledOn",
       a.document,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('state', r.state, 'judgement', null) ORDER BY r.number), '[]')
         FROM grant_reports r WHERE r.application_id = g.application_id) AS reports,
       (SELECT coalesce(jsonb_object_agg(m.milestone, m.met), '{}') FROM (SELECT DISTINCT ON (milestone) milestone, met
         FROM grant_milestone_marks WHERE application_id = g.application_id ORDER BY milestone, id DESC) m) AS marks,
       ARRAY(SELECT p.advance FROM payment_orders p WHERE p.application_id = g.application_id AND p.state = 'paid'
         AND p.advance IS NOT NULL) AS "paidAdvances",
       (SELECT s.suspended_at FROM payment_suspensions s WHERE s.application_id = g.application_id
         AND s.lifted_at IS NULL) AS "suspendedSince",
       (SELECT c.proposed_at FROM grant_changes c WHERE c.application_id = g.application_id AND c.state = 'proposed')
         AS "changeAskedAt",
       (SELECT max(q.requested_at) FROM settlement_requests q WHERE q.application_id = g.application_id) AS "requestedAt",
       EXISTS (SELECT 1 FROM grant_proposals p WHERE p.application_id = g.application_id AND p.state = 'proposed')
         AS proposed,
       (SELECT coalesce(sum(CASE m.kind WHEN 'grant.settled' THEN m.cents WHEN 'recovery.ordered' THEN m.cents
         WHEN 'payment.made' THEN -m.cents ELSE 0 END), 0)::bigint FROM grant_money m
         WHERE m.application_id = g.application_id) AS balance,
       EXISTS (SELECT 1 FROM recoveries v WHERE v.application_id = g.application_id) AS recovers
     FROM grants g JOIN grant_agreements a
       ON a.application_id = g.application_id AND a.version = g.agreement_version
     WHERE ($1::text[] IS NULL OR g.fund_id = ANY($1) OR g.organisation_id = ANY($2::text[]))
     ORDER BY g.dossier`,
    [funds, organisations],
  );
}

type Part = Pick<LegalPeriod, "id" | "who" | "what" | "article" | "started" | "due"> & {
  readonly suspended?: string;
};

function period(grant: Watched, today: string, { suspended, ...part }: Part): LegalPeriod {
  const { applicationId, fundId, callId, dossier } = grant;
  return {
    ...part,
    id: `grant/${applicationId}/${part.id}`,
    fundId,
    callId,
    subject: { kind: "grant", id: applicationId },
    title: dossier,
    suspendedDays: suspended === undefined ? 0 : daysBetween(suspended, today),
    state: periodState({ due: part.due, suspended: suspended !== undefined }, today),
    path: `/grants/${applicationId}`,
  };
}

const recipient = ({ organisationId }: Watched) => ({ role: "member" as const, organisationId });
const words = (nl: string, en: string): Localised => ({ nl, en });

function metOf({ marks, reports }: Watched, agreement: Agreement): ReadonlySet<string> {
  const marked = new Map(Object.entries(marks).map(([id, met]) => [id, { met, note: "" }]));
  return metMilestones(milestoneStandings(agreement, marked, reports));
}

function reportPeriods(grant: Watched, agreement: Agreement, today: string): LegalPeriod[] {
  const due = agreement.milestones.filter(({ kind }) => kind === "report");
  // Reports are counted in order: the first one that came is about the first milestone.
  const sent = grant.reports.filter(({ state }) => state !== "returned").length;
  const met = metOf(grant, agreement);
  const open = due.filter(({ id }, at) => at >= sent && !met.has(id));
  return open.map(({ id, title, due: until }) =>
    period(grant, today, {
      id,
      who: recipient(grant),
      what: words(`${title.nl} inleveren`, `Hand in: ${title.en.toLowerCase()}`),
      article: "Awb 4:37",
      started: grant.grantedOn,
      due: until,
    }),
  );
}

function advancePeriods(grant: Watched, agreement: Agreement, today: string): LegalPeriod[] {
  const met = metOf(grant, agreement);
  const payable = agreement.advances.filter(
    ({ id, due, milestone, cents }) =>
      cents > 0 &&
      due <= today &&
      !grant.paidAdvances.includes(id) &&
      (milestone === null || met.has(milestone)),
  );
  return payable.map(({ id, due }) =>
    period(grant, today, {
      id,
      who: { role: "finance" },
      what: words("Voorschot betalen", "Pay an advance"),
      article: "Awb 4:95, 4:87",
      started: due,
      due: paymentTerm(due).ends,
      ...(grant.suspendedSince === null ? {} : { suspended: amsterdamDay(grant.suspendedSince) }),
    }),
  );
}

/** A change that was asked, and settlement that is to be asked once the activities are over. */
function askPeriods(grant: Watched, { ends, settlement }: Agreement, today: string): LegalPeriod[] {
  const periods: LegalPeriod[] = [];
  if (grant.changeAskedAt !== null) {
    const started = amsterdamDay(grant.changeAskedAt);
    periods.push(
      period(grant, today, {
        id: "change",
        who: { role: "fund-manager" },
        what: words("Beslissen op een verzoek om wijziging", "Decide on a request to change"),
        article: "Awb 4:13(2)",
        started,
        due: decisionTerm({ receivedOn: started, today }).ends,
      }),
    );
  }
  if (today > ends)
    periods.push(
      period(grant, today, {
        id: "ask-settlement",
        who: recipient(grant),
        what: words("Vaststelling aanvragen", "Ask for settlement"),
        article: "Awb 4:44",
        started: ends,
        due: settlement.requestBy,
      }),
    );
  return periods;
}

function settlingPeriods(grant: Watched, { settlement }: Agreement, today: string): LegalPeriod[] {
  if (grant.state === "settling" && grant.requestedAt !== null) {
    const started = amsterdamDay(grant.requestedAt);
    return [
      period(grant, today, {
        id: "settle",
        who: { role: grant.proposed ? "decider" : "fund-manager" },
        what: grant.proposed
          ? words("Beslissen op het voorstel voor vaststelling", "Decide on the proposed settlement")
          : words("Vaststelling voorstellen", "Propose a settlement"),
        article: "Awb 4:13(1)",
        started,
        due: decisionTerm({
          receivedOn: started,
          period: { count: settlement.decisionWeeks, unit: "weeks" },
          today,
        }).ends,
      }),
    ];
  }
  if (grant.settledOn === null || grant.balance <= 0) return [];
  return [
    period(grant, today, {
      id: "balance",
      who: { role: "finance" },
      what: words("Het restant van de subsidie betalen", "Pay the rest of the grant"),
      article: "Awb 4:87",
      started: grant.settledOn,
      due: paymentTerm(grant.settledOn).ends,
    }),
  ];
}

async function recoveryPeriods(from: Queryable, grant: Watched, today: string): Promise<LegalPeriod[]> {
  const open = (await listRecoveries(from, grant.applicationId)).filter((recovery) => {
    const { principalCents, interestCents } = recoveryDebt(recovery, today);
    return principalCents + interestCents > 0;
  });
  return open.map((recovery) => {
    const next = recovery.instalments.find(({ day }) => day >= today) ?? recovery.instalments.at(-1);
    return period(grant, today, {
      id: `recovery/${recovery.id}`,
      who: recipient(grant),
      what: words("Terugbetalen wat te veel is betaald", "Pay back what was paid too much"),
      article: next === undefined ? "Awb 4:57, 4:87" : "Awb 4:94",
      started: recovery.orderedOn,
      due: next?.day ?? recovery.due,
    });
  });
}
