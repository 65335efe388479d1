import { decisionFacts } from "./decision.js";
import { checkEntries, type Entry, readEntry } from "./entries.js";
import { importKey, type SigningKey, signedText } from "./jws.js";
import { type Json, plain } from "./plain.js";
import { failure, type Reason, Refusal, refuse, type Text } from "./refusal.js";
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
 * @param ledger what `parseExact` made of the text.
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
  const verdict = (entries: number, signed: boolean): LedgerVerdict => {
    const valid = reasons.every(({ ok }) => ok !== false);
    return { valid, kind: "ledger", entries, signed: signed && valid, reasons };
  };

  const read = await run(
    "shape",
    () => readExport(ledger),
    ({ entries }) => ({
      nl: `De uitvoer heeft ${entries.length} regels en een slotregel.`,
      en: `The export has ${entries.length} entries and a head.`,
    }),
  );
  if (read === undefined) return verdict(0, false);
  const { entries, head } = read;
  const count = entries.length;

  const key = await run(
    "key",
    () => readKey(entries[0]!),
    (found) =>
      found === undefined
        ? { nl: "Deze computer kan Ed25519 niet controleren.", en: "This machine cannot check Ed25519." }
        : { nl: "De openbare sleutel staat in regel 1.", en: "The public key is in entry 1." },
  );
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
  return verdict(count, key !== undefined);
}

/** Reads the frame of an export. Entries are read one by one later, so that a broken one can be named. */
function readExport(ledger: unknown): { entries: readonly Json[]; head: Head } {
  const document = fields(plain(ledger), "", ["format", "entries", "head"]);
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

/** The public key of entry 1; undefined when this machine cannot check its signatures. */
async function readKey(first: Json): Promise<SigningKey | undefined> {
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

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * The number of the entry that publishes this decision. The entry says of it what the document says, and an earlier
 * entry opened the same round under the same rule: what was decided is what was announced.
 */
function findDecision(entries: readonly Json[], decision: unknown): number {
  const facts = decisionFacts(decision);
  if (facts === undefined)
    throw new Refusal("", {
      nl: "De hash van het besluit klopt niet.",
      en: "The hash of the decision is not right.",
    });
  const read = entries.map((value, i) => {
    const entry = record(value, `/entries/${i}`);
    const { kind, subject, body = null } = entry;
    return { kind, subject, body: isRecord(body) ? body : {} };
  });
  const at = read.findIndex(({ kind, body }) => kind === "decision.published" && body.hash === facts.hash);
  if (at < 0)
    return refuse(
      "/entries",
      "Dit besluit is in dit register niet bekendgemaakt.",
      "This decision was not published in this ledger.",
    );
  const { subject, body } = read[at]!;
  for (const field of ["roundHash", "rule", "level"] as const)
    if (body[field] !== facts[field])
      refuse(
        `/entries/${at}/body/${field}`,
        `Het besluit zegt hier ${facts[field]}.`,
        `The decision says ${facts[field]} here.`,
      );
  const opened = read
    .slice(0, at)
    .some(
      (entry) =>
        entry.kind === "round.opened" &&
        entry.subject === subject &&
        entry.body.roundHash === facts.roundHash &&
        entry.body.rule === facts.rule,
    );
  if (!opened)
    refuse(
      `/entries/${at}`,
      "Geen eerdere regel opent deze ronde met deze regel van verdeling.",
      "No earlier entry opens this round under this rule.",
    );
  return at + 1;
}
