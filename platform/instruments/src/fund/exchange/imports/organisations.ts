/** Import of organisations: by their number in the trade register, else by name. */
import { newOrganisationId, organisationKinds, searchable } from "@voorsprong/access";
import type { Programme } from "@voorsprong/programme";
import type { Queryable, Transaction } from "@voorsprong/store";
import type { Column, ImportRecord, Value } from "../table/index.js";
import { type ImportKind, metBefore, type PlannedRow, rowError, rowInError, type SeenKeys } from "./kind.js";

/** An organisation as it is there, under the names of the columns. */
type Kept = Readonly<Record<string, Value | null>> & { readonly id: string; readonly search: string };

const kept = `id, search, kvk, name, kind, region, size, postcode, place, country, sector, employees, website`;

/** The columns of a list of organisations. Regions and sizes are those of the programme. */
export function organisationColumns({ regions, sizes }: Pick<Programme, "regions" | "sizes">): Column[] {
  const text = (longest: number) => ({ kind: "text", longest }) as const;
  const optional = { required: false } as const;
  return [
    {
      name: "kvk",
      title: { nl: "KvK-nummer", en: "Number in the trade register" },
      holds: { kind: "digits", length: 8 },
      example: "01234567",
      ...optional,
    },
    {
      name: "name",
      title: { nl: "Naam", en: "Name" },
      holds: text(200),
      required: true,
      example: "Voorbeeld BV",
    },
    {
      name: "kind",
      title: { nl: "Soort organisatie", en: "Kind of organisation" },
      holds: { kind: "choice", choices: organisationKinds },
      required: true,
      example: "company",
    },
    {
      name: "region",
      title: { nl: "Provincie", en: "Province" },
      holds: { kind: "choice", choices: regions.map(({ id }) => id) },
      example: regions[0]?.id ?? "",
      ...optional,
    },
    {
      name: "size",
      title: { nl: "Grootte", en: "Size class" },
      holds: { kind: "choice", choices: sizes.map(({ id }) => id) },
      example: sizes[0]?.id ?? "",
      ...optional,
    },
    {
      name: "postcode",
      title: { nl: "Postcode", en: "Postal code" },
      holds: text(20),
      example: "8000 AA",
      ...optional,
    },
    { name: "place", title: { nl: "Plaats", en: "Place" }, holds: text(100), example: "Zwolle", ...optional },
    {
      name: "country",
      title: { nl: "Land", en: "Country" },
      holds: {
        kind: "text",
        longest: 2,
        pattern: /^[A-Z]{2}$/,
        expected: {
          nl: "Schrijf de twee hoofdletters van ISO 3166, bijvoorbeeld NL.",
          en: "Write the two capitals of ISO 3166, for instance NL.",
        },
      },
      example: "NL",
      ...optional,
    },
    {
      name: "sector",
      title: { nl: "Sector (SBI of NACE)", en: "Sector (SBI or NACE)" },
      holds: text(20),
      example: "28",
      ...optional,
    },
    {
      name: "employees",
      title: { nl: "Aantal medewerkers", en: "Number of employees" },
      holds: { kind: "whole", most: 10_000_000 },
      example: "42",
      ...optional,
    },
    {
      name: "website",
      title: { nl: "Website", en: "Website" },
      holds: {
        kind: "text",
        longest: 500,
        pattern: /^https?:\/\/\S+$/,
        expected: { nl: "Een adres begint met https://.", en: "An address begins with https://." },
      },
      example: "https://www.example.org",
      ...optional,
    },
  ];
}

/** The import of organisations into this installation. */
export function organisationsImport(programme: Programme, now: () => Date): ImportKind {
  const columns = organisationColumns(programme);
  return {
    columns,
    plan: (from, records, seen) => plan(from, records, seen, columns),
    async apply(tx, rows) {
      await insertOrganisations(
        tx,
        rows.filter(({ outcome }) => outcome === "new"),
        now(),
      );
      await updateOrganisations(
        tx,
        rows.filter(({ outcome }) => outcome === "changed"),
      );
    },
  };
}

async function plan(
  from: Queryable,
  records: readonly ImportRecord[],
  seen: SeenKeys,
  columns: readonly Column[],
): Promise<PlannedRow[]> {
  const existing = await findOrganisations(from, records);
  return records.map((record) => {
    const title = String(record.values.name ?? record.values.kvk ?? "");
    if (record.errors.length > 0) return rowInError(record, title);
    const [key, by] = keyOf(record);
    const before = metBefore(seen, key, record.row);
    if (before !== null)
      return rowInError(record, title, [
        rowError(
          record.row,
          by,
          `Deze organisatie staat ook in rij ${before}. Laat er een staan.`,
          `This organisation is also in row ${before}. Keep one of them.`,
        ),
      ]);
    const found = existing.get(key) ?? [];
    if (found.length > 1)
      return rowInError(record, title, [
        rowError(
          record.row,
          "kvk",
          "Er zijn meer organisaties met deze naam. Vul het KvK-nummer in.",
          "There are several organisations of this name. Fill in the number in the trade register.",
        ),
      ]);
    return compared(record, title, found[0] ?? null, columns);
  });
}

/** What a row is known by, and in which column that stands. */
function keyOf({ values }: ImportRecord): [key: string, column: string] {
  return values.kvk === undefined
    ? [`name/${searchable(String(values.name))}`, "name"]
    : [`kvk/${values.kvk}`, "kvk"];
}

async function findOrganisations(
  from: Queryable,
  records: readonly ImportRecord[],
): Promise<Map<string, Kept[]>> {
  const texts = (name: string) =>
    records.flatMap(({ values }) => (values[name] === undefined ? [] : [String(values[name])]));
  const rows = await from.query<Kept>(
    `SELECT ${kept} FROM organisations WHERE kvk = ANY ($1::text[]) OR search = ANY ($2::text[])`,
    [texts("kvk"), texts("name").map(searchable)],
  );
  const found = new Map<string, Kept[]>();
  const add = (key: string, row: Kept) => found.set(key, [...(found.get(key) ?? []), row]);
  for (const row of rows) {
    add(`name/${row.search}`, row);
    if (row.kvk !== null) add(`kvk/${row.kvk}`, row);
  }
  return found;
}

function compared(
  record: ImportRecord,
  title: string,
  there: Kept | null,
  columns: readonly Column[],
): PlannedRow {
  const row = { line: record.row, title, cells: record.values, errors: [] };
  if (there === null) return { ...row, outcome: "new", target: null, changes: [] };
  const changes = columns.flatMap(({ name }) => {
    const to = record.values[name];
    const from = there[name] ?? null;
    return to === undefined || to === from ? [] : [{ name, from, to }];
  });
  return { ...row, outcome: changes.length === 0 ? "unchanged" : "changed", target: there.id, changes };
}

/** A column of rows as a list of texts, for `unnest`; null where a row says nothing. */
function column(rows: readonly PlannedRow[], name: string): (string | null)[] {
  return rows.map(({ cells }) => (cells[name] === undefined ? null : String(cells[name])));
}

const written = [
  "kvk",
  "name",
  "kind",
  "region",
  "size",
  "postcode",
  "place",
  "country",
  "sector",
  "employees",
  "website",
];

const searches = (rows: readonly PlannedRow[]) =>
  rows.map(({ cells }) => (cells.name === undefined ? null : searchable(String(cells.name))));

/** Adds organisations in one statement and gives their ids, in the order of the rows. */
export async function insertOrganisations(
  tx: Transaction,
  rows: readonly PlannedRow[],
  now: Date,
): Promise<string[]> {
  const ids = rows.map(() => newOrganisationId());
  if (rows.length === 0) return ids;
  await tx.query(
    `INSERT INTO organisations (id, ${written.join(", ")}, search, created_at)
     SELECT id, kvk, name, kind, region, size, postcode, place, COALESCE(country, 'NL'), sector, employees::integer,
       website, search, $14::timestamptz
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[]) AS o (id, ${written.join(", ")}, search)`,
    [ids, ...written.map((name) => column(rows, name)), searches(rows), now],
  );
  return ids;
}

async function updateOrganisations(tx: Transaction, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE organisations o SET
       -- A number that was confirmed says nothing about another one.
       kvk_confirmed_at = CASE WHEN n.kvk IS NULL OR n.kvk = o.kvk THEN o.kvk_confirmed_at END,
       ${written
         .filter((name) => name !== "employees")
         .map((name) => `${name} = COALESCE(n.${name}, o.${name})`)
         .join(", ")},
       employees = COALESCE(n.employees::integer, o.employees),
       search = COALESCE(n.search, o.search)
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[]) AS n (id, ${written.join(", ")}, search)
     WHERE o.id = n.id`,
    [rows.map(({ target }) => target), ...written.map((name) => column(rows, name)), searches(rows)],
  );
}
