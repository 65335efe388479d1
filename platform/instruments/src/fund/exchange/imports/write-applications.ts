/** Writes imported applications: organisations, applications, frozen versions, receipts and ledger entries. */
import { randomBytes } from "node:crypto";
import { searchable } from "@voorsprong/access";
import { canonicalText } from "@voorsprong/allocation";
import type { LedgerEntry, Transaction } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import { randomId } from "../../../kernel/random-id.js";
import { dossierOf } from "../../applications/record.js";
import type { FundContext } from "../../context.js";
import { sha256Of } from "../archive/index.js";
import { amountPrefix } from "./application-columns.js";
import type { ImportCall } from "./applications.js";
import type { PlannedRow } from "./kind.js";
import { insertOrganisations } from "./organisations.js";

/** An application on its way into the tables. */
interface Prepared {
  readonly row: PlannedRow;
  readonly id: string;
  readonly organisation: string;
  readonly number: number;
  readonly version: number;
  readonly requested: number;
  readonly receivedAt: Date;
  readonly document: string;
  readonly hash: string;
}

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
  const organisations = await organisationsOf(tx, rows, moment);
  const places = await placesOf(tx, call.record.id, rows);
  const prepared = rows.map((row, index) =>
    prepare(row, places[index]!, organisations[index]!, call, moment),
  );
  const entries = await store.ledger.appendAll(
    tx,
    prepared.map(({ id, hash, receivedAt }) => ({
      kind: "application.submitted",
      subject: id,
      body: { call: call.record.id, hash, receivedAt: receivedAt.toISOString(), imported: true },
    })),
  );
  const receipts = await Promise.all(
    prepared.map(({ id, hash, receivedAt }) =>
      store.signer.sign(
        canonicalText({
          application: id,
          call: call.record.id,
          hash,
          receivedAt: receivedAt.toISOString(),
        }),
      ),
    ),
  );
  await keepApplications(tx, call, prepared, by, moment);
  await keepVersions(tx, call, prepared, { entries, receipts, by, moment });
  await keepReferences(tx, call, prepared);
}

/** The organisation of each row: by its number, else by its name; one that is not there is added. */
async function organisationsOf(tx: Transaction, rows: readonly PlannedRow[], now: Date): Promise<string[]> {
  const keyOf = ({ cells }: PlannedRow) =>
    cells.kvk === undefined ? `name/${searchable(String(cells.organisation))}` : `kvk/${cells.kvk}`;
  const found = await tx.query<{ id: string; kvk: string | null; search: string }>(
    `SELECT id, kvk, search FROM organisations WHERE kvk = ANY ($1::text[]) OR search = ANY ($2::text[]) ORDER BY id`,
    [
      rows.flatMap(({ cells }) => (cells.kvk === undefined ? [] : [String(cells.kvk)])),
      rows.map(({ cells }) => searchable(String(cells.organisation))),
    ],
  );
  const ids = new Map<string, string>();
  for (const { id, kvk, search } of found) {
    if (kvk !== null) ids.set(`kvk/${kvk}`, id);
    if (!ids.has(`name/${search}`)) ids.set(`name/${search}`, id);
  }
  const added = new Map<string, PlannedRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const { kvk, kind = "company", region, size, organisation } = row.cells;
    const cells = { name: organisation!, kind, ...defined({ kvk, region, size }) };
    if (!ids.has(key) && !added.has(key)) added.set(key, { ...row, cells });
  }
  const made = await insertOrganisations(tx, [...added.values()], now);
  [...added.keys()].forEach((key, index) => {
    ids.set(key, made[index]!);
  });
  return rows.map((row) => ids.get(keyOf(row))!);
}

function defined<Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).filter((each): each is [string, Value] => each[1] !== undefined),
  );
}

interface ApplicationPlace {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  /** Null for one that is new. */
  readonly receivedAt: Date | null;
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

function prepare(
  row: PlannedRow,
  { id, number, version, receivedAt }: ApplicationPlace,
  organisation: string,
  { record, definition }: ImportCall,
  now: Date,
): Prepared {
  const { cells } = row;
  const requested = Object.fromEntries(
    definition.budgets.map((budget) => [budget.id, Number(cells[`${amountPrefix}${budget.id}`] ?? 0)]),
  );
  const text = (name: string) => (cells[name] === undefined ? null : String(cells[name]));
  const document = canonicalText({
    format: "voorsprong-application/1",
    call: record.id,
    callVersion: record.version,
    // Without it, who knows what an application says could tell from the ledger that it was sent.
    salt: randomBytes(16).toString("hex"),
    title: text("title"),
    summary: text("summary"),
    lead: {
      organisation,
      name: text("organisation"),
      kind: text("kind"),
      kvk: text("kvk"),
      region: text("region"),
      size: text("size"),
    },
    project: { theme: text("theme"), region: text("region"), start: text("start"), end: text("end") },
    answers: {},
    workPackages: [],
    partners: [],
    costs: [],
    funding: [],
    requested,
  });
  const stated = text("received");
  return {
    row,
    id,
    organisation,
    number,
    version,
    requested: Object.values(requested).reduce((sum, cents) => sum + cents, 0),
    receivedAt: receivedAt ?? (stated === null ? now : new Date(stated)),
    document,
    hash: sha256Of(Buffer.from(document)),
  };
}

const cell = (prepared: readonly Prepared[], name: string) =>
  prepared.map(({ row: { cells } }) => (cells[name] === undefined ? null : String(cells[name])));

async function keepApplications(
  tx: Transaction,
  { record, fund }: ImportCall,
  prepared: readonly Prepared[],
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
       requested = excluded.requested, search = excluded.search, changed_at = excluded.changed_at`,
    [
      record.id,
      fund.id,
      by,
      now,
      prepared.map(({ id }) => id),
      prepared.map(({ organisation }) => organisation),
      prepared.map(({ number }) => number),
      prepared.map(({ version }) => version),
      prepared.map(({ document }) => document),
      cell(prepared, "title"),
      cell(prepared, "theme"),
      cell(prepared, "region"),
      cell(prepared, "size"),
      prepared.map(({ requested }) => requested),
      prepared.map(({ receivedAt }) => receivedAt.toISOString()),
      prepared.map(({ row: { cells }, number }) =>
        foldForSearch(`${dossierOf({ callId: record.id, number })} ${cells.title} ${cells.organisation}`),
      ),
    ],
  );
}

async function keepVersions(
  tx: Transaction,
  { record }: ImportCall,
  prepared: readonly Prepared[],
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
  prepared: readonly Prepared[],
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
