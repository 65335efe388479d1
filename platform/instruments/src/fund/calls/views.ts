/** Calls over the wire. */
import { z } from "zod";
import { Cents, Localised } from "../../kernel/views.js";

const CallId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a call id has small letters, digits and hyphens")
  .max(80);
const FundId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a fund id has small letters, digits and hyphens");

/** A call in format voorsprong-call/1, or a draft of one that may still have errors. */
export const CallDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: "CallDocument", description: "A call as docs/formats/call.md describes it" });

/** Where a call stands. */
export const CallStateView = z.enum(["draft", "coming", "open", "closed", "cancelled"]);

/** A call in a list. */
export const CallSummary = z
  .object({
    id: z.string(),
    fundId: z.string(),
    fundTitle: Localised,
    title: Localised,
    summary: Localised.nullable(),
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    state: CallStateView,
    version: z.int().meta({ description: "The latest published version; 0 for a draft" }),
    budgetCents: Cents.nullable().meta({
      description: "All budgets together; null where a draft has none yet",
    }),
    /** Made by the programme's files or in the pages. */
    origin: z.enum(["programme", "pages", "archive"]),
    example: z.boolean().meta({ description: "A trial or an example: it counts for no clause" }),
  })
  .meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;

export const CallList = z.object({ items: z.array(CallSummary) }).meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;

/** One call. */
export const CallView = CallSummary.extend({
  revision: z.int().meta({ description: "Changes to the draft so far; sent back when it is changed" }),
  hash: z.string().nullable().meta({ description: "Hash of the latest version, as it stands in the ledger" }),
  definition: CallDocument,
  /** Submitted applications; it says how many, never whose. Null where the reader may not know. */
  applications: z.int().nullable(),
}).meta({ id: "CallView" });
export type CallView = z.infer<typeof CallView>;

/** A template that a new call begins with. */
export const CallTemplate = z.enum(["tender", "first-come", "lottery"]);
export type CallTemplate = z.infer<typeof CallTemplate>;

/** Begins a draft from a template, or as a copy of an earlier call. */
export const NewCall = z
  .object({
    id: CallId,
    fundId: FundId,
    from: z.union([
      z.object({ template: CallTemplate }),
      z.object({ call: CallId.meta({ description: "Id of the call that is copied" }) }),
    ]),
    trial: z
      .boolean()
      .default(false)
      .meta({ description: "A trial may open at once and counts for no clause" }),
  })
  .meta({ id: "NewCall" });

/** The whole draft as it is now, and which revision was changed. */
export const ChangedCall = z
  .object({ definition: CallDocument, revision: z.int().min(1) })
  .meta({ id: "ChangedCall" });

/** What to check; without a definition the draft that is kept. */
export const CallToCheck = z.object({ definition: CallDocument.optional() }).meta({ id: "CallToCheck" });

/** An error or a difference in both languages. */
const CallErrorView = z
  .object({
    pointer: z.string().meta({ description: "RFC 6901 pointer into the definition" }),
    code: z.string(),
    text: Localised,
    range: z.object({ start: z.int(), end: z.int() }).optional().meta({
      description: "Characters of an expression, from 0, end excluded",
    }),
  })
  .meta({ id: "CallError" });

export const CallDifference = z
  .object({
    path: z.string(),
    part: z.string(),
    kind: z.enum(["added", "removed", "changed"]),
    subject: Localised,
    before: Localised.nullable(),
    after: Localised.nullable(),
    text: Localised,
  })
  .meta({ id: "CallDifference" });
export type CallDifference = z.infer<typeof CallDifference>;

/** What is wrong with a call, and for a published one what would be different. */
export const CallCheck = z
  .object({ errors: z.array(CallErrorView), differences: z.array(CallDifference) })
  .meta({ id: "CallCheck" });
export type CallCheck = z.infer<typeof CallCheck>;

/** Opens (freezes) a draft. */
export const NewOpening = z.object({ revision: z.int().min(1) }).meta({ id: "NewOpening" });

/** Changes a published call: the whole new definition, why, and on which version it is based. */
export const NewAmendment = z
  .object({ definition: CallDocument, reason: Localised, version: z.int().min(1) })
  .meta({ id: "NewAmendment" });

/** One published version. */
export const CallVersionView = z
  .object({
    version: z.int(),
    hash: z.string(),
    publishedAt: z.iso.datetime(),
    reason: Localised.nullable(),
    ledgerSeq: z.int(),
    /** What is different from the version before it; empty for version 1. */
    differences: z.array(CallDifference),
  })
  .meta({ id: "CallVersion" });

export const CallVersionList = z.object({ items: z.array(CallVersionView) }).meta({ id: "CallVersionList" });
export type CallVersionList = z.infer<typeof CallVersionList>;

export const CallParams = z.object({ callId: CallId });
export const CallVersionParams = z.object({
  callId: CallId,
  version: z.coerce.number().int().min(1).max(1_000_000),
});
export const CallsQuery = z.object({ fundId: FundId.optional(), state: CallStateView.optional() });
