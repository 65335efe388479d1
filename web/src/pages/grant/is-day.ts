/** Whether what was typed is an existing day, `YYYY-MM-DD`. */
import { isDay as exists } from "@voorsprong/legal-time";

/** @param day as the day input gives it; null when it is empty */
export function isDay(day: string | null): day is string {
  return day !== null && exists(day);
}
