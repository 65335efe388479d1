/** Writes what a preview showed: exactly that, in one transaction, or nothing. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { advisoryLock, type JobHandler, JobInterrupted } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { Localised } from "../../../kernel/views.js";
import type { ImportKind, PlannedRow, SeenKeys } from "./kind.js";
import type { ImportSurroundings } from "./read-import.js";
import { allRows, endImport, getImport } from "./store.js";

/** The kind of the job. */
export const confirmImportJob = "exchange.confirm";

/** What is there changed since the preview was made. */
class Outdated extends Error {
  constructor(readonly line: number) {
    super(`row ${line} is no longer what the preview showed`);
  }
}

/**
 * Compares every row with what is there now and writes the new and changed ones. When a row would have another outcome
 * than the preview showed, nothing is written and the import fails with that row's number.
 */
export function confirmImportHandler({ store, kindOf }: ImportSurroundings): JobHandler {
  const { database, now } = store;
  return async ({ subject: id, payload }, control) => {
    const record = await getImport(database, id);
    if (record?.state !== "confirming") return;
    try {
      const kind = await kindOf(record);
      await database.transaction(async (tx) => {
        // One import at a time, so that two files cannot both add what neither found.
        await advisoryLock(tx, `exchange.import/${record.kind}/${record.callId ?? ""}`);
        const seen: SeenKeys = new Map();
        for await (const rows of allRows(tx, id)) {
          await kind.apply(tx, await stillAsShown(tx, kind, rows, seen), String(payload.by));
          await nextTurn();
          if (control.signal.aborted) throw control.signal.reason;
        }
        await endImport(tx, id, "done", now());
        await control.finish(tx);
      });
    } catch (error) {
      if (error instanceof JobInterrupted) throw error;
      await endImport(database, id, "failed", now(), failureOf(error));
      if (!(error instanceof Outdated) && !(error instanceof Refusal)) throw error;
    }
  };
}

async function stillAsShown(
  tx: Parameters<ImportKind["apply"]>[0],
  kind: ImportKind,
  shown: readonly PlannedRow[],
  seen: SeenKeys,
): Promise<PlannedRow[]> {
  const records = shown.map(({ line, cells }) => ({ row: line, values: cells, errors: [] }));
  const planned = await kind.plan(tx, records, seen);
  planned.forEach((row, index) => {
    const before = shown[index]!;
    if (row.outcome !== before.outcome || row.target !== before.target) throw new Outdated(row.line);
  });
  return planned.filter(({ outcome }) => outcome !== "unchanged");
}

function failureOf(error: unknown): Localised {
  if (error instanceof Outdated)
    return {
      nl: `Rij ${error.line} is niet meer wat het voorbeeld liet zien: er is intussen iets veranderd. Er is niets geschreven. Stuur het bestand opnieuw.`,
      en: `Row ${error.line} is no longer what the preview showed: something changed in the meantime. Nothing was written. Send the file again.`,
    };
  if (error instanceof Refusal) return { nl: error.message, en: error.message };
  return {
    nl: "Het wegschrijven is mislukt door een fout van het systeem. Er is niets geschreven. Stuur het bestand opnieuw.",
    en: "Writing failed because of an error in the system. Nothing was written. Send the file again.",
  };
}
