/** Checks a text that should be a decision document or a ledger export. */
import {
  type DecisionVerdict,
  ExactJsonError,
  type LedgerVerdict,
  parseExact,
  verifyDecision,
  verifyLedger,
} from "@voorsprong/verifier";

/** The text is not JSON with one meaning. Line and column count from 1. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly line: number;
  readonly column: number;
  readonly message: { readonly nl: string; readonly en: string };
}

/** The text is JSON, but neither a decision document nor a ledger export. */
export interface UnknownDocument {
  readonly kind: "unknown";
}

/** What was found about a text. */
export type Verification = DecisionVerdict | LedgerVerdict | Unreadable | UnknownDocument;

/** The `format` a document names, without its version; null when it names none. */
function formatOf(document: unknown): string | null {
  if (typeof document !== "object" || document === null || !("format" in document)) return null;
  return typeof document.format === "string" ? (document.format.split("/")[0] ?? null) : null;
}

/** Checks a text by what its `format` says it is. Never throws on any text. */
export async function verifyText(source: string): Promise<Verification> {
  let document: unknown;
  try {
    document = parseExact(source);
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return { kind: "unreadable", line: error.line, column: error.column, message: error.text };
  }
  switch (formatOf(document)) {
    case "voorsprong-decision":
      return verifyDecision(document);
    case "voorsprong-ledger":
      return verifyLedger(document);
    default:
      return { kind: "unknown" };
  }
}
