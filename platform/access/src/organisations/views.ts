/** Organisations and their people, as they go over the wire. */
import { z } from "zod";
import { organisationKinds } from "./organisations.js";

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names have no line breaks, and U+0000 cannot be kept.
    .regex(/^[^\u0000-\u001f]*$/, "a single line of text");

export const OrganisationId = z
  .string()
  .regex(/^O[0-9A-HJKMNP-TV-Z]{12}$/, "the id of an organisation is O and twelve letters and digits");

export const MembershipRole = z.enum(["member", "admin"]).meta({ id: "MembershipRole" });

/** What somebody tells about an organisation; only the name and what it is are needed. */
export const OrganisationDetails = z
  .object({
    name: line(200),
    kind: z.enum(organisationKinds),
    kvk: z
      .string()
      .regex(/^\d{8}$/, "a number in the trade register has eight digits")
      .nullable()
      .default(null)
      .meta({ description: "Number in the Dutch trade register (KvK); not needed" }),
    region: line(100).nullable().default(null),
    size: line(50).nullable().default(null),
    postcode: line(20).nullable().default(null),
    place: line(100).nullable().default(null),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "a country is two letters (ISO 3166-1)")
      .default("NL"),
    sector: line(20).nullable().default(null),
    employees: z.int().min(0).max(10_000_000).nullable().default(null),
    website: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable()
      .default(null),
  })
  .meta({ id: "OrganisationDetails" });
export type OrganisationDetails = z.output<typeof OrganisationDetails>;

/** An organisation in a list. */
export const OrganisationSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(organisationKinds),
    kvk: z.string().nullable(),
    place: z.string().nullable(),
    example: z.boolean(),
  })
  .meta({ id: "OrganisationSummary" });
export type OrganisationSummary = z.infer<typeof OrganisationSummary>;

export const OrganisationList = z
  .object({ items: z.array(OrganisationSummary) })
  .meta({ id: "OrganisationList" });
export type OrganisationList = z.infer<typeof OrganisationList>;

/** A person of an organisation. */
export const MemberView = z
  .object({
    personId: z.uuid(),
    name: z.string().nullable().meta({ personal: true, description: "Null: a removed person" }),
    email: z.string().nullable().meta({ personal: true }),
    role: MembershipRole,
    since: z.iso.datetime(),
  })
  .meta({ id: "MemberView" });
export type MemberView = z.infer<typeof MemberView>;

/** An organisation on its page; who belongs to it is for its own members. */
export const OrganisationView = OrganisationSummary.extend({
  kvkConfirmed: z
    .boolean()
    .meta({ description: "Whether a register or sign-in service vouches for the number" }),
  region: z.string().nullable(),
  size: z.string().nullable(),
  postcode: z.string().nullable(),
  country: z.string(),
  sector: z.string().nullable(),
  employees: z.int().nullable(),
  website: z.string().nullable(),
  members: z.array(MemberView).nullable().meta({ description: "Null: you are no member" }),
  requests: z
    .array(MemberView.omit({ role: true, since: true }).extend({ askedAt: z.iso.datetime() }))
    .nullable()
    .meta({ description: "Who asks to join; null: you are no member" }),
}).meta({ id: "OrganisationView" });
export type OrganisationView = z.infer<typeof OrganisationView>;

/** Where somebody stands after asking to join. */
export const JoinState = z.object({ state: z.enum(["asked", "member"]) }).meta({ id: "JoinState" });
export type JoinState = z.infer<typeof JoinState>;
