/** Terms of the law: counted from the day after a fact, extended by the Algemene termijnenwet where it applies. */
import { addDays, addMonths, type Day, daysBetween, LegalTimeError } from "./calendar/day.js";
import {
  isWorkingDay,
  type LegalCalendar,
  plainCalendar,
  restDay,
  workingDayFrom,
} from "./calendar/holidays.js";
import type { Localised, Step } from "./text.js";

/** A length of time as the law writes it. */
export interface Period {
  /** A positive whole number. */
  readonly count: number;
  readonly unit: "days" | "weeks" | "months" | "years";
}

/** A term with its end and how that end was found. */
export interface Term {
  /** The first day that counts: the day after the fact. */
  readonly starts: Day;
  /** The end by counting alone. */
  readonly counted: Day;
  /** The last day, after suspension and extension. */
  readonly ends: Day;
  readonly steps: readonly Step[];
}

/** How a term is counted. */
export interface TermOptions {
  readonly calendar?: LegalCalendar;
  /** Days by which the term stands still; the end moves by as many (default 0). */
  readonly suspendedDays?: number;
  /** The article the term stands in, for the first step. */
  readonly article: string;
  /** The article by which it stands still (default Awb 4:15). */
  readonly suspensionArticle?: string;
}

/**
 * The last day of a term by counting alone.
 * @param from the day of the fact, which itself does not count
 */
export function countedEnd(from: Day, { count, unit }: Period): Day {
  if (!Number.isInteger(count) || count < 1)
    throw new LegalTimeError(`a period is 1 or more ${unit}, not ${count}`);
  if (unit === "days") return addDays(from, count);
  if (unit === "weeks") return addDays(from, 7 * count);
  return addMonths(from, unit === "months" ? count : 12 * count);
}

/**
 * Whether the Algemene termijnenwet extends a period of this length: not one of more than 90 days, twelve weeks or
 * three months, nor one in years (art. 4(a)).
 */
export function isExtendable({ count, unit }: Period): boolean {
  if (unit === "days") return count <= 90;
  if (unit === "weeks") return count <= 12;
  return unit === "months" && count <= 3;
}

/**
 * A statutory term that runs forward from a fact (Algemene termijnenwet, art. 1, 2 and 4). Terms counted back from a
 * moment are not extended (art. 1(2)).
 *
 * @param from the day of the fact, for instance of sending or receipt
 */
export function term(from: Day, period: Period, options: TermOptions): Term {
  const { calendar = plainCalendar, suspendedDays = 0, article, suspensionArticle = "Awb 4:15" } = options;
  const starts = addDays(from, 1);
  const counted = countedEnd(from, period);
  const steps: Step[] = [
    {
      text: {
        nl: `${periodText(period).nl}, te tellen vanaf de dag na ${from}, eindigt op ${counted}.`,
        en: `${periodText(period).en}, counted from the day after ${from}, ends on ${counted}.`,
      },
      article,
      day: counted,
    },
  ];
  let ends = counted;
  if (suspendedDays > 0) {
    ends = addDays(counted, suspendedDays);
    const [nl, en] = [suspendedDays === 1 ? "dag" : "dagen", suspendedDays === 1 ? "day" : "days"];
    steps.push({
      text: {
        nl: `De termijn stond ${suspendedDays} ${nl} stil en eindigt daarom op ${ends}.`,
        en: `The term stood still for ${suspendedDays} ${en} and therefore ends on ${ends}.`,
      },
      article: suspensionArticle,
      day: ends,
    });
  }
  const length = daysBetween(from, counted);
  const extended = isExtendable(period) ? extension({ starts, ends, length }, calendar) : null;
  return extended === null
    ? { starts, counted, ends, steps }
    : { starts, counted, ends: extended.ends, steps: [...steps, extended] };
}

/** The extension of a term; null when it needs none. `length` is what the law gives, in days. */
function extension(
  { starts, ends: end, length }: { starts: Day; ends: Day; length: number },
  calendar: LegalCalendar,
): (Step & { ends: Day }) | null {
  const reason = restDay(end, calendar);
  const next = workingDayFrom(end, calendar);
  if (length >= 3 && !hasTwoWorkingDays(starts, next, calendar)) {
    const ends = workingDayFrom(addDays(next, 1), calendar);
    return {
      text: {
        nl: `In de termijn moeten ten minste twee werkdagen vallen: zij loopt door tot en met ${ends}.`,
        en: `The term must contain at least two working days: it runs on to ${ends}.`,
      },
      article: "Algemene termijnenwet 2",
      day: ends,
      ends,
    };
  }
  if (reason === null) return null;
  return {
    text: {
      nl: `${end} is ${reason.nl}: de termijn loopt door tot en met ${next}.`,
      en: `${end} is ${reason.en}: the term runs on to ${next}.`,
    },
    article: "Algemene termijnenwet 1(1)",
    day: next,
    ends: next,
  };
}

function hasTwoWorkingDays(starts: Day, ends: Day, calendar: LegalCalendar): boolean {
  let working = 0;
  for (let day = starts; day <= ends && working < 2; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) working += 1;
  return working === 2;
}

const unitTexts: Record<Period["unit"], { one: Localised; more: Localised }> = {
  days: { one: { nl: "dag", en: "day" }, more: { nl: "dagen", en: "days" } },
  weeks: { one: { nl: "week", en: "week" }, more: { nl: "weken", en: "weeks" } },
  months: { one: { nl: "maand", en: "month" }, more: { nl: "maanden", en: "months" } },
  years: { one: { nl: "jaar", en: "year" }, more: { nl: "jaar", en: "years" } },
};

/** A period in words: `6 weken`, `6 weeks`. */
export function periodText({ count, unit }: Period): Localised {
  const { nl, en } = count === 1 ? unitTexts[unit].one : unitTexts[unit].more;
  return { nl: `${count} ${nl}`, en: `${count} ${en}` };
}
