/** The example people of the embedded sign-in. They are named by their role: nobody is like them. */
import type { FundRole } from "../actor.js";
import type { NewOrganisation } from "../organisations/organisations.js";

/** Issuer of the example people, whatever address the product is tried out under. */
export const exampleIssuer = "urn:voorsprong:try-out";

/** Example organisations, by the key that people name. */
export const exampleOrganisations = {
  company: {
    name: "Voorbeeld Metaalbewerking (voorbeeld)",
    kind: "company",
    region: "Drenthe",
    size: "small",
    place: "Emmen",
    employees: 38,
  },
  partner: {
    name: "Voorbeeld Sensortechniek (voorbeeld)",
    kind: "company",
    region: "Overijssel",
    size: "medium",
    place: "Hengelo",
    employees: 120,
  },
  school: {
    name: "Voorbeeld Technisch College (voorbeeld)",
    kind: "school",
    region: "Groningen",
    place: "Groningen",
    employees: 260,
  },
} as const satisfies Record<string, NewOrganisation>;
export type ExampleOrganisation = keyof typeof exampleOrganisations;

/** One example person. */
export interface ExamplePerson {
  readonly name: { readonly nl: string; readonly en: string };
  /** What this person does here, in a few words. */
  readonly task: { readonly nl: string; readonly en: string };
  readonly role?: FundRole;
  readonly organisation?: ExampleOrganisation;
  readonly membership?: "member" | "admin";
}

/** Example people, by their subject. */
export const examplePeople = {
  applicant: {
    name: { nl: "Voorbeeld aanvrager", en: "Example applicant" },
    task: { nl: "vraagt subsidie aan voor een bedrijf", en: "applies for a grant on behalf of a company" },
    organisation: "company",
    membership: "admin",
  },
  colleague: {
    name: { nl: "Voorbeeld collega van de aanvrager", en: "Example colleague of the applicant" },
    task: { nl: "werkt mee aan de aanvraag van het bedrijf", en: "works on the company's application" },
    organisation: "company",
    membership: "member",
  },
  partner: {
    name: { nl: "Voorbeeld partner in een consortium", en: "Example partner in a consortium" },
    task: {
      nl: "bevestigt het eigen deel van een aanvraag",
      en: "confirms the partner's part of an application",
    },
    organisation: "partner",
    membership: "admin",
  },
  school: {
    name: { nl: "Voorbeeld aanvrager van een school", en: "Example applicant of a school" },
    task: { nl: "vraagt subsidie aan voor een school", en: "applies for a grant on behalf of a school" },
    organisation: "school",
    membership: "admin",
  },
  "reviewer-1": {
    name: { nl: "Voorbeeld beoordelaar 1", en: "Example reviewer 1" },
    task: { nl: "beoordeelt aanvragen", en: "reviews applications" },
    role: "reviewer",
  },
  "reviewer-2": {
    name: { nl: "Voorbeeld beoordelaar 2", en: "Example reviewer 2" },
    task: { nl: "beoordeelt aanvragen", en: "reviews applications" },
    role: "reviewer",
  },
  "reviewer-3": {
    name: { nl: "Voorbeeld beoordelaar 3", en: "Example reviewer 3" },
    task: { nl: "beoordeelt aanvragen", en: "reviews applications" },
    role: "reviewer",
  },
  "fund-manager": {
    name: { nl: "Voorbeeld fondsbeheerder", en: "Example fund manager" },
    task: {
      nl: "opent regelingen, begeleidt de beoordeling en stelt besluiten voor",
      en: "opens calls, runs the review and proposes decisions",
    },
    role: "fund-manager",
  },
  decider: {
    name: { nl: "Voorbeeld beslisser", en: "Example decider" },
    task: { nl: "neemt besluiten die een ander voorstelt", en: "takes decisions that another proposes" },
    role: "decider",
  },
  "decider-2": {
    name: { nl: "Voorbeeld beslisser 2", en: "Example decider 2" },
    task: {
      nl: "beslist op bezwaar tegen besluiten van een ander",
      en: "decides on objections to decisions of another",
    },
    role: "decider",
  },
  finance: {
    name: { nl: "Voorbeeld medewerker financiën", en: "Example finance officer" },
    task: { nl: "betaalt en vordert terug", en: "pays and recovers" },
    role: "finance",
  },
  "finance-2": {
    name: { nl: "Voorbeeld medewerker financiën 2", en: "Example finance officer 2" },
    task: {
      nl: "keurt betalingen goed die een ander voorstelt",
      en: "approves payments that another proposes",
    },
    role: "finance",
  },
  auditor: {
    name: { nl: "Voorbeeld controleur", en: "Example auditor" },
    task: { nl: "leest alles en verandert niets", en: "reads everything and changes nothing" },
    role: "auditor",
  },
  "programme-director": {
    name: { nl: "Voorbeeld programmadirecteur", en: "Example programme director" },
    task: { nl: "verdeelt de rollen", en: "hands out the roles" },
    role: "programme-director",
  },
} as const satisfies Record<string, ExamplePerson>;
export type ExampleKey = keyof typeof examplePeople;

/** Whether a text names an example person. */
export function isExampleKey(text: string): text is ExampleKey {
  return Object.hasOwn(examplePeople, text);
}
