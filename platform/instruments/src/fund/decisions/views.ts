/** Proposals, letters, objections and the reserve list over the wire. */
import { z } from "zod";
import { Cents, Localised } from "../../kernel/views.js";
import { grounds } from "./model.js";
import { letterKinds } from "./store/letters.js";
import { objectionEventKinds } from "./store/objections.js";

const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      (value) => !value.includes("\0") && !/\p{Cs}/u.test(value),
      "holds a character that cannot be kept",
    );
const required = (most: number) => text(most).refine((value) => value.trim() !== "", "must not be empty");
const LocalisedInput = z.object({ nl: required(5_000), en: required(5_000) });
const Day = z.iso.date();
const Amounts = z.record(z.string().min(1).max(100), Cents).meta({ description: "Cents by budget" });

const CallId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a call id has small letters, digits and hyphens");
const ApplicationId = z
  .string()
  .regex(/^A[0-9A-HJKMNP-TV-Z]{12}$/, "an application id is A and 12 characters");

export const DecidedCallParams = z.object({ callId: CallId });
export const ProposalParams = z.object({
  callId: CallId,
  number: z.coerce.number().int().min(1).max(1_000_000),
});
export const DecidedApplicationParams = z.object({ applicationId: ApplicationId });
export const LetterParams = z.object({ letterId: z.uuid() });
export const ObjectionParams = z.object({ objectionId: z.uuid() });
export const ObjectionFileParams = z.object({ objectionId: z.uuid(), fileId: z.uuid() });
export const ObjectionFileQuery = z.object({ name: required(300) });
export const LanguageQuery = z.object({ language: z.enum(["nl", "en"]).default("nl") });
export const LettersQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  kind: z.enum(letterKinds).optional(),
});
export const ObjectionsQuery = z.object({ callId: CallId.optional() });

/** An application that a person keeps out of the round. */
export const ExclusionInput = z.object({
  applicationId: ApplicationId,
  article: required(100).meta({ description: "For instance Awb 4:35" }),
  reason: LocalisedInput,
});

/** A proposal to be made. */
export const NewProposalInput = z
  .object({ note: text(5_000).default(""), exclusions: z.array(ExclusionInput).max(10_000).default([]) })
  .meta({ id: "NewProposal" });

/** Why something is sent back. */
export const ReasonInput = z.object({ reason: required(5_000) }).meta({ id: "SentBack" });

const Summary = z.object({
  inRound: z.int(),
  refused: z
    .record(z.string(), z.int())
    .meta({ description: "Applications refused before the round, by ground" }),
  requested: Cents,
  budget: Cents,
});

/** One proposal. */
export const DecisionProposal = z
  .object({
    callId: z.string(),
    number: z.int(),
    kind: z.enum(["call", "objection", "reserve"]),
    state: z.enum(["proposed", "returned", "approved", "decided"]),
    hash: z.string(),
    summary: Summary,
    note: z.string(),
    roundId: z.string().nullable(),
    /** The job in which the engine decides; null before it is approved. */
    jobId: z.string().nullable(),
    proposedAt: z.iso.datetime(),
    /** Whether the reader proposed it: then another person answers. */
    mine: z.boolean(),
    answeredAt: z.iso.datetime().nullable(),
    answer: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "DecisionProposal" });
export type DecisionProposal = z.infer<typeof DecisionProposal>;

export const DecisionProposalList = z
  .object({ items: z.array(DecisionProposal) })
  .meta({ id: "DecisionProposalList" });
export type DecisionProposalList = z.infer<typeof DecisionProposalList>;

/** One application in a proposal. */
export const ProposedApplication = z
  .object({
    applicationId: z.string(),
    dossier: z.string().nullable(),
    title: z.string(),
    organisation: z.string(),
    /** Null: it takes part in the division. */
    ground: z.enum(grounds).nullable(),
    article: z.string().nullable(),
    reason: Localised.nullable(),
    /** Hundredths of a point; null where it does not take part. */
    score: z.int().nullable(),
    requested: Cents.nullable(),
  })
  .meta({ id: "ProposedApplication" });

/** What would be proposed now, or what a proposal says. */
export const ProposalContent = z
  .object({
    callId: z.string(),
    title: Localised,
    rule: z.string(),
    obstacles: z.array(z.object({ applicationId: z.string().nullable(), text: Localised })),
    summary: Summary.nullable(),
    applications: z.array(ProposedApplication),
  })
  .meta({ id: "ProposalContent" });
export type ProposalContent = z.infer<typeof ProposalContent>;

/** A letter without its text. */
export const LetterSummary = z
  .object({
    id: z.string(),
    applicationId: z.string(),
    kind: z.enum(letterKinds),
    sentOn: Day,
    sentAt: z.iso.datetime(),
    hash: z.string(),
  })
  .meta({ id: "LetterSummary" });
export type LetterSummary = z.infer<typeof LetterSummary>;

/** A page of the letters of a call. */
export const LetterPage = z
  .object({
    items: z.array(LetterSummary.extend({ dossier: z.string().nullable(), organisation: z.string() })),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
  })
  .meta({ id: "LetterPage" });
export type LetterPage = z.infer<typeof LetterPage>;

const Inline = z.union([
  z.string(),
  z.object({ kind: z.literal("strong"), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), href: z.string() }),
]);
const PrintText = z.union([z.string(), z.array(Inline)]);

/** A part of a letter; the same blocks make the PDF. */
export const LetterBlock = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("heading"), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
    z.object({ kind: z.literal("paragraph"), text: PrintText }),
    z.object({ kind: z.literal("lines"), lines: z.array(z.string()) }),
    z.object({ kind: z.literal("list"), ordered: z.boolean().optional(), items: z.array(PrintText) }),
    z.object({
      kind: z.literal("table"),
      caption: z.string(),
      columns: z.array(z.object({ title: z.string(), align: z.enum(["start", "end"]).optional() })),
      rows: z.array(z.object({ cells: z.array(PrintText), total: z.boolean().optional() })),
    }),
    z.object({ kind: z.literal("facts"), items: z.array(z.object({ term: z.string(), value: PrintText })) }),
    z.object({ kind: z.literal("note"), text: PrintText }),
    z.object({ kind: z.literal("verify"), text: z.string(), href: z.string(), hash: z.string() }),
  ])
  .meta({ id: "LetterBlock" });
export type LetterBlock = z.infer<typeof LetterBlock>;

/** A letter with its text in one language. */
export const LetterView = LetterSummary.extend({
  language: z.enum(["nl", "en"]),
  title: z.string(),
  sender: z.string(),
  reference: z.string(),
  blocks: z.array(LetterBlock),
}).meta({ id: "LetterView" });
export type LetterView = z.infer<typeof LetterView>;

/** What was decided about an application, for those who may see it. */
export const ApplicationDecision = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    title: z.string(),
    callId: z.string(),
    outcome: z
      .object({
        kind: z.enum(["awarded", "refused"]),
        ground: z.enum(grounds).nullable(),
        article: z.string().nullable(),
        reason: Localised.nullable(),
        awarded: Cents,
        amounts: Amounts,
        reserve: z.int().nullable(),
        at: z.iso.datetime(),
      })
      .nullable(),
    letters: z.array(LetterSummary),
    /** Until when one can object to the latest decision; null when there is none. */
    objection: z
      .object({
        until: Day,
        open: z.boolean(),
        objectionId: z.string().nullable(),
        /** The remedy once an objection was decided on: no second objection, but appeal. */
        appeal: z.object({ until: Day, court: Localised }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: "ApplicationDecision" });
export type ApplicationDecision = z.infer<typeof ApplicationDecision>;

/** An objection to be filed. */
export const NewObjectionInput = z
  .object({ grounds: required(50_000), excuse: text(10_000).nullable().default(null) })
  .meta({ id: "NewObjection" });

/** What the program notes itself, and people do not. */
const ownKinds = ["filed", "prepared", "sent-back", "decided", "withdrawn"] as const;

/** Something to be noted in the file of an objection. */
export const NewObjectionEvent = z
  .object({
    kind: z.enum(objectionEventKinds).exclude(ownKinds),
    note: required(20_000),
    day: Day.nullable().default(null),
  })
  .meta({ id: "NewObjectionEvent" });

const CorrectionInput = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("score"),
    to: z.int().min(0).max(10_000).meta({ description: "Hundredths of a point" }),
    reason: LocalisedInput,
  }),
  z.object({ what: z.literal("amounts"), to: Amounts, reason: LocalisedInput }),
  z.object({ what: z.literal("admit"), reason: LocalisedInput }),
]);

/** A decision on an objection, to be prepared. */
export const NewObjectionDecision = z
  .object({
    outcome: z.enum(["inadmissible", "unfounded", "founded"]),
    reason: LocalisedInput,
    corrections: z.array(CorrectionInput).max(10).default([]),
  })
  .meta({ id: "NewObjectionDecision" });

/** An objection in a list. */
export const ObjectionSummary = z
  .object({
    id: z.string(),
    callId: z.string(),
    number: z.int(),
    applicationId: z.string(),
    dossier: z.string(),
    organisation: z.string(),
    state: z.enum(["open", "prepared", "decided", "withdrawn"]),
    filedAt: z.iso.datetime(),
    timely: z.boolean(),
    due: Day.meta({ description: "The last day for deciding on it" }),
  })
  .meta({ id: "ObjectionSummary" });
export type ObjectionSummary = z.infer<typeof ObjectionSummary>;

export const ObjectionList = z.object({ items: z.array(ObjectionSummary) }).meta({ id: "ObjectionList" });
export type ObjectionList = z.infer<typeof ObjectionList>;

const Change = z.object({
  applicationId: z.string(),
  from: Cents,
  to: Cents,
  effect: z.enum(["granted", "raised", "kept", "unchanged-final"]),
  reason: Localised,
});

/** A file that was added to an objection. */
export const ObjectionFileView = z
  .object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string() })
  .meta({ id: "ObjectionFile" });

/** An objection with its file. */
export const ObjectionView = ObjectionSummary.extend({
  grounds: z.string().nullable(),
  excuse: z.string().nullable(),
  /** What the objector added. */
  files: z.array(ObjectionFileView),
  termEnds: Day,
  committee: z.boolean(),
  adjourned: z.boolean(),
  suspended: z.boolean(),
  /** How the last day for deciding was counted. */
  steps: z.array(z.object({ text: Localised, article: z.string() })),
  events: z.array(
    z.object({
      kind: z.enum(objectionEventKinds),
      /** Null for the objector, where it is the handler's own note. */
      note: z.string().nullable(),
      day: Day.nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** The decision as it is prepared (for the fund) or taken (for all who may see it). */
  decision: z
    .object({
      outcome: z.enum(["inadmissible", "unfounded", "founded"]),
      reason: Localised,
      corrections: z.array(
        z.object({
          what: z.enum(["score", "amounts", "admit"]),
          from: z.string(),
          to: z.string(),
          reason: Localised,
        }),
      ),
      mine: z.boolean(),
      taken: z.boolean(),
      answer: z.string().nullable(),
      roundId: z.string().nullable(),
      firstRoundId: z.string().nullable(),
      jobId: z.string().nullable(),
      difference: z
        .object({
          changes: z.array(Change),
          needed: Amounts,
          rest: z.record(z.string(), z.int()),
          shortfall: Amounts,
        })
        .nullable(),
    })
    .nullable(),
  assumptions: z.array(z.object({ id: z.string(), text: Localised })),
  letters: z.array(LetterSummary),
}).meta({ id: "ObjectionView" });
export type ObjectionView = z.infer<typeof ObjectionView>;

/** The reserve list of a call. */
export const ReserveListView = z
  .object({
    callId: z.string(),
    free: Amounts,
    items: z.array(
      z.object({
        applicationId: z.string(),
        dossier: z.string().nullable(),
        title: z.string(),
        organisation: z.string(),
        place: z.int(),
        asked: Cents,
        fits: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ReserveListView" });
export type ReserveListView = z.infer<typeof ReserveListView>;

/** An offer to the next of the reserve list. */
export const NewOffer = z
  .object({
    note: text(5_000).default(""),
    returned: z
      .array(z.object({ applicationId: ApplicationId, amounts: Amounts, reason: required(2_000) }))
      .max(1_000)
      .default([]),
  })
  .meta({ id: "NewOffer" });
