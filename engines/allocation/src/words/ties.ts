/** How ties fell, in sentences, Dutch and English; docs/formats/decision.md, section Ties. */
import type { Decision, Ties } from "../model/decision.js";
import type { Language } from "../model/language.js";
import type { Round, Rule } from "../model/round.js";
import { formatAmount, formatNumber } from "./phrases.js";

/**
 * Each step of the tie-break, proven or said to be not, and whether the lots were drawn at all. Empty where a decision
 * broke no ties: under `pro-rata`, for an infeasible round, and for an outcome that is not proven the best.
 */
export function tieSentences(
  { round, rule, outcome, proof }: Decision,
  language: Language,
): readonly string[] {
  if (outcome.status === "infeasible") return [];
  const steps = proof.ties === undefined ? [] : stepSentences(round, proof.ties, language);
  const usesLots = rule === "optimal" ? proof.ties !== undefined : LOTS_ORDER.has(rule);
  return usesLots && isUndrawn(round) ? [...steps, undrawnSentence[language]] : steps;
}

/** The rules that order applications by lot where their own order leaves a tie; a lottery needs its draw. */
const LOTS_ORDER: ReadonlySet<Rule> = new Set<Rule>(["ranking", "first-come"]);

/** Whether the ledger still has to draw the seed; until then it is empty (docs/formats/round.md). */
function isUndrawn({ tieBreak: { draw } }: Round): boolean {
  return draw !== undefined && draw.secret === undefined;
}

const undrawnSentence: Readonly<Record<Language, string>> = {
  nl: "De loting van deze ronde is nog niet getrokken: gelijke stand is beslist door de loten van het lege zaad, dat niemand heeft getrokken.",
  en: "The draw of this round has not been made: ties fall by the lots of the empty seed, which nobody drew.",
};

function stepSentences(round: Round, { money, lot }: Ties, language: Language): readonly string[] {
  return [
    ...(money === undefined ? [] : [moneySentence(round, money, language)]),
    lotSentence[language](lot.proven),
  ];
}

function moneySentence(
  round: Round,
  { step, steps, proven }: NonNullable<Ties["money"]>,
  language: Language,
): string {
  const [size, number] = [formatAmount(step, round.unit, language), formatNumber(steps, language)];
  return language === "nl"
    ? `Van alle keuzes met evenveel punten gaat de goedkoopste voor, in stappen van ${size}: deze telt ${number} ${steps === 1 ? "stap" : "stappen"}; dat het niet met minder kan, is ${proven ? "" : "niet "}bewezen.`
    : `Of all selections with the same points the cheapest goes first, in steps of ${size}: this one takes ${number} ${steps === 1 ? "step" : "steps"}; that fewer are impossible is ${proven ? "" : "not "}proven.`;
}

const lotSentence: Readonly<Record<Language, (proven: boolean) => string>> = {
  nl: (proven) =>
    `Als meer keuzes evenveel punten hebben, beslist het vooraf aangekondigde lot; dat deze keuze dan wint, is ${proven ? "" : "niet tot het eind "}bewezen.`,
  en: (proven) =>
    `Where more selections have the same points, the lot announced beforehand decides; that this selection then wins is ${proven ? "" : "not "}proven${proven ? "" : " to the end"}.`,
};
