/** The schema of `funds/*.yaml`: a fund and its calls. */
import * as z from "zod";
import type { FundField } from "../vocabulary.js";
import { assumptions } from "./assumption.js";
import { moment } from "./moment.js";
import { count, money, share, year } from "./number.js";
import { category } from "./programme.js";
import { budgetId, clauseId, id, list, localisedText, tagValue } from "./text.js";

const FUND_FIELDS = [
  "budgets",
  "themes",
  "regions",
  "sizes",
  "limits",
  "rule",
  "calls",
  "eligibility",
  "objection",
] as const satisfies readonly FundField[];

const tag = z
  .enum(["theme", "region", "size"], { error: "`theme`, `region` or `size`" })
  .meta({ id: "Tag", description: "What applications are sorted by: theme, region or size." });

const limitBase = {
  tag,
  value: tagValue.describe("The theme, region or size class that the limit is about."),
  reason: localisedText.describe("Why the limit is there; applicants read it."),
};

const budgetScope = budgetId
  .exactOptional()
  .describe("Counts the amounts of one budget only; without it all budgets of the call together.");

/** A floor or cap on a tag value. */
export const limit = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({
        kind: z.literal("share").describe("A limit on the share of the money."),
        ...limitBase,
        min: share.exactOptional().describe("The least share."),
        max: share.exactOptional().describe("The greatest share."),
        of: z
          .enum(["awarded", "budget"], { error: "`awarded` or `budget`" })
          .default("awarded")
          .describe("What it is a share of: all that is awarded, or the budget."),
        budget: budgetScope,
      }),
      z.strictObject({
        kind: z.literal("amount").describe("A limit on the amount of money."),
        ...limitBase,
        min: money.exactOptional().describe("The least amount."),
        max: money.exactOptional().describe("The greatest amount."),
        budget: budgetScope,
      }),
      z.strictObject({
        kind: z.literal("count").describe("A limit on the number of awarded applications."),
        ...limitBase,
        min: count.exactOptional().describe("The least number."),
        max: count.exactOptional().describe("The greatest number."),
      }),
    ],
    { error: "a limit whose `kind` is `share`, `amount` or `count`" },
  )
  .meta({ id: "Limit", description: "A floor (min), a cap (max) or both; it holds in every call." });

/** A call of the fund. */
export const call = z
  .strictObject({
    id: id.describe("Unique in the programme; the name of its round."),
    title: localisedText.describe("What the call is called."),
    opens: moment.describe("From this moment on one can apply."),
    closes: moment.describe("From this moment on an application is too late."),
    budgets: list(budgetId, "at least one budget of this fund").describe(
      "The budgets that this call awards; a budget belongs to one call.",
    ),
    procedure: z
      .record(z.string(), z.unknown(), { error: "a mapping of fields, as docs/formats/call.md describes" })
      .exactOptional()
      .describe(
        "Form, conditions, criteria, review, aid and grant, in the fields of docs/formats/call.md: with it one can apply here.",
      ),
  })
  .meta({ id: "Call", description: "One call for applications, in Dutch time." });

const OBJECTION_HINT = "6: the Dutch law sets six weeks (Awb 6:7)";

/** `funds/*.yaml`. */
export const fundFile = z
  .strictObject({
    id: id.describe("The id of the fund; the file is called `ID.yaml`."),
    title: localisedText.describe("The name of the fund."),
    summary: localisedText.describe("What the fund is for, in a few sentences."),
    clause: clauseId.describe("The clause that the fund carries out."),
    envelope: id.describe("The envelope of that clause that it draws on."),
    budgets: list(
      z.strictObject({
        id: budgetId.describe("Unique in the fund; the budget of the round."),
        year: year.describe("The year in which it is awarded."),
        amount: money.describe("What there is to award."),
      }),
      "at least one budget",
    ).describe("The money of the fund per year."),
    themes: list(category, "at least one theme").describe("What can be applied for."),
    regions: list(tagValue, "at least one region, or no `regions` at all")
      .exactOptional()
      .describe("Regions of the programme that it is open to; without it all of them."),
    sizes: list(tagValue, "at least one size class, or no `sizes` at all")
      .exactOptional()
      .describe("Size classes of the programme that it is open to; without it all of them."),
    several: list(tag)
      .exactOptional()
      .describe("Tags of which one application may have several values; otherwise it has exactly one."),
    limits: list(limit).exactOptional().describe("Floors and caps, known before a call opens."),
    rule: z
      .enum(["optimal", "ranking", "first-come", "lottery", "pro-rata"], {
        error: "`optimal`, `ranking`, `first-come`, `lottery` or `pro-rata`",
      })
      .describe(
        "optimal: the best set under all limits. ranking: by score until the money is gone. first-come: in order of receipt. lottery: in the order of a draw. pro-rata: everyone the same part.",
      ),
    misfit: z
      .enum(["skip", "stop"], { error: "`skip` or `stop`" })
      .default("skip")
      .describe("On the way down a list: skip an application that no longer fits, or stop there."),
    tieBreak: z
      .strictObject({
        method: z.literal("lot", { error: "`lot`" }).describe("Equals are ordered by lot."),
        seed: z
          .enum(["published-before-opening", "drawn-by-ledger"], {
            error: "`published-before-opening` or `drawn-by-ledger`",
          })
          .describe(
            "published-before-opening: everyone can know the lots beforehand. drawn-by-ledger: nobody can, as a lottery needs.",
          ),
        money: z
          .strictObject({
            step: money
              .refine((cents) => cents > 0, { error: "an amount above EUR 0" })
              .describe("The outcome that begins the fewest of these steps wins."),
          })
          .exactOptional()
          .describe("Under `optimal`: among outcomes of the same score less money goes before the lot."),
      })
      .describe("How equals are ordered."),
    calls: list(call, "at least one call").describe("The calls of the fund."),
    eligibility: localisedText.describe("Who may apply and for what."),
    objection: z
      .strictObject({
        weeks: z.literal(6, { error: OBJECTION_HINT }).describe("Weeks to object to a decision (Awb 6:7)."),
        text: localisedText.describe("How to object."),
      })
      .describe("What an applicant can do against a decision."),
    assumptions: assumptions(FUND_FIELDS),
  })
  .meta({ title: "Fund", description: "A fund: its money, limits, rule and calls." });
