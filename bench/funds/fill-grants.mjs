/** Grants in bulk for the public register: every third application, awarded and half of them paid an advance. */
import { fold, insertRows } from "./insert-rows.mjs";

const at = "2026-12-15T10:00:00Z";
const day = at.slice(0, 10);

/** @returns the applications that have a grant */
export async function fillGrants(store, call, rows) {
  const awarded = rows.filter(({ state }, k) => state === "submitted" && k % 3 === 0);
  await store.database.transaction(async (tx) => {
    await insertRows(tx, "grants", awarded, {
      application_id: ["text", ({ id }) => id],
      fund_id: ["text", () => call.fund],
      call_id: ["text", () => call.id],
      organisation_id: ["text", ({ organisation }) => organisation],
      dossier: ["text", ({ dossier }) => dossier],
      title: ["text", ({ title }) => title],
      example: ["boolean", () => true],
      state: ["text", () => "running"],
      agreement_version: ["integer", () => 1],
      granted: ["bigint", ({ requested }) => requested],
      granted_on: ["date", () => day],
      search: [
        "text",
        ({ dossier, title, organisationName }) => fold(`${dossier} ${title} ${organisationName}`),
      ],
    });
    const money = awarded.flatMap((row, k) => [
      { row, kind: "grant.awarded", cents: row.requested },
      ...(k % 2 === 0 ? [{ row, kind: "payment.made", cents: Math.floor(row.requested / 2) }] : []),
    ]);
    const entries = await store.ledger.appendAll(
      tx,
      money.map(({ row, kind, cents }) => ({ kind, subject: row.id, body: { cents, on: day } })),
    );
    const booked = money.map((each, k) => ({ ...each, seq: entries[k].seq }));
    await insertRows(tx, "grant_money", booked, {
      ledger_seq: ["bigint", ({ seq }) => seq],
      application_id: ["text", ({ row }) => row.id],
      fund_id: ["text", () => call.fund],
      example: ["boolean", () => true],
      kind: ["text", ({ kind }) => kind],
      cents: ["bigint", ({ cents }) => cents],
      on_day: ["date", () => day],
      at: ["timestamptz", () => at],
    });
  });
  await store.database.exec("VACUUM ANALYZE");
  return awarded;
}
