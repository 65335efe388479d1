/** The recipient asks to have the grant settled (Awb 4:44, 4:45). */
import { randomUUID } from "node:crypto";
import { evidenceOf } from "@voorsprong/settlement";
import { Refusal } from "../../../kernel/refusal.js";
import type { Agreement } from "../agreement/document.js";
import { changing, type GrantContext, today } from "../context.js";
import { requireParticipants } from "../reports/reports.js";
import { currentAgreement, requireState, setState } from "../store/grants.js";
import type { NewSettlementRequest } from "../views/settlement.js";

/**
 * Sends in a request. While it has not been proposed on, another one takes its place.
 * @throws Refusal before the activities have ended, or when evidence that the regime asks is missing
 */
export function requestSettlement(
  context: GrantContext,
  personId: string,
  applicationId: string,
  request: NewSettlementRequest,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    requireState(grant, ["running", "settling"], "asking settlement");
    const agreement = await currentAgreement(tx, applicationId);
    requireEnded(agreement, today(context));
    const missing = evidenceOf(agreement.regime).filter(({ id }) => !request.evidence.includes(id));
    if (missing.length > 0)
      throw new Refusal(
        "unusable",
        `A request for settlement of this grant comes with ${missing.map(({ text }) => text.en).join(", ")}.`,
      );
    requireParticipants(request.costs, agreement.participants);
    const [open] = await tx.query(
      "SELECT 1 FROM grant_proposals WHERE application_id = $1 AND state = 'proposed'",
      [applicationId],
    );
    if (open !== undefined)
      throw new Refusal(
        "conflict",
        "The fund is deciding on this grant; a new request has to wait for that.",
      );
    await tx.query(
      `INSERT INTO settlement_requests (id, application_id, statement, costs, evidence, requested_by, requested_at)
       VALUES ($1, $2, $3, $4::jsonb, $5::text[], $6, $7)`,
      [
        randomUUID(),
        applicationId,
        request.statement,
        JSON.stringify(request.costs),
        request.evidence,
        personId,
        context.now(),
      ],
    );
    await setState(tx, applicationId, "settling");
  });
}

/** @throws Refusal until the day after the activities have ended: only then can settlement be asked (Awb 4:44) */
export function requireEnded({ dossier, ends }: Pick<Agreement, "dossier" | "ends">, day: string): void {
  if (day > ends) return;
  throw new Refusal(
    "conflict",
    `The activities of ${dossier} end on ${ends}; settlement on request is possible after that day (Awb 4:44). If they ended sooner, change the end date of the agreement first. The fund can also settle of its own accord, with its ground (Awb 4:47).`,
  );
}
