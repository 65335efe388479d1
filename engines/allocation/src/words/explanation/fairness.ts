/** Inversions, groups and standing of a whole round in sentences, Dutch and English. */
import { awardedPerAsked, giniCoefficient, jainIndex } from "../../explanation/groups.js";
import type { Decision } from "../../model/decision.js";
import type { ExplanationDocument, GroupFigures, Inversion, Standing } from "../../model/explanation.js";
import type { Language } from "../../model/language.js";
import type { Round } from "../../model/round.js";
import { applicationName } from "../application-name.js";
import { describeRow } from "../describe.js";
import {
  countPoints,
  formatAmount,
  formatFigure,
  formatNumber,
  formatPercent,
  type Titles,
} from "../phrases.js";

/** One inversion: who scored more than an awarded application, and why the two could not change places. */
export function inversionSentence(
  { round }: Decision,
  { application, count, over, rows }: Inversion,
  language: Language,
  titles?: Titles,
): string {
  const [own, lowest] = [application, over].map((id) =>
    countPoints(scoreOf(round, id), round.scoreScale, language),
  );
  const why = rows.map((row) => describeRow(round, row, language, titles)).join("; ");
  const [higher, lower] = [applicationName(round, application, own), applicationName(round, over, lowest)];
  if (language === "nl") {
    const who =
      count === 1
        ? `terwijl één aanvraag met een lagere score dat wel is: ${lower}`
        : `terwijl ${formatNumber(count, "nl")} aanvragen met een lagere score dat wel zijn; de laagste is ${lower}`;
    const place = why === "" ? "had gepast; het besluit is niet bewezen optimaal" : `past niet: ${why}`;
    return `Aanvraag ${higher} is niet gehonoreerd, ${who}. ${application} in plaats van ${over} ${place}.`;
  }
  const who =
    count === 1
      ? `while one application with a lower score is: ${lower}`
      : `while ${formatNumber(count, "en")} applications with a lower score are; the lowest is ${lower}`;
  const place = why === "" ? "would have fitted; the decision is not proven optimal" : `does not fit: ${why}`;
  return `Application ${higher} is not awarded, ${who}. ${application} instead of ${over} ${place}.`;
}

/** The score of an application's full award; without one of its best option. */
function scoreOf({ applications }: Round, id: string): number {
  const { score, options = [] } = applications.find((application) => application.id === id)!;
  return score ?? Math.max(...options.map((option) => option.score));
}

/** How many have a higher score than an award and got nothing. */
export function inversionsSummary({ inversions }: ExplanationDocument, language: Language): string {
  const [number, one] = [formatNumber(inversions.length, language), inversions.length === 1];
  if (language === "nl") {
    if (inversions.length === 0) return "Geen enkele afgewezen aanvraag scoort hoger dan een gehonoreerde.";
    return `${number} afgewezen ${one ? "aanvraag scoort" : "aanvragen scoren"} hoger dan de gehonoreerde aanvraag met de laagste score; bij elk is bekend welke grens ruilen verhindert.`;
  }
  if (inversions.length === 0)
    return "No application that is turned down scores more than one that is awarded.";
  return `${number} ${one ? "application" : "applications"} turned down ${one ? "scores" : "score"} more than the award with the lowest score; for each it is known which limit prevents an exchange.`;
}

/** One group: how many were awarded, and which part of the money it asked for. */
export function groupSentence(
  { round }: Decision,
  { tag, value, applications, awarded, asked, spent }: GroupFigures,
  language: Language,
  titles?: Titles,
): string {
  const title = titles?.groups?.[tag]?.[value];
  const name = title === undefined ? `${value} (${tag})` : title;
  const [given, wanted] = [spent, asked].map((units) => formatAmount(units, round.unit, language));
  const success = formatPercent(awarded / applications, language);
  const share = asked === 0 ? "" : ` (${formatPercent(spent / asked, language)})`;
  const [some, all] = [awarded, applications].map((number) => formatNumber(number, language));
  if (language === "nl")
    return `${name}: ${some} van ${all} ${applications === 1 ? "aanvraag" : "aanvragen"} gehonoreerd (${success}), ${given} van de ${wanted} die zij vroegen${share}.`;
  return `${name}: ${some} of ${all} ${applications === 1 ? "application" : "applications"} awarded (${success}), ${given} of the ${wanted} they asked for${share}.`;
}

/** How evenly the money fell over the groups of one tag; null where nothing was asked or awarded. */
export function evennessSentence(
  groups: readonly GroupFigures[],
  tag: string,
  language: Language,
): string | null {
  const figures = awardedPerAsked(groups.filter((group) => group.tag === tag));
  const [gini, jain] = [giniCoefficient(figures), jainIndex(figures)];
  if (gini === null || jain === null) return null;
  const [unequal, even] = [gini, jain].map((figure) => formatFigure(figure, 3, language));
  return language === "nl"
    ? `Toegekend per gevraagd bedrag, over de groepen van ${tag}: Gini ${unequal} (0 is gelijk), Jain ${even} (1 is gelijk).`
    : `Awarded per amount asked, over the groups of ${tag}: Gini ${unequal} (0 is equal), Jain ${even} (1 is equal).`;
}

/** How many applications could have been treated otherwise in an outcome that is as good. */
export function standingSummary({ all, some, none, unsettled }: Standing, language: Language): string {
  const [inAll, inSome, inNone, open] = [all, some, none, unsettled].map(({ length }) =>
    formatNumber(length, language),
  );
  if (language === "nl") {
    const rest = unsettled.length === 0 ? "" : `; van ${open} is het niet tot het eind uitgezocht`;
    return `${inAll} ${all.length === 1 ? "aanvraag zit" : "aanvragen zitten"} in elke verdeling die evenveel waard is, ${inNone} in geen enkele en ${inSome} in sommige${rest}.`;
  }
  const rest = unsettled.length === 0 ? "" : `; for ${open} it was not worked out to the end`;
  return `${inAll} ${all.length === 1 ? "application is" : "applications are"} in every allocation that is worth as much, ${inNone} in none and ${inSome} in some${rest}.`;
}
