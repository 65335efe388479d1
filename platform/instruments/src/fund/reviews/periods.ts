/** Reviews that have to be in by a day, as terms of the reviewers. */
import { amsterdamDay } from "@voorsprong/legal-time";
import { type PeriodSource, periodState } from "../../kernel/legal-period.js";
import type { Localised } from "../../kernel/views.js";

/**
 * Per reviewer, call and last day: the reviews that are not submitted yet. The fund gives its advisers this term (Awb 3:6);
 * the people who run the fund see those of their funds, a reviewer the own ones.
 */
export const reviewPeriods: PeriodSource = async (from, now, { funds, personId }) => {
  const today = amsterdamDay(now);
  const rows = await from.query<{
    callId: string;
    fundId: string;
    title: Localised;
    personId: string;
    due: string;
    started: Date;
    count: number;
  }>(
    `SELECT r.call_id AS "callId", c.fund_id AS "fundId", c.title, r.person_id::text AS "personId", r.due,
       min(r.assigned_at) AS started, count(*) AS count
     FROM reviews r JOIN calls c ON c.id = r.call_id
     WHERE r.state IN ('assigned', 'open')
       AND ($1::text[] IS NULL OR c.fund_id = ANY ($1::text[]) OR r.person_id = $2::uuid)
     GROUP BY r.call_id, c.fund_id, c.title, r.person_id, r.due ORDER BY r.due, r.call_id, r.person_id`,
    [funds, personId],
  );
  return rows.map((row) => ({
    id: `review/${row.callId}/${row.personId}/${row.due}`,
    fundId: row.fundId,
    callId: row.callId,
    subject: { kind: "call", id: row.callId },
    title: row.callId.toUpperCase(),
    who: { role: "reviewer", personId: row.personId },
    what:
      row.count === 1
        ? { nl: "Beoordeel 1 aanvraag.", en: "Review 1 application." }
        : { nl: `Beoordeel ${row.count} aanvragen.`, en: `Review ${row.count} applications.` },
    article: "Awb 3:6",
    started: amsterdamDay(row.started),
    due: row.due,
    suspendedDays: 0,
    state: periodState({ due: row.due }, today),
    path: "/reviews",
  }));
};
