/** Figures of the accord in words. */
import type { Format } from "../i18n/format.js";

/** A value with its unit, for instance `€ 140 miljard`, `2,5%` or `27.000`. */
export function quantity(format: Format, value: string, unit: string): string {
  if (unit.endsWith("-cent")) return format.moneyShort(Number(value), unit);
  if (unit === "percent") return `${format.decimal(value)}%`;
  if (unit === "count") return format.decimal(value);
  return `${format.decimal(value)} ${unit}`;
}
