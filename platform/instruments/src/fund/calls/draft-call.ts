/** Making, changing and taking away drafts of calls. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Json } from "@voorsprong/store";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import { type FundContext, requireFund } from "../context.js";
import { localisedOf } from "./call-views.js";
import { noCall, requireCall } from "./require-call.js";
import { callFromTemplate } from "./templates.js";
import type { ChangedCall, NewCall } from "./views.js";
import { type CallHeading, deleteDraft, insertDraft, updateDraft } from "./write-calls.js";

/** What a draft shows in lists; what cannot be read of it stays as it was. */
function headingOf(definition: Json, before: CallHeading): CallHeading {
  const parts = definition as { readonly [name: string]: Json };
  const time = (value: Json | undefined) => new Date(typeof value === "string" ? value : Number.NaN);
  const [opens, closes] = [time(parts.opens), time(parts.closes)];
  const usable = opens < closes;
  return {
    title: localisedOf(parts.title) ?? before.title,
    opens: usable ? opens : before.opens,
    closes: usable ? closes : before.closes,
  };
}

/** A copy of an earlier call under another id. Its period is that of a fresh draft: the old one is past. */
async function copyOf(
  context: FundContext,
  sent: z.output<typeof NewCall>,
  source: string,
  fresh: CallDefinition,
): Promise<CallDefinition> {
  const call = await requireCall(context.store.database, source, context.now());
  if (call.state === "draft" || call.fundId !== sent.fundId) throw new Refusal("not-found", noCall(source));
  const earlier = call.definition as unknown as CallDefinition;
  return { ...earlier, id: sent.id, opens: fresh.opens, closes: fresh.closes };
}

/**
 * Begins a draft. @returns its id
 * @throws Refusal when the fund or the call to copy does not exist, or the id is taken
 */
export async function beginDraft(
  context: FundContext,
  sent: z.output<typeof NewCall>,
  createdBy: string | null,
): Promise<string> {
  const fund = requireFund(context, sent.fundId);
  const now = context.now();
  const template = "template" in sent.from ? sent.from.template : "tender";
  const fresh = callFromTemplate(fund, { id: sent.id, template, trial: sent.trial, now });
  const definition = "call" in sent.from ? await copyOf(context, sent, sent.from.call, fresh) : fresh;
  const elsewhere = context.programme.funds.some(
    ({ id, calls }) => id !== fund.id && calls.some((call) => call.id === sent.id),
  );
  const kept = await context.store.database.transaction(async (tx) =>
    elsewhere
      ? false
      : insertDraft(
          tx,
          {
            id: sent.id,
            fundId: fund.id,
            title: definition.title,
            opens: new Date(definition.opens),
            closes: new Date(definition.closes),
            definition: definition as unknown as Json,
            origin: "pages",
            example: sent.trial,
            createdBy,
          },
          now,
        ),
  );
  if (!kept) throw new Refusal("conflict", `There is a call ${sent.id} already. Choose another id.`);
  return sent.id;
}

/**
 * Keeps a draft as it is now, also when it has errors.
 * @throws Refusal when it is no draft, or somebody else changed it meanwhile
 */
export async function changeDraft(
  context: FundContext,
  callId: string,
  { definition, revision }: z.output<typeof ChangedCall>,
): Promise<void> {
  const now = context.now();
  const call = await requireCall(context.store.database, callId, now);
  if (call.state !== "draft")
    throw new Refusal("conflict", `The call ${callId} is published; it changes only by an amendment.`);
  const draft = { definition: definition as Json, heading: headingOf(definition as Json, call) };
  const kept = await context.store.database.transaction((tx) =>
    updateDraft(tx, callId, revision, draft, now),
  );
  if (kept === null)
    throw new Refusal(
      "conflict",
      `The call ${callId} was changed by somebody else (revision ${call.revision}, yours is ${revision}). Load it again; what you wrote was not kept.`,
    );
}

/** Takes a draft away. @throws Refusal when there is no such call, or it is published */
export async function removeDraft(context: FundContext, callId: string): Promise<void> {
  await requireCall(context.store.database, callId, context.now());
  const gone = await context.store.database.transaction((tx) => deleteDraft(tx, callId));
  if (!gone) throw new Refusal("conflict", `The call ${callId} is published and cannot be removed.`);
}
