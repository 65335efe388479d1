/**
 * The agreement that goes with a grant: the grant decision's conditions as data (Awb 4:32 to 4:41, an agreement to carry
 * out by 4:36). Versions are immutable; a change is a new version.
 */
import { z } from "zod";
import { Cents, Localised } from "../../../kernel/views.js";

/** A day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** The participant that leads, in plans and reports. */
export const leadId = "lead";

const Id = z.string().min(1).max(100);

/** A cell of the budget: what one participant plans to spend on one category in one year. */
export const PlannedCost = z
  .object({
    id: Id,
    workPackage: z.string().max(100),
    participant: Id.meta({ description: "`lead`, or the id of a partner" }),
    category: z.string().min(1).max(100),
    year: z.int().min(2000).max(2100),
    cents: Cents,
    numerator: z.int().min(0).meta({ description: "With denominator: the exact part that the grant pays" }),
    denominator: z.int().min(1),
  })
  .meta({ id: "PlannedCost" });
export type PlannedCost = z.infer<typeof PlannedCost>;

/** Something that has to be there by a day. */
export const Milestone = z
  .object({
    id: Id,
    kind: z.enum(["report", "activity", "end"]),
    title: Localised,
    due: Day,
  })
  .meta({ id: "Milestone" });
export type Milestone = z.infer<typeof Milestone>;

/** An advance (tranche) on the grant, paid on its day or after its milestone is met. */
export const AdvanceTerm = z
  .object({
    id: Id,
    basisPoints: z.int().min(0).max(10_000),
    cents: Cents,
    due: Day,
    milestone: Id.nullable().meta({ description: "Paid only when this milestone is met" }),
  })
  .meta({ id: "AdvanceTerm" });
export type AdvanceTerm = z.infer<typeof AdvanceTerm>;

export const GrantParticipant = z
  .object({
    id: Id,
    organisationId: z.string().nullable(),
    name: z.string(),
    cents: Cents.meta({ description: "The most of the grant that is meant for it" }),
  })
  .meta({ id: "GrantParticipant" });
export type GrantParticipant = z.infer<typeof GrantParticipant>;

export const Obligation = z
  .object({ id: Id, text: Localised, article: z.string() })
  .meta({ id: "Obligation" });

/** Format voorsprong-agreement/1. */
export const Agreement = z
  .object({
    format: z.literal("voorsprong-agreement/1"),
    application: z.string(),
    dossier: z.string(),
    fund: z.string(),
    call: z.string(),
    decision: z.object({ round: z.string().nullable(), hash: z.string().nullable() }),
    recipient: z.object({ organisationId: z.string(), name: z.string() }),
    grantCents: Cents,
    regime: z.enum(["at-once", "performance", "costs"]),
    starts: Day,
    ends: Day,
    participants: z.array(GrantParticipant),
    costs: z.array(PlannedCost),
    milestones: z.array(Milestone),
    advances: z.array(AdvanceTerm),
    toleranceBasisPoints: z.int().min(0).max(10_000),
    settlement: z.object({
      requestBy: Day.meta({ description: "The last day for asking settlement" }),
      decisionWeeks: z.int().min(1),
    }),
    obligations: z.array(Obligation),
    assumptions: z.array(z.object({ id: z.string(), text: Localised })),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement>;
