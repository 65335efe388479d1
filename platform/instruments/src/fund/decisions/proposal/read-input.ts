/** Reads what a proposal is made of. */
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { getCall } from "../../calls/read-calls.js";
import type { CallRecord } from "../../calls/record.js";
import type { DecisionContext } from "../context.js";
import type { Exclusion } from "../model.js";
import type { Candidate, ProposalInput } from "./prepare.js";
import { shortfallOf } from "./shortfall.js";

interface CandidateRow {
  readonly id: string;
  readonly state: "submitted" | "returned";
  readonly completeAt: Date | null;
  readonly receivedAt: Date;
  readonly document: string | null;
  readonly expired: boolean;
}

/** @throws Refusal when there is no such call that was opened */
export async function requireCall(context: DecisionContext, callId: string): Promise<CallRecord> {
  const call = await getCall(context.store.database, callId, context.now());
  if (call === null || call.state === "draft") throw new Refusal("not-found", `There is no call ${callId}.`);
  return call;
}

/** Applications that something has to be decided about, as they were last submitted. */
async function candidatesOf(from: Queryable, callId: string): Promise<Candidate[]> {
  const rows = await from.query<CandidateRow>(
    `SELECT a.id, a.state, a.complete_at AS "completeAt", a.received_at AS "receivedAt", v.document,
       coalesce((SELECT c.ended_by = 'expired' FROM correction_requests c WHERE c.application_id = a.id
                 ORDER BY c.asked_at DESC LIMIT 1), false) AS expired
     FROM grant_applications a
     JOIN grant_application_versions v ON v.application_id = a.id AND v.version = a.version
     WHERE a.call_id = $1 AND a.state IN ('submitted', 'returned') ORDER BY a.id`,
    [callId],
  );
  return rows.map(({ id, state, expired, completeAt, receivedAt, document }) => {
    if (document === null) throw new Error(`the text of application ${id} was erased before it was decided`);
    return {
      id,
      state,
      expired,
      completeAt: (completeAt ?? receivedAt).toISOString(),
      content: JSON.parse(document) as ApplicationContent,
    };
  });
}

/**
 * Reads the input of a proposal on a call.
 * @throws Refusal when the call is still open, or its scores are not frozen
 */
export async function readProposalInput(
  context: DecisionContext,
  callId: string,
  exclusions: readonly Exclusion[],
): Promise<{ readonly call: CallRecord; readonly input: ProposalInput }> {
  const call = await requireCall(context, callId);
  if (call.state !== "closed")
    throw new Refusal(
      "conflict",
      `Call ${callId} is not closed. Nothing can be proposed before ${call.closes.toISOString()}.`,
    );
  const { database } = context.store;
  const definition = call.definition as unknown as CallDefinition;
  const frozen =
    definition.criteria.length === 0 ? null : await context.sources.frozenScores(database, callId);
  if (definition.criteria.length > 0 && frozen === null)
    throw new Refusal(
      "conflict",
      `The scores of call ${callId} are not frozen yet. Finish the review first.`,
    );
  const candidates = await candidatesOf(database, callId);
  const aid = await context.sources.aid(
    database,
    callId,
    candidates.map(({ id }) => id),
  );
  const scores =
    frozen === null
      ? null
      : new Map(
          [...frozen.scores].map(([id, { score, passed, reasons }]) => [
            id,
            { score, passed, shortfall: shortfallOf(definition, reasons) },
          ]),
        );
  return {
    call,
    input: {
      call: definition,
      callVersion: call.version,
      candidates: candidates.map((candidate) => ({
        ...candidate,
        most: aid.get(candidate.id)?.most ?? null,
      })),
      scores,
      scoresHash: frozen?.hash ?? null,
      exclusions,
    },
  };
}
