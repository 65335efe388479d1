/** Days, amounts and shares as letters write them. */
import { formatAmount, formatPoints, type Language } from "@voorsprong/allocation";

const locales: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

const daysIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Made once: making a formatter takes longer than writing a paragraph. */
const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: daysIn(locales.nl),
  en: daysIn(locales.en),
};

/** A day in words: `1 maart 2027`, `1 March 2027`. @param day `YYYY-MM-DD` */
export function dayText(day: string, language: Language): string {
  return days[language].format(new Date(`${day}T00:00:00Z`));
}

/** An amount in euros; cents only where there are any. */
export const money = (cents: number, language: Language): string => formatAmount(cents, "EUR-cent", language);

/** Hundredths of a point as points. */
export const points = (hundredths: number, language: Language): string =>
  formatPoints(hundredths, 100, language);

/** Basis points as a percentage. */
export const share = (basisPoints: number, language: Language): string =>
  `${formatPoints(basisPoints, 100, language)}%`;

/** A text of the reckoning of a term with its days in words. */
export const withDays = (text: string, language: Language): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayText(day, language));
