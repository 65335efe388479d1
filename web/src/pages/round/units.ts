/** Scores and tags as a reader sees them. */
import type { Language, Titles } from "@voorsprong/allocation";
import type { FundView, Localised, RoundView } from "@voorsprong/server/contract";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.js";
import { LOCALES, useLanguage } from "../../i18n/language.js";
import { useRoundTexts } from "../../i18n/round.js";
import { useLocalised } from "../../i18n/texts.js";

/**
 * Score units as an exact decimal string of points.
 * @param scoreScale a power of ten; one unit is 1/scoreScale points
 */
export function pointsText(units: number, scoreScale: number): string {
  const decimals = String(scoreScale).length - 1;
  if (decimals === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${units < 0 ? "-" : ""}${digits.slice(0, -decimals)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** How the figures of one round are written. */
export interface RoundFormat {
  /** Exact amount. */
  readonly money: (units: number) => string;
  /** Amount in words for headlines and pictures. */
  readonly moneyShort: (units: number) => string;
  /** Amount without its sign, rounded, for places with little room: `18,7 mln.` */
  readonly moneyTiny: (units: number) => string;
  readonly points: (units: number) => string;
  readonly count: (value: number) => string;
}

/** Short numbers in the language of the page. */
function useCompact(): Intl.NumberFormat {
  const locale = LOCALES[useLanguage()];
  return useMemo(
    () => new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }),
    [locale],
  );
}

/** Formatters for the unit and the score scale of a round. */
export function useRoundFormat({ unit, scoreScale }: { unit: string; scoreScale: number }): RoundFormat {
  const format = useFormat();
  const compact = useCompact();
  return {
    moneyTiny: (units) => compact.format(/-cent$/.test(unit) ? units / 100 : units),
    money: (units) => format.money(units, unit),
    moneyShort: (units) => format.moneyShort(units, unit),
    points: (units) => format.decimal(pointsText(units, scoreScale)),
    count: (value) => format.number(value),
  };
}

/** Names of tags and of their values; a fund gives its own values a title. */
export interface TagNames {
  readonly tag: (tag: string) => string;
  readonly value: (tag: string, value: string) => string;
}

/** The names that a fund gives to the values of its tags, as the engine's sentences take them. */
export function titlesOf(fund: FundView | undefined): Readonly<Record<Language, Titles>> {
  const named = (language: Language) =>
    Object.fromEntries(
      (["theme", "region", "size"] as const).map((tag) => [
        tag,
        Object.fromEntries(titledValues(fund, tag).map(({ id, title }) => [id, title[language]])),
      ]),
    );
  return { nl: { groups: named("nl") }, en: { groups: named("en") } };
}

/** Finds the fund's titles of a tag's values. */
function titledValues(fund: FundView | undefined, tag: string): readonly { id: string; title: Localised }[] {
  if (tag === "theme") return fund?.themes ?? [];
  if (tag === "region") return fund?.regions ?? [];
  return tag === "size" ? (fund?.sizes ?? []) : [];
}

/** Names for the tags of a round. */
export function useTagNames(fund: FundView | undefined): TagNames {
  const t = useRoundTexts();
  const localised = useLocalised();
  return {
    tag: (tag) => (t.tags as Readonly<Record<string, string>>)[tag] ?? tag,
    value: (tag, value) => {
      const title = titledValues(fund, tag).find(({ id }) => id === value)?.title;
      return title === undefined ? value : localised(title);
    },
  };
}

/** A part of what was asked as a percentage, rounded down to two decimals: `41,23%`. */
export function usePart(): (part: string) => string {
  const { percent } = useFormat();
  return (part) => percent(Math.floor(Number(part) * 10_000) / 10_000, 2);
}

/** When an application was complete: a day, or a moment to the second. */
export function useReceived(): (received: string) => string {
  const { date, dateTime } = useFormat();
  return (received) => (received.includes("T") ? dateTime(received) : date(received));
}

/** The first letter as a capital, for sentence parts that stand alone. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What every part of the page is given. */
export interface RoundContext {
  readonly round: RoundView;
  readonly fund: FundView | undefined;
}
