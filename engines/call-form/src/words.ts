/** Amounts, numbers, shares and moments in sentences; written out here so that every machine writes the same. */
import type { Localised } from "./definition/localised.js";

const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, separator);

/** Cents as euros: `€ 12.500` or `€ 12.500,50`; in English `€12,500`. */
export function moneyWords(cents: number): Localised {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const sign = cents < 0 ? "-" : "";
  const [euros, rest] = [digits.slice(0, -2), digits.slice(-2)];
  const nl = `${grouped(euros, ".")}${rest === "00" ? "" : `,${rest}`}`;
  const en = `${grouped(euros, ",")}${rest === "00" ? "" : `.${rest}`}`;
  return { nl: `€ ${sign}${nl}`, en: `${sign}€${en}` };
}

/** A number with the decimal mark of the language. */
export function numberWords(value: number): Localised {
  const [whole = "0", decimals] = String(Math.abs(value)).split(".");
  const sign = value < 0 ? "-" : "";
  const tail = (mark: string) => (decimals === undefined ? "" : `${mark}${decimals}`);
  return { nl: `${sign}${grouped(whole, ".")}${tail(",")}`, en: `${sign}${grouped(whole, ",")}${tail(".")}` };
}

/** Basis points as a percentage: 2,550 is `25,5%`. */
export function basisPointWords(points: number): Localised {
  const { nl, en } = numberWords(Number(`${points}e-2`));
  return { nl: `${nl}%`, en: `${en}%` };
}

/** An exact share as a percentage: "0.05" is `5%`. */
export function shareWords(share: string): Localised {
  const { nl, en } = numberWords(Number(`${share}e2`));
  return { nl: `${nl}%`, en: `${en}%` };
}

const MONTHS: Localised = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  en: "January February March April May June July August September October November December",
};

/** A day or moment as it was written, with its own clock: `15 januari 2027, 09:00`. */
export function momentWords(written: string): Localised {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(written) ?? [];
  if (year === undefined) return { nl: written, en: written };
  const say = (language: keyof Localised) =>
    `${Number(day)} ${MONTHS[language].split(" ")[Number(month) - 1]} ${year}${time === undefined ? "" : `, ${time}`}`;
  return { nl: say("nl"), en: say("en") };
}
