/** Settlement, withdrawal and recovery as they go over the wire. */
import { grounds } from "@voorsprong/settlement";
import { z } from "zod";
import { storableText } from "../../../kernel/storable-text.js";
import { Cents } from "../../../kernel/views.js";
import { Day } from "../agreement/document.js";
import { CostCell, LineView } from "./parts.js";

const Moment = z.iso.datetime();
/** What a person writes for another to read. */
export const Words = storableText(5_000).trim().min(1);
/** The same where nothing may be said. */
export const OptionalWords = storableText(5_000).trim().default("");
const groundIds = Object.keys(grounds) as (keyof typeof grounds)[];

export const EvidenceId = z.enum(["performance", "costs", "auditor"]);

export const SettlementRequestView = z
  .object({
    id: z.uuid(),
    statement: z.string(),
    costs: z.array(CostCell),
    evidence: z.array(EvidenceId),
    requestedAt: Moment,
  })
  .meta({ id: "SettlementRequestView" });

/** A reduction with one of the grounds of Awb 4:46. */
export const ReductionView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("costs"),
      cost: storableText(500),
      cents: Cents,
      ground: z.enum(groundIds),
      reason: Words,
    }),
    z.object({
      kind: z.literal("share"),
      basisPoints: z.int().min(0).max(10_000),
      ground: z.enum(groundIds),
      reason: Words,
    }),
    z.object({ kind: z.literal("amount"), cents: Cents, ground: z.enum(groundIds), reason: Words }),
  ])
  .meta({ id: "SettlementReduction" });
export type ReductionView = z.infer<typeof ReductionView>;

/** What a settlement is proposed from. */
export const NewSettlement = z
  .object({
    initiative: z
      .enum(["recipient", "authority"])
      .meta({ description: "authority: of its own accord, Awb 4:47" }),
    reductions: z.array(ReductionView).max(100),
  })
  .meta({ id: "NewSettlement" });
export type NewSettlement = z.infer<typeof NewSettlement>;

/** What a settlement comes to, with its arithmetic. */
export const SettlementOutcome = z
  .object({
    settledCents: Cents,
    paidCents: Cents,
    balanceCents: z.int().meta({ description: "Above zero: to pay; below: to recover" }),
    costs: z.array(
      z.object({
        id: z.string(),
        participant: z.string(),
        category: z.string(),
        year: z.int(),
        claimedCents: Cents,
        acceptedCents: Cents,
        grantCents: Cents,
      }),
    ),
    lines: z.array(LineView),
  })
  .meta({ id: "SettlementOutcome" });
export type SettlementOutcome = z.infer<typeof SettlementOutcome>;

/**
 * Why a grant is withdrawn or lowered: 4:48 before settlement, 4:49 after it, 4:50 with a reasonable term.
 */
export const WithdrawalGround = z.enum([
  "4:48(1)(a)",
  "4:48(1)(b)",
  "4:48(1)(c)",
  "4:48(1)(d)",
  "4:49(1)(a)",
  "4:49(1)(b)",
  "4:49(1)(c)",
  "4:50(1)(a)",
  "4:50(1)(b)",
]);
export type WithdrawalGround = z.infer<typeof WithdrawalGround>;

export const NewWithdrawal = z
  .object({
    ground: WithdrawalGround,
    reason: Words,
    remainingCents: Cents.meta({ description: "What is left of the grant; 0 withdraws all of it" }),
  })
  .meta({ id: "NewWithdrawal" });
export type NewWithdrawal = z.infer<typeof NewWithdrawal>;

export const WithdrawalOutcome = z
  .object({
    fromCents: Cents,
    remainingCents: Cents,
    recoverCents: Cents,
    lines: z.array(LineView),
  })
  .meta({ id: "WithdrawalOutcome" });
export type WithdrawalOutcome = z.infer<typeof WithdrawalOutcome>;

const proposal = {
  id: z.uuid(),
  state: z.enum(["proposed", "approved", "sent-back"]),
  proposedAt: Moment,
  decidedAt: Moment.nullable(),
  decision: z.string().nullable(),
  /** Whether the reader proposed it, and so cannot decide it. */
  own: z.boolean(),
};

/** What one person proposed and another decides. */
export const GrantProposalView = z
  .discriminatedUnion("kind", [
    z.object({
      ...proposal,
      kind: z.literal("settlement"),
      content: NewSettlement,
      outcome: SettlementOutcome,
    }),
    z.object({
      ...proposal,
      kind: z.literal("withdrawal"),
      content: NewWithdrawal,
      outcome: WithdrawalOutcome,
    }),
  ])
  .meta({ id: "GrantProposal" });
export type GrantProposalView = z.infer<typeof GrantProposalView>;

export const ProposalDecision = z
  .object({
    approve: z.boolean(),
    words: OptionalWords.meta({ description: "Needed when it is sent back" }),
  })
  .meta({ id: "ProposalDecision" });

/** A recovery as it stands today. */
export const RecoveryView = z
  .object({
    id: z.uuid(),
    cents: Cents,
    orderedOn: Day,
    due: Day,
    receipts: z.array(z.object({ receivedOn: Day, cents: Cents, seq: z.int() })),
    instalments: z.array(z.object({ day: Day, cents: Cents })),
    principalCents: Cents.meta({ description: "What is left of the debt" }),
    interestCents: Cents.meta({ description: "Statutory interest up to today that was not paid yet" }),
    lines: z.array(LineView),
    /** The last day for recovering (Awb 4:57(4)). */
    limit: Day,
  })
  .meta({ id: "RecoveryView" });
export type RecoveryView = z.infer<typeof RecoveryView>;

export const NewReceipt = z.object({ cents: Cents.min(1), receivedOn: Day }).meta({ id: "NewReceipt" });
export const NewInstalments = z
  .object({ count: z.int().min(2).max(60), first: Day, reason: Words })
  .meta({ id: "NewInstalments" });

export const NewSettlementRequest = z
  .object({
    statement: Words.meta({ description: "What was done and reached" }),
    costs: z.array(CostCell).max(2_000),
    evidence: z.array(EvidenceId),
  })
  .meta({ id: "NewSettlementRequest" });
export type NewSettlementRequest = z.infer<typeof NewSettlementRequest>;
