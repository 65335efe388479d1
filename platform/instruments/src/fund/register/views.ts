/** The public register as it goes over the wire. */
import { z } from "zod";
import { Cents, Localised } from "../../kernel/views.js";

/** Sum and number of a group of awards. */
const Group = z.object({
  id: z.string().nullable().meta({ description: "Null: not stated" }),
  title: Localised,
  awards: z.int(),
  granted: Cents,
});

export const AwardState = z.enum(["running", "settling", "settled", "withdrawn"]).meta({ id: "AwardState" });
export type AwardState = z.infer<typeof AwardState>;

/** Who gets a grant: an organisation by its name, a natural person by a pseudonym. */
export const RecipientView = z
  .object({
    kind: z.enum(["organisation", "person"]),
    name: z.string(),
    kvk: z.string().nullable(),
    place: z.string().nullable(),
    country: z.string().nullable(),
  })
  .meta({ id: "PublicRecipient" });

const Titled = z.object({ id: z.string(), title: Localised });

export const AwardLine = z
  .object({
    id: z.string(),
    dossier: z.string(),
    title: z.string(),
    recipient: RecipientView,
    fund: Titled,
    call: Titled,
    region: z.string().nullable(),
    theme: z.string().nullable(),
    size: z.string().nullable(),
    state: AwardState,
    awardedOn: z.iso.date(),
    granted: Cents,
    paid: Cents,
    settled: Cents.nullable(),
    example: z.boolean(),
  })
  .meta({ id: "AwardLine" });
export type AwardLine = z.infer<typeof AwardLine>;

export const AwardPage = z
  .object({
    items: z.array(AwardLine),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
  })
  .meta({ id: "AwardPage" });
export type AwardPage = z.infer<typeof AwardPage>;

export const RegisterFigures = z
  .object({
    awards: z.int(),
    recipients: z.int(),
    granted: Cents,
    paid: Cents,
    settled: Cents,
    /** How many awards there are beside these: made by the example generator where these are real, and the reverse. */
    others: z.int(),
    byRegion: z.array(Group.extend({ code: z.string().nullable().meta({ description: "ISO 3166-2" }) })),
    byTheme: z.array(Group),
    bySize: z.array(Group),
    byYear: z.array(z.object({ year: z.int(), awards: z.int(), granted: Cents })),
  })
  .meta({ id: "RegisterFigures" });
export type RegisterFigures = z.infer<typeof RegisterFigures>;

/** Something that happened to a grant, with the ledger entry that recorded it. */
export const AwardEvent = z
  .object({
    kind: z.enum([
      "grant.awarded",
      "grant.changed",
      "payment.made",
      "grant.settled",
      "recovery.ordered",
      "recovery.received",
    ]),
    on: z.iso.date(),
    cents: z.int().meta({ description: "Of a change: the difference, which can be below zero" }),
    entry: z.int().meta({ description: "Number of the ledger entry" }),
    hash: z.string().meta({ description: "Hash of the ledger entry" }),
  })
  .meta({ id: "AwardEvent" });

export const AwardView = AwardLine.extend({
  summary: z.string().nullable(),
  requested: Cents,
  start: z.iso.date().nullable(),
  end: z.iso.date().nullable(),
  titles: z
    .object({ theme: Localised, region: Localised, size: Localised })
    .meta({ description: "What the ids of theme, province and size class are called" }),
  aid: z.array(z.string()).meta({ description: "Grounds in state-aid law that the call allows" }),
  roundId: z.string().nullable().meta({ description: "The round whose decision it rests on" }),
  decisionHash: z.string().nullable(),
  history: z.array(AwardEvent),
  gber: z
    .object({
      publishBy: z.iso.date(),
      availableUntil: z.iso.date(),
      objective: Localised,
      missing: z.array(Localised),
    })
    .nullable()
    .meta({ description: "Where it is listed under GBER article 9" }),
  quality: z.array(z.object({ id: z.string(), title: Localised, met: z.boolean() })),
}).meta({ id: "AwardView" });
export type AwardView = z.infer<typeof AwardView>;

export const RegisterCall = z
  .object({
    id: z.string(),
    fund: Titled,
    title: Localised,
    state: z.enum(["coming", "open", "closed", "cancelled"]),
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    ceiling: Cents.meta({ description: "Sum of the budgets" }),
    version: z.int(),
    hash: z.string().nullable(),
    awards: z.int(),
    granted: Cents,
    example: z.boolean(),
  })
  .meta({ id: "RegisterCall" });
export type RegisterCall = z.infer<typeof RegisterCall>;

export const RegisterCalls = z.object({ items: z.array(RegisterCall) }).meta({ id: "RegisterCalls" });
export type RegisterCalls = z.infer<typeof RegisterCalls>;

export const RegisterDecision = z
  .object({
    roundId: z.string(),
    title: z.string(),
    fund: Titled.nullable(),
    call: z.string().nullable().meta({ description: "What the round calls its call" }),
    at: z.iso.datetime(),
    rule: z.string(),
    level: z.string().nullable(),
    applications: z.int(),
    funded: z.int(),
    budget: Cents,
    awarded: Cents,
    hash: z.string(),
    entry: z.int(),
    example: z.boolean(),
  })
  .meta({ id: "RegisterDecision" });
export type RegisterDecision = z.infer<typeof RegisterDecision>;

export const RegisterDecisions = z
  .object({ items: z.array(RegisterDecision), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "RegisterDecisions" });
export type RegisterDecisions = z.infer<typeof RegisterDecisions>;

export const FieldExplanation = z.object({
  name: z.string(),
  title: Localised,
  text: Localised,
  source: z.string(),
});

export const OpenDataAbout = z
  .object({
    fields: z.array(FieldExplanation),
    quality: z.array(
      z.object({
        id: z.string(),
        title: Localised,
        met: z.int(),
        total: z.int(),
        without: z.array(z.string()),
      }),
    ),
    assumptions: z.array(Localised),
    licence: z.string(),
    publisher: z.object({ id: z.string(), name: z.string() }),
  })
  .meta({ id: "OpenDataAbout" });
export type OpenDataAbout = z.infer<typeof OpenDataAbout>;

export const GberList = z
  .object({
    items: z.array(
      z.object({
        award: z.string(),
        beneficiary: z.string(),
        identifier: z.string().nullable(),
        undertaking: z.enum(["sme", "large", "unknown"]),
        region: z.object({ nuts: z.string(), name: z.string() }).nullable(),
        sector: z.string().nullable(),
        amount: Cents,
        instrument: Localised,
        grantedOn: z.iso.date(),
        objective: Localised,
        authority: Localised,
        publishBy: z.iso.date(),
        availableUntil: z.iso.date(),
        missing: z.array(Localised),
        example: z.boolean(),
      }),
    ),
    assumptions: z.array(Localised),
  })
  .meta({ id: "GberList" });
export type GberList = z.infer<typeof GberList>;

export const NewRegisterReport = z
  .object({
    subject: z
      .string()
      .regex(/^A[0-9A-HJKMNP-TV-Z]{12}$/, "the id of an award")
      .meta({ description: "Id of the award" }),
    reason: z.enum(["personal-data", "wrong", "other"]),
    text: z
      .string()
      .trim()
      .min(10)
      .max(2_000)
      .refine((text) => !text.includes("\0"), "U+0000 is not allowed"),
  })
  .meta({ id: "NewRegisterReport" });

export const RegisterReportReceipt = z
  .object({ number: z.string().meta({ description: "What to mention when asking about it" }) })
  .meta({ id: "RegisterReportReceipt" });
export type RegisterReportReceipt = z.infer<typeof RegisterReportReceipt>;

export const RegisterReportView = z
  .object({
    id: z.uuid(),
    number: z.string(),
    fundId: z.string(),
    subject: z.string(),
    reason: z.enum(["personal-data", "wrong", "other"]),
    text: z.string(),
    reportedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: "RegisterReport" });
export type RegisterReportView = z.infer<typeof RegisterReportView>;

export const RegisterReportList = z
  .object({ items: z.array(RegisterReportView) })
  .meta({ id: "RegisterReportList" });
export type RegisterReportList = z.infer<typeof RegisterReportList>;

export const RegisterReportAnswer = z
  .object({ answer: z.string().trim().min(3).max(2_000) })
  .meta({ id: "RegisterReportAnswer" });
