/** Grants as they go over the wire. */
import { z } from "zod";
import { storableText } from "../../../kernel/storable-text.js";
import { Cents, Localised } from "../../../kernel/views.js";
import { Agreement, Day } from "../agreement/document.js";
import {
  AdvanceView,
  AgreementDifference,
  ChangeView,
  CostCell,
  DeviationView,
  GrantMoneyView,
  MilestoneView,
  MovementView,
  PaymentView,
  ReportView,
  SuspensionView,
} from "./parts.js";
import {
  GrantProposalView,
  OptionalWords,
  RecoveryView,
  SettlementRequestView,
  Words,
} from "./settlement.js";

export const GrantState = z.enum(["running", "settling", "settled", "withdrawn"]).meta({ id: "GrantState" });

/** What a reader of a grant may do with it; the page shows no button that would be refused. */
export const GrantAction = z.enum(["apply", "manage", "approve", "pay"]);

/** A grant in a list. */
export const GrantSummary = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    title: z.string(),
    fundId: z.string(),
    callId: z.string(),
    organisation: z.string(),
    state: GrantState,
    example: z.boolean(),
    grantedOn: Day,
    granted: Cents,
    paid: Cents,
    settled: Cents.nullable(),
    /** What waits for somebody, for instance `payment-proposed`. */
    waiting: z.array(z.enum(["report", "change", "settlement-request", "proposal", "payment", "recovery"])),
  })
  .meta({ id: "GrantSummary" });
export type GrantSummary = z.infer<typeof GrantSummary>;

export const GrantPage = z
  .object({ items: z.array(GrantSummary), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "GrantPage" });
export type GrantPage = z.infer<typeof GrantPage>;

/** A version of the agreement with what it changed. */
export const AgreementVersion = z
  .object({
    version: z.int(),
    hash: z.string(),
    reason: z.string().nullable(),
    madeAt: z.iso.datetime(),
    differences: z.array(AgreementDifference),
  })
  .meta({ id: "AgreementVersion" });

/** A grant with everything its page shows. */
export const GrantView = z
  .object({
    applicationId: z.string(),
    dossier: z.string(),
    title: z.string(),
    fundId: z.string(),
    callId: z.string(),
    roundId: z.string().nullable(),
    organisation: z.string(),
    state: GrantState,
    example: z.boolean(),
    grantedOn: Day,
    settledOn: Day.nullable(),
    money: GrantMoneyView,
    movements: z.array(MovementView),
    agreement: Agreement,
    versions: z.array(AgreementVersion),
    milestones: z.array(MilestoneView),
    advances: z.array(AdvanceView),
    payments: z.array(PaymentView),
    reports: z.array(ReportView),
    /** The plan beside the latest report that was not returned. */
    deviations: z.array(DeviationView),
    changes: z.array(ChangeView),
    suspensions: z.array(SuspensionView),
    suspended: z.boolean(),
    evidence: z.array(z.object({ id: z.string(), text: Localised, article: z.string() })),
    settlementRequest: SettlementRequestView.nullable(),
    proposals: z.array(GrantProposalView),
    recoveries: z.array(RecoveryView),
    may: z.array(GrantAction),
    assumptions: z.array(Localised),
  })
  .meta({ id: "GrantView" });
export type GrantView = z.infer<typeof GrantView>;

export const NewReport = z
  .object({ until: Day, progress: Words, costs: z.array(CostCell).max(2_000) })
  .meta({ id: "NewReport" });
export type NewReport = z.infer<typeof NewReport>;

export const ReportJudgement = z
  .object({
    accept: z.boolean(),
    words: OptionalWords.meta({ description: "Needed when it is returned" }),
  })
  .meta({ id: "ReportJudgement" });

export const MilestoneMark = z.object({ met: z.boolean(), note: Words }).meta({ id: "MilestoneMark" });

/** What a recipient asks to change; what is absent stays as it is. */
export const NewChange = z
  .object({
    reason: Words,
    ends: Day.optional(),
    milestones: z
      .array(z.object({ id: storableText(100), due: Day }))
      .max(100)
      .optional(),
    costs: z.array(CostCell).max(2_000).optional().meta({ description: "The whole new budget" }),
    grantCents: Cents.optional().meta({ description: "A lower grant; a change never makes it higher" }),
  })
  .meta({ id: "NewChange" });
export type NewChange = z.infer<typeof NewChange>;

export const ChangeDecision = z.object({ accept: z.boolean(), words: Words }).meta({ id: "ChangeDecision" });
export const WordsOnly = z.object({ words: Words }).meta({ id: "Words" });

export const NewPayment = z
  .discriminatedUnion("purpose", [
    z.object({ purpose: z.literal("advance"), advance: storableText(100) }),
    z.object({ purpose: z.literal("balance") }),
  ])
  .meta({ id: "NewPayment" });
export type NewPayment = z.infer<typeof NewPayment>;

export const PaymentJudgement = z
  .object({ approve: z.boolean(), words: OptionalWords.meta({ description: "Needed when it is rejected" }) })
  .meta({ id: "PaymentJudgement" });

export const PaymentPage = z
  .object({ items: z.array(PaymentView), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "PaymentPage" });
export type PaymentPage = z.infer<typeof PaymentPage>;

/** Orders handed to the payer together. */
export const PaymentBatchView = z
  .object({
    id: z.uuid(),
    fundId: z.string(),
    number: z.int(),
    madeAt: z.iso.datetime(),
    orders: z.int(),
    cents: Cents,
    paid: z.int(),
    sha256: z.string(),
  })
  .meta({ id: "PaymentBatchView" });
export type PaymentBatchView = z.infer<typeof PaymentBatchView>;

export const PaymentBatchList = z
  .object({ items: z.array(PaymentBatchView) })
  .meta({ id: "PaymentBatchList" });

/** The money of a fund from the ledger: the evidence behind the figures of a clause. */
export const FundMoneyView = z
  .object({
    fundId: z.string(),
    example: z.boolean(),
    totals: GrantMoneyView,
    items: z.array(
      MovementView.extend({
        subject: z.string().meta({ description: "Subject of the ledger entry" }),
        dossier: z.string(),
        organisation: z.string(),
        at: z.iso.datetime(),
      }),
    ),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
  })
  .meta({ id: "FundMoneyView" });
export type FundMoneyView = z.infer<typeof FundMoneyView>;
