/** After the scores of a call are frozen nothing about its reviews changes. */
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";

/** @throws Refusal when the scores of a call are frozen */
export async function refuseFrozen(from: Queryable, callId: string): Promise<void> {
  const rows = await from.query("SELECT 1 FROM frozen_score_sets WHERE call_id = $1", [callId]);
  if (rows.length > 0)
    throw new Refusal(
      "conflict",
      `The scores of ${callId} are frozen, so nothing about its reviews changes any more.`,
    );
}
