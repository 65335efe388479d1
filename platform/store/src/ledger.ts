/** The ledger: what was announced and decided, in order, chained and signed (docs/formats/ledger.md). */
import { advisoryLock } from "./advisory.js";
import type { Database, Queryable, Transaction } from "./database.js";
import { beforeFirst, entryHash, type LedgerEntry, type LedgerRecord } from "./ledger-entry.js";
import type { PublicKey, Signer } from "./signing-key.js";

/** The last entry, signed as such: it shows when entries were cut off at the end. */
export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
  /** Compact JWS over the text `seq`, a space, `hash`. */
  readonly signature: string;
}

/** The whole ledger, as `voorsprong verify --ledger` reads it. */
export interface LedgerExport {
  readonly format: "voorsprong-ledger/1";
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead;
}

/** One page of a list, `page` counted from 1; `total` is the number of items on all pages. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** Which page of the ledger, newest entry first. */
export interface LedgerQuery {
  readonly page: number;
  readonly pageSize: number;
  /** Only entries about this subject. */
  readonly subject?: string | undefined;
}

/** The open ledger. */
export interface Ledger {
  /** The key of entry 1. */
  readonly publicKey: PublicKey;
  /**
   * Adds an entry in the transaction that does what the entry records, so that neither exists without the other.
   * Appends of all processes wait for each other until their transactions end: make it the last thing that is slow.
   */
  append(tx: Transaction, record: LedgerRecord): Promise<LedgerEntry>;
  /** Adds many entries in their order, as `append` would one by one; for what happens to thousands at once. */
  appendAll(tx: Transaction, records: readonly LedgerRecord[]): Promise<readonly LedgerEntry[]>;
  page(query: LedgerQuery): Promise<Page<LedgerEntry>>;
  head(): Promise<LedgerHead>;
  export(): Promise<LedgerExport>;
}

type LedgerRow = Omit<LedgerEntry, "at"> & { readonly at: Date };

const columns = "seq, at, kind, subject, body, previous, hash, signature";

const entryOf = ({ at, ...rest }: LedgerRow): LedgerEntry => ({ ...rest, at: at.toISOString() });

async function lastOf(from: Queryable): Promise<LedgerEntry | null> {
  const [row] = await from.query<LedgerRow>(`SELECT ${columns} FROM ledger ORDER BY seq DESC LIMIT 1`);
  return row === undefined ? null : entryOf(row);
}

/** How many signatures are made at a time, and rows written in one statement. */
const batchSize = 500;

async function appendAll(
  tx: Transaction,
  signer: Signer,
  now: () => Date,
  records: readonly LedgerRecord[],
): Promise<LedgerEntry[]> {
  await advisoryLock(tx, "ledger");
  let last: Pick<LedgerEntry, "seq" | "hash"> = (await lastOf(tx)) ?? { seq: 0, hash: beforeFirst };
  const entries: LedgerEntry[] = [];
  for (let start = 0; start < records.length; start += batchSize) {
    const hashed = records.slice(start, start + batchSize).map(({ kind, subject, body }) => {
      const unsigned = {
        seq: last.seq + 1,
        at: now().toISOString(),
        kind,
        subject,
        body,
        previous: last.hash,
      };
      last = { seq: unsigned.seq, hash: entryHash(unsigned) };
      return { ...unsigned, hash: last.hash };
    });
    const batch = await Promise.all(
      hashed.map(async (entry) => ({ ...entry, signature: await signer.sign(entry.hash) })),
    );
    await insertEntries(tx, batch);
    entries.push(...batch);
  }
  return entries;
}

async function insertEntries(tx: Transaction, entries: readonly LedgerEntry[]): Promise<void> {
  await tx.query(
    `INSERT INTO ledger (${columns})
     SELECT seq, at::timestamptz, kind, subject, body::jsonb, previous, hash, signature
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       AS e (${columns})`,
    [
      entries.map(({ seq }) => seq),
      entries.map(({ at }) => at),
      entries.map(({ kind }) => kind),
      entries.map(({ subject }) => subject),
      entries.map(({ body }) => JSON.stringify(body)),
      entries.map(({ previous }) => previous),
      entries.map(({ hash }) => hash),
      entries.map(({ signature }) => signature),
    ],
  );
}

/**
 * Writes entry 1 where there is none, and refuses a key that is not the one of entry 1.
 * @throws Error when the ledger was opened with another key
 */
async function openWith(database: Database, signer: Signer, now: () => Date): Promise<void> {
  const first = () =>
    database.query<{ kid: string }>("SELECT body->'key'->>'kid' AS kid FROM ledger WHERE seq = 1");
  const [opened] = await first();
  if (opened === undefined) {
    await database.transaction(async (tx) => {
      await advisoryLock(tx, "ledger");
      if ((await lastOf(tx)) !== null) return;
      const { kty, crv, x, kid } = signer.publicKey;
      const body = { key: { kty, crv, x, kid } };
      await appendAll(tx, signer, now, [{ kind: "ledger.opened", subject: kid, body }]);
    });
  }
  const kid = (opened ?? (await first())[0])?.kid;
  if (kid !== signer.publicKey.kid) {
    throw new Error(
      `the ledger was opened with key ${kid} and can only go on with it, but the signing key is ` +
        `${signer.publicKey.kid}; give the key of the ledger in VOORSPRONG_SIGNING_KEY`,
    );
  }
}

/**
 * Opens the ledger of a migrated database.
 * @param now the clock that dates entries
 */
export async function openLedger(database: Database, signer: Signer, now: () => Date): Promise<Ledger> {
  await openWith(database, signer, now);
  const signedHead = async ({ seq, hash }: LedgerEntry): Promise<LedgerHead> => ({
    seq,
    hash,
    signature: await signer.sign(`${seq} ${hash}`),
  });
  return {
    publicKey: signer.publicKey,
    append: async (tx, record) => (await appendAll(tx, signer, now, [record]))[0]!,
    appendAll: (tx, records) => appendAll(tx, signer, now, records),
    async page({ page, pageSize, subject = null }) {
      const matching = "FROM ledger WHERE $1::text IS NULL OR subject = $1";
      const [count] = await database.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [
        subject,
      ]);
      const rows = await database.query<LedgerRow>(
        `SELECT ${columns} ${matching} ORDER BY seq DESC LIMIT $2::int OFFSET $3::bigint`,
        [subject, pageSize, (page - 1) * pageSize],
      );
      return { items: rows.map(entryOf), page, pageSize, total: count!.total };
    },
    async head() {
      return signedHead((await lastOf(database))!);
    },
    async export() {
      // One statement sees one moment: the head is the last of exactly these entries.
      const rows = await database.query<LedgerRow>(`SELECT ${columns} FROM ledger ORDER BY seq`);
      const entries = rows.map(entryOf);
      return { format: "voorsprong-ledger/1", entries, head: await signedHead(entries.at(-1)!) };
    },
  };
}
