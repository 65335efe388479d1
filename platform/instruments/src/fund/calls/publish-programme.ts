/** Publishes the calls that the programme works out: what its files announce is frozen in the ledger. */
import { hashOf } from "@voorsprong/allocation";
import { callDefinition } from "@voorsprong/programme";
import { advisoryLock } from "@voorsprong/store";
import type { FundContext } from "../context.js";
import { getCall } from "./read-calls.js";
import { insertDraft, publishVersion } from "./write-calls.js";

/** What became of the calls of the programme's files that have a procedure. */
export interface ProgrammeCalls {
  readonly published: readonly string[];
  /** Published before and different in the files now: an amendment by a fund manager changes a call, a file does not. */
  readonly changed: readonly string[];
  /** Not published: the period had begun (Awb 4:27). */
  readonly late: readonly string[];
}

/** Publishes every call that is worked out and not published yet. Calling it again does nothing. */
export async function publishProgrammeCalls(context: FundContext): Promise<ProgrammeCalls> {
  const published: string[] = [];
  const changed: string[] = [];
  const late: string[] = [];
  const { store, programme } = context;
  for (const fund of programme.funds)
    for (const call of fund.calls) {
      const definition = callDefinition(fund, call);
      if (definition === null) continue;
      await store.database.transaction(async (tx) => {
        await advisoryLock(tx, `fund.calls.${fund.id}`);
        const now = context.now();
        const kept = await getCall(tx, call.id, now);
        if (kept !== null) {
          // A draft under the name of a call stays the manager's; the file does not take its place.
          if (kept.version === 1 && kept.hash !== hashOf(definition)) changed.push(call.id);
          return;
        }
        const opens = new Date(call.opens.instant);
        if (opens <= now) {
          late.push(call.id);
          return;
        }
        const draft = {
          id: call.id,
          fundId: fund.id,
          title: call.title,
          opens,
          closes: new Date(call.closes.instant),
          definition: {},
          origin: "programme" as const,
          example: false,
          createdBy: null,
        };
        await insertDraft(tx, draft, now);
        const version = {
          call: definition,
          version: 1,
          reason: null,
          previous: null,
          example: false,
          publishedBy: null,
        };
        await publishVersion(tx, store.ledger, version);
        published.push(call.id);
      });
    }
  return { published, changed, late };
}
