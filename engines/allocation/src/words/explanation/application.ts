/** What an explanation says to the director of one company that applied, Dutch and English. */
import { costAnswer, type PointsAnswer, pointsAnswer } from "../../explanation/answers.js";
import { type InTheWay, inTheWayOf } from "../../explanation/in-the-way.js";
import type { Decision } from "../../model/decision.js";
import type { Difference, ExplanationDocument, Standing } from "../../model/explanation.js";
import type { Language } from "../../model/language.js";
import type { Round } from "../../model/round.js";
import { applicationName, changeOf, listApplications } from "../application-name.js";
import { describeRow } from "../describe.js";
import { explainSentence } from "../explain-sentence.js";
import { countPoints, formatAmount, formatNumber, type Titles } from "../phrases.js";

/**
 * Everything a decision and its explanation say about one application, sentence by sentence: the outcome, whether it
 * could have been otherwise, what was in its way, the score and the cost it needed.
 *
 * @throws RangeError when the round has no such application
 */
export function explainApplication(
  decision: Decision,
  document: ExplanationDocument,
  application: string,
  language: Language,
  titles?: Titles,
): readonly string[] {
  const funded =
    decision.outcome.status === "decided" &&
    decision.outcome.awards.some((award) => award.application === application);
  const outcome = explainSentence(decision, application, language);
  if (decision.outcome.status !== "decided") return [outcome];
  const standing = standingSentence(document.standing, application, funded, language);
  if (funded) return [outcome, standing].filter((sentence) => sentence !== null);
  return [
    notAwarded[language](applicationName(decision.round, application)),
    standing,
    inTheWaySentence(decision, application, language, titles),
    pointsSentence(decision, document, application, language),
    costSentence(decision, document, application, language, titles),
  ].filter((sentence) => sentence !== null);
}

const notAwarded: Readonly<Record<Language, (application: string) => string>> = {
  nl: (application) => `Aanvraag ${application} is niet gehonoreerd.`,
  en: (application) => `Application ${application} is not awarded.`,
};

/** Whether other outcomes are as good, and what they mean for an application; null when that was not worked out. */
export function standingSentence(
  standing: Standing | undefined,
  application: string,
  funded: boolean,
  language: Language,
): string | null {
  if (standing === undefined) return null;
  const nl = language === "nl";
  if (standing.all.includes(application))
    return nl
      ? `Zonder aanvraag ${application} is geen enkele verdeling evenveel punten waard; dat is bewezen.`
      : `No allocation without application ${application} is worth as many points; that is proven.`;
  if (standing.none.includes(application))
    return nl
      ? `Met aanvraag ${application} is geen enkele verdeling evenveel punten waard; dat is bewezen.`
      : `No allocation with application ${application} is worth as many points; that is proven.`;
  if (standing.some.includes(application)) {
    if (nl)
      return `Er zijn verdelingen met en zonder aanvraag ${application} die evenveel punten waard zijn; de vooraf aangekondigde regel voor gelijke stand koos er een ${funded ? "met" : "zonder"} haar.`;
    return `There are allocations with and without application ${application} that are worth as many points; the tie-break announced beforehand chose one ${funded ? "with" : "without"} it.`;
  }
  return nl
    ? `Of er met aanvraag ${application} anders een even goede verdeling is, is niet tot het eind uitgezocht.`
    : `Whether an allocation that treats application ${application} differently is as good was not worked out to the end.`;
}

/** What keeps an unfunded application from being added to the outcome, by name and with the figures. */
export function inTheWaySentence(
  decision: Decision,
  application: string,
  language: Language,
  titles?: Titles,
): string {
  const { round } = decision;
  const rows = inTheWayOf(decision, application).map((each) => obstaclePhrase(round, each, language, titles));
  if (language === "nl")
    return rows.length === 0
      ? `Aanvraag ${application} past naast de gehonoreerde aanvragen, maar maakt de uitkomst niet meer waard.`
      : `Naast de gehonoreerde aanvragen past zij niet: ${rows.join("; ")}.`;
  return rows.length === 0
    ? `Application ${application} fits beside those awarded, but does not make the outcome worth more.`
    : `It does not fit beside those awarded: ${rows.join("; ")}.`;
}

function obstaclePhrase(
  round: Round,
  { row, figures }: InTheWay,
  language: Language,
  titles?: Titles,
): string {
  const limit = describeRow(round, row, language, titles);
  if (figures === null) return limit;
  const [before, after] = [figures.before, figures.after].map((figure) =>
    formatHeld(round, row, figure, language),
  );
  return language === "nl"
    ? `${limit} (nu ${before}, met deze aanvraag erbij ${after})`
    : `${limit} (now ${before}, with this application ${after})`;
}

/** What a row holds: an amount, or for a limit of a number a number. */
function formatHeld(round: Round, row: string, figure: number, language: Language): string {
  const index = /^limit\/(\d+)\//.exec(row)?.[1];
  return index !== undefined && round.constraints[Number(index)]!.kind === "count"
    ? formatNumber(figure, language)
    : formatAmount(figure, round.unit, language);
}

/** The score an unfunded application needed, and who would have made way; null where nothing is known of it. */
export function pointsSentence(
  decision: Decision,
  document: ExplanationDocument | null,
  application: string,
  language: Language,
): string | null {
  const known = pointsAnswer(decision, document, application);
  if (known === null) return null;
  // In no best outcome: with the score it has, every outcome with it is worth at least one unit less.
  const inNone = document?.standing?.none.includes(application) === true;
  const answer = { ...known, atLeast: Math.max(known.atLeast, inNone ? 1 : 0) };
  const { round } = decision;
  const instead =
    answer.instead === null ? "" : insteadPhrase(decision, answer.instead, application, language);
  return `${neededPhrase(answer, application, round.scoreScale, language)}${instead}`;
}

function neededPhrase(
  { atLeast, atMost, impossible }: PointsAnswer,
  application: string,
  scoreScale: number,
  language: Language,
): string {
  const points = (units: number) => countPoints(units, scoreScale, language);
  const nl = language === "nl";
  if (impossible)
    return nl
      ? `Geen enkele score had aanvraag ${application} geholpen: er is geen verdeling met haar die aan alle grenzen voldoet.`
      : `No score would have helped application ${application}: no allocation with it meets all limits.`;
  if (atMost === null && atLeast === 0)
    return nl
      ? `Met hoeveel punten meer aanvraag ${application} er zeker bij was, is niet gevonden.`
      : `How many points more would have been enough for application ${application} was not found.`;
  if (atMost === null)
    return nl
      ? `Aanvraag ${application} had minstens ${points(atLeast)} meer nodig; met hoeveel zij er zeker bij was, is niet gevonden.`
      : `Application ${application} needed at least ${points(atLeast)} more; how many would have been enough was not found.`;
  if (atMost === 0)
    return nl
      ? `Een verdeling met aanvraag ${application} is even veel waard; met ${points(1)} meer was zij zeker gehonoreerd.`
      : `An allocation with application ${application} is worth as much; with ${points(1)} more it would have been certain of its award.`;
  if (atLeast === atMost)
    return nl
      ? `Aanvraag ${application} had ${points(atMost)} meer nodig om gelijk te komen; met ${points(atMost + 1)} meer was zij zeker gehonoreerd.`
      : `Application ${application} needed ${points(atMost)} more to draw level; with ${points(atMost + 1)} more it would have been certain of its award.`;
  if (nl)
    return `Aanvraag ${application} had ${atLeast === 0 ? "" : `minstens ${points(atLeast)} en `}hoogstens ${points(atMost)} meer nodig om gelijk te komen.`;
  return `Application ${application} needed ${atLeast === 0 ? "" : `at least ${points(atLeast)} and `}at most ${points(atMost)} more to draw level.`;
}

function insteadPhrase(
  { round, outcome }: Decision,
  difference: Difference,
  application: string,
  language: Language,
): string {
  const awards = outcome.status === "decided" ? outcome.awards : [];
  const { out, into, moved } = changeOf(round, awards, difference, application, language);
  const nl = language === "nl";
  const clauses = [
    ...(out.length === 0 ? [] : [wayPhrase[language](listApplications(round, out, language), out.length)]),
    ...(into.length === 0
      ? []
      : [comePhrase[language](listApplications(round, into, language), into.length)]),
  ];
  const first = clauses.length === 0 ? "" : ` ${nl ? "Dan" : "Then"} ${clauses.join(nl ? " en " : " and ")}.`;
  return `${first}${moved.map((clause) => ` ${clause}.`).join("")}`;
}

const wayPhrase: Readonly<Record<Language, (names: string, number: number) => string>> = {
  nl: (names, number) => `${number === 1 ? "maakt" : "maken"} ${names} plaats`,
  en: (names, number) => `${names} ${number === 1 ? "makes" : "make"} way`,
};

const comePhrase: Readonly<Record<Language, (names: string, number: number) => string>> = {
  nl: (names, number) => `${number === 1 ? "komt" : "komen"} ${names} erbij`,
  en: (names, number) => `${names} ${number === 1 ? "comes" : "come"} in`,
};

/** The cost with which an unfunded application was certain of its award; null where the document does not say. */
export function costSentence(
  decision: Decision,
  document: ExplanationDocument,
  application: string,
  language: Language,
  titles?: Titles,
): string | null {
  const answer = costAnswer(decision, document, application);
  if (answer === null) return null;
  const { round } = decision;
  const { asked, enough, tooMuch, against } = answer;
  const amount = (units: number) => formatAmount(units, round.unit, language);
  const nl = language === "nl";
  const rows = against.map((row) => describeRow(round, row, language, titles)).join("; ");
  if (enough === null) {
    if (tooMuch === 0 && against.length === 0)
      return nl
        ? `Ook met een lager bedrag was aanvraag ${application} niet zeker gehonoreerd, zelfs niet met ${amount(0)}.`
        : `No lower amount would have made application ${application} certain of its award, not even ${amount(0)}.`;
    return nl
      ? `Een lager bedrag waarmee aanvraag ${application} zeker gehonoreerd was, is niet gevonden.`
      : `A lower amount with which application ${application} would have been certain of its award was not found.`;
  }
  const until =
    tooMuch === null ? "" : nl ? `, met ${amount(tooMuch)} niet` : `, with ${amount(tooMuch)} not`;
  const warning =
    against.length === 0
      ? ""
      : nl
        ? ` Let op: nog minder vragen is niet altijd beter, want een lager bedrag maakt ${against.length === 1 ? "deze grens" : "deze grenzen"} lastiger te halen: ${rows}.`
        : ` Note: asking still less is not always better, because a lower amount makes ${against.length === 1 ? "this limit" : "these limits"} harder to meet: ${rows}.`;
  const most = against.length === 0 && enough > 0 ? (nl ? "hoogstens " : "at most ") : "";
  if (nl)
    return `Met een bedrag van ${most}${amount(enough)} in plaats van ${amount(asked)} was aanvraag ${application} zeker gehonoreerd${until}, als verder alles gelijk bleef.${warning}`;
  return `With an amount of ${most}${amount(enough)} instead of ${amount(asked)}, application ${application} would have been certain of its award${until}, all else being equal.${warning}`;
}
