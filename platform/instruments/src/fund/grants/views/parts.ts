/** Parts of a grant as they go over the wire. */
import { z } from "zod";
import { storableText } from "../../../kernel/storable-text.js";
import { Cents, Localised } from "../../../kernel/views.js";
import { AdvanceTerm, Day, Milestone } from "../agreement/document.js";

const Moment = z.iso.datetime();

/** An amount that can be below zero. */
const Difference = z.int().meta({ description: "Euro cents, below zero for less" });

/** One step of arithmetic or reasoning, in words with its article. */
export const LineView = z
  .object({
    text: Localised,
    article: z.string().nullable(),
    cents: z.int().nullable(),
  })
  .meta({ id: "ArithmeticLine" });
export type LineView = z.infer<typeof LineView>;

/** A movement of money with the ledger entry that records it. */
export const MovementView = z
  .object({
    seq: z.int().meta({ description: "Number of the ledger entry" }),
    kind: z.enum([
      "grant.awarded",
      "grant.changed",
      "payment.made",
      "grant.settled",
      "recovery.ordered",
      "recovery.received",
    ]),
    cents: Difference,
    onDay: Day,
  })
  .meta({ id: "Movement" });
export type MovementView = z.infer<typeof MovementView>;

/** The money of a grant or of many. */
export const GrantMoneyView = z
  .object({
    granted: Cents,
    paid: Cents,
    settled: Cents.nullable().meta({ description: "Null until something is settled" }),
    recoveryOrdered: Cents,
    recovered: Cents.meta({ description: "What came back, interest included" }),
  })
  .meta({ id: "GrantMoney" });

export const MilestoneView = Milestone.extend({
  met: z.boolean().nullable().meta({ description: "Null: not judged yet" }),
  note: z.string().nullable(),
}).meta({ id: "MilestoneView" });

/**
 * `planned`: not yet due. `waiting`: its milestone is not met, or payment is suspended. `due`: can be proposed. Then as
 * the order stands.
 */
export const AdvanceState = z.enum(["planned", "waiting", "due", "proposed", "approved", "ordered", "paid"]);
export const AdvanceView = AdvanceTerm.extend({ state: AdvanceState }).meta({ id: "AdvanceView" });

export const PaymentView = z
  .object({
    id: z.uuid(),
    applicationId: z.string(),
    dossier: z.string(),
    organisation: z.string(),
    purpose: z.enum(["advance", "balance"]),
    advance: z.string().nullable(),
    cents: Cents,
    reference: z.string(),
    state: z.enum(["proposed", "approved", "ordered", "paid", "rejected"]),
    proposedAt: Moment,
    judgement: z.string().nullable(),
    paidOn: Day.nullable(),
    batchId: z.uuid().nullable(),
    /** Whether the reader proposed it, and so cannot approve it. */
    own: z.boolean(),
  })
  .meta({ id: "PaymentView" });
export type PaymentView = z.infer<typeof PaymentView>;

/** Costs of one cell as they are reported or claimed. */
export const CostCell = z
  .object({
    workPackage: storableText(100).default(""),
    participant: storableText(100).min(1).default("lead"),
    category: storableText(100).trim().min(1),
    year: z.int().min(2000).max(2100),
    cents: Cents,
  })
  .meta({ id: "CostCell" });
export type CostCell = z.infer<typeof CostCell>;

export const ReportView = z
  .object({
    id: z.uuid(),
    number: z.int(),
    until: Day,
    progress: z.string(),
    costs: z.array(CostCell),
    state: z.enum(["submitted", "accepted", "returned"]),
    submittedAt: Moment,
    judgement: z.string().nullable(),
  })
  .meta({ id: "ReportView" });
export type ReportView = z.infer<typeof ReportView>;

/** Planned and reported costs of a category in a year, or of a total (null). */
export const DeviationView = z
  .object({
    category: z.string().nullable(),
    year: z.int().nullable(),
    plannedCents: Cents,
    reportedCents: Cents,
    differenceCents: Difference,
    flagged: z.boolean(),
  })
  .meta({ id: "Deviation" });

/** One thing that differs between two versions of an agreement; null where it is new or gone. */
export const AgreementDifference = z
  .object({
    what: Localised,
    from: z.union([z.string(), z.int()]).nullable(),
    to: z.union([z.string(), z.int()]).nullable(),
    kind: z.enum(["day", "cents"]),
  })
  .meta({ id: "AgreementDifference" });
export type AgreementDifference = z.infer<typeof AgreementDifference>;

export const ChangeView = z
  .object({
    id: z.uuid(),
    fromVersion: z.int(),
    reason: z.string(),
    state: z.enum(["proposed", "accepted", "refused", "withdrawn"]),
    proposedAt: Moment,
    decidedAt: Moment.nullable(),
    decision: z.string().nullable(),
    differences: z.array(AgreementDifference),
  })
  .meta({ id: "ChangeView" });
export type ChangeView = z.infer<typeof ChangeView>;

export const SuspensionView = z
  .object({
    id: z.uuid(),
    reason: z.string(),
    suspendedAt: Moment,
    liftedAt: Moment.nullable(),
    lifting: z.string().nullable(),
  })
  .meta({ id: "SuspensionView" });
