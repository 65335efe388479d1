/** The arithmetic of a settlement in words. */
import { grounds, type Reduction } from "./grounds.js";
import { type Fraction, whole } from "./model/exact.js";
import type { Line, Localised } from "./model/line.js";
import { money } from "./model/money-text.js";

/** The grant on one cost. */
export function costLine(
  { name, rate }: { readonly name: Localised; readonly rate: Fraction },
  acceptedCents: number,
  grantCents: number,
): Line {
  const part = rateText(rate);
  const [cost, grant] = [money(acceptedCents), money(grantCents)];
  return {
    step: "grant-on-cost",
    text: {
      nl: `${name.nl}: ${part.nl} van ${cost.nl} is ${grant.nl}.`,
      en: `${name.en}: ${part.en} of ${cost.en} is ${grant.en}.`,
    },
    article: "Awb 4:31, 4:46(1)",
    mark: "K",
    result: { unit: "cents", value: grantCents },
  };
}

/** A share as a percentage where that is exact in hundredths, else as a fraction in its lowest terms. */
function rateText({ numerator, denominator }: Fraction): Localised {
  const divisor = greatestCommonDivisor(numerator, denominator);
  const [above, below] = [numerator / divisor, denominator / divisor];
  if (whole % below !== 0) return { nl: `${above}/${below}`, en: `${above}/${below}` };
  const percent = String((above * (whole / below)) / 100);
  return { nl: `${percent.replace(".", ",")}%`, en: `${percent}%` };
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/** A participant's own limit, where it is reached. */
export function limitLine(participant: string, computedCents: number, limitCents: number): Line {
  const [computed, limit] = [money(computedCents), money(limitCents)];
  return {
    step: "participant-limit",
    participant,
    text: {
      nl: `Het bedrag van deze deelnemer is ${computed.nl}; verleend is ten hoogste ${limit.nl}.`,
      en: `The amount of this participant is ${computed.en}; at most ${limit.en} was granted.`,
    },
    article: "Awb 4:31(2)",
    mark: "K",
    result: { unit: "cents", value: limitCents },
  };
}

/** The sum over participants, and the limit of the whole grant where it is reached. */
export function wholeGrant(grantCents: number, computed: number): Line[] {
  const [computedText, grantText] = [money(computed), money(grantCents)];
  const sum: Line = {
    step: "sum",
    text: { nl: `Samen: ${computedText.nl}.`, en: `Together: ${computedText.en}.` },
    article: null,
    mark: null,
    result: { unit: "cents", value: computed },
  };
  if (computed <= grantCents) return [sum];
  return [
    sum,
    {
      step: "grant-limit",
      text: {
        nl: `Er is ten hoogste ${grantText.nl} verleend; het meerdere telt niet mee.`,
        en: `At most ${grantText.en} was granted; what is more does not count.`,
      },
      article: "Awb 4:31(2), 4:46(1)",
      mark: "K",
      result: { unit: "cents", value: grantCents },
    },
  ];
}

/** Where costs do not count. */
export function fixedAmount(grantCents: number): Line {
  const { nl, en } = money(grantCents);
  return {
    step: "fixed-amount",
    text: {
      nl: `Verleend is een vast bedrag van ${nl}; de werkelijke kosten tellen niet mee.`,
      en: `A fixed amount of ${en} was granted; real costs do not count.`,
    },
    article: "Awb 4:46(1)",
    mark: "V",
    result: { unit: "cents", value: grantCents },
  };
}

/** A reduction with its ground. @param cents what it really took away */
export function reductionLine(reduction: Reduction, cents: number): Line {
  const ground = grounds[reduction.ground];
  const amount = money(cents);
  const [nl, en] =
    reduction.kind === "costs"
      ? ["van de kosten af", "off the costs"]
      : ["van de subsidie af", "off the grant"];
  return {
    step: "reduction",
    text: {
      nl: `${ground.nl} ${amount.nl} gaat ${nl}: ${reduction.reason}`,
      en: `${ground.en} ${amount.en} is taken ${en}: ${reduction.reason}`,
    },
    article: `Awb ${reduction.ground}`,
    mark: reduction.ground === "4:46(3)" ? "V" : "K",
    result: { unit: "cents", value: -cents },
  };
}

/** The amount settled, what was paid, and what is left to pay or to recover. */
export function conclusion(
  initiative: "recipient" | "authority",
  settledCents: number,
  paidCents: number,
): Line[] {
  const balance = settledCents - paidCents;
  const [settled, paid, rest] = [money(settledCents), money(paidCents), money(Math.abs(balance))];
  const cents = (value: number) => ({ unit: "cents" as const, value });
  const lines: Line[] = [
    {
      step: "settled",
      text: {
        nl: `De subsidie wordt vastgesteld op ${settled.nl}.`,
        en: `The grant is settled at ${settled.en}.`,
      },
      article: initiative === "authority" ? "Awb 4:46, 4:47" : "Awb 4:46",
      mark: "K",
      result: cents(settledCents),
    },
    {
      step: "paid",
      text: {
        nl: `Aan voorschotten is ${paid.nl} betaald; dat wordt verrekend.`,
        en: `Advances of ${paid.en} were paid; they are set off.`,
      },
      article: "Awb 4:95(4)",
      mark: "K",
      result: cents(-paidCents),
    },
  ];
  if (balance >= 0)
    lines.push({
      step: "to-pay",
      text: { nl: `Nog te betalen: ${rest.nl}.`, en: `Still to be paid: ${rest.en}.` },
      article: "Awb 4:52, 4:87",
      mark: "K",
      result: cents(balance),
    });
  else
    lines.push({
      step: "to-recover",
      text: { nl: `Terug te vorderen: ${rest.nl}.`, en: `To be recovered: ${rest.en}.` },
      article: "Awb 4:57, 4:95(4)",
      mark: "K",
      result: cents(balance),
    });
  return lines;
}
