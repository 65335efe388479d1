/** What limits cost, in sentences, Dutch and English. */
import { type LimitPrice, type Prices, pricesOf, type Range } from "../../explanation/answers.js";
import type { Decision } from "../../model/decision.js";
import type { ExplanationDocument } from "../../model/explanation.js";
import type { Language } from "../../model/language.js";
import type { Round } from "../../model/round.js";
import { describeRow } from "../describe.js";
import { countPoints, formatNumber, formatPoints, type Titles } from "../phrases.js";

/** The price of the shares together, of each limit, and of those that cost nothing; empty where none was asked. */
export function priceSentences(
  decision: Decision,
  document: ExplanationDocument,
  language: Language,
  titles?: Titles,
): readonly string[] {
  const prices = pricesOf(decision, document);
  if (prices === null || decision.outcome.status !== "decided") return [];
  const { round, outcome } = decision;
  return [
    ...(prices.shares === null ? [] : [sharesSentence(round, prices.shares, outcome.objective, language)]),
    ...prices.limits.map((price) => limitSentence(round, price, language, titles)),
    ...(prices.together === null ? [] : [togetherSentence(round, prices.together, language)]),
  ];
}

function sharesSentence(round: Round, gain: Range, objective: number, language: Language): string {
  const nl = language === "nl";
  if (gain.atMost === 0)
    return nl
      ? "De aandelen kosten samen niets: ook zonder die grenzen is geen verdeling meer waard."
      : "The shares together cost nothing: without those limits no allocation is worth more either.";
  const points = gainPhrase(round, gain, language);
  if (gain.atLeast !== gain.atMost)
    return nl ? `Alle aandelen samen kosten ${points}.` : `All shares together cost ${points}.`;
  const [without, now] = [objective + gain.atLeast, objective].map((value) =>
    formatPoints(value, round.scoreScale, language),
  );
  return nl
    ? `Alle aandelen samen kosten ${points}: zonder die grenzen is de beste verdeling ${without} punten waard in plaats van ${now}.`
    : `All shares together cost ${points}: without those limits the best allocation is worth ${without} points instead of ${now}.`;
}

function limitSentence(
  round: Round,
  { row, looser, without }: LimitPrice,
  language: Language,
  titles?: Titles,
): string {
  const limit = describeRow(round, row, language, titles);
  const gains = [
    ...(looser === null ? [] : [`${stepOf(round, row, language)} ${morePhrase(round, looser, language)}`]),
    ...(without === null
      ? []
      : [
          `${language === "nl" ? "zonder deze grens" : "without this limit"} ${morePhrase(round, without, language)}`,
        ]),
  ];
  return `${limit.charAt(0).toUpperCase()}${limit.slice(1)}: ${gains.join("; ")}.`;
}

/** The words for one step of a row; docs/formats/explanation.md says how much that is. */
function stepOf(round: Round, row: string, language: Language): string {
  const nl = language === "nl";
  if (row.startsWith("budget/")) return nl ? "met 1% meer budget" : "with 1% more budget";
  const { kind } = round.constraints[Number(row.split("/")[1])]!;
  if (kind === "share") return nl ? "één procentpunt ruimer" : "one percentage point looser";
  if (kind === "count") return nl ? "één aanvraag ruimer" : "one application looser";
  return nl ? "1% ruimer" : "1% looser";
}

function togetherSentence(
  round: Round,
  { rows, gain }: NonNullable<Prices["together"]>,
  language: Language,
): string {
  const nl = language === "nl";
  const one = rows.length === 1;
  const count = formatNumber(rows.length, language);
  const others = nl
    ? one
      ? "De grens die hier niet staat, kost"
      : `De ${count} grenzen die hier niet staan, kosten`
    : one
      ? "The one limit not listed here costs"
      : `The ${count} limits not listed here cost`;
  if (gain.atMost === 0)
    return nl
      ? `${others} niets: ook zonder ${one ? "die grens" : "al die grenzen tegelijk"} is geen verdeling meer waard.`
      : `${others} nothing: without ${one ? "it" : "all of them at once"} no allocation is worth more either.`;
  return nl
    ? `${others} samen ${gainPhrase(round, gain, language)}.`
    : `${others} ${gainPhrase(round, gain, language)} together.`;
}

/** `geen punten meer`, `3 punten meer`, `1 punt minder`, `1 punt minder tot 2 punten meer`. */
function morePhrase(round: Round, gain: Range, language: Language): string {
  const { atLeast, atMost } = gain;
  const nl = language === "nl";
  const [more, less] = nl ? ["meer", "minder"] : ["more", "less"];
  if (atLeast >= 0 && atMost > 0) return `${gainPhrase(round, gain, language)} ${more}`;
  if (atLeast >= 0) return nl ? "geen punten meer" : "no points more";
  if (atMost <= 0) return `${gainPhrase(round, { atLeast: -atMost, atMost: -atLeast }, language)} ${less}`;
  const [most, least] = [atMost, -atLeast].map((units) => countPoints(units, round.scoreScale, language));
  return `${least} ${less} ${nl ? "tot" : "to"} ${most} ${more}`;
}

/** `3 punten`, `2 tot 5 punten`, `hoogstens 5 punten`. */
function gainPhrase({ scoreScale }: Round, { atLeast, atMost }: Range, language: Language): string {
  const most = countPoints(atMost, scoreScale, language);
  if (atLeast === atMost) return most;
  if (atLeast === 0) return `${language === "nl" ? "hoogstens" : "at most"} ${most}`;
  return `${formatPoints(atLeast, scoreScale, language)} ${language === "nl" ? "tot" : "to"} ${most}`;
}
