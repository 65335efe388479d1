import type { Localised } from "../model/common.js";
import type { AidRule, Bonus, CostCategory, PredominanceRow } from "./rule.js";

const PERIOD = { validFrom: "2023-07-01", validTo: "2026-12-31" };

const RESEARCH_COSTS: readonly CostCategory[] = [
  "personnel",
  "equipment",
  "buildings",
  "contract-research",
  "materials",
  "overheads",
];

/** Extra for medium and small enterprises, as Art. 25(6)(a), 25(7), 26a and 31 all give it. */
export function sizeBonuses(article: string): readonly Bonus[] {
  return [
    {
      id: "medium",
      article,
      rate: 1_000,
      when: { size: ["medium"] },
      mark: "K",
      text: { nl: "voor een middelgrote onderneming", en: "for a medium-sized enterprise" },
    },
    {
      id: "small",
      article,
      rate: 2_000,
      when: { size: ["micro", "small"] },
      mark: "K",
      text: { nl: "voor een kleine onderneming", en: "for a small enterprise" },
    },
  ];
}

const ALTERNATIVE = "25(6)(b)-(d)";

const PROJECT_BONUSES: readonly Bonus[] = [
  {
    id: "openness",
    article: "GBER Art. 25(6)(b)",
    rate: 1_500,
    when: {
      any: [
        { fact: "effectiveCollaboration" },
        { fact: "widelyDisseminated" },
        { fact: "openLicence" },
        { fact: "areaA" },
      ],
    },
    mark: "K",
    text: {
      nl: "voor samenwerking, brede verspreiding, open licenties of een gebied van Art. 107(3)(a)",
      en: "for collaboration, wide dissemination, open licences or an Art. 107(3)(a) area",
    },
    alternative: ALTERNATIVE,
  },
  {
    id: "area-c",
    article: "GBER Art. 25(6)(c)",
    rate: 500,
    when: { fact: "areaC" },
    mark: "K",
    text: { nl: "voor een gebied van Art. 107(3)(c)", en: "for an Art. 107(3)(c) area" },
    alternative: ALTERNATIVE,
  },
  {
    id: "several-states",
    article: "GBER Art. 25(6)(d)",
    rate: 2_500,
    when: { fact: "severalStatesProject" },
    mark: "K",
    text: {
      nl: "voor een project van ten minste drie lidstaten met open oproep",
      en: "for a project of at least three Member States with an open call",
    },
    alternative: ALTERNATIVE,
  },
];

function project(
  id: "25-industrial" | "25-experimental",
  article: string,
  rate: number,
  texts: { title: Localised; explanation: Localised },
): AidRule {
  return {
    id,
    article,
    ...PERIOD,
    inputs: [
      "effectiveCollaboration",
      "widelyDisseminated",
      "openLicence",
      "areaA",
      "areaC",
      "severalStatesProject",
      "repayable",
    ],
    result: {
      base: [{ rate, mark: "V" }],
      bonuses: [...sizeBonuses("GBER Art. 25(6)(a)"), ...PROJECT_BONUSES],
      cap: [{ rate: 8_000, mark: "K" }],
      threshold: null,
    },
    ...texts,
    categories: RESEARCH_COSTS,
  };
}

/** Aid for research and development (Art. 25), with 25(6) as replaced in 2023. */
export const RESEARCH_RULES: readonly AidRule[] = [
  {
    id: "25-fundamental",
    article: "GBER Art. 25(5)(a)",
    ...PERIOD,
    inputs: ["repayable"],
    result: {
      base: [{ rate: 10_000, mark: "K" }],
      bonuses: [],
      cap: [{ rate: 10_000, mark: "K" }],
      threshold: null,
    },
    title: { nl: "Fundamenteel onderzoek", en: "Fundamental research" },
    explanation: {
      nl: "Onderzoek om nieuwe kennis te krijgen, zonder dat er al een toepassing in zicht is.",
      en: "Research to gain new knowledge, with no direct application in view.",
    },
    categories: RESEARCH_COSTS,
  },
  project("25-industrial", "GBER Art. 25(5)(b)", 5_000, {
    title: { nl: "Industrieel onderzoek", en: "Industrial research" },
    explanation: {
      nl: "Gericht onderzoek om nieuwe kennis en vaardigheden te krijgen voor nieuwe of veel betere producten, processen of diensten.",
      en: "Planned research for new knowledge and skills for new or much better products, processes or services.",
    },
  }),
  project("25-experimental", "GBER Art. 25(5)(c)", 2_500, {
    title: { nl: "Experimentele ontwikkeling", en: "Experimental development" },
    explanation: {
      nl: "Bestaande kennis gebruiken om nieuwe of betere producten, processen of diensten te maken, met prototypes, tests en proeven.",
      en: "Using existing knowledge to make new or better products, processes or services, with prototypes, tests and pilots.",
    },
  }),
  {
    id: "25-feasibility",
    article: "GBER Art. 25(5)(d)",
    ...PERIOD,
    inputs: ["repayable"],
    result: {
      base: [{ rate: 5_000, mark: "K" }],
      bonuses: sizeBonuses("GBER Art. 25(7)"),
      cap: [
        { when: { size: ["micro", "small"] }, rate: 7_000, mark: "K" },
        { when: { size: ["medium"] }, rate: 6_000, mark: "K" },
        { rate: 5_000, mark: "K" },
      ],
      threshold: {
        cents: 825_000_000,
        article: "GBER Art. 4(1)(i)(vi)",
        span: "study",
        mark: "K",
        family: "feasibility",
      },
    },
    title: { nl: "Haalbaarheidsstudie", en: "Feasibility study" },
    explanation: {
      nl: "Onderzoeken of een project kans van slagen heeft, voordat erover besloten wordt.",
      en: "Finding out whether a project can succeed before it is decided on.",
    },
    categories: RESEARCH_COSTS,
  },
];

/** Thresholds of R&D projects per undertaking and project, by what more than half of the costs are for. */
export const RESEARCH_THRESHOLDS: readonly PredominanceRow[] = [
  { of: ["25-fundamental"], cents: 5_500_000_000, article: "GBER Art. 4(1)(i)(i)" },
  { of: ["25-fundamental", "25-industrial"], cents: 3_500_000_000, article: "GBER Art. 4(1)(i)(ii)" },
  { of: [], cents: 2_500_000_000, article: "GBER Art. 4(1)(i)(iii)" },
];
