/** How a grant is accounted for and settled: the uniform subsidy framework (Uniform subsidiekader). */
import type { Assumption, Localised } from "./model/line.js";

/**
 * `at-once`: granted and settled together, checked by sample. `performance`: a fixed amount on proof of performance.
 * `costs`: on a statement of costs and performance with an auditor's report.
 */
export type Regime = "at-once" | "performance" | "costs";

/** From this grant on: proof of performance; EUR 25,000. */
export const performanceFromCents = 2_500_000;
/** From this grant on: costs and performance; EUR 125,000. */
export const costsFromCents = 12_500_000;

export const regimeAssumption: Assumption = {
  id: "uniform-subsidy-framework",
  text: {
    nl: "De wijze van verantwoorden volgt de grenzen van het Uniform subsidiekader (€ 25.000 en € 125.000), zoals die algemeen bekend zijn; een regeling kan anders bepalen.",
    en: "The way of accounting follows the limits of the uniform subsidy framework (EUR 25,000 and EUR 125,000) as they are generally known; a scheme may say otherwise.",
  },
};

/** The regime of a grant of this height. */
export function regimeOf(grantCents: number): Regime {
  if (grantCents < performanceFromCents) return "at-once";
  return grantCents < costsFromCents ? "performance" : "costs";
}

/** What a recipient has to show when asking for settlement (Awb 4:45). */
export interface Evidence {
  readonly id: "performance" | "costs" | "auditor";
  readonly text: Localised;
  readonly article: string;
}

const performance: Evidence = {
  id: "performance",
  text: {
    nl: "een verslag waaruit blijkt dat de activiteiten zijn uitgevoerd",
    en: "a report that shows that the activities were carried out",
  },
  article: "Awb 4:45(1)",
};
const costs: Evidence = {
  id: "costs",
  text: { nl: "een verantwoording van kosten en opbrengsten", en: "a statement of costs and income" },
  article: "Awb 4:45(2)",
};
const auditor: Evidence = {
  id: "auditor",
  text: { nl: "een verklaring van een accountant", en: "an auditor's report" },
  article: "Uniform subsidiekader",
};

/** What is asked in a regime, in the order a page lists it. */
export function evidenceOf(regime: Regime): readonly Evidence[] {
  if (regime === "at-once") return [];
  return regime === "performance" ? [performance] : [performance, costs, auditor];
}
