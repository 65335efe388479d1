/** What happened to a grant, from its money and the ledger entries that recorded it. */
import type { Queryable } from "@voorsprong/store";
import type { AwardView } from "../views.js";

/** Every movement of a grant in order. */
export function awardHistory(from: Queryable, id: string): Promise<AwardView["history"]> {
  return from.query<AwardView["history"][number]>(
    `SELECT m.kind, m.on_day AS "on", m.cents, m.ledger_seq AS entry, l.hash
     FROM grant_money m JOIN ledger l ON l.seq = m.ledger_seq WHERE m.application_id = $1 ORDER BY m.ledger_seq`,
    [id],
  );
}
