/** Checks a decision or a ledger export from its text, and says which of the two it is. */
import {
  type DecisionVerdict,
  ExactJsonError,
  type LedgerVerdict,
  parseExact,
  type Text,
  verifyDecision,
  verifyLedger,
} from "@voorsprong/verifier";

/** What is to be checked. */
export interface VerifyRequest {
  /** A decision document or a ledger export. */
  readonly text: string;
  /** With a decision: the export of the ledger that should hold it; null to check the decision alone. */
  readonly ledger: string | null;
}

/** What was found. `seconds` is the time the check took, without loading. */
export type VerifyResult =
  | {
      readonly kind: "checked";
      readonly verdict: DecisionVerdict | LedgerVerdict;
      /** Whether the ledger holds the decision; null when no ledger was given. */
      readonly ledger: LedgerVerdict | null;
      readonly seconds: number;
    }
  | { readonly kind: "unreadable"; readonly line: number; readonly column: number; readonly text: Text };

/** The text is no document of this product when it does not say so; then it is judged as a decision. */
function isLedger(document: unknown): boolean {
  const format = (document as { format?: unknown } | null)?.format;
  return typeof format === "string" && format.startsWith("voorsprong-ledger/");
}

/** Checks a document from its text. Never rejects for what is in the text. */
export async function verifyDocument({ text, ledger }: VerifyRequest): Promise<VerifyResult> {
  const start = performance.now();
  try {
    const document = parseExact(text);
    const verdict = isLedger(document) ? await verifyLedger(document) : verifyDecision(document);
    const holds = ledger === null ? null : await verifyLedger(parseExact(ledger), { decision: document });
    return { kind: "checked", verdict, ledger: holds, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return { kind: "unreadable", line: error.line, column: error.column, text: error.text };
  }
}
