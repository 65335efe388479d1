/** Archives: a call out as one file, and what comes from other installations checked and kept. */
import type { Readable } from "node:stream";
import type { Scope } from "@voorsprong/access";
import { advisoryLock } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { getCall } from "../../calls/read-calls.js";
import { type FundContext, requireFund } from "../../context.js";
import { type ArchiveKind, type CheckedArchive, readArchive, writeArchive } from "../archive/index.js";
import { callFiles } from "./call-files.js";
import { type FileCount, getFile, insertArchive, keptSince, listArchives, listFiles } from "./store.js";
import type { ArchiveCheck, ArchiveFilePage, ArchiveList, ArchiveSummary } from "./views.js";

/** Which files of an archive. */
export interface ArchiveFileQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly kind?: ArchiveKind | undefined;
  readonly search?: string | undefined;
}

/** What can be asked of archives. Methods throw `Refusal` for what does not exist or cannot be. */
export interface ArchiveService {
  /** The archive of a call as a zip file. */
  make(callId: string): Promise<Readable>;
  /** What a call belongs to; null when there is none, or nothing of it was published. */
  callScope(callId: string): Promise<Scope | null>;
  /** What a file holds and whether all of it is in order; nothing is kept. */
  check(bytes: Buffer): Promise<ArchiveCheck>;
  /** Keeps an archive that is in order; one that is there already stays as it is. */
  keep(bytes: Buffer, by: string): Promise<ArchiveSummary>;
  list(): Promise<ArchiveList>;
  files(hash: string, query: ArchiveFileQuery): Promise<ArchiveFilePage>;
  file(hash: string, position: number): Promise<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** Makes the service. */
export function archiveService(context: FundContext): ArchiveService {
  const { store, programme, now } = context;
  const { database, ledger, signer } = store;

  const summary = (
    {
      manifest,
      hash,
    }: { readonly manifest: Omit<CheckedArchive["manifest"], "files">; readonly hash: string },
    files: readonly FileCount[],
    keptAt: Date | null,
  ): ArchiveSummary => ({
    hash,
    call: manifest.call,
    fund: manifest.fund,
    programme: manifest.programme,
    madeAt: manifest.madeAt,
    example: manifest.example,
    keyId: manifest.key.kid,
    own: manifest.key.x === ledger.publicKey.x,
    files: [...files],
    keptAt: keptAt?.toISOString() ?? null,
  });

  return {
    async make(callId) {
      const call = await getCall(database, callId, now());
      if (call === null || call.version === 0) throw noCall(callId);
      const { kty, crv, x, kid } = ledger.publicKey;
      const head = {
        madeAt: now().toISOString(),
        programme: programme.id,
        fund: { id: call.fundId, title: requireFund(context, call.fundId).title },
        call: { id: callId, title: call.title },
        example: call.example,
        key: { kty, crv, x, kid },
      };
      return writeArchive(head, callFiles(database, callId), (text) => signer.sign(text));
    },
    async callScope(callId) {
      const call = await getCall(database, callId, now());
      return call === null || call.version === 0 ? null : { fundId: call.fundId };
    },
    async check(bytes) {
      const read = await readArchive(bytes);
      if ("faults" in read) return { archive: null, faults: [...read.faults] };
      const { archive } = read;
      return {
        archive: summary(archive, countsOf(archive), await keptSince(database, archive.hash)),
        faults: [],
      };
    },
    async keep(bytes, by) {
      const read = await readArchive(bytes);
      if ("faults" in read)
        throw new Refusal(
          "unusable",
          "The archive is not in order, so nothing of it was kept.",
          read.faults.map(({ path, problem }) => ({
            in: "body" as const,
            location: path === null ? {} : { pointer: `/${path}` },
            code: "fault",
            detail: problem.en,
          })),
        );
      const { archive } = read;
      const keptAt = await database.transaction(async (tx) => {
        await advisoryLock(tx, `exchange.archive/${archive.hash}`);
        const before = await keptSince(tx, archive.hash);
        if (before !== null) return before;
        const at = now();
        const { manifest, hash } = archive;
        const { seq } = await ledger.append(tx, {
          kind: "archive.kept",
          subject: hash,
          body: { call: manifest.call.id, key: manifest.key.kid, files: manifest.files.length },
        });
        await insertArchive(tx, archive, { by, now: at, seq });
        return at;
      });
      return summary(archive, countsOf(archive), keptAt);
    },
    async list() {
      const kept = await listArchives(database);
      return { items: kept.map(({ counts, keptAt, ...archive }) => summary(archive, counts, keptAt)) };
    },
    async files(hash, { kind, search, ...page }) {
      if ((await keptSince(database, hash)) === null) throw noArchive(hash);
      const { items, ...rest } = await listFiles(database, hash, {
        ...page,
        kind: kind ?? null,
        search: search?.trim() || null,
      });
      return { ...rest, items: [...items] };
    },
    async file(hash, position) {
      const file = await getFile(database, hash, position);
      if (file === null) throw noArchive(hash);
      return file;
    },
  };
}

function countsOf({ manifest }: CheckedArchive): FileCount[] {
  const counts = new Map<ArchiveKind, { count: number; size: number }>();
  for (const { kind, size } of manifest.files) {
    const before = counts.get(kind) ?? { count: 0, size: 0 };
    counts.set(kind, { count: before.count + 1, size: before.size + size });
  }
  return [...counts].map(([kind, each]) => ({ kind, ...each })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The words for a call that is not there, or of which nothing was published. */
export function noCall(callId: string): Refusal {
  return new Refusal("not-found", `There is no call ${callId}.`);
}

function noArchive(hash: string): Refusal {
  return new Refusal("not-found", `There is no archive ${hash}.`);
}
