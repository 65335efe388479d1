/** What an expression can look at besides answers, with types and names in words. */
import type { Localised } from "../definition/localised.js";

/** The CEL types that are used. Money is `int`, in cents; dates are `string`, `YYYY-MM-DD`, so that they compare. */
export type FieldType =
  | "string"
  | "int"
  | "double"
  | "bool"
  | "list<string>"
  | "map<string, int>"
  | "list<Partner>"
  | "list<WorkPackage>";

/** One value that an expression can look at. */
export interface Field {
  readonly type: FieldType;
  readonly title: Localised;
}

const field = (type: FieldType, nl: string, en: string): Field => ({ type, title: { nl, en } });

/** The fields of one partner: `partners.exists(p, p.kind == "school")`. */
export const PARTNER_FIELDS = {
  name: field("string", "naam van de partner", "name of the partner"),
  kind: field("string", "soort organisatie van de partner", "kind of organisation of the partner"),
  region: field("string", "regio van de partner", "region of the partner"),
  size: field("string", "omvang van de partner", "size of the partner"),
  employees: field(
    "int",
    "werknemers van de partner (hele arbeidsjaareenheden)",
    "employees of the partner (whole annual work units)",
  ),
  costs: field("int", "kosten van de partner, in centen", "costs of the partner, in cents"),
} as const;

/** The fields of one work package. */
export const WORK_PACKAGE_FIELDS = {
  title: field("string", "titel van het werkpakket", "title of the work package"),
  category: field("string", "soort werk van het werkpakket", "kind of work of the work package"),
  costs: field("int", "kosten van het werkpakket, in centen", "costs of the work package, in cents"),
} as const;

/** Every variable but `answers`, with its fields. */
export const VARIABLES = {
  applicant: {
    name: field("string", "naam van de aanvrager", "name of the applicant"),
    kind: field("string", "soort organisatie van de aanvrager", "kind of organisation of the applicant"),
    region: field("string", "regio van de aanvrager", "region of the applicant"),
    size: field("string", "omvang van de aanvrager", "size of the applicant"),
    employees: field(
      "int",
      "werknemers van de aanvrager (hele arbeidsjaareenheden)",
      "employees of the applicant (whole annual work units)",
    ),
    costs: field("int", "kosten van de aanvrager, in centen", "costs of the applicant, in cents"),
  },
  project: {
    title: field("string", "titel van het project", "title of the project"),
    theme: field("string", "thema van het project", "theme of the project"),
    region: field("string", "regio van het project", "region of the project"),
    start: field("string", "startdatum van het project", "start date of the project"),
    end: field("string", "einddatum van het project", "end date of the project"),
    months: field("int", "duur van het project in hele maanden", "length of the project in whole months"),
  },
  costs: {
    total: field("int", "kosten in totaal, in centen", "costs in total, in cents"),
    byCategory: field("map<string, int>", "kosten per soort, in centen", "costs by category, in cents"),
    byYear: field("map<string, int>", "kosten per jaar, in centen", "costs by year, in cents"),
  },
  requested: {
    total: field("int", "gevraagd bedrag in totaal, in centen", "amount requested in total, in cents"),
    byBudget: field(
      "map<string, int>",
      "gevraagd bedrag per budget, in centen",
      "amount requested by budget, in cents",
    ),
  },
  funding: {
    total: field("int", "geld van anderen in totaal, in centen", "money from others in total, in cents"),
    byKind: field(
      "map<string, int>",
      "geld van anderen per soort, in centen",
      "money from others by kind, in cents",
    ),
  },
  call: {
    id: field("string", "naam van de openstelling", "name of the call"),
    opens: field("string", "dag van opening", "day of opening"),
    closes: field("string", "dag van sluiting", "day of closing"),
    budget: field("int", "budget in totaal, in centen", "budget in total, in cents"),
  },
} as const satisfies Record<string, Record<string, Field>>;

/** Lists that can be looked through. */
export const LISTS = {
  partners: { title: { nl: "partners", en: "partners" }, type: "list<Partner>" },
  workPackages: { title: { nl: "werkpakketten", en: "work packages" }, type: "list<WorkPackage>" },
} as const;
