/** The terms of an objection: for filing it and for deciding on it. Pure. */
import {
  addDays,
  amsterdamDay,
  type Day,
  isTimelyObjection,
  objectionDecisionTerm,
  objectionTerm,
  type Suspension,
  type Term,
} from "@voorsprong/legal-time";
import type { ObjectionEvent, ObjectionRecord } from "../store/objections.js";

/** Whether an objection that arrives now is in time (Awb 6:7 to 6:9). */
export function filing(sentOn: Day, now: Date): { readonly term: Term; readonly timely: boolean } {
  const term = objectionTerm(sentOn);
  return { term, timely: isTimelyObjection(term, amsterdamDay(now)) };
}

/** When the term for deciding stood still (Awb 6:6, 7:10(2)): from the day after the one until the day before the other. */
export function suspensionsOf(events: readonly Pick<ObjectionEvent, "kind" | "day" | "at">[]): Suspension[] {
  const found: Suspension[] = [];
  for (const { kind, day, at } of events) {
    const on = day ?? amsterdamDay(at);
    const last = found.at(-1);
    const lasts = last !== undefined && last.last === null;
    if (kind === "suspended" && !lasts) found.push({ first: addDays(on, 1), last: null });
    if (kind === "resumed" && lasts) found[found.length - 1] = { ...last, last: addDays(on, -1) };
  }
  return found;
}

/** The last day for the decision on an objection (Awb 7:10), with the reckoning. */
export function decisionDeadline(
  {
    termEnds,
    committee,
    adjourned,
    agreedUntil,
  }: Pick<ObjectionRecord, "termEnds" | "committee" | "adjourned" | "agreedUntil">,
  events: readonly ObjectionEvent[],
  now: Date,
): ReturnType<typeof objectionDecisionTerm> {
  return objectionDecisionTerm({
    objectionsEnded: termEnds,
    committee,
    adjourned,
    agreedUntil,
    suspensions: suspensionsOf(events),
    today: amsterdamDay(now),
  });
}
