/** Statutory interest on a debt, compounded after each whole year (BW 6:119(2)), exact until it is rounded. */
import { addMonths, type Day, daysBetween, LegalTimeError } from "../calendar/day.js";
import type { Assumption, Step } from "../text.js";
import type { InterestRate } from "./rates.js";

export const interestCountingAssumption: Assumption = {
  id: "interest-counting",
  text: {
    nl: "Rente per dag: het jaarpercentage gedeeld door 365, in een schrikkeljaar door 366. De eerste dag van verzuim telt mee, de dag van betaling niet. Per vol jaar en aan het eind wordt op hele centen afgerond (een halve cent naar boven).",
    en: "Interest per day: the yearly rate divided by 365, in a leap year by 366. The first day of default counts, the day of payment does not. Rounded to whole cents after each full year and at the end (half a cent upwards).",
  },
};

/** Interest over a time, with its parts. */
export interface Interest {
  /** The whole interest in cents. */
  readonly cents: number;
  /** One per stretch of days with the same base, rate and length of year; each rounded for reading only. */
  readonly steps: readonly Step[];
}

/** What interest is counted over. */
export interface InterestInput {
  /** The debt in cents, 0 or more. */
  readonly cents: number;
  /** The first day interest is due: the first day of default (Awb 4:97, 4:98). */
  readonly from: Day;
  /** The day of payment: interest is due up to and not including it. */
  readonly until: Day;
  readonly rates: readonly InterestRate[];
}

/** 10,000 basis points times both lengths of a year: a denominator every part shares. */
const denominator = 10_000n * 365n * 366n;

/**
 * Interest due on one debt that stays the same; see `interestCountingAssumption` for days and rounding.
 * @throws LegalTimeError for a first day that no rate covers, or an amount that is no whole number of cents
 */
export function statutoryInterest({ cents, from, until, rates }: InterestInput): Interest {
  if (!Number.isSafeInteger(cents) || cents < 0)
    throw new LegalTimeError(`a debt is a whole number of cents, 0 or more, not ${cents}`);
  const sorted = [...rates].sort((one, other) => (one.from < other.from ? -1 : 1));
  let base = BigInt(cents);
  const steps: Step[] = [];
  for (let year = 1, start = from; start < until; year += 1) {
    const anniversary = addMonths(from, 12 * year);
    const end = until < anniversary ? until : anniversary;
    let grown = 0n;
    for (const part of stretches(start, end, sorted)) {
      const share = base * BigInt(part.basisPoints) * BigInt(part.days) * (part.leap ? 365n : 366n);
      grown += share;
      steps.push(stretchStep(base, part, half(share)));
    }
    const added = half(grown);
    base += added;
    if (end === anniversary && end < until)
      steps.push({
        text: {
          nl: `Na een vol jaar telt de rente mee: vanaf ${end} loopt rente over ${euros(base, "nl")}.`,
          en: `After a full year the interest is added: from ${end} interest runs on ${euros(base, "en")}.`,
        },
        article: "BW 6:119(2)",
        day: end,
      });
    start = end;
  }
  return { cents: Number(base - BigInt(cents)), steps };
}

/**
 * Interest under this amount is not due to the authority (Awb 4:98(2)).
 */
export const leastInterestCents = 2_000;

interface Stretch {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
  readonly basisPoints: number;
  readonly leap: boolean;
}

/** Cuts [start, end) where the rate or the calendar year changes. */
function* stretches(start: Day, end: Day, rates: readonly InterestRate[]): Generator<Stretch> {
  for (let at = start; at < end; ) {
    const rate = rates.findLast(({ from }) => from <= at);
    if (rate === undefined) throw new LegalTimeError(`no rate of statutory interest is known for ${at}`);
    const year = Number(at.slice(0, 4));
    const next = rates.find(({ from }) => from > at)?.from ?? end;
    const until = [end, next, `${year + 1}-01-01`].reduce((one, other) => (one < other ? one : other));
    yield {
      from: at,
      until,
      days: daysBetween(at, until),
      basisPoints: rate.basisPoints,
      leap: daysBetween(`${year}-01-01`, `${year + 1}-01-01`) === 366,
    };
    at = until;
  }
}

/** Rounds a numerator over the shared denominator to whole cents, half a cent upwards. */
function half(numerator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function stretchStep(base: bigint, { from, until, days, basisPoints, leap }: Stretch, cents: bigint): Step {
  const percent = (basisPoints / 100).toString();
  const year = leap ? 366 : 365;
  return {
    text: {
      nl: `Van ${from} tot ${until}: ${days}/${year} van ${percent.replace(".", ",")}% over ${euros(base, "nl")}.`,
      en: `From ${from} until ${until}: ${days}/${year} of ${percent}% on ${euros(base, "en")}.`,
    },
    article: "BW 6:119, 6:120",
    cents: Number(cents),
  };
}

function euros(cents: bigint, language: "nl" | "en"): string {
  const [thousands, decimal] = language === "nl" ? [".", ","] : [",", "."];
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return `${language === "nl" ? "€" : "EUR"} ${whole}${decimal}${(cents % 100n).toString().padStart(2, "0")}`;
}
