/** What visitors reported about the register. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Queryable } from "@voorsprong/store";
import type { RegisterReportView } from "../views.js";

type Row = Omit<RegisterReportView, "reportedAt" | "closedAt"> & {
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
};

const columns = `id, number, fund_id AS "fundId", subject, reason, text, reported_at AS "reportedAt", closed_at AS "closedAt",
  answer`;

const viewOf = ({ reportedAt, closedAt, ...rest }: Row): RegisterReportView => ({
  ...rest,
  reportedAt: reportedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

/** Keeps a report and gives its number, which tells nothing about how many there are. */
export async function addReport(
  into: Queryable,
  report: Pick<RegisterReportView, "fundId" | "subject" | "reason" | "text">,
  now: Date,
): Promise<string> {
  const number = `M-${randomBytes(4).toString("hex").toUpperCase()}`;
  await into.query(
    `INSERT INTO register_reports (id, number, fund_id, subject, reason, text, reported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), number, report.fundId, report.subject, report.reason, report.text, now],
  );
  return number;
}

/** Reports on these funds (null: on all); open ones first, the oldest at the top. */
export async function listReports(
  from: Queryable,
  funds: readonly string[] | null,
): Promise<RegisterReportView[]> {
  const rows = await from.query<Row>(
    `SELECT ${columns} FROM register_reports WHERE $1::text[] IS NULL OR fund_id = ANY ($1::text[])
     ORDER BY closed_at IS NOT NULL, reported_at, id LIMIT 500`,
    [funds],
  );
  return rows.map(viewOf);
}

/** One report, or null. */
export async function getReport(from: Queryable, id: string): Promise<RegisterReportView | null> {
  const [row] = await from.query<Row>(`SELECT ${columns} FROM register_reports WHERE id = $1`, [id]);
  return row === undefined ? null : viewOf(row);
}

/** Closes a report with what was done; false when it was closed already. */
export async function closeReport(
  into: Queryable,
  id: string,
  { answer, by, now }: { readonly answer: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows = await into.query(
    `UPDATE register_reports SET answer = $2, closed_by = $3::uuid, closed_at = $4
     WHERE id = $1 AND closed_at IS NULL RETURNING id`,
    [id, answer, by, now],
  );
  return rows.length > 0;
}
