/** Scores in words. */
import type { Language } from "@voorsprong/allocation";

const locale: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

/**
 * A score as points with the language's grouping, exact.
 *
 * @param units whole score units
 * @param scoreScale score units per point, a power of ten
 */
export function pointsText(units: number, scoreScale: number, language: Language): string {
  const decimals = String(scoreScale).length - 1;
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const decimal = `${units < 0 ? "-" : ""}${whole}${decimals > 0 ? `.${fraction}` : ""}`;
  // Intl reads a decimal string exactly; the type of `format` does not know that yet.
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 20 }).format(
    decimal as unknown as bigint,
  );
}
