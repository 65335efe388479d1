/** What was proven about a decision, in one sentence that never says more than that. */
import { type Decision, formatPoints, type Language, type Rule } from "@voorsprong/allocation";
import type { Localised } from "../../kernel/views.js";
import { inBoth } from "./limits.js";

/** The level of a decision in words (docs/formats/decision.md). */
export function levelStatement(decision: Decision): Localised {
  return inBoth((language) =>
    decision.outcome.status === "infeasible"
      ? infeasible(decision.proof.level === "A", language)
      : decided(decision, language),
  );
}

function infeasible(proven: boolean, language: Language): string {
  if (language === "nl")
    return proven
      ? "Bewezen: geen enkele keuze van aanvragen voldoet aan alle grenzen tegelijk."
      : "Het rekenprogramma vond geen keuze van aanvragen die aan alle grenzen voldoet; een bewijs dat iedereen kan narekenen is er niet.";
  return proven
    ? "Proven: no selection of applications meets all limits at once."
    : "The solver found no selection of applications that meets all limits; there is no proof that anyone can recompute.";
}

/** How the awards came about, where that is not by the best outcome. */
const awardedBy: Readonly<Record<Rule, Readonly<Record<Language, string>>>> = {
  optimal: { nl: "", en: "" },
  ranking: { nl: "Op volgorde van score toegekend. ", en: "Awarded in order of score. " },
  "first-come": { nl: "Op volgorde van binnenkomst toegekend. ", en: "Awarded in order of receipt. " },
  lottery: { nl: "Door loting toegekend. ", en: "Awarded by lot. " },
  "pro-rata": { nl: "Evenredig verdeeld. ", en: "Divided pro rata. " },
};

function decided({ rule, proof, outcome, round }: Decision, language: Language): string {
  const points = (units: number) => formatPoints(units, round.scoreScale, language);
  const objective = outcome.status === "decided" ? outcome.objective : 0;
  const by = awardedBy[rule][language];
  if (rule === "pro-rata" && proof.level !== null)
    return language === "nl"
      ? `${by}De verdeling blijft binnen alle grenzen. Bij deze regel is er geen beste uitkomst om te bewijzen.`
      : `${by}The allocation stays within all limits. Under this rule there is no best outcome to prove.`;
  if (language === "nl")
    switch (proof.level) {
      case "A":
        return `${by}Bewezen optimaal: geen enkele verdeling binnen de grenzen haalt meer dan ${points(objective)} punten.`;
      case "B":
        return `${by}Bewezen binnen ${points(proof.gap ?? 0)} punten van het best mogelijke: geen enkele verdeling binnen de grenzen haalt meer dan ${points(proof.bound ?? 0)} punten; deze haalt ${points(objective)}.`;
      case "C":
        return `${by}De verdeling blijft binnen alle grenzen. Hoe ver zij van de beste af ligt, is niet bewezen.`;
      case null:
        return `${by}Deze verdeling houdt zich niet aan alle grenzen van de ronde.`;
    }
  switch (proof.level) {
    case "A":
      return `${by}Proven optimal: no allocation within the limits scores more than ${points(objective)} points.`;
    case "B":
      return `${by}Proven within ${points(proof.gap ?? 0)} points of the best possible: no allocation within the limits scores more than ${points(proof.bound ?? 0)} points; this one scores ${points(objective)}.`;
    case "C":
      return `${by}The allocation stays within all limits. How far it is from the best is not proven.`;
    case null:
      return `${by}This allocation does not keep to all limits of the round.`;
  }
}
