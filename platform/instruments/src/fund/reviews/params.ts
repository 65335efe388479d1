/** What a request may say in its path, query and body about reviews. */
import { z } from "zod";

/** U+0000 is the one character PostgreSQL cannot take in a text. */
const storable = (text: string) => !text.includes("\0") && !/\p{Cs}/u.test(text);

const plainText = (most: number) =>
  z.string().max(most).refine(storable, "a character in it cannot be kept (U+0000 or half a surrogate pair)");

const CallId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a call id has small letters, digits and hyphens");
const ApplicationId = z
  .string()
  .regex(/^A[0-9A-HJKMNP-TV-Z]{12}$/, "an application id is A and twelve letters and digits");
const CriterionId = z.string().min(1).max(100).refine(storable);
const Reason = plainText(4_000).refine((text) => text.trim() !== "", "say why");
/** A category of work that the call offers, for instance `industrial-research`. */
const Category = z.string().min(1).max(60).refine(storable);
const Points = z.int().min(0).max(1_000);
const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(200).default(50);

export const ReviewCallParams = z.object({ callId: CallId });
export const ReviewerParams = z.object({ callId: CallId, personId: z.uuid() });
export const ReviewParams = z.object({ applicationId: ApplicationId });
export const ReviewAttachmentParams = z.object({ applicationId: ApplicationId, attachmentId: z.uuid() });

/** A reviewer of a call, as it is sent. */
export const NewReviewer = z
  .object({
    capacity: z.int().min(0).max(100_000).meta({ description: "The most applications" }),
    expertise: z
      .record(z.string().max(100), z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]))
      .meta({ description: "Level per theme of the fund: 0 none, 1 a little, 2 good, 3 expert" }),
    interests: z
      .array(z.string().regex(/^O[0-9A-HJKMNP-TV-Z]{12}$/, "an organisation id"))
      .max(200)
      .default([])
      .meta({ description: "Organisations the reviewer has a stake in, beside memberships" }),
  })
  .meta({ id: "NewReviewer" });

/** A change by hand to who reviews one application. */
const change = {
  applicationId: ApplicationId,
  add: z.array(z.uuid()).max(20).default([]).meta({ description: "Persons to put on it" }),
  remove: z.array(z.uuid()).max(20).default([]).meta({ description: "Persons to take off it" }),
  reason: Reason,
};

export const NewAssignmentChange = z.object(change).meta({ id: "NewAssignmentChange" });
export const NewConflict = z
  .object({ applicationId: ApplicationId, personId: z.uuid(), reason: Reason })
  .meta({ id: "NewConflict" });
export const NewProposalChange = z
  .object({ revision: z.int().min(1).meta({ description: "Of the proposal, as seen" }), ...change })
  .meta({ id: "NewProposalChange" });
export const SeenProposal = z.object({ revision: z.int().min(1) }).meta({ id: "SeenProposal" });

export const AssignmentsQuery = z.object({
  page,
  pageSize,
  filter: z.enum(["all", "lacking", "late"]).default("all"),
  search: z.string().max(200).refine(storable).optional(),
  personId: z.uuid().optional(),
});

export const OwnReviewsQuery = z.object({
  page,
  pageSize,
  state: z.enum(["todo", "assigned", "open", "submitted", "all"]).default("todo"),
  callId: CallId.optional(),
});

export const NewDeclaration = z
  .object({
    conflict: z.boolean().meta({ description: "Whether there is a conflict of interest" }),
    explanation: plainText(2_000).nullable().default(null).meta({ personal: true }),
  })
  .meta({ id: "NewDeclaration" });

/** What a reviewer has so far. */
export const ReviewDraft = z
  .object({
    revision: z.int().min(1).meta({ description: "As seen; an older one is refused" }),
    scores: z.record(CriterionId, Points),
    reasons: z.record(CriterionId, plainText(10_000)),
    classes: z
      .record(
        z.string().max(100).refine(storable),
        z.object({ category: Category, reason: plainText(4_000) }),
      )
      .default({})
      .meta({ description: "Category of work per work package, with the reason" }),
  })
  .meta({ id: "ReviewDraft" });

export const SeenReview = z.object({ revision: z.int().min(1) }).meta({ id: "SeenReview" });

export const PanelQuery = z.object({
  page,
  pageSize,
  filter: z.enum(["all", "discuss", "failed", "consensus"]).default("all"),
  search: z.string().max(200).refine(storable).optional(),
  sort: z.enum(["rank", "rawRank", "-range", "-change", "number"]).default("rank"),
});

export const NewPanel = z
  .object({
    range: z
      .int()
      .min(1)
      .max(10_000)
      .default(2_000)
      .meta({ description: "Totals this far apart are discussed, in hundredths of a point" }),
    reason: Reason.nullable().default(null).meta({ description: "Needed while reviews are missing" }),
  })
  .meta({ id: "NewPanel" });

export const NewFreeze = z
  .object({
    reason: Reason.nullable().default(null).meta({ description: "Needed while reviews are missing" }),
  })
  .meta({ id: "NewFreeze" });

/** The roles of those present at a meeting. */
export const PRESENT_ROLES = ["chair", "reviewer", "secretary", "expert", "observer"] as const;

export const NewConsensusBody = z
  .object({
    version: z.int().min(0).meta({ description: "Of the consensus that was seen; 0 for none" }),
    scores: z.record(CriterionId, Points),
    classes: z.record(z.string().max(100).refine(storable), Category).default({}),
    reason: Reason,
    present: z
      .array(z.object({ role: z.enum(PRESENT_ROLES), count: z.int().min(1).max(100) }))
      .min(1)
      .max(PRESENT_ROLES.length),
    heldOn: z.iso.date(),
  })
  .meta({ id: "NewConsensus" });

export const NewReminders = z
  .object({
    personIds: z
      .array(z.uuid())
      .max(1_000)
      .nullable()
      .default(null)
      .meta({ description: "Null: all late reviewers" }),
  })
  .meta({ id: "NewReminders" });
