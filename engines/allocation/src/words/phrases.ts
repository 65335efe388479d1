/** Figures and names as they appear in sentences, Dutch and English. */
import type { Language } from "../model/language.js";
import { decimalText, parseDecimal, scaleDecimal, scaledText } from "../reading/decimal.js";

const LOCALE: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };
const CENTS = /^([A-Z]{3})-cent$/;

/** A whole number with the language's grouping. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** An amount in units; cents of a currency become that currency with two decimals, never rounded. */
export function formatAmount(units: number, unit: string, language: Language): string {
  const currency = CENTS.exec(unit)?.[1];
  if (currency === undefined) return `${formatNumber(units, language)} ${unit}`;
  const text = decimalText({ digits: BigInt(units), scale: 2 });
  // A decimal string keeps every cent above 2^53 / 100 as well; the type of `format` lags behind the standard.
  return currencyFormat(currency, language).format(text as unknown as bigint);
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

/** The formatter of a currency, made once: making one takes far longer than using it, and letters use it by the thousand. */
function currencyFormat(currency: string, language: Language): Intl.NumberFormat {
  const key = `${currency}/${language}`;
  const known = currencyFormats.get(key);
  if (known !== undefined) return known;
  const options = { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" } as const;
  const made = new Intl.NumberFormat(LOCALE[language], options);
  currencyFormats.set(key, made);
  return made;
}

/** A score in score units as points. */
export function formatPoints(units: number, scoreScale: number, language: Language): string {
  const text = pointsText(units, scoreScale);
  return pointsFormats[language].format(text as unknown as bigint);
}

const pointsIn = (language: Language) =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 15 });
const pointsFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: pointsIn("nl"),
  en: pointsIn("en"),
};

/** A number of score units as points with their noun: `1 punt`, `2,5 punten`. */
export function countPoints(units: number, scoreScale: number, language: Language): string {
  const noun = language === "nl" ? ["punt", "punten"] : ["point", "points"];
  return `${formatPoints(units, scoreScale, language)} ${noun[units === scoreScale ? 0 : 1]}`;
}

/** A part of a whole as a percentage of one decimal, rounded; for figures that decide nothing. */
export function formatPercent(part: number, language: Language): string {
  return `${formatFigure(100 * part, 1, language)}%`;
}

/** A figure that decides nothing, rounded to some decimals. */
export function formatFigure(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: decimals }).format(value);
}

/** A score in score units as an exact decimal text of points. */
export function pointsText(units: number, scoreScale: number): string {
  return scaledText(BigInt(units), String(scoreScale).length - 1);
}

/** A share such as "0.05" as a percentage. */
export function formatShare(share: string, language: Language): string {
  const { digits, scale } = parseDecimal(share)!;
  const percent = scaledText(digits * 100n, scale);
  return `${language === "nl" ? percent.replace(".", ",") : percent}%`;
}

/** A part such as "0.437512345678" as a percentage of two decimals, which says when it is rounded down. */
export function formatPart(part: string, language: Language): string {
  const hundredths = scaleDecimal(parseDecimal(part)!, 12)! / 10n ** 8n;
  const shown = formatShare(scaledText(hundredths, 4), language);
  if (parseDecimal(part)!.scale <= 4) return shown;
  if (hundredths === 0n) return language === "nl" ? "minder dan 0,01%" : "less than 0.01%";
  return language === "nl" ? `ruim ${shown}` : `just over ${shown}`;
}

/** Names that a programme gives to what a round knows by id; where one is missing, the id is shown. */
export interface Titles {
  /** Per tag and value the name of the group, for instance `theme`, `care`: "early diagnosis and remote care". */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The group a limit is about. */
export function groupName(
  { tag, value }: { readonly tag: string; readonly value: string },
  language: Language,
  titles?: Titles,
): string {
  const title = titles?.groups?.[tag]?.[value];
  if (title !== undefined) return `‘${title}’`;
  return language === "nl" ? `de groep ‘${value}’ (${tag})` : `the group ‘${value}’ (${tag})`;
}

/** The addition that limits a sentence to one budget. */
export function within(budget: string | undefined, language: Language): string {
  if (budget === undefined) return "";
  return language === "nl" ? ` uit budget ${budget}` : ` from budget ${budget}`;
}

/** No more names than this are ever shown in one sentence. */
export const MOST_NAMES = 6;

/** A list in a sentence: `A, B en C`. Long lists name the first five. */
export function listNames(names: readonly string[], language: Language): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  const more = language === "nl" ? `${rest} andere` : `${rest} others`;
  return new Intl.ListFormat(LOCALE[language], { type: "conjunction" }).format(
    rest > 0 ? [...shown, more] : shown,
  );
}
