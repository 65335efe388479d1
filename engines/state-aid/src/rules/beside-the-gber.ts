import type { AidRule } from "./rule.js";

/** De minimis aid as a rule beside the GBER; its amount is limited by the room of the single undertaking. */
export const DE_MINIMIS_RULE: AidRule = {
  id: "de-minimis",
  article: "Regulation (EU) 2023/2831, Art. 3(2)",
  validFrom: "2024-01-01",
  validTo: "2030-12-31",
  inputs: [],
  result: {
    base: [{ rate: 10_000, mark: "V" }],
    bonuses: [],
    cap: [{ rate: 10_000, mark: "V" }],
    threshold: null,
  },
  title: { nl: "De-minimissteun", en: "De minimis aid" },
  explanation: {
    nl: "Kleine bedragen steun: ten hoogste € 300.000 per onderneming in elke drie jaar.",
    en: "Small amounts of aid: at most €300,000 per undertaking in any three years.",
  },
};

/** Activities that are not economic: no state aid, so the call alone limits the grant. */
export const NO_AID_RULE: AidRule = {
  id: "no-aid",
  article: "TFEU Art. 107(1)",
  validFrom: "2014-07-01",
  validTo: "9999-12-31",
  inputs: [],
  result: {
    base: [{ rate: 10_000, mark: "K" }],
    bonuses: [],
    cap: [{ rate: 10_000, mark: "K" }],
    threshold: null,
  },
  title: { nl: "Geen staatssteun", en: "No state aid" },
  explanation: {
    nl: "Activiteiten die niet economisch zijn, zoals openbaar onderwijs en onafhankelijk onderzoek.",
    en: "Activities that are not economic, such as public education and independent research.",
  },
};
