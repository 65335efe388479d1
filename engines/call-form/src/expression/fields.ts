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
  /** The number, or each number of the map, is cents. */
  readonly money?: true;
}

const field = (type: FieldType, nl: string, en: string): Field => ({ type, title: { nl, en } });

const money = (type: FieldType, nl: string, en: string): Field => ({ ...field(type, nl, en), money: true });

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
  costs: money("int", "kosten van de partner", "costs of the partner"),
} as const;

/** The fields of one work package. */
export const WORK_PACKAGE_FIELDS = {
  title: field("string", "titel van het werkpakket", "title of the work package"),
  category: field("string", "soort werk van het werkpakket", "kind of work of the work package"),
  costs: money("int", "kosten van het werkpakket", "costs of the work package"),
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
    costs: money("int", "kosten van de aanvrager", "costs of the applicant"),
  },
  project: {
    title: field("string", "titel van het project", "title of the project"),
    theme: field("string", "thema van het project", "theme of the project"),
    region: field("string", "regio van het project", "region of the project"),
    start: field("string", "startdatum van het project", "start date of the project"),
    end: field("string", "einddatum van het project", "end date of the project"),
    months: field(
      "int",
      "duur van het project in hele maanden (van begin tot einde)",
      "length of the project in whole months (from start to end)",
    ),
  },
  costs: {
    total: money("int", "kosten in totaal", "costs in total"),
    byCategory: money("map<string, int>", "kosten per soort", "costs by category"),
    byYear: money("map<string, int>", "kosten per jaar", "costs by year"),
  },
  requested: {
    total: money("int", "gevraagd bedrag in totaal", "amount requested in total"),
    byBudget: money("map<string, int>", "gevraagd bedrag per budget", "amount requested by budget"),
  },
  funding: {
    total: money("int", "geld van anderen in totaal", "money from others in total"),
    byKind: money("map<string, int>", "geld van anderen per soort", "money from others by kind"),
  },
  call: {
    id: field("string", "naam van de openstelling", "name of the call"),
    opens: field("string", "dag van opening", "day of opening"),
    closes: field("string", "dag van sluiting", "day of closing"),
    budget: money("int", "budget in totaal", "budget in total"),
  },
} as const satisfies Record<string, Record<string, Field>>;

/** Lists that can be looked through. */
export const LISTS = {
  partners: { title: { nl: "partners", en: "partners" }, type: "list<Partner>" },
  workPackages: { title: { nl: "werkpakketten", en: "work packages" }, type: "list<WorkPackage>" },
} as const;
