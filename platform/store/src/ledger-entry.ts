/** One ledger entry and its hash: the part of docs/formats/ledger.md that needs no database. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalizeModule from "canonicalize";
import { type Json, refuseInexact, refuseUnstorable } from "./storable.js";

// The package is CommonJS and its types describe an ES module: at run time the default import is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** What is to be recorded. */
export interface LedgerRecord {
  /** What happened, for instance `decision.published`. */
  readonly kind: string;
  /** Id of what it is about. */
  readonly subject: string;
  /** Hashes and names of organisations; no personal data. Numbers are whole and below 2^53. */
  readonly body: { readonly [name: string]: Json };
}

/** An entry before it is hashed and signed. */
export interface UnsignedEntry extends LedgerRecord {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** Moment of writing: UTC, milliseconds, ISO 8601. */
  readonly at: string;
  /** Hash of the entry before it. */
  readonly previous: string;
}

/** An entry as it is exported. */
export interface LedgerEntry extends UnsignedEntry {
  readonly hash: string;
  /** Compact JWS over the text of `hash`. */
  readonly signature: string;
}

/** What `previous` is in entry 1. */
export const beforeFirst = `sha256:${"0".repeat(64)}`;

/**
 * `sha256:` and the hex digest of the RFC 8785 form of an entry, in UTF-8.
 * @throws RangeError when a text or number in it would not be read back as it was hashed
 */
export function entryHash({ seq, at, kind, subject, body, previous }: UnsignedEntry): string {
  const hashed = { seq, at, kind, subject, body, previous };
  refuseUnstorable(hashed, `ledger entry ${kind}`);
  refuseInexact(hashed, `ledger entry ${kind}`);
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize(hashed)!)))}`;
}
