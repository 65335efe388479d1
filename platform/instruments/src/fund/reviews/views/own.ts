/** What a reviewer sees of the own work. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";
import { Classification, CriterionView, PanelState, page, ReviewStateName, Score } from "./common.js";

/** A reviewer's own assignments. */
export const OwnReviewPage = z
  .object({
    items: z.array(
      z.object({
        applicationId: z.string(),
        dossier: z.string(),
        callId: z.string(),
        callTitle: Localised,
        title: z.string(),
        theme: z.string().nullable(),
        state: ReviewStateName,
        due: z.string(),
        late: z.boolean(),
        scored: z.int(),
        criteria: z.int(),
        submittedAt: z.iso.datetime().nullable(),
        total: Score.nullable(),
      }),
    ),
    counts: z.object({
      assigned: z.int(),
      open: z.int(),
      submitted: z.int(),
      late: z.int(),
      nextDue: z.string().nullable(),
    }),
    messages: z.array(z.object({ title: Localised, text: Localised, at: z.iso.datetime() })),
    ...page,
  })
  .meta({ id: "OwnReviewPage" });
export type OwnReviewPage = z.infer<typeof OwnReviewPage>;

/** A reviewer's own review, without the file. */
export const OwnReviewView = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    callId: z.string(),
    callTitle: Localised,
    title: z.string(),
    blind: z.boolean(),
    parties: z
      .array(z.string())
      .nullable()
      .meta({ description: "Who applies, for the declaration; null in a blind call" }),
    state: ReviewStateName,
    due: z.string(),
    late: z.boolean(),
    criteria: z.array(CriterionView),
    threshold: z.int().nullable(),
    scores: z.record(z.string(), z.int()),
    reasons: z.record(z.string(), z.string()),
    classes: z.record(z.string(), Classification),
    categories: z.array(z.object({ id: z.string(), title: Localised })),
    revision: z.int(),
    changedAt: z.iso.datetime().nullable(),
    submittedAt: z.iso.datetime().nullable(),
    applicationVersion: z.int().nullable(),
    total: Score.nullable(),
    panel: PanelState,
  })
  .meta({ id: "OwnReview" });
export type OwnReviewView = z.infer<typeof OwnReviewView>;

export const SavedReview = z.object({ revision: z.int() }).meta({ id: "SavedReview" });

/** The file of an application as its reviewer may read it. */
export const ReviewFileView = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    title: z.string(),
    version: z.int(),
    blind: z.boolean(),
    theme: Localised.nullable(),
    content: z.record(z.string(), z.unknown()).meta({
      description: "As in docs/formats/application.md; in a blind call without what tells who applies",
    }),
    sections: z.array(
      z.object({
        id: z.string(),
        title: Localised,
        questions: z.array(z.record(z.string(), z.unknown())).meta({
          description: "The questions that were asked and may be seen, as in docs/formats/call.md",
        }),
      }),
    ),
  })
  .meta({ id: "ReviewFile" });
export type ReviewFileView = z.infer<typeof ReviewFileView>;

export const OtherReviews = z
  .object({
    items: z.array(
      z.object({
        alias: z.string(),
        scores: z.record(z.string(), z.int()),
        reasons: z.record(z.string(), z.string()),
        classes: z.record(z.string(), Classification),
        total: Score,
      }),
    ),
  })
  .meta({ id: "OtherReviews" });
export type OtherReviews = z.infer<typeof OtherReviews>;
