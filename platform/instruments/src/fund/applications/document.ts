/** An application as it is written, format voorsprong-application/1 (docs/formats/application.md). */
import { organisationKinds } from "@voorsprong/access";
import { z } from "zod";

/** The `format` of an application. */
export const APPLICATION_FORMAT = "voorsprong-application/1";

/** Texts that PostgreSQL keeps as they are: no U+0000 and no half surrogate pairs. */
const storable = (text: string) => !text.includes("\0") && !/\p{Cs}/u.test(text);
const text = (most: number) => z.string().max(most).refine(storable, "holds a character that cannot be kept");
const open = <Part extends z.ZodType>(part: Part) => part.nullable().optional();

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "an id has small letters, digits and hyphens");
const PartnerId = Id.refine((id) => id !== "lead", "`lead` stands for the organisation that leads");
const Day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, "a day is YYYY-MM-DD")
  .meta({ format: "date" });
const Cents = z.int().min(0).max(100_000_000_000_000);
const Share = z.int().min(0).max(10_000);
const Country = z.string().regex(/^[A-Z]{2}$/, "a country is two capitals (ISO 3166)");
const OrganisationId = z.string().regex(/^O[0-9A-HJKMNP-TV-Z]{12}$/);
const Kind = z.enum(organisationKinds);
const Size = z.enum(["micro", "small", "medium", "large"]);

/** Who leads, as it was known when the application was made; `region`, `size` and `employees` may be corrected. */
const Lead = z.strictObject({
  organisation: OrganisationId,
  name: text(300),
  kind: Kind,
  kvk: z.string().nullable(),
  region: open(text(100)),
  size: open(Size),
  employees: open(z.int().min(0).max(10_000_000)),
  country: Country,
});

/** Whom the fund writes to: personal data. */
const Contact = z.strictObject({ name: open(text(200)), email: open(text(320)), phone: open(text(50)) });

const Project = z.strictObject({
  theme: open(text(100)),
  region: open(text(100)),
  start: open(Day),
  end: open(Day),
});

const WorkPackage = z.strictObject({
  id: Id,
  title: open(text(200)),
  description: open(text(5_000)),
  /** The classification, with the reason that it rests on (CBb 25 October 2022). */
  category: open(text(60)),
  reason: open(text(2_000)),
  disadvantagedWorkers: open(z.boolean()),
  maritime: open(z.boolean()),
  operationYears: open(z.int().min(0).max(100)),
});

const Partner = z.strictObject({
  id: PartnerId,
  organisation: open(OrganisationId),
  name: open(text(300)),
  kind: open(Kind),
  region: open(text(100)),
  size: open(Size),
  employees: open(z.int().min(0).max(10_000_000)),
  country: open(Country),
  /** What it does in the project. */
  role: open(text(2_000)),
});

const CostLine = z.strictObject({
  workPackage: open(Id),
  partner: open(PartnerId),
  year: open(z.int().min(2000).max(2200)),
  category: open(text(60)),
  cents: open(Cents),
});

const FundingLine = z.strictObject({
  source: open(text(300)),
  kind: open(z.enum(["state-aid", "de-minimis", "union", "private"])),
  partner: open(PartnerId),
  workPackage: open(Id),
  cents: open(Cents),
  allowed: open(Share),
});

const AidAmount = z.strictObject({ date: Day, cents: Cents });

/** The figures of an accounting period; what is still to be filled in is null. */
const Period = z.strictObject({
  endsOn: Day,
  headcount: open(z.int().min(0)).meta({ description: "Staff in thousandths of an annual work unit (AWU)" }),
  turnover: open(Cents).meta({ description: "Turnover in euro cents" }),
  balance: open(Cents).meta({ description: "Balance sheet total in euro cents" }),
});

const Ownership = z.strictObject({
  subject: text(40),
  changedOwner: z.boolean().optional(),
  parties: z
    .array(
      z.strictObject({
        id: text(40),
        name: text(300).optional(),
        kind: z.enum([
          "enterprise",
          "natural-person",
          "public-body",
          "public-investment",
          "venture-capital",
          "business-angel",
          "university",
          "institutional-investor",
          "small-municipality",
        ]),
        periods: z.array(Period).max(10).optional(),
        markets: z.array(text(100)).max(20).optional(),
        actsJointly: text(40).optional(),
        invested: Cents.optional(),
        budget: Cents.optional(),
        inhabitants: z.int().min(0).optional(),
      }),
    )
    .max(50),
  holdings: z
    .array(
      z.strictObject({
        owner: text(40),
        in: text(40),
        capital: Share,
        votes: Share,
        control: z.enum(["board", "dominant-influence", "agreement"]).optional(),
      }),
    )
    .max(200),
});

const PartyStatements = z.strictObject({
  nonEconomic: z.boolean().optional(),
  mayPublish: z.boolean().optional(),
  inDifficulty: z.boolean().optional(),
  recoveryOrder: z.boolean().optional(),
  undertaking: open(text(40)),
  deMinimisAid: open(
    z
      .array(
        AidAmount.extend({
          enterprise: text(300),
          regulation: z.enum(["general", "agriculture", "fisheries", "sgei"]).optional(),
        }),
      )
      .max(100),
  ),
  advisoryAid: open(z.array(AidAmount).max(100)),
  ownership: open(Ownership),
});

/** What is stated for the rules of state aid. */
const Aid = z.strictObject({
  startOfWorks: open(Day),
  overheads: open(z.enum(["stated", "flat-rate"])),
  widelyDisseminated: z.boolean().optional(),
  openLicence: z.boolean().optional(),
  areaA: z.boolean().optional(),
  areaC: z.boolean().optional(),
  severalStates: z
    .strictObject({
      openCall: z.boolean(),
      designedBy: z.int().min(0).max(50),
      disseminatedIn: z.int().min(0).max(50),
    })
    .optional(),
  jointProject: z.boolean().optional(),
  severalStatesFund: z.boolean().optional(),
  crossBorder: z.boolean().optional(),
  smeCapacity: z.boolean().optional(),
  repayable: z.boolean().optional(),
  adHoc: z.boolean().optional(),
  parties: open(z.record(z.string().max(40), PartyStatements)),
});

const Answers = z.record(z.string().max(60), z.unknown().optional());

/** The parts that an applicant writes; each may still be missing. Strict: a misspelt name is an error. */
export const ApplicationParts = z
  .strictObject({
    title: text(200),
    summary: text(5_000),
    contact: Contact,
    /** Only what may be corrected; the rest is known from the organisation. */
    lead: Lead.pick({ region: true, size: true, employees: true }),
    project: Project,
    answers: Answers,
    workPackages: z.array(WorkPackage).max(50),
    partners: z.array(Partner).max(50),
    costs: z.array(CostLine).max(2_000),
    aid: Aid,
    funding: z.array(FundingLine).max(100),
    requested: z.record(z.string().max(60), Cents.nullable()),
  })
  .partial()
  .meta({ id: "ApplicationParts" });
export type ApplicationParts = z.output<typeof ApplicationParts>;

/** A whole application or draft. */
export const ApplicationDocument = ApplicationParts.extend({
  format: z.literal(APPLICATION_FORMAT),
  call: z.string(),
  callVersion: z.int(),
  lead: Lead,
}).meta({ id: "ApplicationDocument" });
export type ApplicationDocument = z.output<typeof ApplicationDocument>;

/**
 * A draft with changes: each part that is given replaces the one there was, except `lead`, of which only what is given
 * changes, and `answers`, of which each question stands by itself (null takes an answer away).
 */
export function withChanges(document: ApplicationDocument, changes: ApplicationParts): ApplicationDocument {
  const { lead, answers, ...parts } = changes;
  const kept = { ...document.answers, ...answers };
  for (const [question, answer] of Object.entries(kept))
    if (answer === null || answer === undefined) delete kept[question];
  return {
    ...document,
    ...parts,
    ...(answers === undefined ? {} : { answers: kept }),
    lead: { ...document.lead, ...lead },
  };
}

/** What is asked in all, in cents. */
export function requestedOf({ requested }: Pick<ApplicationDocument, "requested">): number {
  return Object.values(requested ?? {}).reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
}
