/**
 * Decimal numbers as text, exactly. Shares, money in files and benchmark coefficients are decimals; going through
 * binary fractions would change them.
 */

/** The decimal `digits / 10^scale`; `scale` is 0 or more. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads a decimal such as `-12.50` or `1e-7`; null when the text is not one. Trailing zeros of the fraction go. */
export function parseDecimal(text: string): Decimal | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const written = `${whole}${fraction}`;
  let scale = fraction.length - Number(exponent);
  let end = written.length;
  for (; scale > 0 && written[end - 1] === "0"; scale -= 1) end -= 1;
  let digits = BigInt(written.slice(0, end));
  if (digits === 0n) scale = 0;
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return { digits: sign === "-" ? -digits : digits, scale };
}

/** The decimal times `10^places` as a whole number; null when that leaves a fraction. */
export function scaleDecimal(value: Decimal, places: number): bigint | null {
  return value.scale > places ? null : value.digits * 10n ** BigInt(places - value.scale);
}

/** The shortest text: no exponent, no trailing zeros, `0.05` and not `.05`. */
export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = String(negative ? -value.digits : value.digits).padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale === 0 ? "" : `.${digits.slice(digits.length - value.scale)}`;
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

/** `digits / 10^scale` as the shortest text. */
export function scaledText(digits: bigint, scale: number): string {
  return decimalText(parseDecimal(decimalText({ digits, scale }))!);
}
