import type { Localised } from "./line.js";

/** An amount in words of both languages: `€ 1.234,50`, `EUR 1,234.50`. */
export function money(cents: number): Localised {
  return { nl: `€ ${digits(cents, ".", ",")}`, en: `EUR ${digits(cents, ",", ".")}` };
}

function digits(cents: number, thousands: string, decimal: string): string {
  const positive = Math.abs(cents);
  const euros = Math.floor(positive / 100)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return `${cents < 0 ? "-" : ""}${euros}${decimal}${(positive % 100).toString().padStart(2, "0")}`;
}
