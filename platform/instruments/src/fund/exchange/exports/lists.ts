/** The lists that go out as files. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { dossierOf } from "../../applications/record.js";
import type { CallRecord } from "../../calls/record.js";
import { amountPrefix } from "../imports/application-columns.js";
import type { Column, Written } from "../table/index.js";

/** A list on its way out: its header, and its rows in batches. */
export interface OutgoingList {
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Written[])[]>;
}

const batchSize = 1_000;

/** All organisations under the names of the columns that an import reads, so that a corrected list can come back. */
export function organisationsList(from: Queryable, columns: readonly Column[]): OutgoingList {
  const header = columns.map(({ name }) => name);
  const rows = async function* () {
    for (let after = ""; ; ) {
      const batch = await from.query<Record<string, string | number | null> & { readonly id: string }>(
        `SELECT id, ${header.join(", ")} FROM organisations WHERE id > $1 ORDER BY id LIMIT $2::int`,
        [after, batchSize],
      );
      yield batch.map((row) => header.map((name) => row[name] ?? null));
      if (batch.length < batchSize) return;
      after = batch.at(-1)!.id;
    }
  };
  return { header, batches: rows() };
}

interface ApplicationRow {
  readonly number: number;
  readonly reference: string | null;
  readonly state: string;
  readonly title: string;
  readonly summary: string | null;
  readonly organisation: string;
  readonly kvk: string | null;
  readonly kind: string;
  readonly size: string | null;
  readonly theme: string | null;
  readonly region: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly received: Date;
  readonly requested: Readonly<Record<string, number | null>> | null;
  readonly total: number;
}

/** The submitted applications of a call, in order of receipt. What was written and never submitted is its applicant's. */
export function applicationsList(from: Queryable, call: CallRecord): OutgoingList {
  const { budgets } = call.definition as unknown as Pick<CallDefinition, "budgets">;
  const header = [
    "dossier",
    "state",
    "reference",
    "title",
    "summary",
    "organisation",
    "kvk",
    "kind",
    "size",
    "theme",
    "region",
    "start",
    "end",
    "received",
    ...budgets.map(({ id }) => `${amountPrefix}${id}`),
    "requested",
  ];
  const cells = (row: ApplicationRow): Written[] => [
    dossierOf({ callId: call.id, number: row.number }),
    row.state,
    row.reference,
    row.title,
    row.summary,
    row.organisation,
    row.kvk,
    row.kind,
    row.size,
    row.theme,
    row.region,
    row.start,
    row.end,
    row.received.toISOString(),
    ...budgets.map(({ id }) => ({ cents: row.requested?.[id] ?? 0 })),
    { cents: row.total },
  ];
  const rows = async function* () {
    for (let after = 0; ; ) {
      const batch = await from.query<ApplicationRow>(
        `SELECT a.number, f.reference, a.state, a.title, a.document->>'summary' AS summary, o.name AS organisation, o.kvk,
           o.kind, a.size, a.theme, a.region, a.document->'project'->>'start' AS start,
           a.document->'project'->>'end' AS "end", a.received_at AS received, a.document->'requested' AS requested,
           a.requested AS total
         FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id
         LEFT JOIN application_references f ON f.application_id = a.id
         WHERE a.call_id = $1 AND a.number > $2 ORDER BY a.number LIMIT $3::int`,
        [call.id, after, batchSize],
      );
      yield batch.map(cells);
      if (batch.length < batchSize) return;
      after = batch.at(-1)!.number;
    }
  };
  return { header, batches: rows() };
}
