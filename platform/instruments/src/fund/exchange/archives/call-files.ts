/** The files of a call's archive, one after the other out of the database. */
import type { Json, Parameter, Queryable } from "@voorsprong/store";
import { type ArchiveFile, type ArchiveKind, ledgerPath, safeName } from "../archive/index.js";
import { callTables } from "./call-tables.js";
import { readme } from "./readme.js";

const batchSize = 500;

const jsonFile = (
  path: string,
  kind: ArchiveKind,
  about: string,
  title: string,
  value: unknown,
): ArchiveFile => ({
  path,
  kind,
  about,
  title,
  entry: null,
  bytes: Buffer.from(JSON.stringify(value, null, 1)),
});

/** Every file but the manifest. */
export async function* callFiles(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  yield {
    path: "README.txt",
    kind: "readme",
    about: callId,
    title: "README",
    entry: null,
    bytes: readme(callId),
  };
  yield* versions(from, callId);
  yield* organisations(from, callId);
  yield* applications(from, callId);
  yield* attachments(from, callId);
  yield* rounds(from, callId);
  for (const { table, kind, where, order } of callTables) {
    let part = 1;
    for await (const rows of pages<{ row: Json }>(
      from,
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} ORDER BY ${order}`,
      [callId],
      4 * batchSize,
    ))
      yield jsonFile(
        `records/${table}-${part++}.json`,
        kind,
        callId,
        table,
        rows.map(({ row }) => row),
      );
  }
  yield jsonFile(ledgerPath, "ledger", callId, "ledger", await ledgerExtract(from, callId));
}

async function* versions(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  const rows = await from.query<{ version: number; document: string; seq: number }>(
    "SELECT version, document, ledger_seq AS seq FROM call_versions WHERE call_id = $1 ORDER BY version",
    [callId],
  );
  for (const { version, document, seq } of rows)
    yield {
      path: `calls/${callId}/versions/${version}.json`,
      kind: "call-version",
      about: callId,
      title: `${callId}, ${version}`,
      entry: seq,
      bytes: Buffer.from(document),
    };
}

async function* organisations(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  const rows = await from.query<{ row: Json }>(
    `SELECT to_jsonb(o) - 'search' AS row FROM organisations o WHERE o.id IN (
       SELECT organisation_id FROM grant_applications WHERE call_id = $1
       UNION SELECT p.organisation_id FROM grant_application_partners p
         JOIN grant_applications a ON a.id = p.application_id WHERE a.call_id = $1)
     ORDER BY o.id`,
    [callId],
  );
  yield jsonFile(
    "organisations.json",
    "organisation",
    callId,
    "organisations",
    rows.map(({ row }) => row),
  );
}

async function* applications(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  type Row = { id: string; title: string; number: number; version: number; document: string; seq: number };
  for await (const rows of pages<Row>(
    from,
    `SELECT v.application_id AS id, a.title, a.number, v.version, v.document, v.ledger_seq AS seq
     FROM grant_application_versions v JOIN grant_applications a ON a.id = v.application_id
     WHERE a.call_id = $1 AND v.document IS NOT NULL ORDER BY a.number, v.version`,
    [callId],
  ))
    for (const { id, title, number, version, document, seq } of rows)
      yield {
        path: `applications/${id}/versions/${version}.json`,
        kind: "application",
        about: id,
        title: `${number}. ${title}`.slice(0, 500),
        entry: seq,
        bytes: Buffer.from(document),
      };
}

/** Attachments of applications, reports and objections; one at a time, for each may be ten megabytes. */
async function* attachments(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  const listed = await from.query<{ id: string; name: string; kind: string; owner: string }>(
    `SELECT f.id, f.name, f.owner_kind AS kind, f.owner_id AS owner FROM attachments f WHERE f.owner_id IN (
       SELECT id FROM grant_applications WHERE call_id = $1
       UNION ALL SELECT id::text FROM objections WHERE call_id = $1
       UNION ALL SELECT r.id::text FROM grant_reports r JOIN grant_applications a ON a.id = r.application_id
         WHERE a.call_id = $1)
     ORDER BY f.owner_id, f.id`,
    [callId],
  );
  for (const { id, name, kind, owner } of listed) {
    const [file] = await from.query<{ bytes: Uint8Array }>(
      "SELECT bytes FROM attachments WHERE owner_kind = $1 AND owner_id = $2 AND id = $3",
      [kind, owner, id],
    );
    if (file === undefined) continue;
    yield {
      path: `attachments/${safeName(owner)}/${id}-${safeName(name)}`,
      kind: "attachment",
      about: owner,
      title: name,
      entry: null,
      bytes: Buffer.from(file.bytes),
    };
  }
}

/** Rounds of the call that count, each with its decision. */
const callRounds = `rounds r WHERE NOT r.trial AND r.terms->>'round' = $1
  AND r.fund_id = (SELECT fund_id FROM calls WHERE id = $1)`;

async function* rounds(from: Queryable, callId: string): AsyncGenerator<ArchiveFile> {
  const rows = await from.query<{ id: string; title: string }>(
    `SELECT r.id, r.title FROM ${callRounds} ORDER BY r.ledger_seq`,
    [callId],
  );
  for (const { id, title } of rows) {
    const [kept] = await from.query<{ round: string; decision: string | null }>(
      `SELECT r.document AS round, d.document AS decision FROM rounds r LEFT JOIN decisions d ON d.round_id = r.id
       WHERE r.id = $1`,
      [id],
    );
    const file = (name: "round" | "decision", text: string): ArchiveFile => ({
      path: `rounds/${id}/${name}.json`,
      kind: name,
      about: id,
      title,
      entry: null,
      bytes: Buffer.from(text),
    });
    if (kept !== undefined) yield file("round", kept.round);
    if (kept?.decision != null) yield file("decision", kept.decision);
  }
}

async function ledgerExtract(from: Queryable, callId: string) {
  const entries = await from.query<Record<string, unknown> & { at: Date }>(
    `SELECT seq, at, kind, subject, body, previous, hash, signature FROM ledger
     WHERE seq = 1 OR subject = $1 OR subject IN (SELECT id FROM grant_applications WHERE call_id = $1)
       OR subject IN (SELECT r.id FROM ${callRounds}) ORDER BY seq`,
    [callId],
  );
  return {
    format: "voorsprong-ledger-extract/1",
    entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  };
}

/** Pages of a query that has an order. */
async function* pages<Row>(
  from: Queryable,
  query: string,
  parameters: readonly Parameter[],
  size = batchSize,
): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += size) {
    const rows = await from.query<Row>(`${query} LIMIT ${size} OFFSET ${offset}`, parameters);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
  }
}
