/** A panel, and one application before it. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";
import { Classification, CriterionView, PanelState, PersonName, page, Score } from "./common.js";

const DiscussionView = z.object({
  kind: z.enum([
    "too-few-reviews",
    "wide-range",
    "threshold-divides",
    "criterion-divides",
    "classification-differs",
  ]),
  text: Localised,
});

/** A panel in figures. */
export const PanelView = z
  .object({
    callId: z.string(),
    fundId: z.string(),
    title: Localised,
    state: PanelState,
    openedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
    criteria: z.array(CriterionView),
    threshold: z.int().nullable(),
    needed: z.int(),
    rule: z.object({ range: Score, text: z.array(Localised) }),
    normalisation: z.object({
      method: z.enum(["none", "mean", "z-score", "quantile"]),
      minimumReviews: z.int(),
      text: Localised,
      warnings: z.array(z.object({ kind: z.string(), text: Localised })),
      reviewers: z.array(
        z.object({ alias: z.string(), name: PersonName, reviews: z.int(), mean: Score, effect: Score }),
      ),
    }),
    agreement: z
      .object({
        total: z.int().nullable(),
        criteria: z.record(z.string(), z.int().nullable()),
      })
      .meta({ description: "Krippendorff's alpha for interval data, in ten-thousandths; null: not defined" }),
    counts: z.object({
      applications: z.int(),
      reviewed: z.int(),
      discuss: z.int(),
      passed: z.int(),
      consensus: z.int(),
      missingReviews: z.int(),
    }),
    histogram: z.object({
      width: Score,
      raw: z.array(z.int()),
      normalised: z.array(z.int()),
    }),
    frozen: z
      .object({
        hash: z.string(),
        at: z.iso.datetime(),
        ledgerSeq: z.int(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Panel" });
export type PanelView = z.infer<typeof PanelView>;

export const PanelRowView = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    title: z.string(),
    organisation: z.string(),
    reviews: z.int(),
    raw: Score.nullable(),
    normalised: Score.nullable(),
    change: Score.nullable(),
    score: Score,
    source: z.enum(["reviews", "consensus"]),
    passed: z.boolean(),
    reasons: z.array(Localised),
    rawRank: z.int(),
    rank: z.int(),
    totals: z.array(Score),
    range: Score.nullable(),
    deviation: Score.nullable(),
    discussion: z.array(DiscussionView),
  })
  .meta({ id: "PanelRow" });
export type PanelRowView = z.infer<typeof PanelRowView>;

export const PanelPage = z.object({ items: z.array(PanelRowView), ...page }).meta({ id: "PanelPage" });
export type PanelPage = z.infer<typeof PanelPage>;

const ConsensusView = z.object({
  version: z.int(),
  scores: z.record(z.string(), z.int()),
  classes: z.record(z.string(), z.string()),
  total: Score,
  previous: Score.nullable(),
  reason: z.string(),
  present: z.array(z.object({ role: z.string(), count: z.int() })),
  heldOn: z.string(),
  recordedAt: z.iso.datetime(),
  recordedBy: PersonName,
});

/** One application before the panel: its reviews, its consensus, what happened. */
export const DeliberationView = z
  .object({
    callId: z.string(),
    fundId: z.string(),
    callTitle: Localised,
    categories: z.array(z.object({ id: z.string(), title: Localised })),
    row: PanelRowView,
    criteria: z.array(CriterionView),
    panel: PanelState,
    reviews: z.array(
      z.object({
        personId: z.uuid(),
        alias: z.string(),
        name: PersonName,
        counts: z.boolean().meta({ description: "False: its author turned out to have a conflict" }),
        scores: z.record(z.string(), z.int()),
        reasons: z.record(z.string(), z.string()),
        classes: z.record(z.string(), Classification),
        total: Score,
        normalised: Score.nullable(),
        submittedAt: z.iso.datetime(),
      }),
    ),
    consensus: z.array(ConsensusView),
    events: z.array(
      z.object({
        kind: z.string(),
        at: z.iso.datetime(),
        alias: z.string().nullable(),
        name: PersonName,
        by: PersonName,
        reason: z.string().nullable(),
        ground: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Deliberation" });
export type DeliberationView = z.infer<typeof DeliberationView>;
