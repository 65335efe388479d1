/** A call that is open now, as opening one leaves it: rows written straight into the tables. */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { Store } from "@voorsprong/store";

/** The fund of the call, one that the programme has. */
export const exchangeFund = "research";

/** The definition of a call with two budgets that is open from a month ago until a month ahead. */
export function openDefinition(id: string, now: Date) {
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();
  return {
    format: "voorsprong-call/1",
    id,
    fund: exchangeFund,
    title: { nl: "Onderzoek, voorbeeld", en: "Research, example" },
    summary: { nl: "Een voorbeeld.", en: "An example." },
    opens: days(-30),
    closes: days(30),
    budgets: [
      { id: "2027", amount: 10_000_000_00 },
      { id: "2028", amount: 5_000_000_00 },
    ],
    form: { sections: [] },
    eligibility: [],
    aid: { basis: ["gber-25"], choice: "application" },
    grant: { advances: [], reportEveryMonths: 0 },
    decisionWeeks: 13,
  };
}

/** Opens a call and gives its definition. */
export async function openCall(store: Store, id: string) {
  const now = store.now();
  const definition = openDefinition(id, now);
  const { opens, closes, title } = definition;
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO calls (id, fund_id, state, version, definition, title, opens, closes, origin, created_at, changed_at)
       VALUES ($1, $2, 'published', 1, $3::jsonb, $4::jsonb, $5::timestamptz, $6::timestamptz, 'pages', $7, $7)`,
      [id, exchangeFund, JSON.stringify(definition), JSON.stringify(title), opens, closes, now],
    );
    const hash = hashOf(definition);
    const { seq } = await store.ledger.append(tx, { kind: "call.opened", subject: id, body: { hash } });
    await tx.query(
      `INSERT INTO call_versions (call_id, version, document, hash, published_at, ledger_seq)
       VALUES ($1, 1, $2, $3, $4, $5)`,
      [id, canonicalText(definition), hash, now, seq],
    );
  });
  return definition;
}
