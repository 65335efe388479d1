/** Funds, rounds, jobs and decisions as they go over the wire. */
import { RULES } from "@voorsprong/allocation";
import { z } from "zod";
import { Cents, Localised } from "../../kernel/views.js";

export const RuleName = z.enum(RULES).meta({ id: "RuleName" });
export const LevelName = z.enum(["A", "B", "C"]).nullable();

/** A limit with the words a reader sees. */
export const LimitView = z
  .object({ constraint: z.record(z.string(), z.unknown()), text: Localised })
  .meta({ id: "LimitView" });
export type LimitView = z.infer<typeof LimitView>;

/**
 * `open`: registered, rule and limits frozen. `deciding`: a job is under way. `decided`: a decision is published.
 * After a failed or cancelled job a round is `open` again.
 */
export const RoundState = z.enum(["open", "deciding", "decided"]).meta({ id: "RoundState" });

/** A round in a list. */
export const RoundSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    fundId: z.string().nullable(),
    state: RoundState,
    /** A trial never counts towards a clause. */
    trial: z.boolean(),
    /** Made by the example generator. */
    example: z.boolean(),
    rule: RuleName,
    unit: z.string(),
    applications: z.int(),
    requested: z
      .int()
      .meta({ description: "Sum of the full awards asked for (the largest choice), in units" }),
    budget: z.int().meta({ description: "Sum of the budgets, in units" }),
    createdAt: z.iso.datetime(),
    roundHash: z.string(),
    jobId: z.string().nullable().meta({ description: "The newest job on this round" }),
    decisionHash: z.string().nullable(),
  })
  .meta({ id: "RoundSummary" });
export type RoundSummary = z.infer<typeof RoundSummary>;

/** Applications per tag value. */
export const TagValueCount = z.object({
  value: z.string(),
  applications: z.int(),
  requested: z.int(),
});

/** A round with its limits, without its applications. */
export const RoundView = RoundSummary.extend({
  scoreScale: z.int().min(1).meta({
    description:
      "One score unit is 1/scoreScale points; scores, objectives, bounds and gaps are in score units",
  }),
  budgets: z.array(
    z.object({
      id: z.string(),
      amount: z.int(),
      requested: z.int().meta({
        description: "What the choices summed in the round's `requested` ask of this budget, in units",
      }),
    }),
  ),
  limits: z.array(LimitView).meta({ description: "One per constraint, in the order of the canonical round" }),
  tags: z.record(z.string(), z.array(TagValueCount)),
  tieBreakSeed: z.string().meta({ description: "Empty before a draw" }),
  tieBreakMoneyStep: z
    .int()
    .nullable()
    .meta({ description: "Units per step of money that goes before the lot; null where it does not" }),
  draw: z
    .object({
      commitment: z.string().meta({ description: "Hash of the secret" }),
      entry: z.string().nullable().meta({
        description: "Hash of the ledger entry that completes the seed; null where this ledger draws nothing",
      }),
      secret: z.string().nullable().meta({ description: "Null before the draw" }),
    })
    .nullable()
    .meta({ description: "Where the seed is drawn by a ledger; docs/formats/round.md" }),
}).meta({ id: "RoundView" });
export type RoundView = z.infer<typeof RoundView>;

/** A fund with its call and its rounds. */
export const FundView = z
  .object({
    id: z.string(),
    title: Localised,
    summary: Localised,
    clauseId: z.string(),
    envelopeCents: Cents,
    budgets: z.array(z.object({ id: z.string(), year: z.int(), cents: Cents })),
    themes: z.array(z.object({ id: z.string(), title: Localised })),
    regions: z.array(z.object({ id: z.string(), title: Localised, iso: z.string() })),
    sizes: z.array(z.object({ id: z.string(), title: Localised })),
    limits: z.array(LimitView),
    rule: RuleName,
    tieBreak: z.object({
      seed: z.enum(["published-before-opening", "drawn-by-ledger"]),
      moneyStepCents: Cents.nullable(),
    }),
    call: z.object({
      opens: z.iso.datetime({ offset: true }),
      closes: z.iso.datetime({ offset: true }),
      state: z.enum(["announced", "open", "closed"]),
      /** Ids of the budgets that this call divides. */
      budgets: z.array(z.string()),
    }),
    /** What the accord does not say and this programme assumes. */
    assumptions: z.array(Localised),
    rounds: z.array(RoundSummary),
  })
  .meta({ id: "FundView" });
export type FundView = z.infer<typeof FundView>;

export const FundList = z.object({ items: z.array(FundView) }).meta({ id: "FundList" });
export type FundList = z.infer<typeof FundList>;

/** A page of rounds, newest first. */
export const RoundPage = z
  .object({ items: z.array(RoundSummary), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "RoundPage" });
export type RoundPage = z.infer<typeof RoundPage>;

/** One row of the applications table. Outcome fields are null until the round is decided. */
export const ApplicationRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    score: z
      .int()
      .nullable()
      .meta({ description: "Of the full award, else of the best option; in score units" }),
    requested: z.int(),
    amounts: z.record(z.string(), z.int()),
    tags: z.record(z.string(), z.array(z.string())),
    options: z.int().meta({ description: "Number of options besides the full award" }),
    received: z.string().nullable().meta({ description: "When it was complete: a day, or a moment in UTC" }),
    funded: z.boolean().nullable(),
    awarded: z.int().nullable(),
    option: z.string().nullable(),
    part: z
      .string()
      .nullable()
      .meta({ description: "Under pro-rata the part of what was asked, a decimal above 0 up to 1" }),
    /** Funded under the other rule. */
    fundedOther: z.boolean().nullable(),
    /** Extra points needed, certified; see docs/formats/decision.md. Null when funded or undecided. */
    needed: z.object({ atLeast: z.int(), atMost: z.int().nullable() }).nullable(),
  })
  .meta({ id: "ApplicationRow" });
export type ApplicationRow = z.infer<typeof ApplicationRow>;

/** A page of applications. */
export const ApplicationPage = z
  .object({ items: z.array(ApplicationRow), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "ApplicationPage" });
export type ApplicationPage = z.infer<typeof ApplicationPage>;

/** One application with its explanation in words. */
export const ApplicationView = ApplicationRow.extend({ explanation: Localised.nullable() }).meta({
  id: "ApplicationView",
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** What a user sends to register a round. */
export const NewRound = z
  .object({
    /** Null: a trial round that stands alone. With a fund, CSV takes budgets and limits from its call. */
    fundId: z.string().nullable().default(null),
    title: z.string().min(1).max(200).optional(),
    rule: RuleName.default("optimal"),
    format: z.enum(["json", "csv", "pb", "mkp"]),
    text: z.string().min(1),
    trial: z.boolean().default(true),
  })
  .meta({ id: "NewRound" });
export type NewRound = z.input<typeof NewRound>;

/** A request to make an example round of any size from a fund's call. */
export const NewExampleRound = z
  .object({
    fundId: z.string(),
    applications: z.int().min(1).max(200_000),
    seed: z.int().min(0),
    difficulty: z.enum(["simple", "loose", "tight"]).default("loose"),
    rule: RuleName.default("optimal"),
  })
  .meta({ id: "NewExampleRound" });
export type NewExampleRound = z.input<typeof NewExampleRound>;

/** What a user sends to have a round decided. */
export const NewJob = z
  .object({ timeLimitSeconds: z.int().min(1).max(3600).default(60) })
  .meta({ id: "NewJob" });
export type NewJob = z.input<typeof NewJob>;

/** How a job stands. */
export const JobView = z
  .object({
    id: z.string(),
    kind: z.enum(["decide", "explain"]),
    roundId: z.string(),
    applicationId: z.string().nullable().meta({
      description: "The application an explanation was asked for; null where it is all of the round",
    }),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    progress: z.object({
      phase: z.enum(["waiting", "reading", "bound", "search", "explain", "publish", "finished"]),
      objective: z.number().nullable(),
      bound: z.number().nullable(),
      steps: z
        .object({ done: z.int(), of: z.int() })
        .nullable()
        .meta({ description: "Of an explanation: questions answered, and questions in all" }),
    }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    /** Why it failed, in words for a user. */
    failure: z.string().nullable(),
  })
  .meta({ id: "JobView" });
export type JobView = z.infer<typeof JobView>;

/** A tag value's money under both rules. */
export const GroupOutcome = z
  .object({
    tag: z.string(),
    value: z.string(),
    applications: z.int(),
    requested: z.int(),
    funded: z.int(),
    awarded: z.int(),
    fundedOther: z.int(),
    awardedOther: z.int(),
  })
  .meta({ id: "GroupOutcome" });
export type GroupOutcome = z.infer<typeof GroupOutcome>;

/** One rule's outcome in figures. */
export const OutcomeFigures = z
  .object({
    rule: RuleName,
    status: z.enum(["decided", "infeasible"]),
    objective: z.number().nullable(),
    funded: z.int(),
    spent: z.int(),
    spentByBudget: z.record(z.string(), z.int()),
    limits: z.array(
      z.object({
        row: z.string(),
        text: Localised,
        value: z.int(),
        of: z.int(),
        met: z.boolean(),
      }),
    ),
    breaches: z.array(z.object({ row: z.string(), text: Localised })),
    conflict: z.array(z.object({ row: z.string(), text: Localised })),
  })
  .meta({ id: "OutcomeFigures" });
export type OutcomeFigures = z.infer<typeof OutcomeFigures>;

/** A decision in figures and words; the document itself is `/rounds/{id}/decision`. */
export const DecisionSummary = z
  .object({
    roundId: z.string(),
    hash: z.string(),
    at: z.iso.datetime(),
    ledgerSeq: z.int(),
    seconds: z.number(),
    explanationJobId: z
      .string()
      .nullable()
      .meta({ description: "The newest job that explains this decision; null where none was asked for" }),
    rule: RuleName,
    level: LevelName,
    proven: z.boolean(),
    bound: z.number().nullable(),
    gap: z.number().nullable(),
    /** The level in words, never more than was proven. */
    statement: Localised,
    ties: z
      .object({
        money: z
          .object({
            step: z.int().meta({ description: "Units per step" }),
            steps: z.int(),
            proven: z.boolean(),
          })
          .nullable(),
        lot: z.object({ proven: z.boolean() }),
      })
      .nullable()
      .meta({ description: "How the tie-break chose among equal outcomes; only at level A under `optimal`" }),
    outcome: OutcomeFigures,
    other: OutcomeFigures.nullable().meta({
      description:
        "The ranking beside the optimum, the optimum beside any other rule; the lists below compare with it",
    }),
    comparisons: z
      .array(OutcomeFigures)
      .meta({ description: "What every other rule would have given that this round can be decided by" }),
    groups: z.array(GroupOutcome),
    /** Only funded by the decision, and only by the other rule: application ids, at most 500 each, and the counts. */
    onlyHere: z.object({ total: z.int(), ids: z.array(z.string()) }),
    onlyOther: z.object({ total: z.int(), ids: z.array(z.string()) }),
  })
  .meta({ id: "DecisionSummary" });
export type DecisionSummary = z.infer<typeof DecisionSummary>;

/** A row of docs/formats/decision.md with its words. */
const NamedRow = z.object({ row: z.string(), text: Localised });

/** A figure known to lie between two, both in score units; exact where they are equal. */
export const PointsRange = z.object({ atLeast: z.int(), atMost: z.int() }).meta({ id: "PointsRange" });
export type PointsRange = z.infer<typeof PointsRange>;

/** What a looser round would bring, beside the decision. */
export const Gain = z
  .object({
    points: PointsRange,
    spent: z.int().meta({ description: "Units the best outcome found spends more (or, below zero, less)" }),
    level: z.enum(["A", "B"]).meta({ description: "Of the proof of that outcome" }),
  })
  .meta({ id: "Gain" });
export type Gain = z.infer<typeof Gain>;

/** What one limit costs; see docs/formats/explanation.md. */
export const LimitPriceView = NamedRow.extend({
  looser: Gain.nullable().meta({ description: "One step looser; null where that is not known apart" }),
  without: Gain.nullable().meta({ description: "Left out; null for budgets" }),
}).meta({ id: "LimitPriceView" });
export type LimitPriceView = z.infer<typeof LimitPriceView>;

/** An application that scores more than an award and got nothing. */
export const InversionView = z
  .object({
    application: z.string(),
    score: z.int(),
    /** Awards with a lower score. */
    count: z.int(),
    /** The award with the lowest score. */
    over: z.string(),
    overScore: z.int(),
    rows: z.array(NamedRow).meta({ description: "What does not hold when the two change places" }),
  })
  .meta({ id: "InversionView" });
export type InversionView = z.infer<typeof InversionView>;

/** An explanation in figures and words; the document itself is `/rounds/{id}/explanation`. */
export const ExplanationSummary = z
  .object({
    roundId: z.string(),
    hash: z.string(),
    seconds: z.number(),
    standing: z
      .object({
        all: z.int(),
        some: z.int(),
        none: z.int(),
        unsettled: z.int(),
        text: Localised,
      })
      .nullable()
      .meta({ description: "Numbers of applications; null where the decision is not proven optimal" }),
    prices: z
      .object({
        shares: Gain.nullable().meta({ description: "All share limits together" }),
        together: z
          .object({ rows: z.array(NamedRow), gain: Gain })
          .nullable()
          .meta({ description: "Limits that were left out all at once, for the proof needs none of them" }),
        limits: z.array(LimitPriceView),
      })
      .nullable(),
    inversions: z.object({
      total: z.int(),
      text: Localised,
      items: z.array(InversionView).meta({ description: "At most 500, highest score first" }),
    }),
    evenness: z
      .array(z.object({ tag: z.string(), text: Localised }))
      .meta({ description: "Per tag how evenly the money fell over its groups" }),
  })
  .meta({ id: "ExplanationSummary" });
export type ExplanationSummary = z.infer<typeof ExplanationSummary>;

/** What is known of one application under `optimal`, in sentences, and the jobs that can tell more. */
export const ApplicationExplanation = z
  .object({
    applicationId: z.string(),
    standing: z.enum(["all", "some", "none", "unsettled"]).nullable(),
    standingText: Localised.nullable(),
    inTheWay: Localised.nullable().meta({ description: "Null for an application that is awarded" }),
    points: Localised.nullable().meta({
      description: "The score it needed: an interval, or exact on request",
    }),
    cost: Localised.nullable().meta({ description: "The cost it needed, only on request" }),
    exact: z.boolean().meta({ description: "Whether score and cost were worked out on request" }),
    jobId: z.string().nullable().meta({ description: "The newest job that works them out" }),
  })
  .meta({ id: "ApplicationExplanation" });
export type ApplicationExplanation = z.infer<typeof ApplicationExplanation>;
