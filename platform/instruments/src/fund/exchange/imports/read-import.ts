/** Reads an uploaded file into its preview: each row beside what is there, each cell that is not right by its place. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { type JobHandler, JobInterrupted, type Store } from "@voorsprong/store";
import { openSource, openTable, type ImportRecord as Record, TableError } from "../table/index.js";
import { type ImportKind, type PlannedRow, rowInError, type SeenKeys } from "./kind.js";
import {
  addRows,
  endImport,
  endReading,
  getImport,
  type ImportRecord,
  importBytes,
  noCounts,
  removeRows,
} from "./store.js";
import type { ImportCounts } from "./views.js";

/** The kind of the job. */
export const readImportJob = "exchange.read";

/** Rows that are compared and written in one statement. */
const batchSize = 1_000;

/** What the jobs of imports need. */
export interface ImportSurroundings {
  readonly store: Store;
  /** The kind of an import, for its call. @throws Refusal when the call is gone */
  kindOf(record: Pick<ImportRecord, "kind" | "callId">): Promise<ImportKind>;
}

/**
 * Reads the file of the import that is the job's subject. Rows are kept batch by batch; the preview is there once the
 * last one is.
 */
export function readImportHandler({ store, kindOf }: ImportSurroundings): JobHandler {
  const { database, now } = store;
  return async ({ subject: id }, control) => {
    const record = await getImport(database, id);
    const bytes = await importBytes(database, id);
    if (record?.state !== "reading" || bytes === null) return;
    try {
      const kind = await kindOf(record);
      const table = await openTable(await openSource(Buffer.from(bytes)), kind.columns);
      if (table === null) throw new TableError("Het bestand heeft geen rijen.", "The file has no rows.");
      const { header } = table;
      const source = { ...table.format, unused: "errors" in header ? [] : [...header.unused] };
      const counts: ImportCounts = { ...noCounts };
      const seen: SeenKeys = new Map();
      const keep = async (rows: readonly PlannedRow[]) => {
        await database.transaction((tx) => addRows(tx, id, counts.read + 1, rows));
        count(counts, rows);
        await control.progress({ read: counts.read });
        // The embedded database shares the thread of the process: other requests get a turn.
        await nextTurn();
        if (control.signal.aborted) throw control.signal.reason;
      };
      // A worker that died may have left a part of the preview.
      await removeRows(database, id);
      if ("errors" in header)
        await keep([rowInError({ row: header.errors[0]!.row, values: {}, errors: header.errors }, "")]);
      for await (const records of inBatches(table.records))
        await keep(await kind.plan(database, records, seen));
      if (counts.read === 0)
        throw new TableError("Onder de kop staan geen rijen.", "The file has a header and no rows below it.");
      await database.transaction(async (tx) => {
        await endReading(tx, id, { source, counts });
        await control.finish(tx);
      });
    } catch (error) {
      if (error instanceof JobInterrupted) throw error;
      await endImport(database, id, "failed", now(), failureOf(error));
      if (!(error instanceof TableError)) throw error;
    }
  };
}

function count(counts: ImportCounts, rows: readonly PlannedRow[]): void {
  counts.read += rows.length;
  for (const { outcome } of rows) counts[outcome === "error" ? "errors" : outcome] += 1;
}

async function* inBatches(records: AsyncIterable<Record>): AsyncGenerator<Record[]> {
  let batch: Record[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What is said of a file that could not be read. */
export function failureOf(error: unknown) {
  if (error instanceof TableError) return error.problem;
  return {
    nl: "Het inlezen is mislukt door een fout van het systeem. Probeer het opnieuw.",
    en: "Reading failed because of an error in the system. Try again.",
  };
}
