import type { SizeClass } from "../model/common.js";
import { sizeBonuses } from "./research.js";
import type { AidRule, Threshold } from "./rule.js";

const PERIOD = { validFrom: "2023-07-01", validTo: "2026-12-31" };
const SMES: readonly SizeClass[] = ["micro", "small", "medium"];

const INNOVATION_THRESHOLD: Threshold = {
  cents: 1_000_000_000,
  article: "GBER Art. 4(1)(l)",
  span: "undertaking",
  mark: "?",
  family: "innovation",
};

/** Aid for innovation, training and advice in enterprises (Art. 18, 28, 29, 31). */
export const ENTERPRISE_RULES: readonly AidRule[] = [
  {
    id: "28",
    article: "GBER Art. 28(3)",
    ...PERIOD,
    inputs: ["repayable"],
    result: {
      base: [{ when: { size: SMES }, rate: 5_000, mark: "K" }],
      bonuses: [],
      cap: [{ rate: 5_000, mark: "K" }],
      threshold: INNOVATION_THRESHOLD,
    },
    title: { nl: "Innovatiesteun voor het mkb", en: "Innovation aid for SMEs" },
    explanation: {
      nl: "Octrooien, het inzetten van gekwalificeerd personeel en innovatiediensten; alleen voor het mkb.",
      en: "Patents, secondment of qualified staff and innovation services; for SMEs only.",
    },
  },
  {
    id: "28-advisory",
    article: "GBER Art. 28(4)",
    ...PERIOD,
    inputs: ["repayable"],
    result: {
      base: [{ when: { size: SMES }, rate: 5_000, mark: "K" }],
      bonuses: [],
      cap: [{ rate: 5_000, mark: "K" }],
      threshold: INNOVATION_THRESHOLD,
      threeYears: { rate: 10_000, cents: 22_000_000, article: "GBER Art. 28(4)" },
    },
    title: {
      nl: "Innovatieadvies en innovatieondersteuning voor het mkb",
      en: "Innovation advisory and support services for SMEs",
    },
    explanation: {
      nl: "Advies en ondersteuning bij innovatie: tot 100%, zolang de onderneming daarvoor in drie jaar niet meer dan € 220.000 krijgt.",
      en: "Advice and support with innovation: up to 100%, as long as the enterprise gets no more than €220,000 for it in three years.",
    },
  },
  {
    id: "29",
    article: "GBER Art. 29",
    ...PERIOD,
    inputs: ["collaboratesWithSmes", "repayable"],
    result: {
      base: [
        { when: { size: SMES }, rate: 5_000, mark: "V" },
        { when: { fact: "collaboratesWithSmes" }, rate: 1_500, mark: "V" },
      ],
      bonuses: [],
      cap: [
        { when: { size: SMES }, rate: 5_000, mark: "V" },
        { rate: 1_500, mark: "V" },
      ],
      threshold: {
        cents: 1_250_000_000,
        article: "GBER Art. 4(1)(m)",
        span: "undertaking",
        mark: "V",
        family: "process-innovation",
      },
    },
    title: { nl: "Proces- en organisatie-innovatie", en: "Process and organisational innovation" },
    explanation: {
      nl: "Nieuwe manieren van werken. Een grote onderneming krijgt alleen steun als zij samenwerkt met mkb-ondernemingen die ten minste 30% van de kosten dragen.",
      en: "New ways of working. A large enterprise gets aid only if it collaborates with SMEs that bear at least 30% of the costs.",
    },
  },
  {
    id: "31",
    article: "GBER Art. 31(4)",
    ...PERIOD,
    inputs: ["disadvantagedWorkers", "maritime", "repayable"],
    result: {
      base: [
        { when: { fact: "maritime" }, rate: 10_000, mark: "K" },
        { rate: 5_000, mark: "K" },
      ],
      bonuses: [
        {
          id: "disadvantaged",
          article: "GBER Art. 31(4)(a)",
          rate: 1_000,
          when: { fact: "disadvantagedWorkers" },
          mark: "K",
          text: {
            nl: "voor werknemers met een handicap of een kwetsbare positie",
            en: "for workers who are disabled or disadvantaged",
          },
        },
        ...sizeBonuses("GBER Art. 31(4)(b)-(c)"),
      ],
      cap: [
        { when: { fact: "maritime" }, rate: 10_000, mark: "K" },
        { rate: 7_000, mark: "K" },
      ],
      threshold: {
        cents: 300_000_000,
        article: "GBER Art. 4(1)(n)",
        span: "whole",
        mark: "K",
        family: "training",
      },
    },
    title: { nl: "Opleiding", en: "Training" },
    explanation: {
      nl: "Opleiding van werknemers; niet voor opleidingen die de wet verplicht.",
      en: "Training of workers; not for training that the law requires.",
    },
  },
  {
    id: "18",
    article: "GBER Art. 18(2)",
    ...PERIOD,
    inputs: ["repayable"],
    result: {
      base: [{ when: { size: SMES }, rate: 5_000, mark: "K" }],
      bonuses: [],
      cap: [{ rate: 5_000, mark: "K" }],
      threshold: {
        cents: 220_000_000,
        article: "GBER Art. 4(1)(d)",
        span: "undertaking",
        mark: "K",
        family: "consultancy",
      },
    },
    title: { nl: "Advies voor het mkb", en: "Consultancy for SMEs" },
    explanation: {
      nl: "Diensten van externe adviseurs; alleen voor het mkb en niet voor gewone bedrijfsuitgaven.",
      en: "Services of outside consultants; for SMEs only, and not for ordinary running costs.",
    },
  },
];
