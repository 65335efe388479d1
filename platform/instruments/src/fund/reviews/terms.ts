/** What a call says about its review, as far as this room needs it. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Criterion } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { getCall } from "../calls/read-calls.js";
import type { CallRecord } from "../calls/record.js";

/** A published call with its definition. */
export interface ReviewedCall {
  readonly record: CallRecord;
  readonly definition: CallDefinition;
  /** The criteria as the engine reads them. */
  readonly criteria: readonly Criterion[];
  /** The least total in hundredths of a point of 100, or null. */
  readonly threshold: number | null;
}

/** What is said of a call that is not there. */
export const noCall = (callId: string): string => `There is no call ${callId}.`;

/** @throws Refusal when there is no such call, or it was not opened yet */
export async function requireCall(from: Queryable, callId: string, now: Date): Promise<ReviewedCall> {
  const record = await getCall(from, callId, now);
  if (record === null) throw new Refusal("not-found", noCall(callId));
  if (record.version === 0)
    throw new Refusal("conflict", `The call ${callId} is a draft: open it first, its terms then stand.`);
  return reviewedCall(record);
}

/** The terms of a call that was opened. */
export function reviewedCall(record: CallRecord): ReviewedCall {
  const definition = record.definition as unknown as CallDefinition;
  return {
    record,
    definition,
    criteria: definition.criteria.map(({ id, weight, max, threshold }) => ({ id, weight, max, threshold })),
    // Basis points of the highest score are hundredths of a point of 100.
    threshold: definition.threshold ?? null,
  };
}
