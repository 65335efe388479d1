/** What the people who run a fund see of its reviews. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";
import { PanelState, PersonName, page, ReviewStateName } from "./common.js";

/** A reviewer of a call. */
export const ReviewerView = z
  .object({
    personId: z.uuid(),
    alias: z.string().meta({ description: "What everyone but the fund knows the reviewer as" }),
    name: PersonName,
    capacity: z.int(),
    expertise: z.record(z.string(), z.int()),
    interests: z.array(z.string()),
    memberships: z.array(z.string()),
    assigned: z.int(),
    submitted: z.int(),
    late: z.int(),
    ended: z.boolean(),
  })
  .meta({ id: "Reviewer" });
export type ReviewerView = z.infer<typeof ReviewerView>;

export const ReviewerList = z
  .object({
    themes: z.array(z.object({ id: z.string(), title: Localised })),
    items: z.array(ReviewerView),
    candidates: z.array(z.object({ personId: z.uuid(), name: PersonName })),
  })
  .meta({ id: "ReviewerList" });
export type ReviewerList = z.infer<typeof ReviewerList>;

/** Why not everything could be assigned. */
export const ShortageView = z
  .object({
    applications: z
      .array(z.object({ applicationId: z.string(), dossier: z.string(), missing: z.int() }))
      .meta({
        description: "Those that miss a reviewer, at most 100",
      }),
    applicationsInSet: z.int().meta({ description: "Applications that compete for the same reviewers" }),
    reviewers: z.array(z.object({ personId: z.string(), name: PersonName })),
    needed: z.int(),
    capacity: z.int(),
    elsewhere: z.int(),
    short: z.int(),
    text: Localised,
  })
  .meta({ id: "Shortage" });
export type ShortageView = z.infer<typeof ShortageView>;

export const ProposalView = z
  .object({
    revision: z.int(),
    madeAt: z.iso.datetime(),
    applications: z.int(),
    standing: z.int().meta({ description: "Assignments that were there and stay" }),
    proposed: z.int(),
    byHand: z.int(),
    shortages: z.array(ShortageView),
    loads: z.array(
      z.object({
        personId: z.uuid(),
        name: PersonName,
        capacity: z.int(),
        standing: z.int(),
        proposed: z.int(),
        match: z.int().nullable().meta({ description: "Mean fit of what is proposed, 0 to 12" }),
      }),
    ),
  })
  .meta({ id: "AssignmentProposal" });
export type ProposalView = z.infer<typeof ProposalView>;

export const AssignmentPage = z
  .object({
    items: z.array(
      z.object({
        applicationId: z.string(),
        dossier: z.string(),
        title: z.string(),
        organisation: z.string(),
        theme: z.string().nullable(),
        reviewers: z.array(
          z.object({
            personId: z.uuid(),
            alias: z.string(),
            name: PersonName,
            state: z.union([ReviewStateName, z.literal("proposed")]),
            due: z.string().nullable(),
            match: z.int().nullable(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
    needed: z.int(),
    ...page,
  })
  .meta({ id: "AssignmentPage" });
export type AssignmentPage = z.infer<typeof AssignmentPage>;

/** How far the review of a call is. */
export const ReviewProgress = z
  .object({
    callId: z.string(),
    title: Localised,
    fundId: z.string(),
    callState: z.enum(["draft", "coming", "open", "closed", "cancelled"]),
    needed: z.int(),
    blind: z.boolean(),
    reviewers: z.int(),
    counts: z.object({
      applications: z.int(),
      complete: z.int(),
      lacking: z.int(),
      assigned: z.int(),
      open: z.int(),
      submitted: z.int(),
      conflicts: z.int(),
      late: z.int(),
    }),
    hasProposal: z.boolean(),
    panel: PanelState,
    late: z.array(
      z.object({
        personId: z.uuid(),
        name: PersonName,
        late: z.int(),
        since: z.string(),
        remindedAt: z.iso.datetime().nullable(),
        reminder: z.object({ title: Localised, text: Localised }),
      }),
    ),
  })
  .meta({ id: "ReviewProgress" });
export type ReviewProgress = z.infer<typeof ReviewProgress>;

/** How many reviewers were reminded. */
export const ReminderCount = z.object({ reminded: z.int() }).meta({ id: "ReminderCount" });

/** How many assignments were made. */
export const AssignmentCount = z.object({ made: z.int() }).meta({ id: "AssignmentCount" });
