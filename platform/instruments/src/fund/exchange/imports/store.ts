/** The tables of imports. */
import { randomUUID } from "node:crypto";
import type { Json, Page, Queryable, Transaction } from "@voorsprong/store";
import type { Localised } from "../../../kernel/views.js";
import type { PlannedRow, RowOutcome } from "./kind.js";
import type { ImportCounts, ImportKindName, ImportSource, ImportView } from "./views.js";

/** An import as the table holds it. */
export type ImportRecord = Omit<ImportView, "columns" | "createdAt" | "finishedAt"> & {
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

const columns = `id, kind, call_id AS "callId", fund_id AS "fundId", file_name AS "fileName", sha256, state, source, counts,
  failure, created_at AS "createdAt", finished_at AS "finishedAt"`;

/** An import that begins. */
export interface NewImport {
  readonly kind: ImportKindName;
  readonly callId: string | null;
  readonly fundId: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** No rows yet. */
export const noCounts: ImportCounts = { read: 0, new: 0, changed: 0, unchanged: 0, errors: 0 };

/** Keeps a file that is to be read, and gives its import's id. */
export async function addImport(
  into: Queryable,
  { kind, callId, fundId, fileName, sha256, bytes }: NewImport,
  by: string,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await into.query(
    `INSERT INTO imports (id, kind, call_id, fund_id, file_name, sha256, bytes, state, counts, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'reading', $8::jsonb, $9, $10)`,
    [id, kind, callId, fundId, fileName, sha256, bytes, JSON.stringify(noCounts), by, now],
  );
  return id;
}

/** One import, or null. */
export async function getImport(from: Queryable, id: string): Promise<ImportRecord | null> {
  const [row] = await from.query<ImportRecord>(`SELECT ${columns} FROM imports WHERE id = $1`, [id]);
  return row ?? null;
}

/**
 * Imports, newest first.
 * @param funds the funds whose imports are listed beside those of organisations; null: of all
 */
export async function listImports(
  from: Queryable,
  { page, pageSize, funds }: { page: number; pageSize: number; funds: readonly string[] | null },
): Promise<Page<ImportRecord>> {
  const matching = "FROM imports WHERE $1::text[] IS NULL OR fund_id IS NULL OR fund_id = ANY ($1::text[])";
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [funds]);
  const items = await from.query<ImportRecord>(
    `SELECT ${columns} ${matching} ORDER BY created_at DESC, id LIMIT $2::int OFFSET $3::bigint`,
    [funds, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}

/** The bytes of a file that is to be read, or null when they are gone. */
export async function importBytes(from: Queryable, id: string): Promise<Uint8Array | null> {
  const [row] = await from.query<{ bytes: Uint8Array | null }>("SELECT bytes FROM imports WHERE id = $1", [
    id,
  ]);
  return row?.bytes ?? null;
}

/** Takes an import from one state to another; false when it was not in the first. */
export async function moveImport(
  tx: Queryable,
  id: string,
  from: ImportRecord["state"],
  to: ImportRecord["state"],
  by: string | null = null,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE imports SET state = $3, confirmed_by = COALESCE($4::uuid, confirmed_by)
     WHERE id = $1 AND state = $2 RETURNING id`,
    [id, from, to, by],
  );
  return rows.length > 0;
}

/** Adds rows of the preview. */
export async function addRows(
  tx: Transaction,
  id: string,
  first: number,
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO import_rows (import_id, position, line, outcome, title, cells, target, changes, errors)
     SELECT $1, position, line, outcome, title, cells::jsonb, target, changes::jsonb, errors::jsonb
     FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       AS r (position, line, outcome, title, cells, target, changes, errors)`,
    [
      id,
      rows.map((_, index) => first + index),
      rows.map(({ line }) => line),
      rows.map(({ outcome }) => outcome),
      rows.map(({ title }) => title),
      rows.map(({ cells }) => JSON.stringify(cells)),
      rows.map(({ target }) => target),
      rows.map(({ changes }) => JSON.stringify(changes)),
      rows.map(({ errors }) => JSON.stringify(errors)),
    ],
  );
}

/** Removes the preview. */
export async function removeRows(tx: Queryable, id: string): Promise<void> {
  await tx.query("DELETE FROM import_rows WHERE import_id = $1", [id]);
}

/** What came of reading: the file goes, its figures stay. */
export async function endReading(
  tx: Transaction,
  id: string,
  { source, counts }: { readonly source: ImportSource; readonly counts: ImportCounts },
): Promise<void> {
  await tx.query(
    `UPDATE imports SET state = $2, source = $3::jsonb, counts = $4::jsonb, bytes = NULL
     WHERE id = $1 AND state = 'reading'`,
    [id, counts.errors > 0 ? "refused" : "ready", JSON.stringify(source), JSON.stringify(counts)],
  );
}

/** Ends an import; its file and the rows of its preview go. */
export async function endImport(
  tx: Queryable,
  id: string,
  state: "done" | "failed" | "discarded",
  now: Date,
  failure: Localised | null = null,
): Promise<void> {
  await removeRows(tx, id);
  await tx.query(
    `UPDATE imports SET state = $2, bytes = NULL, finished_at = $3, failure = $4::jsonb WHERE id = $1`,
    [id, state, now, failure && JSON.stringify(failure)],
  );
}

interface Row extends Omit<PlannedRow, "cells" | "changes" | "errors"> {
  readonly cells: Json;
  readonly changes: Json;
  readonly errors: Json;
}

const rowColumns = "line, outcome, title, cells, target, changes, errors";

/** A page of the preview, in the order of the file. */
export async function listRows(
  from: Queryable,
  id: string,
  { page, pageSize, outcome = null }: { page: number; pageSize: number; outcome?: RowOutcome | null },
): Promise<Page<PlannedRow>> {
  const matching = "FROM import_rows WHERE import_id = $1 AND ($2::text IS NULL OR outcome = $2)";
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [id, outcome]);
  const items = await from.query<Row>(
    `SELECT ${rowColumns} ${matching} ORDER BY position LIMIT $3::int OFFSET $4::bigint`,
    [id, outcome, pageSize, (page - 1) * pageSize],
  );
  return { items: items as unknown as PlannedRow[], page, pageSize, total: count!.total };
}

/** All rows of the preview with an outcome, or all rows, in batches in the order of the file. */
export async function* allRows(
  from: Queryable,
  id: string,
  outcome: RowOutcome | null = null,
  batchSize = 1_000,
): AsyncGenerator<PlannedRow[]> {
  for (let after = 0; ; ) {
    const batch = await from.query<Row & { readonly position: number }>(
      `SELECT position, ${rowColumns} FROM import_rows
       WHERE import_id = $1 AND position > $2 AND ($3::text IS NULL OR outcome = $3)
       ORDER BY position LIMIT $4::int`,
      [id, after, outcome, batchSize],
    );
    if (batch.length > 0) yield batch as unknown as PlannedRow[];
    if (batch.length < batchSize) return;
    after = batch.at(-1)!.position;
  }
}
