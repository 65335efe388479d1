import { ENTERPRISE_RULES } from "./enterprise.js";
import { INFRASTRUCTURE_RULES } from "./infrastructure.js";
import { RESEARCH_RULES, RESEARCH_THRESHOLDS } from "./research.js";
import type { RuleSet } from "./rule.js";

/**
 * Regulation (EU) 651/2014 as last amended by 2023/1315, in force from 1 July 2023. It expires on 31 December 2026;
 * a scheme that existed may be used for six months more (Art. 58(5)).
 */
export const GBER_2014_2023: RuleSet = {
  id: "gber-2014-2023am",
  regulation: "Regulation (EU) 651/2014 as amended by 2023/1315",
  validFrom: "2023-07-01",
  validTo: "2026-12-31",
  adjustmentMonths: 6,
  adjustmentArticle: "GBER Art. 58(5)",
  rules: [...RESEARCH_RULES, ...INFRASTRUCTURE_RULES, ...ENTERPRISE_RULES],
  researchThresholds: RESEARCH_THRESHOLDS,
  jointProjectFactor: 20_000,
  repayable: { thresholdFactor: 15_000, bonus: 1_000, article: "GBER Art. 7(5)" },
  overheads: { rate: 2_000, article: "GBER Art. 25(3)(e)", mark: "?" },
};
