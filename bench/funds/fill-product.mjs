/**
 * Fills the tables of the product in bulk: each application is submitted, with its hash in the ledger and a signed
 * receipt, as if it had come in by the form.
 */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import { fold, insertRows } from "./insert-rows.mjs";

async function fillOrganisations(tx, organisations, at) {
  await insertRows(tx, "people", organisations, {
    id: ["uuid", ({ person }) => person],
    issuer: ["text", () => "https://sign-in.example.org"],
    subject: ["text", ({ person }) => person],
    name: ["text", () => "Voorbeeld indiener"],
    example: ["boolean", () => true],
    created_at: ["timestamptz", () => at],
  });
  await insertRows(tx, "organisations", organisations, {
    id: ["text", ({ id }) => id],
    name: ["text", ({ name }) => name],
    kind: ["text", ({ kind }) => kind],
    region: ["text", ({ region }) => region],
    size: ["text", ({ size }) => size],
    sector: ["text", ({ sector }) => sector],
    employees: ["integer", ({ employees }) => employees],
    example: ["boolean", () => true],
    created_at: ["timestamptz", () => at],
    search: ["text", ({ name }) => fold(name)],
  });
  await insertRows(tx, "memberships", organisations, {
    person_id: ["uuid", ({ person }) => person],
    organisation_id: ["text", ({ id }) => id],
    role: ["text", () => "admin"],
    since: ["timestamptz", () => at],
  });
}

const openingOf = ({ opens }) => new Date(opens).toISOString();

/** Opens a call in a transaction, as if on the first day of its period. */
export async function openCall(store, tx, call) {
  const at = openingOf(call);
  const document = canonicalText(call);
  const hash = hashOf(call);
  const { seq } = await store.ledger.append(tx, {
    kind: "call.opened",
    subject: call.id,
    body: { fund: call.fund, version: 1, hash },
  });
  await tx.query(
    `INSERT INTO calls (id, fund_id, state, version, definition, title, opens, closes, origin, example, created_at, changed_at)
     VALUES ($1, $2, 'published', 1, $3::jsonb, $4::jsonb, $5, $6, 'pages', true, $7, $7)`,
    [call.id, call.fund, document, JSON.stringify(call.title), call.opens, call.closes, at],
  );
  await tx.query(
    `INSERT INTO call_versions (call_id, version, document, hash, published_at, ledger_seq) VALUES ($1, 1, $2, $3, $4, $5)`,
    [call.id, document, hash, at, seq],
  );
}

async function fillApplications(store, tx, call, applications) {
  const rows = applications.map((application) => {
    const document = canonicalText({ ...application.document, salt: application.id });
    return {
      ...application,
      text: document,
      hash: hashOf({ ...application.document, salt: application.id }),
    };
  });
  await insertRows(tx, "grant_applications", rows, {
    id: ["text", ({ id }) => id],
    call_id: ["text", () => call.id],
    fund_id: ["text", () => call.fund],
    organisation_id: ["text", ({ organisation }) => organisation],
    state: ["text", ({ state }) => state],
    number: ["integer", ({ number }) => number],
    version: ["integer", () => 1],
    document: ["jsonb", ({ document }) => JSON.stringify(document)],
    title: ["text", ({ title }) => title],
    theme: ["text", ({ theme }) => theme],
    region: ["text", ({ region }) => region],
    size: ["text", ({ size }) => size],
    requested: ["bigint", ({ requested }) => requested],
    received_at: ["timestamptz", ({ received }) => received],
    complete_at: ["timestamptz", ({ received }) => received],
    search: [
      "text",
      ({ dossier, title, organisationName }) => fold(`${dossier} ${title} ${organisationName}`),
    ],
    created_by: ["uuid", ({ person }) => person],
    created_at: ["timestamptz", ({ received }) => received],
    changed_at: ["timestamptz", ({ received }) => received],
  });
  const entries = await store.ledger.appendAll(
    tx,
    rows.map(({ id, hash, received }) => ({
      kind: "application.submitted",
      subject: id,
      body: { call: call.id, hash, receivedAt: received },
    })),
  );
  const versions = [];
  for (const [k, row] of rows.entries()) {
    const receipt = await store.signer.sign(`${row.id} ${row.hash} ${row.received}`);
    versions.push({ ...row, receipt, seq: entries[k].seq });
  }
  await insertRows(tx, "grant_application_versions", versions, {
    application_id: ["text", ({ id }) => id],
    version: ["integer", () => 1],
    call_version: ["integer", () => 1],
    document: ["text", ({ text }) => text],
    hash: ["text", ({ hash }) => hash],
    receipt: ["text", ({ receipt }) => receipt],
    submitted_by: ["uuid", ({ person }) => person],
    submitted_at: ["timestamptz", ({ received }) => received],
    ledger_seq: ["bigint", ({ seq }) => seq],
  });
  const partners = rows.flatMap((row) => row.partners.map((partner) => ({ ...partner, row })));
  await insertRows(tx, "grant_application_partners", partners, {
    application_id: ["text", ({ row }) => row.id],
    partner: ["text", ({ id }) => id],
    organisation_id: ["text", ({ organisation }) => organisation],
    state: ["text", () => "confirmed"],
  });
}

/** Writes the call and everything of its applications in one transaction, and brings the planner up to date. */
export async function fillProduct(store, call, { organisations, applications }) {
  await store.database.transaction(async (tx) => {
    await fillOrganisations(tx, organisations, openingOf(call));
    await openCall(store, tx, call);
    await fillApplications(store, tx, call, applications);
  });
  await store.database.exec("VACUUM ANALYZE");
}
