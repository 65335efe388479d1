/** The tables of archives that came from other installations. */
import type { Page, Queryable, Transaction } from "@voorsprong/store";
import type { ArchiveKind, CheckedArchive, Manifest } from "../archive/index.js";
import type { ArchiveFileView } from "./views.js";

/** An archive as it is kept. */
export interface KeptArchive {
  readonly hash: string;
  readonly manifest: Manifest;
  readonly keptAt: Date;
}

/** Files of one statement together, in bytes: they are in memory as hexadecimal text. */
const batchBytes = 4 * 1024 * 1024;

/** All archives that are kept, newest first; without their files in the manifest, which may be many. */
export function listArchives(from: Queryable): Promise<(KeptArchive & { readonly counts: FileCount[] })[]> {
  return from.query(
    `SELECT a.hash, a.manifest, a.taken_in_at AS "keptAt",
       (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'count', count, 'size', size) ORDER BY kind) FROM (
         SELECT kind, count(*) AS count, sum(size) AS size FROM archive_files f WHERE f.archive = a.hash GROUP BY kind) k)
         AS counts
     FROM archives a ORDER BY a.taken_in_at DESC, a.hash`,
  );
}

/** How many files of a kind, and their bytes together. */
export interface FileCount {
  readonly kind: ArchiveKind;
  readonly count: number;
  readonly size: number;
}

/** When an archive was taken in, or null. */
export async function keptSince(from: Queryable, hash: string): Promise<Date | null> {
  const [row] = await from.query<{ keptAt: Date }>(
    'SELECT taken_in_at AS "keptAt" FROM archives WHERE hash = $1',
    [hash],
  );
  return row?.keptAt ?? null;
}

/** Keeps an archive with every file. */
export async function insertArchive(
  tx: Transaction,
  { manifest, hash, read }: CheckedArchive,
  { by, now, seq }: { readonly by: string; readonly now: Date; readonly seq: number },
): Promise<void> {
  const { files, ...head } = manifest;
  await tx.query(
    `INSERT INTO archives (hash, manifest, key_id, call_id, title, file_count, size, taken_in_by, taken_in_at, ledger_seq)
     VALUES ($1, $2::jsonb, $3, $4, $5::jsonb, $6, $7, $8, $9, $10)`,
    [
      hash,
      JSON.stringify(head),
      manifest.key.kid,
      manifest.call.id,
      JSON.stringify(manifest.call.title),
      files.length,
      files.reduce((sum, { size }) => sum + size, 0),
      by,
      now,
      seq,
    ],
  );
  for (let start = 0; start < files.length; ) {
    const texts: string[] = [];
    for (let bytes = 0; start + texts.length < files.length && bytes < batchBytes; ) {
      const content = await read(files[start + texts.length]!);
      bytes += content.length;
      texts.push(content.toString("hex"));
    }
    const batch = files.slice(start, start + texts.length);
    await tx.query(
      `INSERT INTO archive_files (archive, position, path, kind, about, title, size, sha256, bytes)
       SELECT $1, position, path, kind, about, title, size, sha256, decode(bytes, 'hex')
       FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[])
         AS f (position, path, kind, about, title, size, sha256, bytes)`,
      [
        hash,
        batch.map((_, index) => start + index),
        batch.map(({ path }) => path),
        batch.map(({ kind }) => kind),
        batch.map(({ about }) => about),
        batch.map(({ title }) => title),
        batch.map(({ size }) => size),
        batch.map(({ sha256 }) => sha256),
        texts,
      ],
    );
    start += texts.length;
  }
}

/** One page of the files of an archive. */
export async function listFiles(
  from: Queryable,
  hash: string,
  {
    page,
    pageSize,
    kind,
    search,
  }: {
    readonly page: number;
    readonly pageSize: number;
    readonly kind: ArchiveKind | null;
    readonly search: string | null;
  },
): Promise<Page<ArchiveFileView>> {
  const matching = `FROM archive_files WHERE archive = $1 AND ($2::text IS NULL OR kind = $2)
    AND ($3::text IS NULL OR strpos(lower(path || ' ' || title), lower($3)) > 0)`;
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [
    hash,
    kind,
    search,
  ]);
  const items = await from.query<ArchiveFileView>(
    `SELECT position, path, kind, about, title, size, sha256 ${matching} ORDER BY position
     LIMIT $4::int OFFSET $5::bigint`,
    [hash, kind, search, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}

/** One file, or null. */
export async function getFile(
  from: Queryable,
  hash: string,
  position: number,
): Promise<{ readonly path: string; readonly bytes: Uint8Array } | null> {
  const [row] = await from.query<{ path: string; bytes: Uint8Array }>(
    "SELECT path, bytes FROM archive_files WHERE archive = $1 AND position = $2",
    [hash, position],
  );
  return row ?? null;
}
