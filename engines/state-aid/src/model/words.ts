import type { Localised } from "./common.js";

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}

function amount(cents: number, separator: string, decimal: string): string {
  const whole = Math.trunc(Math.abs(cents) / 100).toString();
  const rest = (Math.abs(cents) % 100).toString().padStart(2, "0");
  return `${cents < 0 ? "-" : ""}${grouped(whole, separator)}${rest === "00" ? "" : `${decimal}${rest}`}`;
}

/** An amount in words of both languages: `€ 1.234,50` and `€1,234.50`; whole euros without decimals. */
export function euro(cents: number): Localised {
  return { nl: `€\u00a0${amount(cents, ".", ",")}`, en: `€${amount(cents, ",", ".")}` };
}

function decimal(basisPoints: number): string {
  const text = (basisPoints / 100).toFixed(2).replace(/\.?0+$/, "");
  return text;
}

/** A rate in both languages: `12,5%` and `12.5%`. */
export function percent(basisPoints: number): Localised {
  return { nl: `${decimal(basisPoints).replace(".", ",")}%`, en: `${decimal(basisPoints)}%` };
}

/** A number of percentage points in both languages. */
export function points(basisPoints: number): Localised {
  return {
    nl: `${decimal(basisPoints).replace(".", ",")} procentpunt`,
    en: `${decimal(basisPoints)} percentage points`,
  };
}

/** Fills `{name}` in both languages with values that may differ per language. */
export function fill(text: Localised, values: Readonly<Record<string, Localised | string>>): Localised {
  const put = (language: "nl" | "en") =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`The text has no value for {${name}}.`);
      return typeof value === "string" ? value : value[language];
    });
  return { nl: put("nl"), en: put("en") };
}

const MONTHS: Readonly<Record<keyof Localised, readonly string[]>> = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** A day in words: `15 maart 2027` and `15 March 2027`. */
export function dayWords(date: string): Localised {
  const [year = "", month, day] = date.split("-");
  const say = (language: keyof Localised) => `${Number(day)} ${MONTHS[language][Number(month) - 1]} ${year}`;
  return { nl: say("nl"), en: say("en") };
}
