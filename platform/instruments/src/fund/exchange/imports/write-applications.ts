/** Writes imported applications: organisations, applications, frozen versions, receipts and ledger entries. */
import { advisoryLock, type LedgerEntry, type Transaction } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import { randomId } from "../../../kernel/random-id.js";
import { receiptText } from "../../applications/receipt-record.js";
import type { FundContext } from "../../context.js";
import type { ImportCall } from "./applications.js";
import { type ApplicationPlace, type FrozenRow, freezeRow } from "./freeze-row.js";
import type { PlannedRow } from "./kind.js";
import { leadsOf } from "./leads.js";

/** Writes rows that are new or changed. @param by the person who confirmed the import */
export async function writeApplications(
  tx: Transaction,
  { store, now }: Pick<FundContext, "store" | "now">,
  call: ImportCall,
  rows: readonly PlannedRow[],
  by: string,
): Promise<void> {
  if (rows.length === 0) return;
  const moment = now();
  const leads = await leadsOf(tx, rows, moment);
  // Numbers are given in order of receipt: nobody submits to the call meanwhile.
  await advisoryLock(tx, `fund.call.${call.record.id}`);
  const places = await placesOf(tx, call.record.id, rows);
  const prepared = rows.map((row, index) => freezeRow(row, places[index]!, leads[index]!, call, moment));
  const entries = await store.ledger.appendAll(
    tx,
    prepared.map(({ id, version, hash }) => ({
      kind: "application.submitted",
      subject: id,
      body: { version, hash },
    })),
  );
  const receipts = await Promise.all(
    prepared.map(({ id, lead, dossier, version, hash, receivedAt }, index) =>
      store.signer.sign(
        receiptText({
          application: id,
          dossier,
          call: call.record.id,
          callVersion: call.record.version,
          version,
          organisation: lead.name,
          hash,
          receivedAt: receivedAt.toISOString(),
          ledgerEntry: entries[index]!.seq,
        }),
      ),
    ),
  );
  await keepApplications(tx, call, prepared, by, moment);
  await keepVersions(tx, call, prepared, { entries, receipts, by, moment });
  await keepReferences(tx, call, prepared);
}

/** Ids, numbers and versions: of what is there, or the next ones in the order of the rows. */
async function placesOf(
  tx: Transaction,
  callId: string,
  rows: readonly PlannedRow[],
): Promise<ApplicationPlace[]> {
  const kept = await tx.query<ApplicationPlace>(
    `SELECT id, number, version, received_at AS "receivedAt" FROM grant_applications WHERE id = ANY ($1::text[])`,
    [rows.flatMap(({ target }) => target ?? [])],
  );
  const byId = new Map(kept.map((each) => [each.id, each]));
  const [last] = await tx.query<{ number: number | null }>(
    "SELECT max(number) AS number FROM grant_applications WHERE call_id = $1",
    [callId],
  );
  let next = (last?.number ?? 0) + 1;
  return rows.map(({ target }) => {
    const there = target === null ? undefined : byId.get(target);
    if (there !== undefined) return { ...there, version: there.version + 1 };
    return { id: randomId("A"), number: next++, version: 1, receivedAt: null };
  });
}

const cell = (prepared: readonly FrozenRow[], name: string) =>
  prepared.map(({ row: { cells } }) => (cells[name] === undefined ? null : String(cells[name])));

async function keepApplications(
  tx: Transaction,
  { record, fund }: ImportCall,
  prepared: readonly FrozenRow[],
  by: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title, theme,
       region, size, requested, received_at, complete_at, search, created_by, created_at, changed_at)
     SELECT id, $1, $2, organisation, 'submitted', number, version, document::jsonb, title, theme, region, size, requested,
       received::timestamptz, received::timestamptz, search, $3::uuid, $4::timestamptz, $4::timestamptz
     FROM unnest($5::text[], $6::text[], $7::int[], $8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
       $14::bigint[], $15::text[], $16::text[])
       AS a (id, organisation, number, version, document, title, theme, region, size, requested, received, search)
     ON CONFLICT (id) DO UPDATE SET organisation_id = excluded.organisation_id, state = 'submitted',
       revision = grant_applications.revision + 1, version = excluded.version, document = excluded.document,
       title = excluded.title, theme = excluded.theme, region = excluded.region, size = excluded.size,
       requested = excluded.requested, complete_at = excluded.changed_at, search = excluded.search, changed_at = excluded.changed_at`,
    [
      record.id,
      fund.id,
      by,
      now,
      prepared.map(({ id }) => id),
      prepared.map(({ lead }) => lead.organisation),
      prepared.map(({ number }) => number),
      prepared.map(({ version }) => version),
      prepared.map(({ document }) => document),
      cell(prepared, "title"),
      cell(prepared, "theme"),
      cell(prepared, "region"),
      cell(prepared, "size"),
      prepared.map(({ requested }) => requested),
      prepared.map(({ receivedAt }) => receivedAt.toISOString()),
      prepared.map(({ row, dossier, lead }) => foldForSearch(`${dossier} ${row.cells.title} ${lead.name}`)),
    ],
  );
}

async function keepVersions(
  tx: Transaction,
  { record }: ImportCall,
  prepared: readonly FrozenRow[],
  made: {
    readonly entries: readonly LedgerEntry[];
    readonly receipts: readonly string[];
    readonly by: string;
    readonly moment: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt, submitted_by,
       submitted_at, ledger_seq)
     SELECT id, version, $1::int, document, hash, receipt, $2::uuid, $3::timestamptz, seq
     FROM unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bigint[])
       AS v (id, version, document, hash, receipt, seq)`,
    [
      record.version,
      made.by,
      made.moment,
      prepared.map(({ id }) => id),
      prepared.map(({ version }) => version),
      prepared.map(({ document }) => document),
      prepared.map(({ hash }) => hash),
      made.receipts,
      made.entries.map(({ seq }) => seq),
    ],
  );
}

async function keepReferences(
  tx: Transaction,
  { record }: ImportCall,
  prepared: readonly FrozenRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO application_references (call_id, reference, application_id, cells)
     SELECT $1, reference, id, cells::jsonb FROM unnest($2::text[], $3::text[], $4::text[]) AS r (reference, id, cells)
     ON CONFLICT (call_id, reference) DO UPDATE SET cells = excluded.cells`,
    [
      record.id,
      cell(prepared, "reference"),
      prepared.map(({ id }) => id),
      prepared.map(({ row: { cells } }) => JSON.stringify(cells)),
    ],
  );
}
