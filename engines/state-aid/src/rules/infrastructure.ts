import { sizeBonuses } from "./research.js";
import type { AidRule } from "./rule.js";

const PERIOD = { validFrom: "2023-07-01", validTo: "2026-12-31" };

/** Aid for infrastructures and innovation clusters (Art. 26, 26a, 27). */
export const INFRASTRUCTURE_RULES: readonly AidRule[] = [
  {
    id: "26",
    article: "GBER Art. 26(6)",
    ...PERIOD,
    inputs: ["severalStatesFund", "repayable"],
    result: {
      base: [{ rate: 5_000, mark: "K" }],
      bonuses: [
        {
          id: "several-states-fund",
          article: "GBER Art. 26(6)",
          rate: 1_000,
          when: { fact: "severalStatesFund" },
          mark: "K",
          text: {
            nl: "omdat ten minste twee lidstaten meebetalen of de Unie het project uitkoos",
            en: "because at least two Member States fund it or the Union selected it",
          },
        },
      ],
      cap: [{ rate: 6_000, mark: "K" }],
      threshold: {
        cents: 3_500_000_000,
        article: "GBER Art. 4(1)(j)",
        span: "whole",
        mark: "K",
        family: "research-infrastructure",
      },
    },
    title: { nl: "Onderzoeksinfrastructuur", en: "Research infrastructure" },
    explanation: {
      nl: "Faciliteiten voor onderzoek die ook voor economische activiteiten worden gebruikt.",
      en: "Facilities for research that are used for economic activities as well.",
    },
  },
  {
    id: "26a",
    article: "GBER Art. 26a",
    ...PERIOD,
    inputs: ["crossBorder", "smeCapacity", "repayable"],
    result: {
      base: [{ rate: 2_500, mark: "K" }],
      bonuses: [
        ...sizeBonuses("GBER Art. 26a"),
        {
          id: "cross-border",
          article: "GBER Art. 26a",
          rate: 1_000,
          when: { fact: "crossBorder" },
          mark: "K",
          text: {
            nl: "voor een grensoverschrijdende infrastructuur of keuze door de Unie",
            en: "for a cross-border infrastructure or selection by the Union",
          },
        },
        {
          id: "sme-capacity",
          article: "GBER Art. 26a",
          rate: 500,
          when: { fact: "smeCapacity" },
          mark: "?",
          text: {
            nl: "omdat ten minste 80% van de capaciteit naar het mkb gaat",
            en: "because at least 80% of the capacity goes to SMEs",
          },
        },
      ],
      cap: [
        { when: { size: ["micro", "small"] }, rate: 6_000, mark: "?" },
        { when: { size: ["medium"] }, rate: 5_000, mark: "?" },
        { rate: 4_000, mark: "?" },
      ],
      threshold: {
        cents: 2_500_000_000,
        article: "GBER Art. 4(1)",
        span: "whole",
        mark: "K",
        family: "test-infrastructure",
      },
    },
    title: { nl: "Test- en experimenteerinfrastructuur", en: "Testing and experimentation infrastructure" },
    explanation: {
      nl: "Faciliteiten, zoals fieldlabs, waar ondernemingen testen en experimenteren.",
      en: "Facilities, such as fieldlabs, in which enterprises test and experiment.",
    },
  },
  {
    id: "27-investment",
    article: "GBER Art. 27(6)",
    ...PERIOD,
    inputs: ["areaA", "areaC", "repayable"],
    result: {
      base: [{ rate: 5_000, mark: "K" }],
      bonuses: [
        {
          id: "area-a",
          article: "GBER Art. 27(6)",
          rate: 1_500,
          when: { fact: "areaA" },
          mark: "K",
          text: { nl: "voor een gebied van Art. 107(3)(a)", en: "for an Art. 107(3)(a) area" },
          alternative: "27(6)",
        },
        {
          id: "area-c",
          article: "GBER Art. 27(6)",
          rate: 500,
          when: { fact: "areaC" },
          mark: "K",
          text: { nl: "voor een gebied van Art. 107(3)(c)", en: "for an Art. 107(3)(c) area" },
          alternative: "27(6)",
        },
      ],
      cap: [
        { when: { fact: "areaA" }, rate: 6_500, mark: "K" },
        { when: { fact: "areaC" }, rate: 5_500, mark: "K" },
        { rate: 5_000, mark: "K" },
      ],
      threshold: {
        cents: 1_000_000_000,
        article: "GBER Art. 4(1)(k)",
        span: "whole",
        mark: "K",
        family: "cluster",
      },
    },
    title: { nl: "Innovatiecluster, investering", en: "Innovation cluster, investment" },
    explanation: {
      nl: "De bouw of vernieuwing van een innovatiecluster.",
      en: "Building or upgrading an innovation cluster.",
    },
  },
  {
    id: "27-operation",
    article: "GBER Art. 27(8)",
    ...PERIOD,
    inputs: ["operationWithinTenYears", "repayable"],
    result: {
      base: [{ when: { fact: "operationWithinTenYears" }, rate: 5_000, mark: "K" }],
      bonuses: [],
      cap: [{ rate: 5_000, mark: "K" }],
      threshold: {
        cents: 1_000_000_000,
        article: "GBER Art. 4(1)(k)",
        span: "whole",
        mark: "K",
        family: "cluster",
      },
    },
    title: { nl: "Innovatiecluster, exploitatie", en: "Innovation cluster, operation" },
    explanation: {
      nl: "Het draaien van een innovatiecluster, ten hoogste tien jaar.",
      en: "Running an innovation cluster, for at most ten years.",
    },
  },
];
