/** Progress and cost reports of a recipient, judged by the fund; milestones that are met or not. */
import { randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.js";
import { changing, type GrantContext, requireWords, today } from "../context.js";
import { currentAgreement, requireState } from "../store/grants.js";
import { listReports } from "../store/progress.js";
import type { NewReport } from "../views/grant.js";
import type { CostCell } from "../views/parts.js";

/** Sends in a report. It states the costs of the whole project so far. */
export function submitReport(
  context: GrantContext,
  personId: string,
  applicationId: string,
  report: NewReport,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    requireState(grant, ["running"], "reporting");
    const agreement = await currentAgreement(tx, applicationId);
    if (report.until < agreement.starts || report.until > today(context))
      throw new Refusal(
        "unusable",
        `A report runs up to a day between the start (${agreement.starts}) and today, not up to ${report.until}.`,
      );
    requireParticipants(report.costs, agreement.participants);
    const reports = await listReports(tx, applicationId);
    await tx.query(
      `INSERT INTO grant_reports (id, application_id, number, until, progress, costs, state, submitted_by, submitted_at)
       VALUES ($1, $2, $3, $4::date, $5, $6::jsonb, 'submitted', $7, $8)`,
      [
        randomUUID(),
        applicationId,
        reports.length + 1,
        report.until,
        report.progress,
        JSON.stringify(report.costs),
        personId,
        context.now(),
      ],
    );
  });
}

/** @throws Refusal when costs name somebody who does not take part */
export function requireParticipants(
  costs: readonly CostCell[],
  participants: readonly { id: string }[],
): void {
  const known = new Set(participants.map(({ id }) => id));
  const unknown = costs.find(({ participant }) => !known.has(participant));
  if (unknown === undefined) return;
  throw new Refusal(
    "unusable",
    `${unknown.participant} takes no part in this grant; participants are ${[...known].join(", ")}.`,
  );
}

/** Accepts a report, or returns it with what is missing. */
export function judgeReport(
  context: GrantContext,
  personId: string,
  applicationId: string,
  number: number,
  { accept, words }: { readonly accept: boolean; readonly words: string },
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    const report = (await listReports(tx, applicationId)).find((each) => each.number === number);
    if (report === undefined) throw new Refusal("not-found", `There is no report ${number}.`);
    if (report.state !== "submitted")
      throw new Refusal("conflict", `Report ${number} was judged already; it is ${report.state}.`);
    requireWords(words, !accept);
    await tx.query(
      "UPDATE grant_reports SET state = $2, judged_by = $3, judged_at = $4, judgement = $5 WHERE id = $1",
      [report.id, accept ? "accepted" : "returned", personId, context.now(), words || null],
    );
  });
}

/** Says that a milestone is met, or is not; a later mark takes the place of an earlier one. */
export function markMilestone(
  context: GrantContext,
  personId: string,
  applicationId: string,
  milestoneId: string,
  { met, note }: { readonly met: boolean; readonly note: string },
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    const { milestones } = await currentAgreement(tx, applicationId);
    if (!milestones.some(({ id }) => id === milestoneId))
      throw new Refusal("not-found", `There is no milestone ${milestoneId}.`);
    await tx.query(
      `INSERT INTO grant_milestone_marks (application_id, milestone, met, note, marked_by, marked_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [applicationId, milestoneId, met, note, personId, context.now()],
    );
  });
}
