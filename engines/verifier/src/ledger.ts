import { checkEntries, type Entry, readEntry } from "./entries.js";
import type { Json } from "./json.js";
import { importKey, type PublicKey, type SigningKey, signedText } from "./jws.js";
import { plain } from "./plain.js";
import { findDecision } from "./published.js";
import { failure, type Reason, refuse, type Text } from "./refusal.js";
import { fields, hash, listOf, natural, oneOf, record, text } from "./shape.js";

/** What was found about a ledger export. */
export interface LedgerVerdict {
  /** Whether every check held that could be done. */
  readonly valid: boolean;
  readonly kind: "ledger";
  /** Number of entries in the export. */
  readonly entries: number;
  /** Whether signatures were checked. When not, someone who rebuilt the whole chain goes unnoticed. */
  readonly signed: boolean;
  /** Fingerprint of the key in entry 1: its JWK thumbprint (RFC 7638), base64url. `null` when it cannot be read. */
  readonly key: string | null;
  /** One per check, in this order: `shape`, `key`, `entries`, `signatures`, `head`, and `decision` when asked for. */
  readonly reasons: readonly Reason[];
}

/** The signed end of a ledger. */
interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
}

/**
 * Checks a ledger export (docs/formats/ledger.md), from the export alone. Never throws or rejects, whatever it is
 * given. It names the first entry that was changed, removed or put elsewhere.
 *
 * **It proves** that the entries are in their order without gaps, that none was changed after it was written, that
 * none is missing at the end that the head knows of, and that all were signed with the key in entry 1. With
 * `decision` also that the ledger holds the publication of exactly that document.
 *
 * **It does not prove** whose key that is, or that this is the newest state of the ledger: compare the key and the
 * head with a copy from elsewhere or from earlier. It does not prove that `at` is the true time, or that a decision
 * is right (`verifyDecision`). Where the machine cannot check Ed25519 signatures, the hashes alone are checked, and
 * `signed` is false.
 *
 * @param ledger an `ExactDocument`, or what `parseExact` made of the text.
 * @param options.decision a decision document that should have been published in this ledger.
 */
export async function verifyLedger(
  ledger: unknown,
  options: { readonly decision?: unknown } = {},
): Promise<LedgerVerdict> {
  const reasons: Reason[] = [];
  /** Runs one check; its result, or undefined when it failed. */
  const run = async <T>(
    check: string,
    step: () => T | Promise<T>,
    words: (value: T) => Text,
  ): Promise<T | undefined> => {
    try {
      const value = await step();
      reasons.push({ check, ok: true, message: words(value) });
      return value;
    } catch (error) {
      reasons.push(failure(check, error));
      return undefined;
    }
  };
  const verdict = (entries: number, signed: boolean, key: string | null): LedgerVerdict => {
    const valid = reasons.every(({ ok }) => ok !== false);
    return { valid, kind: "ledger", entries, signed: signed && valid, key, reasons };
  };

  const read = await run(
    "shape",
    () => readExport(ledger),
    ({ entries }) => ({
      nl: `De uitvoer heeft ${entries.length} regels en een slotregel.`,
      en: `The export has ${entries.length} entries and a head.`,
    }),
  );
  if (read === undefined) return verdict(0, false, null);
  const { entries, head } = read;
  const count = entries.length;

  const published = await run(
    "key",
    () => readKey(entries[0]!),
    ({ fingerprint, verifier }) => {
      const nl = `De openbare sleutel in regel 1 heeft de vingerafdruk ${fingerprint}; vergelijk die met een bekendgemaakte.`;
      const en = `The public key in entry 1 has the fingerprint ${fingerprint}; compare it with a published one.`;
      return verifier !== undefined
        ? { nl, en }
        : {
            nl: `${nl} Deze computer kan Ed25519 niet controleren.`,
            en: `${en} This machine cannot check Ed25519.`,
          };
    },
  );
  const key = published?.verifier;
  // Without a key that can be read, the chain is checked and the failed check of the key remains.
  const chain = await run(
    "entries",
    () => checkEntries(entries, key),
    (last) => ({
      nl: `Alle ${count} regels sluiten op elkaar aan, tot ${last.hash}.`,
      en: `All ${count} entries follow on each other, up to ${last.hash}.`,
    }),
  );
  if (key === undefined)
    reasons.push({
      check: "signatures",
      ok: null,
      message: {
        nl: "De handtekeningen zijn niet gecontroleerd.",
        en: "The signatures have not been checked.",
      },
    });
  else if (chain !== undefined)
    reasons.push({
      check: "signatures",
      ok: true,
      message: { nl: `Alle ${count} handtekeningen kloppen.`, en: `All ${count} signatures are right.` },
    });
  if (chain !== undefined)
    await run(
      "head",
      () => checkHead(head, chain, key),
      () => ({
        nl: `De slotregel noemt regel ${head.seq}: aan het eind ontbreekt niets.`,
        en: `The head names entry ${head.seq}: nothing is missing at the end.`,
      }),
    );
  if ("decision" in options)
    await run(
      "decision",
      () => findDecision(entries, options.decision),
      (seq) => ({
        nl: `Dit besluit is bekendgemaakt in regel ${seq}.`,
        en: `This decision was published in entry ${seq}.`,
      }),
    );
  return verdict(count, key !== undefined, published?.fingerprint ?? null);
}

/** Reads the frame of an export. Entries are read one by one later, so that a broken one can be named. */
function readExport(ledger: unknown): { entries: readonly Json[]; head: Head } {
  const document = fields(plain(ledger).root, "", ["format", "entries", "head"]);
  document.get("format", oneOf(["voorsprong-ledger/1"]));
  const entries = document.get(
    "entries",
    listOf((entry) => entry),
  );
  if (entries.length === 0) refuse("/entries", "Er is geen regel.", "There is no entry.");
  const head = document.get("head", (value, where) => {
    const mark = fields(value, where, ["seq", "hash", "signature"]);
    return {
      seq: mark.get("seq", natural),
      hash: mark.get("hash", hash),
      signature: mark.get("signature", text),
    };
  });
  return { entries, head };
}

/** The public key of entry 1. */
async function readKey(first: Json): Promise<PublicKey> {
  const entry = readEntry(first, "/entries/0");
  const body = record(entry.body, "/entries/0/body");
  if (entry.kind !== "ledger.opened" || body.key === undefined)
    return refuse(
      "/entries/0",
      "Regel 1 opent het register niet met een sleutel.",
      "Entry 1 does not open the ledger with a key.",
    );
  return importKey(body.key, "/entries/0/body/key");
}

async function checkHead(head: Head, last: Entry, key: SigningKey | undefined): Promise<void> {
  if (key !== undefined && (await signedText(head.signature, key)) !== `${head.seq} ${head.hash}`)
    refuse(
      "/head/signature",
      "De handtekening van de slotregel is vals.",
      "The signature of the head is false.",
    );
  if (head.seq > last.seq)
    refuse(
      "/head/seq",
      `Regel ${last.seq + 1} tot en met ${head.seq} zijn aan het eind weggehaald.`,
      `Entries ${last.seq + 1} to ${head.seq} were cut off at the end.`,
    );
  if (head.seq < last.seq)
    refuse(
      "/head/seq",
      `De slotregel kent regel ${head.seq + 1} niet.`,
      `The head does not know entry ${head.seq + 1}.`,
    );
  if (head.hash !== last.hash)
    refuse(
      `/entries/${last.seq - 1}`,
      `Regel ${last.seq} is veranderd: de slotregel noemt een andere hash.`,
      `Entry ${last.seq} was changed: the head names another hash.`,
    );
}
