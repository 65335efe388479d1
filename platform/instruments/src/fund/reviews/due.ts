/** Until when a review may take. */
import { addDays, amsterdamDay, latest } from "@voorsprong/legal-time";
import type { ReviewedCall } from "./terms.js";

/**
 * The last day of a review that is assigned now: the days of the call counted from today, and never from before the call
 * closes.
 */
export function dueDate({ record, definition }: ReviewedCall, now: Date): string {
  return addDays(latest(amsterdamDay(now), amsterdamDay(record.closes)), definition.review.days);
}
