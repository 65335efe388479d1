/** Milestones, reports, changes and suspensions as the tables hold them. */
import type { Queryable } from "@voorsprong/store";
import type { CostCell, ReportView } from "../views/parts.js";

/** The latest mark of each milestone that was judged. */
export async function milestoneMarks(
  from: Queryable,
  applicationId: string,
): Promise<Map<string, { readonly met: boolean; readonly note: string }>> {
  const rows = await from.query<{ milestone: string; met: boolean; note: string }>(
    `SELECT DISTINCT ON (milestone) milestone, met, note FROM grant_milestone_marks WHERE application_id = $1
     ORDER BY milestone, id DESC`,
    [applicationId],
  );
  return new Map(rows.map(({ milestone, ...mark }) => [milestone, mark]));
}

/** A report with who may not judge it left out: reports are judged by the fund. */
export type ReportRecord = Omit<ReportView, "submittedAt"> & { readonly submittedAt: Date };

/** Reports, oldest first. */
export function listReports(from: Queryable, applicationId: string): Promise<ReportRecord[]> {
  return from.query<ReportRecord>(
    `SELECT id, number, until, progress, costs, state, submitted_at AS "submittedAt", judgement FROM grant_reports
     WHERE application_id = $1 ORDER BY number`,
    [applicationId],
  );
}

/** The latest report that was not returned, or null. */
export function latestReport(reports: readonly ReportRecord[]): ReportRecord | null {
  return reports.findLast(({ state }) => state !== "returned") ?? null;
}

/** A request to change the agreement. */
export interface ChangeRecord {
  readonly id: string;
  readonly fromVersion: number;
  readonly proposal: ChangeProposal;
  readonly reason: string;
  readonly state: "proposed" | "accepted" | "refused" | "withdrawn";
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
}

/** What is asked to change; what is absent stays. */
export interface ChangeProposal {
  readonly ends?: string | undefined;
  readonly milestones?: readonly { readonly id: string; readonly due: string }[] | undefined;
  readonly costs?: readonly CostCell[] | undefined;
  readonly grantCents?: number | undefined;
}

/** Requests to change, oldest first. */
export function listChanges(from: Queryable, applicationId: string): Promise<ChangeRecord[]> {
  return from.query<ChangeRecord>(
    `SELECT id, from_version AS "fromVersion", proposal, reason, state, proposed_at AS "proposedAt",
       decided_at AS "decidedAt", decision FROM grant_changes WHERE application_id = $1 ORDER BY position`,
    [applicationId],
  );
}

/** A suspension of payment. */
export interface SuspensionRecord {
  readonly id: string;
  readonly reason: string;
  readonly suspendedAt: Date;
  readonly liftedAt: Date | null;
  readonly lifting: string | null;
}

/** Suspensions, oldest first. */
export function listSuspensions(from: Queryable, applicationId: string): Promise<SuspensionRecord[]> {
  return from.query<SuspensionRecord>(
    `SELECT id, reason, suspended_at AS "suspendedAt", lifted_at AS "liftedAt", lifting FROM payment_suspensions
     WHERE application_id = $1 ORDER BY position`,
    [applicationId],
  );
}

/** Whether payment stands still now. */
export async function isSuspended(from: Queryable, applicationId: string): Promise<boolean> {
  const [row] = await from.query(
    "SELECT 1 FROM payment_suspensions WHERE application_id = $1 AND lifted_at IS NULL",
    [applicationId],
  );
  return row !== undefined;
}
