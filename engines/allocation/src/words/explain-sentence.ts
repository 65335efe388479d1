/** What a decision means for one application, in a sentence. */
import type { Award, Decision, Explanation } from "../model/decision.js";
import type { Language } from "../model/language.js";
import type { WalkingRule } from "../ranking/order.js";
import { applicationName, changeOf, listApplications } from "./application-name.js";
import { describeConflict, describeRow } from "./describe.js";
import { countPoints, formatAmount, formatPart } from "./phrases.js";

/** The part of a decision that a sentence needs: the application itself, its award or its explanation. */
export type Explained = Pick<Decision, "round" | "rule" | "outcome" | "explanations">;

/**
 * One sentence, two where the round could not be decided, for the director of the company that applied.
 *
 * @throws RangeError when the round has no such application
 */
export function explainSentence(decision: Explained, application: string, language: Language): string {
  const { round, outcome, rule } = decision;
  if (!round.applications.some(({ id }) => id === application))
    throw new RangeError(`the round has no application "${application}"`);
  if (outcome.status === "infeasible") return describeConflict(round, outcome.conflict, language);
  const award = outcome.awards.find((each) => each.application === application);
  if (award !== undefined) return funded(decision, award, language);
  if (rule === "pro-rata") return withoutPart(applicationName(round, application), language);
  const explanation = decision.explanations.find((each) => each.application === application);
  if (explanation === undefined) throw new RangeError(`the decision does not explain "${application}"`);
  return rule === "optimal"
    ? unfundedByOptimum(decision, explanation, language)
    : unfundedOnWalk(decision, rule, explanation, language);
}

function funded({ round }: Explained, award: Award, language: Language): string {
  const { option, amounts, part } = award;
  const application = applicationName(round, award.application);
  const units = Object.values(amounts).reduce((sum, value) => sum + value, 0);
  const amount = formatAmount(units, round.unit, language);
  if (language === "nl") {
    const variant = option === null ? "" : ` (variant ‘${option}’)`;
    return `Aanvraag ${application} krijgt ${amount}${variant}${part === undefined ? "" : partOf.nl(part)}.`;
  }
  const variant = option === null ? "" : ` (option ‘${option}’)`;
  return `Application ${application} receives ${amount}${variant}${part === undefined ? "" : partOf.en(part)}.`;
}

/** How much of what was asked a part is. */
const partOf: Readonly<Record<Language, (part: string) => string>> = {
  nl: (part) =>
    part === "1"
      ? ": alles wat zij vroeg"
      : `: ${formatPart(part, "nl")} van wat zij vroeg; ieders deel steeg gelijk op, tot een grens waar zij onder valt vol was`,
  en: (part) =>
    part === "1"
      ? ": all that it asked for"
      : `: ${formatPart(part, "en")} of what it asked for; everyone's part rose alike, until a limit that it falls under was full`,
};

function withoutPart(application: string, language: Language): string {
  return language === "nl"
    ? `Aanvraag ${application} krijgt niets: ieders deel stijgt gelijk op, en een grens waar zij onder valt was meteen vol.`
    : `Application ${application} receives nothing: everyone's part rises alike, and a limit that it falls under was full at once.`;
}

function unfundedOnWalk(
  { round }: Explained,
  rule: WalkingRule,
  explanation: Explanation,
  language: Language,
): string {
  const { needed, blockedBy = [] } = explanation;
  const application = applicationName(round, explanation.application);
  const rows = blockedBy.map((row) => describeRow(round, row, language)).join("; ");
  if (language === "nl") {
    const why =
      rows === ""
        ? `de lijst was al gesloten toen zij${turn[rule].nl} aan de beurt kwam`
        : `aan haar beurt${turn[rule].nl} stond in de weg: ${rows}`;
    return `Aanvraag ${application} is niet gehonoreerd: ${why}; ${scoreHelps.nl(round.scoreScale, rule, needed.atMost)}.`;
  }
  const why =
    rows === ""
      ? `the list had closed before its turn${turn[rule].en}`
      : `in its way at its turn${turn[rule].en}: ${rows}`;
  return `Application ${application} is not awarded: ${why}; ${scoreHelps.en(round.scoreScale, rule, needed.atMost)}.`;
}

/** The order in which applications had their turn, where it is not that of the score. */
const turn: Readonly<Record<WalkingRule, Readonly<Record<Language, string>>>> = {
  ranking: { nl: "", en: "" },
  "first-come": { nl: ", op volgorde van binnenkomst,", en: ", in order of receipt" },
  lottery: { nl: ", in de volgorde van de loting,", en: ", in the order of the draw" },
};

/** Whether a higher score would have changed anything; `points` in score units, null where none would. */
const scoreHelps: Readonly<
  Record<Language, (scoreScale: number, rule: WalkingRule, points: number | null) => string>
> = {
  nl: (scoreScale, rule, points) => {
    if (rule !== "ranking") return "de score telt bij deze regel niet mee";
    return points === null
      ? "geen hogere score had dat veranderd"
      : `met ${countPoints(points, scoreScale, "nl")} meer was zij wel gehonoreerd`;
  },
  en: (scoreScale, rule, points) => {
    if (rule !== "ranking") return "the score does not count under this rule";
    return points === null
      ? "no higher score would have changed that"
      : `with ${countPoints(points, scoreScale, "en")} more it would have been awarded`;
  },
};

function unfundedByOptimum(
  { round, outcome }: Explained,
  explanation: Explanation,
  language: Language,
): string {
  const { needed, witness } = explanation;
  const application = applicationName(round, explanation.application);
  const least = countPoints(needed.atLeast, round.scoreScale, language);
  const most = needed.atMost === null ? null : countPoints(needed.atMost, round.scoreScale, language);
  const awards = outcome.status === "decided" ? outcome.awards : [];
  const { out, moved } = changeOf(
    round,
    awards,
    witness ?? { remove: [], add: [] },
    explanation.application,
    language,
  );
  const instead = listApplications(round, out, language);
  const others = moved.map((clause) => ` ${clause}.`).join("");
  if (language === "nl") {
    const start = `Aanvraag ${application} is niet gehonoreerd`;
    const needs = needed.atLeast > 0 ? `: zij had daarvoor minstens ${least} meer nodig` : "";
    if (most === null) return `${start}${needs}; een uitkomst waarin zij meedoet, is niet gevonden.`;
    const place = instead === "" ? "" : ` in plaats van ${instead}`;
    return `${start}${needs}; met ${most} meer was een uitkomst met haar${place} even goed geweest.${others}`;
  }
  const start = `Application ${application} is not awarded`;
  const needs = needed.atLeast > 0 ? `: it needed at least ${least} more` : "";
  if (most === null) return `${start}${needs}; no outcome that includes it was found.`;
  const place = instead === "" ? "" : ` instead of ${instead}`;
  return `${start}${needs}; with ${most} more, an outcome with it${place} would have been just as good.${others}`;
}
