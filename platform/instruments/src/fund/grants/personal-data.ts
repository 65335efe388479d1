/** What the rooms of grants and tasks hold about people: who did what, and the calendar link. */
import type { Json, Queryable } from "@voorsprong/store";
import type { PersonalData } from "../../kernel/privacy.js";

/** Years that what was reported is kept after settlement or withdrawal (GBER, art. 12). */
const keptYears = 10;

/** What a person did, each a list of dossiers and days. */
const deeds: Readonly<Record<string, string>> = {
  reports: `SELECT g.dossier, t.submitted_at AS at FROM grant_reports t JOIN grants g USING (application_id)
    WHERE t.submitted_by = $1`,
  judgedReports: `SELECT g.dossier, t.judged_at AS at FROM grant_reports t JOIN grants g USING (application_id)
    WHERE t.judged_by = $1`,
  milestones: `SELECT g.dossier, t.marked_at AS at FROM grant_milestone_marks t JOIN grants g USING (application_id)
    WHERE t.marked_by = $1`,
  changes: `SELECT g.dossier, t.proposed_at AS at FROM grant_changes t JOIN grants g USING (application_id)
    WHERE t.proposed_by = $1`,
  decidedChanges: `SELECT g.dossier, t.decided_at AS at FROM grant_changes t JOIN grants g USING (application_id)
    WHERE t.decided_by = $1`,
  payments: `SELECT t.reference AS dossier, t.proposed_at AS at FROM payment_orders t WHERE t.proposed_by = $1`,
  judgedPayments: `SELECT t.reference AS dossier, t.judged_at AS at FROM payment_orders t WHERE t.judged_by = $1`,
  suspensions: `SELECT g.dossier, t.suspended_at AS at FROM payment_suspensions t JOIN grants g USING (application_id)
    WHERE t.suspended_by = $1 OR t.lifted_by = $1`,
  settlementRequests: `SELECT g.dossier, t.requested_at AS at FROM settlement_requests t
    JOIN grants g USING (application_id) WHERE t.requested_by = $1`,
  proposals: `SELECT g.dossier, t.proposed_at AS at FROM grant_proposals t JOIN grants g USING (application_id)
    WHERE t.proposed_by = $1 OR t.decided_by = $1`,
  receipts: `SELECT g.dossier, t.entered_at AS at FROM recovery_receipts t JOIN recoveries v ON v.id = t.recovery_id
    JOIN grants g USING (application_id) WHERE t.entered_by = $1`,
};

async function deedsOf(from: Queryable, personId: string): Promise<Record<string, Json>> {
  const found: Record<string, Json> = {};
  for (const [name, sql] of Object.entries(deeds)) {
    const rows = await from.query<{ dossier: string; at: Date }>(`${sql} ORDER BY at, dossier`, [personId]);
    if (rows.length > 0) found[name] = rows.map(({ dossier, at }) => ({ dossier, at: at.toISOString() }));
  }
  return found;
}

export const grantsPersonalData: PersonalData = {
  id: "grants",
  async export(from, personId) {
    const [link] = await from.query<{ at: Date }>(
      "SELECT made_at AS at FROM task_feeds WHERE person_id = $1",
      [personId],
    );
    return { ...(await deedsOf(from, personId)), calendarLinkSince: link?.at.toISOString() ?? null };
  },
  async erase(tx, personId) {
    await tx.query("DELETE FROM task_feeds WHERE person_id = $1", [personId]);
    // Who proposed and who approved stays by id alone: four eyes on public money can then still be shown.
    return [];
  },
  retention: [
    {
      kind: "grants",
      what: {
        nl: "Wat een ontvanger schreef in verslagen, verzoeken en aanvragen tot vaststelling",
        en: "What a recipient wrote in reports, requests and applications for settlement",
      },
      years: keptYears,
      source: {
        nl: "Verordening 651/2014, artikel 12: tien jaar na de steun",
        en: "Regulation 651/2014, article 12: ten years after the aid",
      },
    },
  ],
  async expire(tx, now) {
    // Counted from the end of the year in which the grant ended; sums and hashes stay, words go.
    const ended = `SELECT application_id FROM grants WHERE state IN ('settled', 'withdrawn')
      AND coalesce(settled_on, granted_on) < make_date(extract(year FROM $1::timestamptz)::int - ${keptYears}, 1, 1)`;
    let removed = 0;
    for (const [table, column] of [
      ["grant_reports", "progress"],
      ["grant_changes", "reason"],
      ["settlement_requests", "statement"],
    ]) {
      const rows = await tx.query(
        `UPDATE ${table} SET ${column} = '' WHERE ${column} <> '' AND application_id IN (${ended}) RETURNING 1`,
        [now],
      );
      removed += rows.length;
    }
    return removed;
  },
};
