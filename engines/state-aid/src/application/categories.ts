import type { Localised } from "../model/common.js";
import { DE_MINIMIS_RULE, NO_AID_RULE } from "../rules/beside-the-gber.js";
import { GBER_2014_2023 } from "../rules/gber-2014-2023am.js";
import type { AidBasis, CostCategory } from "../rules/rule.js";

/** How a work package may be classified, with the ground in state-aid law that a call must offer for it. */
export interface WorkCategory {
  readonly id: string;
  /** As in a call: `gber-25`, …, `de-minimis`, `no-aid`. */
  readonly callBasis: string;
  readonly basis: AidBasis;
  readonly title: Localised;
  readonly explanation: Localised;
  readonly article: string;
}

const GROUNDS: readonly (readonly [id: string, callBasis: string, basis: AidBasis])[] = [
  ["fundamental-research", "gber-25", "25-fundamental"],
  ["industrial-research", "gber-25", "25-industrial"],
  ["experimental-development", "gber-25", "25-experimental"],
  ["feasibility-study", "gber-25", "25-feasibility"],
  ["research-infrastructure", "gber-26", "26"],
  ["test-infrastructure", "gber-26a", "26a"],
  ["cluster-investment", "gber-27", "27-investment"],
  ["cluster-operation", "gber-27", "27-operation"],
  ["sme-innovation", "gber-28", "28"],
  ["innovation-advice", "gber-28", "28-advisory"],
  ["process-innovation", "gber-29", "29"],
  ["training", "gber-31", "31"],
  ["consultancy", "gber-18", "18"],
  ["de-minimis", "de-minimis", "de-minimis"],
  ["no-aid", "no-aid", "no-aid"],
];

const RULES = [...GBER_2014_2023.rules, DE_MINIMIS_RULE, NO_AID_RULE];

/** The classifications of work packages. GBER Art. 25a has none: its amounts are not certain enough to compute. */
export const WORK_CATEGORIES: readonly WorkCategory[] = GROUNDS.map(([id, callBasis, basis]) => {
  const { title, explanation, article } = RULES.find((rule) => rule.id === basis)!;
  return { id, callBasis, basis, title, explanation, article };
});

/** The classifications that a call offers. */
export function workCategoriesOf(callBases: readonly string[]): readonly WorkCategory[] {
  return WORK_CATEGORIES.filter(({ callBasis }) => callBases.includes(callBasis));
}

/** The kinds of costs with their names, in the order of Art. 25(3). */
export const COST_CATEGORIES: readonly { readonly id: CostCategory; readonly title: Localised }[] = [
  { id: "personnel", title: { nl: "Loonkosten", en: "Personnel" } },
  { id: "equipment", title: { nl: "Apparatuur (afschrijving)", en: "Equipment (depreciation)" } },
  { id: "buildings", title: { nl: "Gebouwen en grond", en: "Buildings and land" } },
  {
    id: "contract-research",
    title: { nl: "Ingekocht onderzoek, kennis en octrooien", en: "Contract research, knowledge and patents" },
  },
  { id: "materials", title: { nl: "Materialen", en: "Materials" } },
  { id: "overheads", title: { nl: "Algemene kosten", en: "Overheads" } },
  { id: "advisory", title: { nl: "Advies en ondersteuning", en: "Advice and support" } },
  { id: "training", title: { nl: "Opleiding", en: "Training" } },
  { id: "other", title: { nl: "Andere kosten", en: "Other costs" } },
  { id: "refundable-vat", title: { nl: "Terugvorderbare btw", en: "Refundable VAT" } },
];
