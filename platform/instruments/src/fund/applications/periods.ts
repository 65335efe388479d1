/** The running terms of applications: completing them, and what an officer should look at before the decision. */
import { addDays, amsterdamDay, workingDayFrom } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import {
  type LegalPeriod,
  type PeriodFilter,
  type PeriodSource,
  periodState,
} from "../../kernel/legal-period.js";
import { dossierOf } from "./record.js";

/** Days after an unused chance in which a decision not to treat an application must be sent (Awb 4:5(4)). */
const DAYS_TO_LEAVE_ASIDE = 28;

interface CorrectionRow {
  readonly id: string;
  readonly applicationId: string;
  readonly callId: string;
  readonly fundId: string;
  readonly organisationId: string;
  readonly number: number;
  readonly due: string;
  readonly askedAt: Date;
}

async function corrections(
  from: Queryable,
  now: Date,
  { funds, organisations }: PeriodFilter,
): Promise<LegalPeriod[]> {
  const rows = await from.query<CorrectionRow>(
    `SELECT r.id::text AS id, a.id AS "applicationId", a.call_id AS "callId", a.fund_id AS "fundId",
       a.organisation_id AS "organisationId", a.number, r.due, r.asked_at AS "askedAt"
     FROM correction_requests r JOIN grant_applications a ON a.id = r.application_id
     WHERE r.ended_at IS NULL
       AND ($1::text[] IS NULL OR a.fund_id = ANY ($1::text[]) OR a.organisation_id = ANY ($2::text[]))
     ORDER BY r.due, a.id`,
    [funds, organisations],
  );
  const today = amsterdamDay(now);
  return rows.flatMap((row) => {
    const due = workingDayFrom(row.due);
    const shared = {
      fundId: row.fundId,
      callId: row.callId,
      subject: { kind: "application", id: row.applicationId },
      title: dossierOf(row) ?? row.callId,
      suspendedDays: 0,
      path: `/applications/${row.applicationId}`,
    };
    const completing: LegalPeriod = {
      ...shared,
      id: `application/${row.applicationId}/correction/${row.id}`,
      who: { role: "member", organisationId: row.organisationId },
      what: { nl: "Vul de aanvraag aan.", en: "Complete the application." },
      article: "Awb 4:5",
      started: amsterdamDay(row.askedAt),
      due,
      state: periodState({ due }, today),
    };
    if (today <= due) return [completing];
    const aside = workingDayFrom(addDays(due, DAYS_TO_LEAVE_ASIDE));
    return [
      completing,
      {
        ...shared,
        id: `application/${row.applicationId}/not-completed/${row.id}`,
        who: { role: "fund-manager" },
        what: {
          nl: "De aanvraag is niet aangevuld: behandel haar zoals zij is, of besluit haar niet te behandelen.",
          en: "The application was not completed: treat it as it is, or decide not to treat it.",
        },
        article: "Awb 4:5(4)",
        started: due,
        due: aside,
        state: periodState({ due: aside }, today),
      },
    ];
  });
}

/** Open flags by call, of applications about which nothing was decided yet: after that nobody waits for them. */
async function flags(from: Queryable, now: Date, { funds }: PeriodFilter): Promise<LegalPeriod[]> {
  const rows = await from.query<{
    callId: string;
    fundId: string;
    closes: Date;
    weeks: number;
    since: Date;
    count: number;
  }>(
    `SELECT c.id AS "callId", c.fund_id AS "fundId", c.closes, (c.definition->>'decisionWeeks')::int AS weeks,
       min(f.raised_at) AS since, count(*) AS count
     FROM grant_application_flags f JOIN grant_applications a ON a.id = f.application_id JOIN calls c ON c.id = a.call_id
     WHERE f.resolved_at IS NULL AND a.state <> 'withdrawn'
       AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.application_id = a.id)
       AND ($1::text[] IS NULL OR c.fund_id = ANY ($1::text[]))
     GROUP BY c.id ORDER BY c.closes, c.id`,
    [funds],
  );
  const today = amsterdamDay(now);
  return rows.map((row) => {
    const due = addDays(amsterdamDay(row.closes), 7 * (row.weeks ?? 0));
    return {
      id: `call/${row.callId}/flags`,
      fundId: row.fundId,
      callId: row.callId,
      subject: { kind: "call", id: row.callId },
      title: row.callId.toUpperCase(),
      who: { role: "fund-manager" },
      what:
        row.count === 1
          ? { nl: "Bekijk 1 aandachtspunt bij een aanvraag.", en: "Look at 1 flag of an application." }
          : {
              nl: `Bekijk ${row.count} aandachtspunten bij aanvragen.`,
              en: `Look at ${row.count} flags of applications.`,
            },
      article: "Awb 3:2, 4:13",
      started: amsterdamDay(row.since),
      due,
      suspendedDays: 0,
      state: periodState({ due }, today),
      path: `/calls/${row.callId}/applications?flagged=true`,
    };
  });
}

/** Terms of applications that are still to be met. */
export const applicationPeriods: PeriodSource = async (from, now, filter) => [
  ...(await corrections(from, now, filter)),
  ...(await flags(from, now, filter)),
];
