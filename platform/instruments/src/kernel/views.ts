/**
 * What every instrument says about a clause and to an organisation, as it goes over the wire.
 * Schemas are written once, here; types, OpenAPI and validation are derived from them.
 */
import { z } from "zod";

/** A text in Dutch and English. */
export const Localised = z.object({ nl: z.string(), en: z.string() }).meta({ id: "Localised" });
export type Localised = z.infer<typeof Localised>;

/** An amount in integer cents, 0 to 2^53 - 1. */
export const Cents = z.int().min(0).meta({ description: "Amount in euro cents" });

/** A figure behind a clause with the path of what it rests on. `cents: null`: not yet measured. */
export const MoneyFigure = z
  .object({
    cents: Cents.nullable(),
    /** Path of the page or resource that holds the evidence, for instance `/rounds/research-2027`. */
    evidence: z.string().nullable(),
    /** Made by the example generator, not measured. */
    example: z.boolean(),
  })
  .meta({ id: "MoneyFigure" });
export type MoneyFigure = z.infer<typeof MoneyFigure>;

/** A goal of a clause. Values are decimal strings in `unit`. */
export const TargetView = z
  .object({
    id: z.string(),
    title: Localised,
    unit: z.string().meta({ description: "For instance percent or count" }),
    from: z.string().nullable().meta({ description: "Where it starts, decimal string" }),
    to: z.string().meta({ description: "What is promised, decimal string" }),
    hard: z.boolean(),
    by: z.string().nullable().meta({ description: "Year or ISO date" }),
    measured: z.discriminatedUnion("state", [
      z.object({ state: z.literal("measured"), value: z.string(), at: z.string() }),
      z.object({ state: z.literal("not-yet-measured"), reason: Localised }),
    ]),
    source: z.string(),
  })
  .meta({ id: "TargetView" });
export type TargetView = z.infer<typeof TargetView>;

/** Something that may keep a clause from being met. */
export const Risk = z
  .object({
    id: z.string(),
    severity: z.enum(["low", "medium", "high"]),
    text: Localised,
    evidence: z.string().nullable(),
  })
  .meta({ id: "Risk" });
export type Risk = z.infer<typeof Risk>;

/** A published decision, in one line. */
export const DecisionLine = z
  .object({
    roundId: z.string(),
    title: z.string(),
    at: z.iso.datetime(),
    level: z.enum(["A", "B", "C"]).nullable(),
    hash: z.string(),
    example: z.boolean(),
  })
  .meta({ id: "DecisionLine" });
export type DecisionLine = z.infer<typeof DecisionLine>;

/** The figures behind a clause, summed over its instruments. */
export const ClauseStatus = z
  .object({
    money: z.object({
      promised: MoneyFigure,
      committed: MoneyFigure,
      decided: MoneyFigure,
      paid: MoneyFigure,
      settled: MoneyFigure,
    }),
    lastDecision: DecisionLine.nullable(),
    risks: z.array(Risk),
  })
  .meta({ id: "ClauseStatus" });
export type ClauseStatus = z.infer<typeof ClauseStatus>;

/** Who asks what there is for them. Tag values as in the programme. */
export const Organisation = z
  .object({ region: z.string().optional(), theme: z.string().optional(), size: z.string().optional() })
  .meta({ id: "Organisation" });
export type Organisation = z.infer<typeof Organisation>;

/** What an instrument offers an organisation now, and why it is shown. */
export const Opportunity = z
  .object({
    instrument: z.string(),
    id: z.string(),
    title: Localised,
    why: Localised,
    path: z.string(),
    closes: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: "Opportunity" });
export type Opportunity = z.infer<typeof Opportunity>;
