/** Money, shares, figures and years as they are written in a programme file, read exactly. */
import * as z from "zod";
import type { Quantity } from "../vocabulary.js";

const MONEY = /^EUR (0|[1-9]\d{0,13})(?:\.(\d{2}))?$/;
const PERCENT = /^(0|[1-9]\d{0,8})(?:\.(\d{1,12}))?%$/;
const SHARE = /^(?:0(?:\.\d{1,12})?|1(?:\.0{1,12})?)$/;

const MONEY_HINT = "money as `EUR 500000000` or `EUR 12.50`: no separators, at most EUR 90071992547409.91";
const SHARE_HINT =
  "a share from 0% to 100%, as `5%`, `2.5%` or `0.05`, with at most 12 decimals as a fraction";
const QUANTITY_HINT = "a figure: money (`EUR 500000000`), a percentage (`2.5%`) or a whole number (`27000`)";

/** Reads `EUR 12.50` as integer cents; null when it is not money or too large to be exact in a JSON number. */
export function parseMoney(written: string): number | null {
  const match = MONEY.exec(written);
  if (match === null) return null;
  const cents = BigInt(match[1]!) * 100n + BigInt(match[2] ?? "0");
  return cents <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(cents) : null;
}

/** A decimal number of digits without zeros that say nothing: "0.50" becomes "0.5", "1.0" becomes "1". */
function canonicalDecimal(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, "");
  const integer = whole.replace(/^0+(?=\d)/, "");
  return digits === "" ? integer : `${integer}.${digits}`;
}

/** Reads `5%` or `0.05` as the canonical decimal "0.05"; null when it is no share or has over 12 decimals. */
export function parseShare(written: string): string | null {
  let fraction = written;
  const percent = PERCENT.exec(written);
  if (percent !== null) {
    // Dividing by a hundred is moving the point two places, which is exact on text and is not on floats.
    const whole = percent[1]!.padStart(3, "0");
    fraction = canonicalDecimal(whole.slice(0, -2), whole.slice(-2) + (percent[2] ?? ""));
  }
  if (!SHARE.test(fraction)) return null;
  const [whole, decimals] = fraction.split(".");
  return canonicalDecimal(whole!, decimals ?? "");
}

/** Reads `2.5%` as the canonical decimal "2.5"; null when it is not a percentage. */
function parsePercent(written: string): string | null {
  const match = PERCENT.exec(written);
  return match === null ? null : canonicalDecimal(match[1]!, match[2] ?? "");
}

/** A transform that reports `hint` where `read` answers null. */
function reading<In, Out>(read: (written: In) => Out | null, hint: string) {
  return (written: In, context: z.RefinementCtx<In>): Out => {
    const value = read(written);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: hint, input: written });
    return z.NEVER;
  };
}

/** Money; becomes integer cents. */
export const money = z
  .string({ error: MONEY_HINT })
  .regex(MONEY, { error: MONEY_HINT, abort: true })
  .transform(reading(parseMoney, MONEY_HINT))
  .meta({ id: "Money", description: "Euros, exact: `EUR 500000000` or `EUR 12.50`." });

/** A share; becomes a canonical decimal string. A bare 0 or 1 is a number in YAML. */
export const share = z
  .union(
    [
      z
        .string()
        .regex(/^[0-9]+(?:\.[0-9]+)?%?$/)
        .transform(reading(parseShare, SHARE_HINT)),
      z
        .number()
        .min(0)
        .max(1)
        .transform(reading((value: number) => parseShare(String(value)), SHARE_HINT)),
    ],
    { error: SHARE_HINT },
  )
  .meta({ id: "Share", description: "A share from 0 to 1: `5%`, `2.5%` or `0.05`; exact, never rounded." });

/** A figure with its unit. */
export const quantity = z
  .union(
    [
      z
        .string()
        .regex(/^(?:EUR .*|.*%)$/)
        .transform(
          reading((written: string): Quantity | null => {
            const cents = parseMoney(written);
            if (cents !== null) return { unit: "EUR-cent", value: cents };
            const percent = parsePercent(written);
            return percent === null ? null : { unit: "percent", value: percent };
          }, QUANTITY_HINT),
        ),
      z
        .int()
        .min(0)
        .transform((value): Quantity => ({ unit: "count", value })),
    ],
    { error: QUANTITY_HINT },
  )
  .meta({ id: "Quantity", description: "Money (`EUR 500000000`), a percentage (`2.5%`) or a whole number." });

const YEAR_HINT = "a calendar year from 2000 to 2100";

/** A calendar year. */
export const year = z
  .int({ error: YEAR_HINT })
  .min(2000, { error: YEAR_HINT })
  .max(2100, { error: YEAR_HINT })
  .meta({ id: "Year", description: "A calendar year." });

const COUNT_HINT = "a whole number, 0 or more";

/** A number of things. */
export const count = z.int({ error: COUNT_HINT }).min(0, { error: COUNT_HINT });
