/** Imports: upload, preview, confirm. */
import { type Actor, anyFund, fundsOf, type Scope } from "@voorsprong/access";
import type { CallDefinition } from "@voorsprong/call-form";
import { Refusal } from "../../../kernel/refusal.js";
import { getCall } from "../../calls/read-calls.js";
import { type FundContext, requireFund } from "../../context.js";
import { sha256Of } from "../archive/index.js";
import { writeCsv } from "../table/index.js";
import { applicationsImport } from "./applications.js";
import { confirmImportHandler, confirmImportJob } from "./confirm-import.js";
import type { ImportKind, PlannedRow, RowOutcome } from "./kind.js";
import { organisationsImport } from "./organisations.js";
import { type ImportSurroundings, readImportHandler, readImportJob } from "./read-import.js";
import {
  addImport,
  allRows,
  endImport,
  getImport,
  type ImportRecord,
  listImports,
  listRows,
  moveImport,
} from "./store.js";
import { template } from "./template.js";
import type { ImportKindName, ImportPage, ImportRowPage, ImportView } from "./views.js";

/** What is imported, and into which call. */
export interface ImportTarget {
  readonly kind: ImportKindName;
  readonly callId: string | null;
}

/** What can be asked of imports. Methods throw `Refusal` for what does not exist or cannot be. */
export interface ImportService {
  /** Keeps a file and has it read as a job. */
  begin(target: ImportTarget, fileName: string, bytes: Buffer, by: string): Promise<ImportView>;
  list(actor: Actor, query: { readonly page: number; readonly pageSize: number }): Promise<ImportPage>;
  get(id: string): Promise<ImportView>;
  rows(
    id: string,
    query: { readonly page: number; readonly pageSize: number; readonly outcome?: RowOutcome | undefined },
  ): Promise<ImportRowPage>;
  /** Every cell that is not right, as pieces of CSV text. */
  errorsCsv(id: string): Promise<AsyncGenerator<string>>;
  /** Has what the preview shows written as a job. */
  confirm(id: string, by: string): Promise<ImportView>;
  /** Drops a preview that was not confirmed. */
  discard(id: string): Promise<ImportView>;
  template(target: ImportTarget, format: "csv" | "xlsx"): Promise<Buffer>;
  /** What an import belongs to; null when there is none. */
  scope(id: string): Promise<Scope | null>;
  /** What the target of an import belongs to; null when there is no such call. */
  targetScope(target: ImportTarget): Promise<Scope | null>;
  work(): Promise<void>;
}

/** Makes the service. */
export function importService(context: FundContext): ImportService {
  const { store, programme, now } = context;
  const { database, jobs } = store;

  const kindOf = async ({ kind, callId }: ImportTarget): Promise<ImportKind> => {
    if (kind === "organisations") return organisationsImport(programme, now);
    const record = await openedCall(context, callId);
    const definition = record.definition as unknown as CallDefinition;
    return applicationsImport(context, { record, definition, fund: requireFund(context, record.fundId) });
  };
  const surroundings: ImportSurroundings = { store, kindOf };
  const view = async (record: ImportRecord): Promise<ImportView> => ({
    ...record,
    columns: (await kindOf(record)).columns.map(({ name, title, required }) => ({ name, title, required })),
    createdAt: record.createdAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
  });
  const require = async (id: string): Promise<ImportRecord> => {
    const record = await getImport(database, id);
    if (record === null) throw noImport(id);
    return record;
  };

  return {
    async begin({ kind, callId }, fileName, bytes, by) {
      if (bytes.length === 0) throw new Refusal("unusable", "The file is empty.");
      await kindOf({ kind, callId });
      const fundId = callId === null ? null : (await openedCall(context, callId)).fundId;
      const file = { kind, callId, fundId, fileName, sha256: sha256Of(bytes), bytes };
      const id = await addImport(database, file, by, now());
      await jobs.enqueue({ kind: readImportJob, subject: id, payload: {} });
      return view(await require(id));
    },
    async list(actor, query) {
      const funds = fundsOf(actor, ["fund-manager", "auditor"]);
      const { items, ...page } = await listImports(database, { ...query, funds });
      return { ...page, items: await Promise.all(items.map(view)) };
    },
    get: async (id) => view(await require(id)),
    async rows(id, { outcome, ...query }) {
      await require(id);
      const { items, ...page } = await listRows(database, id, { ...query, outcome: outcome ?? null });
      return { ...page, items: items.map(rowView) };
    },
    async errorsCsv(id) {
      await require(id);
      return writeCsv(["row", "column", "name", "value", "probleem", "problem"], errorLines(database, id));
    },
    async confirm(id, by) {
      const { state, counts } = await require(id);
      if (state === "refused")
        throw new Refusal(
          "conflict",
          `${counts.errors} rows are not right. Correct the file and send it again; nothing of it is written before all of it is right.`,
        );
      if (!(await moveImport(database, id, "ready", "confirming", by)))
        throw new Refusal("conflict", `This import is ${state}; only one that is ready can be confirmed.`);
      await jobs.enqueue({ kind: confirmImportJob, subject: id, payload: { by } });
      return view(await require(id));
    },
    async discard(id) {
      const { state } = await require(id);
      if (state !== "ready" && state !== "refused")
        throw new Refusal("conflict", `This import is ${state}; there is nothing to discard.`);
      await database.transaction((tx) => endImport(tx, id, "discarded", now()));
      return view(await require(id));
    },
    template: async (target, format) => template((await kindOf(target)).columns, format, target.kind),
    async scope(id) {
      const record = await getImport(database, id);
      return record === null ? null : { fundId: record.fundId ?? anyFund };
    },
    async targetScope({ kind, callId }) {
      if (kind === "organisations") return { fundId: anyFund };
      const call = callId === null ? null : await getCall(database, callId, now());
      return call === null ? null : { fundId: call.fundId };
    },
    async work() {
      await jobs.work(readImportJob, readImportHandler(surroundings));
      await jobs.work(confirmImportJob, confirmImportHandler(surroundings));
    },
  };
}

/** The words for an import that is not there. */
export function noImport(id: string): Refusal {
  return new Refusal("not-found", `There is no import ${id}.`);
}

async function openedCall(context: FundContext, callId: string | null) {
  const call = callId === null ? null : await getCall(context.store.database, callId, context.now());
  if (call === null) throw new Refusal("not-found", `There is no call ${callId}.`);
  if (call.state !== "open" && call.state !== "closed")
    throw new Refusal(
      "conflict",
      `The call ${call.id} is ${call.state}. Applications are imported once it has opened.`,
    );
  return call;
}

function rowView({ cells, changes, errors, ...row }: PlannedRow): ImportRowPage["items"][number] {
  return { ...row, cells: { ...cells }, changes: [...changes], errors: [...errors] };
}

async function* errorLines(from: FundContext["store"]["database"], id: string) {
  for await (const rows of allRows(from, id, "error"))
    yield rows.flatMap(({ errors }) =>
      errors.map(({ row, column, name, value, problem }) => [
        row,
        column,
        name,
        value,
        problem.nl,
        problem.en,
      ]),
    );
}
