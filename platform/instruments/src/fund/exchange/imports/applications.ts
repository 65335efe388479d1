/**
 * Import of applications into a call: those that came in elsewhere, on paper or in another portal. Each is frozen,
 * recorded in the ledger and has a receipt, as one that was sent here. Its own reference tells which it is when the same
 * list comes again.
 */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import type { CallRecord } from "../../calls/record.js";
import type { FundContext } from "../../context.js";
import type { Column, ImportRecord, Value } from "../table/index.js";
import { amountPrefix, applicationColumns } from "./application-columns.js";
import { type ImportKind, metBefore, type PlannedRow, rowError, rowInError, type SeenKeys } from "./kind.js";
import { writeApplications } from "./write-applications.js";

/** An imported application as it is there. */
interface Kept {
  readonly reference: string;
  readonly id: string;
  readonly state: string;
  readonly cells: Readonly<Record<string, Value>>;
  /** Whether it is in a round that counts. */
  readonly inRound: boolean;
}

/** The call that applications are imported into. */
export interface ImportCall {
  readonly record: CallRecord;
  readonly definition: CallDefinition;
  readonly fund: FundDefinition;
}

/** The import of applications into a call. */
export function applicationsImport(
  context: Pick<FundContext, "programme" | "store" | "now">,
  call: ImportCall,
): ImportKind {
  const columns = applicationColumns(context.programme, call.fund, call.definition);
  return {
    columns,
    plan: (from, records, seen) => plan(from, records, seen, { call, columns, now: context.now() }),
    apply: (tx, rows, by) => writeApplications(tx, context, call, rows, by),
  };
}

interface Comparison {
  readonly call: ImportCall;
  readonly columns: readonly Column[];
  readonly now: Date;
}

async function plan(
  from: Queryable,
  records: readonly ImportRecord[],
  seen: SeenKeys,
  comparison: Comparison,
): Promise<PlannedRow[]> {
  const there = await findApplications(from, comparison.call, records);
  return records.map((record) => {
    const title = String(record.values.title ?? record.values.reference ?? "");
    const errors = [...record.errors, ...contradictions(record, comparison)];
    const reference = record.values.reference;
    const before = reference === undefined ? null : metBefore(seen, String(reference), record.row);
    if (before !== null)
      errors.push(
        rowError(
          record.row,
          "reference",
          `Dit kenmerk staat ook in rij ${before}. Elk kenmerk staat er een keer.`,
          `This reference is also in row ${before}. Each reference stands there once.`,
        ),
      );
    const kept = there.get(String(reference)) ?? null;
    const blocked = kept === null ? null : whyNotChanged(kept);
    if (errors.length > 0) return rowInError({ ...record, errors }, title);
    const row = compared(record, title, kept, comparison.columns);
    if (row.outcome === "changed" && blocked !== null)
      return rowInError(record, title, [rowError(record.row, "reference", blocked.nl, blocked.en)]);
    return row;
  });
}

/** What is wrong with a row though each of its cells is right. */
function contradictions(
  { row, values }: ImportRecord,
  { call: { record, definition }, now }: Comparison,
): ReturnType<typeof rowError>[] {
  const errors: ReturnType<typeof rowError>[] = [];
  const asked = definition.budgets.some(({ id }) => Number(values[`${amountPrefix}${id}`] ?? 0) > 0);
  if (!asked)
    errors.push(
      rowError(
        row,
        amountPrefix + (definition.budgets[0]?.id ?? ""),
        "Er is geen bedrag gevraagd. Vul ten minste een bedrag in.",
        "No amount is asked for. Fill in at least one amount.",
      ),
    );
  const { start, end } = values;
  if (start !== undefined && end !== undefined && start > end)
    errors.push(rowError(row, "end", "Het einde ligt voor het begin.", "The end is before the start."));
  const received = values.received === undefined ? now : new Date(String(values.received));
  if (received < record.opens || received >= record.closes)
    errors.push(
      rowError(
        row,
        "received",
        values.received === undefined
          ? "De openstelling is niet open. Vul in wanneer de aanvraag is ontvangen."
          : "Dit valt buiten de openstelling.",
        values.received === undefined
          ? "The call is not open. Fill in when the application was received."
          : "This is outside the period of the call.",
      ),
    );
  return errors;
}

async function findApplications(
  from: Queryable,
  { record: { id: callId, fundId } }: ImportCall,
  records: readonly ImportRecord[],
): Promise<Map<string, Kept>> {
  const references = records.flatMap(({ values: { reference } }) =>
    reference === undefined ? [] : [String(reference)],
  );
  const rows = await from.query<Kept>(
    `SELECT f.reference, f.application_id AS id, g.state, f.cells, EXISTS (
       SELECT FROM rounds r JOIN applications a ON a.round_id = r.id
       WHERE r.fund_id = $3 AND NOT r.trial AND a.id = g.id) AS "inRound"
     FROM application_references f JOIN grant_applications g ON g.id = f.application_id
     WHERE f.call_id = $1 AND f.reference = ANY ($2::text[])`,
    [callId, references, fundId],
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

function whyNotChanged({ state, inRound }: Kept) {
  if (inRound)
    return {
      nl: "Over deze aanvraag wordt al besloten; zij verandert niet meer.",
      en: "This application is being decided; it does not change any more.",
    };
  if (state === "withdrawn")
    return {
      nl: "Deze aanvraag is ingetrokken. Geef haar een nieuw kenmerk.",
      en: "This application was withdrawn. Give it a new reference.",
    };
  return null;
}

function compared(
  record: ImportRecord,
  title: string,
  there: Kept | null,
  columns: readonly Column[],
): PlannedRow {
  const row = { line: record.row, title, errors: [] };
  if (there === null) return { ...row, outcome: "new", cells: record.values, target: null, changes: [] };
  const changes = columns.flatMap(({ name }) => {
    const to = record.values[name];
    const from = there.cells[name] ?? null;
    return to === undefined || to === from ? [] : [{ name, from, to }];
  });
  return {
    ...row,
    outcome: changes.length === 0 ? "unchanged" : "changed",
    cells: { ...there.cells, ...record.values },
    target: there.id,
    changes,
  };
}
