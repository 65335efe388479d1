/** In words: which thresholds of a call an application does not reach. Pure. */
import { formatPoints, type Language } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import type { OutcomeReason } from "@voorsprong/review";
import type { Localised } from "../../../kernel/views.js";
import { inBoth } from "../../rounds/limits.js";

/** The thresholds that were not reached, as the frozen scores say. Empty texts where all were. */
export const shortfallOf = (call: CallDefinition, reasons: readonly OutcomeReason[]): Localised =>
  inBoth((language) => reasons.map((reason) => sentence(call, reason, language)).join(" "));

function sentence(call: CallDefinition, reason: OutcomeReason, language: Language): string {
  const nl = language === "nl";
  const points = (hundredths: number) => formatPoints(hundredths, 100, language);
  switch (reason.kind) {
    case "no-reviews":
      return nl ? "De aanvraag is niet beoordeeld." : "The application was not reviewed.";
    case "total-threshold":
      return nl
        ? `De score is ${points(reason.score)} punten; nodig is ten minste ${points(reason.threshold)}.`
        : `The score is ${points(reason.score)} points; at least ${points(reason.threshold)} is needed.`;
    case "criterion-threshold": {
      const title =
        call.criteria.find(({ id }) => id === reason.criterion)?.title[language] ?? reason.criterion;
      return nl
        ? `Op ‘${title}’ is het gemiddelde ${points(reason.mean)}; nodig is ten minste ${points(reason.threshold)}.`
        : `On ‘${title}’ the mean is ${points(reason.mean)}; at least ${points(reason.threshold)} is needed.`;
    }
  }
}
