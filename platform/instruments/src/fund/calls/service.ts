/** What can be asked of calls. Methods throw `Refusal` for what does not exist or cannot be. */
import { type Actor, may, type Scope } from "@voorsprong/access";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import type { KeptDocument } from "../rounds/read-rounds.js";
import { callSummary, callView, versionViews } from "./call-views.js";
import { beginDraft, changeDraft, removeDraft } from "./draft-call.js";
import { amendCall, checkKeptCall, openCall } from "./publish-call.js";
import { getCall, listCalls } from "./read-calls.js";
import { countSubmitted, getVersion, listVersions } from "./read-versions.js";
import { maySee, noCall, requireCall } from "./require-call.js";
import type {
  CallCheck,
  CallList,
  CallsQuery,
  CallToCheck,
  CallVersionList,
  CallView,
  ChangedCall,
  NewAmendment,
  NewCall,
  NewOpening,
} from "./views.js";

/** The calls of the funds of a programme. */
export interface CallService {
  /** Published calls; drafts too, for who may see them. What opens last comes first. */
  list(actor: Actor, query: z.output<typeof CallsQuery>): Promise<CallList>;
  get(actor: Actor, callId: string): Promise<CallView>;
  /** What a call belongs to; null when there is none. */
  scope(callId: string): Promise<Scope | null>;
  begin(actor: Actor, sent: z.output<typeof NewCall>): Promise<CallView>;
  change(actor: Actor, callId: string, sent: z.output<typeof ChangedCall>): Promise<CallView>;
  remove(callId: string): Promise<void>;
  check(callId: string, sent: z.output<typeof CallToCheck>): Promise<CallCheck>;
  open(actor: Actor, callId: string, sent: z.output<typeof NewOpening>): Promise<CallView>;
  amend(actor: Actor, callId: string, sent: z.output<typeof NewAmendment>): Promise<CallView>;
  versions(actor: Actor, callId: string): Promise<CallVersionList>;
  /** The canonical text of a version, byte for byte as it was hashed. */
  document(actor: Actor, callId: string, version: number): Promise<KeptDocument>;
}

/** Makes the service. */
export function callService(context: FundContext): CallService {
  const { store, programme } = context;
  const { database } = store;

  async function seen(actor: Actor, callId: string) {
    const call = await requireCall(database, callId, context.now());
    if (!maySee(actor, call)) throw new Refusal("not-found", noCall(callId));
    return call;
  }
  async function view(actor: Actor, callId: string): Promise<CallView> {
    const call = await seen(actor, callId);
    const counts = may(actor, "call.draft", { fundId: call.fundId });
    return callView(call, programme, counts ? await countSubmitted(database, callId) : null);
  }

  return {
    async list(actor, { fundId, state }) {
      const calls = await listCalls(database, { fundId: fundId ?? null }, context.now());
      const shown = calls.filter(
        (call) => maySee(actor, call) && (state === undefined || call.state === state),
      );
      return { items: shown.map((call) => callSummary(call, programme)) };
    },
    get: view,
    async scope(callId) {
      const call = await getCall(database, callId, context.now());
      return call === null ? null : { fundId: call.fundId };
    },
    async begin(actor, sent) {
      return view(actor, await beginDraft(context, sent, actor.personId));
    },
    async change(actor, callId, sent) {
      await changeDraft(context, callId, sent);
      return view(actor, callId);
    },
    remove: (callId) => removeDraft(context, callId),
    check: (callId, { definition }) => checkKeptCall(context, callId, definition),
    async open(actor, callId, sent) {
      await openCall(context, callId, sent, actor.personId);
      return view(actor, callId);
    },
    async amend(actor, callId, sent) {
      await amendCall(context, callId, sent, actor.personId);
      return view(actor, callId);
    },
    async versions(actor, callId) {
      await seen(actor, callId);
      return versionViews(await listVersions(database, callId));
    },
    async document(actor, callId, version) {
      await seen(actor, callId);
      const kept = await getVersion(database, callId, version);
      if (kept === null) throw new Refusal("not-found", `The call ${callId} has no version ${version}.`);
      return { text: kept.document, hash: kept.hash };
    },
  };
}
