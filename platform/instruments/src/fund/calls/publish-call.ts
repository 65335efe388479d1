/** Opening a call, and amending it: from then on it is frozen under a hash in the ledger. */
import { type CallDefinition, differencesBetween } from "@voorsprong/call-form";
import { advisoryLock, type Transaction } from "@voorsprong/store";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import { type FundContext, requireFund } from "../context.js";
import { amendmentErrors } from "./amendable.js";
import { checkCall, openingErrors } from "./check-call.js";
import { countSubmitted } from "./read-versions.js";
import { refuseErrors, requireCall } from "./require-call.js";
import { surroundingsOf } from "./surroundings.js";
import type { CallCheck, NewAmendment, NewOpening } from "./views.js";
import { publishVersion } from "./write-calls.js";

/** Two calls of a fund are never published at the same time: each must see the budgets that the other takes. */
const lockOf = (fundId: string) => `fund.calls.${fundId}`;

/**
 * Opens a draft: checks it, freezes it as version 1 and writes `call.opened`.
 * @throws Refusal with every error; or when it is no draft, or was changed since it was looked at
 */
export async function openCall(
  context: FundContext,
  callId: string,
  { revision }: z.output<typeof NewOpening>,
  publishedBy: string | null,
): Promise<void> {
  await context.store.database.transaction(async (tx) => {
    const { call, example } = await openable(context, tx, callId, revision);
    const version = { call, version: 1, reason: null, previous: null, example, publishedBy };
    await publishVersion(tx, context.store.ledger, version);
  });
}

async function openable(context: FundContext, tx: Transaction, callId: string, revision: number) {
  const now = context.now();
  const { fundId } = await requireCall(tx, callId, now);
  await advisoryLock(tx, lockOf(fundId));
  const record = await requireCall(tx, callId, now);
  if (record.state !== "draft") throw new Refusal("conflict", `The call ${callId} is published already.`);
  if (record.revision !== revision)
    throw new Refusal(
      "conflict",
      `The call ${callId} was changed meanwhile (revision ${record.revision}, yours is ${revision}). Look at it again before it is opened.`,
    );
  const fund = requireFund(context, fundId);
  const around = await surroundingsOf(tx, fund, { id: callId, trial: record.example }, now);
  const { call, errors } = checkCall(record.definition, around);
  const all = call === null ? errors : [...errors, ...openingErrors(call, record.example, now)];
  refuseErrors(all, `The call ${callId} cannot be opened yet.`);
  return { call: call as CallDefinition, example: record.example };
}

/**
 * Publishes a changed definition as the next version and writes `call.amended`.
 * @throws Refusal with everything that cannot be changed any more; or when another version was published meanwhile
 */
export async function amendCall(
  context: FundContext,
  callId: string,
  { definition, reason, version }: z.output<typeof NewAmendment>,
  publishedBy: string | null,
): Promise<void> {
  const now = context.now();
  await context.store.database.transaction(async (tx) => {
    const { fundId } = await requireCall(tx, callId, now);
    await advisoryLock(tx, lockOf(fundId));
    const record = await requireCall(tx, callId, now);
    if (record.state === "draft")
      throw new Refusal("conflict", `The call ${callId} is a draft; change it without an amendment.`);
    if (record.version !== version)
      throw new Refusal(
        "conflict",
        `The call ${callId} has version ${record.version} by now and yours is based on ${version}. Load it again.`,
      );
    if (reason.nl.trim() === "" || reason.en.trim() === "")
      throw new Refusal("unusable", "An amendment says why, in Dutch and in English.");
    const fund = requireFund(context, fundId);
    const around = await surroundingsOf(tx, fund, { id: callId, trial: record.example }, now);
    const { call, errors } = checkCall(definition, around);
    const before = record.definition as unknown as CallDefinition;
    const more =
      call === null
        ? []
        : amendmentErrors(before, call, differencesBetween(before, call), {
            now,
            submitted: await countSubmitted(tx, callId),
          });
    refuseErrors([...errors, ...more], `The call ${callId} cannot be amended like this.`);
    await publishVersion(tx, context.store.ledger, {
      call: call as CallDefinition,
      version: version + 1,
      reason,
      previous: record.hash,
      example: record.example,
      publishedBy,
    });
  });
}

/** Every error of a call as it is kept, or of a changed definition; for a published call with the differences. */
export async function checkKeptCall(
  context: FundContext,
  callId: string,
  changed: unknown,
): Promise<CallCheck> {
  const now = context.now();
  const { database } = context.store;
  const record = await requireCall(database, callId, now);
  const fund = requireFund(context, record.fundId);
  const around = await surroundingsOf(database, fund, { id: callId, trial: record.example }, now);
  const { call, errors } = checkCall(changed ?? record.definition, around);
  const answer = (more: readonly CallCheck["errors"][number][], differences: CallCheck["differences"]) => ({
    errors: [...errors, ...more].map((error) => ({ ...error })),
    differences,
  });
  if (call === null) return answer([], []);
  if (record.state === "draft") return answer([...openingErrors(call, record.example, now)], []);
  const before = record.definition as unknown as CallDefinition;
  const differences = [...differencesBetween(before, call)];
  const submitted = await countSubmitted(database, callId);
  const refused = changed === undefined ? [] : amendmentErrors(before, call, differences, { now, submitted });
  return answer([...refused], differences);
}
