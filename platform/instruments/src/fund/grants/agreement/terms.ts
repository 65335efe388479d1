/** What an agreement says where its call does not. Each is a labelled assumption that the page shows. */
import { regimeAssumption } from "@voorsprong/settlement";
import type { Localised } from "../../../kernel/views.js";
import type { Agreement } from "./document.js";

/** Weeks after the end within which settlement is asked (Awb 4:44), where the scheme is silent. */
export const requestWeeks = 13;
/** Weeks for deciding on settlement, where the scheme is silent. */
export const decisionWeeks = 22;
/** By how much reported costs may differ from the plan before the page flags it. */
export const toleranceBasisPoints = 1_000;
/** How long a project lasts that states no end. */
export const monthsWithoutEnd = 12;

const text = (nl: string, en: string): Localised => ({ nl, en });

export const assumptions = {
  settlementTerms: {
    id: "settlement-terms",
    text: text(
      `Vaststelling wordt binnen ${requestWeeks} weken na het einde aangevraagd en er wordt binnen ${decisionWeeks} weken op beslist; zulke termijnen verschillen per regeling.`,
      `Settlement is asked within ${requestWeeks} weeks after the end and decided within ${decisionWeeks} weeks; such terms differ per scheme.`,
    ),
  },
  tolerance: {
    id: "tolerance",
    text: text(
      `Kosten die meer dan ${toleranceBasisPoints / 100}% van het plan afwijken worden aangemerkt. Dat is een signaal en geen oordeel.`,
      `Costs that differ from the plan by more than ${toleranceBasisPoints / 100}% are flagged. That is a signal and no judgement.`,
    ),
  },
  rate: {
    id: "grant-rate",
    text: text(
      "Het deel dat de subsidie van elke kostenpost betaalt, is het verleende bedrag van de deelnemer gedeeld door diens begrote kosten.",
      "The part of each cost that the grant pays is the amount granted to the participant divided by its budgeted costs.",
    ),
  },
  period: {
    id: "project-period",
    text: text(
      `De aanvraag noemt geen begin of einde: het project begint op de dag van de verlening of duurt ${monthsWithoutEnd} maanden.`,
      `The application states no start or end: the project starts on the day of the grant or lasts ${monthsWithoutEnd} months.`,
    ),
  },
  regime: regimeAssumption,
} as const;

/** Obligations that go with every grant. */
export const commonObligations: Agreement["obligations"] = [
  {
    id: "report-change",
    text: text(
      "Meld het meteen als de activiteiten niet, niet op tijd of niet helemaal doorgaan.",
      "Report at once when the activities will not be carried out, not in time or not completely.",
    ),
    article: "Awb 4:37",
  },
  {
    id: "keep-records",
    text: text(
      "Houd een administratie bij waaruit kosten, opbrengsten en activiteiten blijken.",
      "Keep records that show costs, income and activities.",
    ),
    article: "Awb 4:37",
  },
];
