/** Calls as they are asked for, and the refusals where they cannot be had. */
import { type Actor, may } from "@voorsprong/access";
import type { CallError } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { type InputError, Refusal } from "../../kernel/refusal.js";
import { getCall } from "./read-calls.js";
import type { CallRecord } from "./record.js";

/** What is said of a call that does not exist, or that the reader may not know of. */
export function noCall(callId: string): string {
  return `There is no call ${callId}.`;
}

/** Whether somebody may see a call: published ones everybody, drafts those who make or oversee the fund's calls. */
export function maySee(actor: Actor, { state, fundId }: Pick<CallRecord, "state" | "fundId">): boolean {
  return state !== "draft" || may(actor, "call.draft", { fundId });
}

/** @throws Refusal when there is no such call */
export async function requireCall(from: Queryable, callId: string, now: Date): Promise<CallRecord> {
  const call = await getCall(from, callId, now);
  if (call === null) throw new Refusal("not-found", noCall(callId));
  return call;
}

/** Errors of a call as a refusal lists them. */
export function inputErrors(errors: readonly CallError[]): InputError[] {
  return errors.map(({ pointer, code, text, range }) => ({
    in: "body" as const,
    location: { pointer: `/definition${pointer}` },
    code,
    detail: range === undefined ? text.en : `${text.en} (characters ${range.start} to ${range.end})`,
  }));
}

/** @throws Refusal when there is an error */
export function refuseErrors(errors: readonly CallError[], what: string): void {
  if (errors.length > 0) throw new Refusal("unusable", what, inputErrors(errors));
}
