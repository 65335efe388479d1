/**
 * A debt with statutory interest on which payments come in (BW 6:119, Awb 4:92, 4:98): exact until it is rounded.
 */
import { addMonths, type Day, daysBetween, LegalTimeError, latest } from "../calendar/day.js";
import type { Assumption, Step } from "../text.js";
import type { InterestRate } from "./rates.js";

export const interestCountingAssumption: Assumption = {
  id: "interest-counting",
  text: {
    nl: "Rente per dag: het jaarpercentage gedeeld door 365, in een schrikkeljaar door 366. De eerste dag van verzuim telt mee, de dag van betaling niet. Per vol jaar, bij een betaling en aan het eind wordt op hele centen afgerond (een halve cent naar boven). Een betaling gaat eerst af van de rente, dan van de schuld (Awb 4:92).",
    en: "Interest per day: the yearly rate divided by 365, in a leap year by 366. The first day of default counts, the day of payment does not. Rounded to whole cents after each full year, at a payment and at the end (half a cent upwards). A payment first pays the interest, then the debt (Awb 4:92).",
  },
};

/** Interest under this amount at a payment is not due to the authority (Awb 4:98(2)). */
export const leastInterestCents = 2_000;

/** What interest is counted over. */
export interface DebtInput {
  /** The debt in cents, 0 or more. */
  readonly cents: number;
  /** The first day interest is due: the first day of default (Awb 4:97, 4:98). */
  readonly from: Day;
  /** Interest is counted up to and not including this day. */
  readonly until: Day;
  readonly rates: readonly InterestRate[];
  /** What came in, in any order; what comes before `from` or after `until` counts as on that day. */
  readonly payments?: readonly { readonly day: Day; readonly cents: number }[];
  /** Interest below this amount at a payment lapses (default 0: none lapses); see `leastInterestCents`. */
  readonly leastInterest?: number;
}

/** A debt as it stands at the end. */
export interface Debt {
  /** What is left of the debt itself. */
  readonly principalCents: number;
  /** Interest that is still to be paid. */
  readonly interestCents: number;
  /** All interest that grew and did not lapse, paid or not. */
  readonly grownCents: number;
  /** What was paid beyond debt and interest. */
  readonly overpaidCents: number;
  readonly steps: readonly Step[];
}

/** 10,000 basis points times both lengths of a year: a denominator every part shares. */
const denominator = 10_000n * 365n * 366n;

/**
 * How a debt stands; see `interestCountingAssumption` for days, rounding and the order of payment.
 * @throws LegalTimeError for a day that no rate covers, or an amount that is no whole number of cents
 */
export function debtStatement(input: DebtInput): Debt {
  const { cents, from, leastInterest = 0 } = input;
  const until = latest(from, input.until);
  for (const amount of [cents, ...(input.payments ?? []).map((payment) => payment.cents)])
    if (!Number.isSafeInteger(amount) || amount < 0)
      throw new LegalTimeError(`a debt or payment is a whole number of cents, 0 or more, not ${amount}`);
  const rates = [...input.rates].sort((one, other) => (one.from < other.from ? -1 : 1));
  const payments = (input.payments ?? [])
    .map((payment) => ({
      ...payment,
      received: payment.day,
      day: payment.day < from ? from : payment.day > until ? until : payment.day,
    }))
    .sort((one, other) => (one.received < other.received ? -1 : one.received > other.received ? 1 : 0));
  const steps: Step[] = [];
  let principal = BigInt(cents);
  let compounded = 0n; // interest that bears interest
  let pending = 0n; // interest of the running year, rounded
  let grown = 0n;
  let overpaid = 0n;

  const accrue = (start: Day, end: Day) => {
    let share = 0n;
    for (const part of stretches(start, end, rates)) {
      const base = principal + compounded;
      if (base === 0n) break;
      const added = base * BigInt(part.basisPoints) * BigInt(part.days) * (part.leap ? 365n : 366n);
      share += added;
      steps.push(stretchStep(base, part, half(added)));
    }
    pending += half(share);
    grown += half(share);
  };
  const compound = (day: Day) => {
    if (pending === 0n) return;
    compounded += pending;
    pending = 0n;
    const base = principal + compounded;
    steps.push({
      text: {
        nl: `Na een vol jaar telt de rente mee: vanaf ${day} loopt rente over ${euros(base, "nl")}.`,
        en: `After a full year the interest is added: from ${day} interest runs on ${euros(base, "en")}.`,
      },
      article: "BW 6:119(2)",
      day,
    });
  };
  const pay = (day: Day, amount: bigint) => {
    const due = compounded + pending;
    if (due > 0n && due < BigInt(leastInterest)) {
      grown -= due;
      compounded = 0n;
      pending = 0n;
      steps.push({
        text: {
          nl: `De rente van ${euros(due, "nl")} is bij deze betaling lager dan ${euros(BigInt(leastInterest), "nl")} en hoeft niet te worden betaald.`,
          en: `The interest of ${euros(due, "en")} is below ${euros(BigInt(leastInterest), "en")} at this payment and need not be paid.`,
        },
        article: "Awb 4:98(2)",
        day,
      });
    }
    const oldest = smaller(amount, compounded);
    const running = smaller(amount - oldest, pending);
    const debt = smaller(amount - oldest - running, principal);
    compounded -= oldest;
    pending -= running;
    principal -= debt;
    overpaid += amount - oldest - running - debt;
    const [interest, left] = [oldest + running, principal + compounded + pending];
    steps.push({
      text: {
        nl: `Betaald op ${day}: ${euros(amount, "nl")}, waarvan ${euros(interest, "nl")} rente. Er blijft ${euros(left, "nl")} open.`,
        en: `Paid on ${day}: ${euros(amount, "en")}, of which ${euros(interest, "en")} interest. ${euros(left, "en")} remains.`,
      },
      article: "Awb 4:92",
      day,
      cents: Number(amount),
    });
  };

  let at = from;
  for (let year = 1, next = 0; at < until || next < payments.length; ) {
    const anniversary = addMonths(from, 12 * year);
    const payment = payments[next];
    const stop = [until, anniversary, ...(payment === undefined ? [] : [payment.day])].reduce(earlier);
    accrue(at, stop);
    at = stop;
    if (at === anniversary && at < until) {
      compound(at);
      year += 1;
    }
    for (let due = payments[next]; due !== undefined && due.day === at; due = payments[next]) {
      pay(due.received, BigInt(due.cents));
      next += 1;
    }
  }
  return {
    principalCents: Number(principal),
    interestCents: Number(compounded + pending),
    grownCents: Number(grown),
    overpaidCents: Number(overpaid),
    steps,
  };
}

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
    const until = [end, next, `${year + 1}-01-01`].reduce(earlier);
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

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);

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
