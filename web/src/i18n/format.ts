/** Numbers, money and moments in the language of the page. Dutch time, whatever the reader's clock says. */
import { type Language, LOCALES, useLanguage } from "./language.js";

const TIME_ZONE = "Europe/Amsterdam";

/** The ISO 4217 code of a unit such as `EUR-cent`; null when the unit is not money in cents. */
function currencyOf(unit: string): string | null {
  return /^([A-Z]{3})-cent$/.exec(unit)?.[1] ?? null;
}

/** A whole number of cents as a decimal string, so that no digit is lost on the way to `Intl`. */
function decimal(cents: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}` as Intl.StringNumericLiteral;
}

/** The formatters of one language. */
export interface Format {
  /** A number with its decimals as they are, at most `decimals` (default 3). */
  number(value: number, decimals?: number): string;
  /** A decimal string with all of its digits. */
  decimal(value: string): string;
  /** A share from 0 to 1 as a percentage, at most `decimals` (default 1). */
  percent(share: number, decimals?: number): string;
  /** Exact money: `€ 12.345,67`; whole euros without decimals. `unit` as in a round, default `EUR-cent`. */
  money(cents: number, unit?: string): string;
  /** Money in words for headlines and pictures: `€ 412,3 miljoen`. Below a million it is exact. */
  moneyShort(cents: number, unit?: string): string;
  /** A day: 1 februari 2027. Takes an ISO moment or day. */
  date(iso: string): string;
  /** A day and time: 1 februari 2027 om 09:30. */
  dateTime(iso: string): string;
  /** Words joined as a list: a, b en c. */
  list(items: readonly string[]): string;
}

function make(language: Language): Format {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: TIME_ZONE });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: TIME_ZONE,
  });
  const compact = new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumFractionDigits: 1,
  });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });

  function number(value: number, decimals = 3): string {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
  }
  function money(cents: number, unit = "EUR-cent"): string {
    const currency = currencyOf(unit);
    if (currency === null) return number(cents);
    const whole = cents % 100 === 0;
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: whole ? 0 : 2,
      maximumFractionDigits: whole ? 0 : 2,
    }).format(decimal(cents));
  }
  return {
    number,
    decimal: (value) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral),
    percent: (share, decimals = 1) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: decimals }).format(share),
    money,
    moneyShort(cents, unit = "EUR-cent") {
      const currency = currencyOf(unit);
      if (currency === null) return Math.abs(cents) < 1_000_000 ? number(cents) : compact.format(cents);
      if (Math.abs(cents) < 100_000_000) return money(cents, unit);
      // Intl shortens the word beside a currency sign ("mln."), so the sign and the number are made apart.
      const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0);
      const sign = parts.find((part) => part.type === "currency")?.value ?? currency;
      const space = parts.some((part) => part.type === "literal") ? "\u00a0" : "";
      return `${sign}${space}${compact.format(cents / 100).replace(" ", "\u00a0")}`;
    },
    date: (iso) => day.format(new Date(iso)),
    dateTime: (iso) => moment.format(new Date(iso)),
    list: (items) => list.format(items),
  };
}

/** Formatters per language, made once: `Intl` objects are costly to build. */
export const FORMATS: Readonly<Record<Language, Format>> = { nl: make("nl"), en: make("en") };

/** The formatters of the language of the page. */
export function useFormat(): Format {
  return FORMATS[useLanguage()];
}
