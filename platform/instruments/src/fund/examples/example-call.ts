/** The calls of the examples: one tender per phase, with dates around the day on which the example is made. */
import { CALL_FORMAT, type CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { Localised } from "../../kernel/views.js";
import { moment } from "../calls/templates.js";

/** Where the life of an example call has come to. */
export const examplePhases = ["draft", "open", "review", "decided", "running", "settled"] as const;
export type ExamplePhase = (typeof examplePhases)[number];

const day = 86_400_000;

/** Days from the opening and the closing to the day of making; a closing that is still to come is negative. */
const ages: Readonly<Record<ExamplePhase, { readonly opened: number; readonly closed: number }>> = {
  draft: { opened: -30, closed: -90 },
  open: { opened: 25, closed: -20 },
  review: { opened: 75, closed: 20 },
  decided: { opened: 110, closed: 55 },
  running: { opened: 420, closed: 360 },
  settled: { opened: 900, closed: 840 },
};

const titles: Readonly<Record<ExamplePhase, Localised>> = {
  draft: { nl: "in voorbereiding", en: "in preparation" },
  open: { nl: "nu open", en: "open now" },
  review: { nl: "in beoordeling", en: "in review" },
  decided: { nl: "besloten, bezwaar loopt", en: "decided, objection pending" },
  running: { nl: "in uitvoering", en: "being carried out" },
  settled: { nl: "vastgesteld", en: "settled" },
};

/** A moment so many days before another. */
export const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * day);

/** When the call of a phase opens and closes. */
export function examplePeriod(
  phase: ExamplePhase,
  made: Date,
): { readonly opens: Date; readonly closes: Date } {
  const { opened, closed } = ages[phase];
  return { opens: daysBefore(made, opened), closes: daysBefore(made, closed) };
}

const anchors = (low: Localised, middle: Localised, high: Localised) => [
  { points: 0, text: low },
  { points: 5, text: middle },
  { points: 10, text: high },
];

/**
 * The definition of the call of a phase.
 * @param budget cents to divide, in the first budget of the fund
 */
export function exampleCall(
  fund: FundDefinition,
  phase: ExamplePhase,
  { id, made, budget }: { readonly id: string; readonly made: Date; readonly budget: number },
): CallDefinition {
  const { opens, closes } = examplePeriod(phase, made);
  return {
    format: CALL_FORMAT,
    id,
    fund: fund.id,
    title: {
      nl: `Voorbeeld: ${fund.title.nl}, ${titles[phase].nl}`,
      en: `Example: ${fund.title.en}, ${titles[phase].en}`,
    },
    summary: {
      nl: "Een voorbeeld om mee te oefenen: een tender voor projecten van bedrijven en scholen. Het telt nergens mee.",
      en: "An example to practise with: a tender for projects of companies and schools. It counts for nothing.",
    },
    legalBasis: {
      nl: "Voorbeeld; er is geen regeling achter.",
      en: "Example; there is no scheme behind it.",
    },
    opens: moment(opens),
    closes: moment(closes),
    budgets: [{ id: fund.budgets[0]!.id, amount: budget }],
    form: { sections },
    eligibility: [
      {
        id: "period",
        expression: "project.start >= call.closes",
        effect: "refuse",
        reason: {
          nl: "Het project begint voordat de openstelling is gesloten.",
          en: "The project begins before the call has closed.",
        },
      },
      {
        id: "costs",
        expression: "costs.total >= 2500000",
        effect: "refuse",
        reason: {
          nl: "Het project kost minder dan € 25.000.",
          en: "The project costs less than €25,000.",
        },
      },
      {
        id: "new-applicant",
        expression: "applicant.employees >= 2",
        effect: "flag",
        reason: {
          nl: "De aanvrager heeft minder dan twee werknemers; de fondsbeheerder kijkt of het project uitvoerbaar is.",
          en: "The applicant has fewer than two employees; the fund manager looks at whether the project is feasible.",
        },
      },
    ],
    criteria: [
      {
        id: "quality",
        title: { nl: "Kwaliteit van het plan", en: "Quality of the plan" },
        description: {
          nl: "Is duidelijk wat er gebeurt, door wie en wanneer?",
          en: "Is it clear what is done, by whom and when?",
        },
        weight: 4_000,
        max: 10,
        threshold: 4,
        anchors: anchors(
          { nl: "Het plan is niet te volgen.", en: "The plan cannot be followed." },
          { nl: "Het plan is uitvoerbaar.", en: "The plan is feasible." },
          { nl: "Het plan is tot in de stappen uitgewerkt.", en: "The plan is worked out to each step." },
        ),
      },
      {
        id: "novelty",
        title: { nl: "Nieuwheid", en: "Novelty" },
        weight: 3_000,
        max: 10,
        anchors: anchors(
          { nl: "Dit bestaat al zo.", en: "This exists already." },
          { nl: "Dit is nieuw in de sector.", en: "This is new in the sector." },
          { nl: "Dit is nergens zo gedaan.", en: "This was done nowhere." },
        ),
      },
      {
        id: "use",
        title: { nl: "Bruikbaarheid voor anderen", en: "Use for others" },
        weight: 3_000,
        max: 10,
        anchors: anchors(
          { nl: "Alleen de aanvrager heeft er iets aan.", en: "Only the applicant gains." },
          { nl: "Enkele anderen kunnen het gebruiken.", en: "Some others can use it." },
          { nl: "De hele keten kan het gebruiken.", en: "The whole chain can use it." },
        ),
      },
    ],
    threshold: 5_000,
    review: { reviewers: 2, blind: false, normalisation: "mean", days: 14 },
    rule: "ranking",
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: "published-before-opening" },
    aid: { basis: ["gber-25", "gber-31", "no-aid"], choice: "work-package" },
    grant: {
      minimum: 1_000_000,
      maximum: 30_000_000,
      advances: [
        { percent: 4_000, when: { after: "start", months: 0 } },
        { percent: 4_000, when: { after: "start", months: 6 } },
      ],
      reportEveryMonths: 6,
    },
    objectionWeeks: 6,
    decisionWeeks: 8,
    retention: { granted: 10, refused: 1 },
    assumptions: [
      {
        covers: ["budgets", "criteria", "aid", "grant"],
        text: {
          nl: "Alles aan deze openstelling is verzonnen om de werking te laten zien.",
          en: "Everything about this call was made up to show how things work.",
        },
      },
    ],
  };
}

const sections: CallDefinition["form"]["sections"] = [
  {
    id: "plan",
    title: { nl: "Uw plan", en: "Your plan" },
    questions: [
      {
        id: "plan",
        title: { nl: "Wat gaat u doen?", en: "What are you going to do?" },
        help: {
          nl: "Noem geen namen van personen of organisaties.",
          en: "Do not mention names of people or organisations.",
        },
        schema: { type: "string", format: "multiline", minLength: 40, maxLength: 4_000 },
        required: true,
      },
      {
        id: "novelty",
        title: { nl: "Wat is er nieuw aan?", en: "What is new about it?" },
        schema: { type: "string", format: "multiline", maxLength: 2_000 },
        required: true,
      },
      {
        id: "patent",
        title: { nl: "Is er een octrooi op aangevraagd?", en: "Was a patent applied for?" },
        schema: { type: "boolean" },
      },
      {
        id: "patent_number",
        title: { nl: "Onder welk nummer?", en: "Under which number?" },
        schema: { type: "string", maxLength: 40 },
        when: "answers.patent",
        required: true,
      },
    ],
  },
  {
    id: "use",
    title: { nl: "Gebruik door anderen", en: "Use by others" },
    questions: [
      {
        id: "users",
        title: { nl: "Wie kunnen het resultaat gebruiken?", en: "Who can use the result?" },
        schema: {
          type: "array",
          items: { type: "string", enum: ["chain", "sector", "schools", "none"] },
          uniqueItems: true,
          minItems: 1,
        },
        labels: {
          chain: { nl: "bedrijven in de keten", en: "companies in the chain" },
          sector: { nl: "andere bedrijven in de sector", en: "other companies in the sector" },
          schools: { nl: "scholen", en: "schools" },
          none: { nl: "alleen wijzelf", en: "only ourselves" },
        },
        required: true,
      },
      {
        id: "results",
        title: { nl: "Welke resultaten levert u op?", en: "Which results do you deliver?" },
        schema: {
          type: "array",
          items: {
            type: "object",
            properties: {
              what: { type: "string", maxLength: 200 },
              month: { type: "integer", minimum: 1, maximum: 48 },
            },
            required: ["what", "month"],
            additionalProperties: false,
          },
          maxItems: 20,
        },
        columns: [
          { id: "what", title: { nl: "Resultaat", en: "Result" } },
          { id: "month", title: { nl: "Maand", en: "Month" } },
        ],
      },
      {
        id: "attachment",
        title: { nl: "Projectplan (bijlage)", en: "Project plan (attachment)" },
        schema: { $ref: "voorsprong:attachment" },
      },
    ],
  },
];
