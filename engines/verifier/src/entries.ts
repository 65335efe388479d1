/** The entries of a ledger and their chain (docs/formats/ledger.md). */
import { canonicalText } from "./jcs.js";
import type { Json } from "./json.js";
import { type SigningKey, signedText } from "./jws.js";
import { without } from "./plain.js";
import { refuse } from "./refusal.js";
import { hashOf } from "./sha256.js";
import { fields, hash, natural, record, text } from "./shape.js";

/** One entry, as far as its checks need it. */
export interface Entry {
  readonly seq: number;
  readonly kind: string;
  readonly body: Json;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string;
}

/** `previous` of the first entry. */
const NOTHING = `sha256:${"0".repeat(64)}`;

const MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;

/** Reads one entry: all of its fields and no others. */
export function readEntry(value: Json, where: string): Entry {
  const names = ["seq", "at", "kind", "subject", "body", "previous", "hash", "signature"];
  const entry = fields(value, where, names);
  entry.get("at", moment);
  entry.get("subject", text);
  return {
    seq: entry.get("seq", natural),
    kind: entry.get("kind", text),
    body: entry.get("body", (body) => body),
    previous: entry.get("previous", hash),
    hash: entry.get("hash", hash),
    signature: entry.get("signature", text),
  };
}

/** A moment in UTC with milliseconds, as ISO 8601. */
function moment(value: Json, where: string): string {
  const found = text(value, where);
  if (!MOMENT.test(found))
    refuse(
      where,
      "Dit is geen tijdstip in UTC met milliseconden.",
      "This is not a moment in UTC with milliseconds.",
    );
  return found;
}

/**
 * Walks the entries and refuses the first that is wrong. What an entry says about itself (hash and signature) comes
 * before its place, so that a moved entry is told from a changed one.
 */
export async function checkEntries(entries: readonly Json[], key: SigningKey | undefined): Promise<Entry> {
  let before: Entry | undefined;
  for (const [i, value] of entries.entries()) {
    const where = `/entries/${i}`;
    const entry = readEntry(value, where);
    const name = entry.seq;
    // Of a changed entry not even its number can be trusted, so it is named by its place.
    if (hashOf(sealed(value)) !== entry.hash)
      refuse(
        where,
        `Regel ${i + 1} is veranderd: de hash past niet.`,
        `Entry ${i + 1} was changed: its hash does not fit.`,
      );
    if (key !== undefined && (await signedText(entry.signature, key)) !== entry.hash)
      refuse(where, `De handtekening van regel ${name} is vals.`, `The signature of entry ${name} is false.`);
    checkPlace(entries, i, entry);
    if (before !== undefined && entry.previous !== before.hash)
      refuse(
        `/entries/${i - 1}`,
        `Regel ${before.seq} is veranderd: regel ${name} volgt op een andere.`,
        `Entry ${before.seq} was changed: entry ${name} follows another one.`,
      );
    if (before === undefined && entry.previous !== NOTHING)
      refuse(where, "Voor regel 1 ontbreekt iets.", "Something is missing before entry 1.");
    before = entry;
  }
  return before!;
}

/** Refuses an entry whose number is not that of its place: either that number is elsewhere, or it was removed. */
function checkPlace(entries: readonly Json[], i: number, entry: Entry): void {
  const expected = i + 1;
  if (entry.seq === expected) return;
  const where = `/entries/${i}`;
  const elsewhere = entries.some(
    (other) => other !== null && typeof other === "object" && (other as { seq?: Json }).seq === expected,
  );
  if (elsewhere)
    refuse(
      where,
      `Regel ${expected} staat niet op zijn plaats; daar staat regel ${entry.seq}.`,
      `Entry ${expected} is not in its place; entry ${entry.seq} is there.`,
    );
  refuse(where, `Regel ${expected} is weggehaald.`, `Entry ${expected} was removed.`);
}

/** The text that an entry's hash covers: all but the hash and the signature. */
function sealed(value: Json): string {
  return canonicalText(without(record(value, ""), ["hash", "signature"]));
}
