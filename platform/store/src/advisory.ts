/** Advisory locks by name (PostgreSQL documentation, 13.3.5): work that processes must not do at the same time. */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Transaction } from "./database.js";

/** The 64-bit key of a lock name, as a decimal string. */
export function advisoryKey(name: string): string {
  return Buffer.from(sha256(utf8ToBytes(`voorsprong/${name}`)))
    .readBigInt64BE(0)
    .toString();
}

/** Waits for the lock `name` and holds it until the transaction ends. */
export async function advisoryLock(tx: Transaction, name: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1::bigint)", [advisoryKey(name)]);
}
