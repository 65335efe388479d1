/** The remedy after a decision on an objection: appeal to a court, no second objection (Awb 7:1, 8:1). */
import { type Day, objectionTerm } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import type { Localised } from "../../../kernel/views.js";
import { courtOf, courts } from "../letters/courts.js";
import { objectionDecisionLetter } from "../store/letters.js";

/** Where one can appeal, and until when. */
export interface Appeal {
  /** The last day: six weeks after the decision on the objection was sent (Awb 6:7, 6:8). */
  readonly until: Day;
  readonly court: Localised;
}

/** The appeal that is open after an objection to the decision of a letter was decided on; null before that. */
export async function appealAfter(from: Queryable, fundId: string, letterId: string): Promise<Appeal | null> {
  const decided = await objectionDecisionLetter(from, letterId);
  if (decided === null) return null;
  return { until: objectionTerm(decided.sentOn).ends, court: courts[courtOf(fundId)].name };
}
