/** A small call for the tests. */
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";

const both = (text: string) => ({ nl: `${text} (nl)`, en: `${text} (en)` });

/** A call with one question of every kind. */
export const CALL: CallDefinition = {
  format: "voorsprong-call/1",
  id: "example-2027",
  fund: "example",
  title: both("Example"),
  summary: both("An example."),
  opens: "2027-01-15T09:00:00+01:00",
  closes: "2027-03-15T17:00:00+01:00",
  budgets: [
    { id: "2027", amount: 100_000_000 },
    { id: "2028", amount: 50_000_000 },
  ],
  form: {
    sections: [
      {
        id: "plan",
        title: both("Plan"),
        questions: [
          {
            id: "plan",
            title: both("Plan"),
            schema: { type: "string", format: "multiline", maxLength: 100 },
            required: true,
          },
          { id: "pilot", title: both("Pilot"), schema: { type: "boolean" }, required: true },
          {
            id: "pilot_site",
            title: both("Site of the pilot"),
            schema: { type: "string", minLength: 2 },
            when: "answers.pilot",
            required: "requested.total > 1000000",
            identifying: true,
          },
          { id: "trl", title: both("TRL"), schema: { type: "integer", minimum: 1, maximum: 9 } },
          { id: "cash", title: both("Cash"), schema: { type: "integer", format: "money", minimum: 10_000 } },
          {
            id: "ratio",
            title: both("Ratio"),
            schema: { type: "number", exclusiveMinimum: 0, multipleOf: 0.5 },
          },
          { id: "day", title: both("Day"), schema: { type: "string", format: "date" } },
          { id: "mail", title: both("Mail"), schema: { type: "string", format: "email" }, personal: true },
          { id: "agree", title: both("Agree"), schema: { type: "boolean", const: true }, required: true },
          {
            id: "sector",
            title: both("Sector"),
            schema: { type: "string", enum: ["metal", "food"] },
            labels: { metal: both("Metal"), food: both("Food") },
          },
          {
            id: "skills",
            title: both("Skills"),
            schema: {
              type: "array",
              items: { type: "string", enum: ["a", "b"] },
              uniqueItems: true,
              minItems: 1,
            },
            labels: { a: both("A"), b: both("B") },
          },
        ],
      },
      {
        id: "more",
        title: both("More"),
        questions: [
          {
            id: "machines",
            title: both("Machines"),
            schema: {
              type: "array",
              items: {
                type: "object",
                properties: {
                  name: { type: "string", maxLength: 20 },
                  price: { type: "integer", format: "money", minimum: 0 },
                  owner: { type: "string" },
                },
                required: ["name", "price"],
                additionalProperties: false,
              },
              maxItems: 3,
            },
            columns: [
              { id: "name", title: both("Name") },
              { id: "price", title: both("Price"), total: true },
              { id: "owner", title: both("Owner"), identifying: true },
            ],
          },
          { id: "budget", title: both("Budget"), schema: { $ref: "voorsprong:attachment" } },
          {
            id: "letters",
            title: both("Letters"),
            schema: { type: "array", items: { $ref: "voorsprong:attachment" }, maxItems: 2 },
            identifying: true,
            accept: { mediaTypes: ["application/pdf"], maxBytes: 1000 },
          },
        ],
      },
    ],
  },
  eligibility: [
    { id: "sme", expression: "applicant.employees < 250", effect: "refuse", reason: both("Only SMEs.") },
    {
      id: "length",
      expression: "project.months <= 24",
      effect: "flag",
      reason: both("Longer than two years."),
    },
    {
      id: "cofinancing",
      expression: "requested.total * 2 <= costs.total",
      effect: "refuse",
      reason: both("At most half of the costs."),
    },
  ],
  criteria: [
    {
      id: "novelty",
      title: both("Novelty"),
      weight: 6000,
      max: 10,
      threshold: 5,
      anchors: [
        { points: 0, text: both("Nothing new.") },
        { points: 10, text: both("New to the world.") },
      ],
    },
    {
      id: "impact",
      title: both("Impact"),
      weight: 4000,
      max: 5,
      anchors: [
        { points: 0, text: both("None.") },
        { points: 5, text: both("Great.") },
      ],
    },
  ],
  threshold: 5000,
  review: { reviewers: 2, blind: true, normalisation: "none", days: 21 },
  rule: "optimal",
  misfit: "skip",
  limits: [
    {
      kind: "share",
      tag: "region",
      value: "Groningen",
      min: "0.05",
      of: "awarded",
      reason: both("A part for Groningen."),
    },
  ],
  tieBreak: { method: "lot", seed: "published-before-opening" },
  aid: { basis: ["gber-25"], choice: "work-package" },
  grant: {
    maximum: 10_000_000,
    advances: [{ percent: 5000, when: { after: "award", months: 0 } }],
    reportEveryMonths: 12,
  },
  objectionWeeks: 6,
  decisionWeeks: 13,
  retention: { granted: 10, refused: 5 },
  assumptions: [{ covers: ["limits"], text: both("An example.") }],
};

/** A complete application to {@link CALL}. */
export const APPLICATION: ApplicationContent = {
  title: "Sensors",
  summary: "Sensors for zero-defect production.",
  lead: {
    organisation: "O1",
    name: "Voorbeeldbedrijf Noord",
    kind: "company",
    region: "Groningen",
    size: "small",
    employees: 40,
  },
  project: { theme: "production", region: "Groningen", start: "2027-06-01", end: "2028-05-31" },
  answers: {
    plan: "We build it.",
    pilot: true,
    pilot_site: "Hal 3 van Voorbeeldbedrijf Noord",
    trl: 5,
    cash: 20_000,
    ratio: 1.5,
    day: "2027-06-01",
    mail: "contact@voorbeeld.example",
    agree: true,
    sector: "metal",
    skills: ["a"],
    machines: [{ name: "Robot", price: 500_000, owner: "Voorbeeldbedrijf Zuid" }],
    budget: {
      id: "f1",
      name: "Begroting Voorbeeldbedrijf Noord.XLSX",
      mediaType: "application/pdf",
      bytes: 10,
      sha256: "0".repeat(64),
    },
    letters: [
      { id: "f2", name: "brief.pdf", mediaType: "application/pdf", bytes: 10, sha256: "1".repeat(64) },
    ],
  },
  workPackages: [
    {
      id: "w1",
      title: "Build",
      description: "A test line.",
      category: "industrial-research",
      reason: "New knowledge.",
    },
  ],
  partners: [
    {
      id: "p9",
      organisation: "O2",
      name: "Voorbeeldbedrijf Zuid",
      kind: "company",
      region: "Limburg",
      size: "micro",
      employees: 5,
    },
  ],
  costs: [
    { workPackage: "w1", partner: null, year: 2027, category: "personnel", cents: 3_000_000 },
    { workPackage: "w1", partner: "p9", year: 2028, category: "personnel", cents: 1_000_000 },
  ],
  funding: [{ source: "Stichting Voorbeeld", kind: "private", cents: 2_000_000 }],
  requested: { "2027": 1_500_000, "2028": 500_000 },
};
