/** The publication of a decision in a ledger (docs/formats/ledger.md). */
import { canonicalText } from "./jcs.js";
import type { Json } from "./json.js";
import { plain, without } from "./plain.js";
import { refuse } from "./refusal.js";
import { hashOf } from "./sha256.js";
import { record } from "./shape.js";
import { beforeDraw } from "./tie-break.js";

/** What a ledger says of a decision. */
interface DecisionFacts {
  readonly hash: string;
  readonly roundHash: Json | undefined;
  readonly rule: Json | undefined;
  readonly level: Json | undefined;
  /** The hash of the round as it was registered: where its seed was drawn, without what the draw gave. */
  readonly registeredHash: Json | undefined;
  /** Where the seed was drawn: the hash of the entry that registered the round. */
  readonly drawnFrom: Json | undefined;
}

/** The facts of a decision document with its recomputed hash, or undefined when its `hash` field says otherwise. */
function decisionFacts(document: unknown): DecisionFacts | undefined {
  try {
    const { root, textOf } = plain(document);
    const members = record(root, "");
    const hash = hashOf(textOf(without(members, ["hash"])));
    if (members.hash !== hash) return undefined;
    const { level } = record(members.proof!, "/proof");
    const { roundHash, rule } = members;
    const round = record(members.round!, "/round");
    const { draw } = record(round.tieBreak!, "/round/tieBreak");
    const drawnFrom = draw === undefined ? undefined : record(draw, "/round/tieBreak/draw").entry;
    const registeredHash = drawnFrom === undefined ? roundHash : hashOf(canonicalText(beforeDraw(round)));
    return { hash, roundHash, rule, level, registeredHash, drawnFrom };
  } catch {
    return undefined;
  }
}

/** Whether a value is an object; other bodies say nothing about decisions. */
function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * The number of the entry that publishes a decision. The entry says of it what the document says, and an earlier entry
 * opened the same round under the same rule: what was decided is what was announced. Where the lots were drawn, that
 * entry is the one whose hash went into the draw.
 *
 * @param entries of a ledger whose chain has been checked, or refused
 * @throws {Refusal} when the decision was not published here like that.
 */
export function findDecision(entries: readonly Json[], decision: unknown): number {
  const facts = decisionFacts(decision);
  if (facts === undefined)
    return refuse("", "De hash van het besluit klopt niet.", "The hash of the decision is not right.");
  const read = entries.map((value, i) => {
    const { kind, subject, hash, body = null } = record(value, `/entries/${i}`);
    return { kind, subject, hash, body: isRecord(body) ? body : {} };
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
    .filter(
      (entry) =>
        entry.kind === "round.opened" &&
        entry.subject === subject &&
        entry.body.roundHash === facts.registeredHash &&
        entry.body.rule === facts.rule,
    );
  if (opened.length === 0)
    refuse(
      `/entries/${at}`,
      "Geen eerdere regel opent deze ronde met deze regel van verdeling.",
      "No earlier entry opens this round under this rule.",
    );
  if (facts.drawnFrom !== undefined && !opened.some(({ hash }) => hash === facts.drawnFrom))
    refuse(
      `/entries/${at}`,
      "De loting rust niet op de regel die deze ronde opent.",
      "The draw does not rest on the entry that opens this round.",
    );
  return at + 1;
}
