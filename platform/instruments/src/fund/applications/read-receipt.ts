/** Receipts and versions of what was submitted. */
import { type PrintDocument, writePdf } from "@voorsprong/documents";
import type { Json } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { grantUnder } from "./check-application.js";
import type { ApplicationDocument } from "./document.js";
import { documentDifferences } from "./document-differences.js";
import { requireDossier } from "./read-one.js";
import { receiptDocument } from "./receipt-document.js";
import { dossierOf } from "./record.js";
import { listVersions, versionText } from "./store/versions.js";
import { aidView } from "./view-application.js";
import type { DocumentDifferences } from "./views.js";

/** How a receipt is asked for. */
export interface ReceiptOptions {
  readonly language: "nl" | "en";
  /** Absent: of the latest version. */
  readonly version?: number | undefined;
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
}

/** The receipt of a submitted version as a document. @throws Refusal when nothing was submitted */
export async function receiptOf(
  context: FundContext,
  id: string,
  { language, version, origin }: ReceiptOptions,
): Promise<PrintDocument> {
  const { database } = context.store;
  const dossier = await requireDossier(database, id, context.now());
  const found = (await listVersions(database, id)).find(
    (each) => version === undefined || each.version === version,
  );
  if (found === undefined)
    throw new Refusal("not-found", `The application ${id} has no receipt: it was not submitted.`);
  const text = await versionText(database, id, found.version);
  const document = text === null ? null : (JSON.parse(text) as ApplicationDocument);
  const fund = context.programme.funds.find((each) => each.id === dossier.fundId);
  return receiptDocument({
    language,
    sender: fund?.title[language] ?? dossier.fundId,
    dossier: dossierOf(dossier)!,
    applicationId: id,
    callTitle: dossier.call.title[language],
    version: found.version,
    hash: found.hash,
    ledgerEntry: found.ledgerSeq,
    receivedAt: found.submittedAt,
    document,
    aid: aidView(grantUnder(dossier.definition, document ?? dossier.document, found.submittedAt)),
    origin,
    example: dossier.call.example,
  });
}

/** The same as PDF. */
export async function receiptPdf(
  context: FundContext,
  id: string,
  options: ReceiptOptions,
): Promise<Uint8Array> {
  return writePdf(await receiptOf(context, id, options));
}

/** A submitted version, byte for byte as it was hashed. @throws Refusal when there is none, or it was erased */
export async function submittedText({ store }: FundContext, id: string, version: number): Promise<string> {
  const text = await versionText(store.database, id, version);
  if (text === null)
    throw new Refusal(
      "not-found",
      `The application ${id} has no version ${version}, or its text was erased.`,
    );
  return text;
}

/** What changed from the version before. @throws Refusal when one of the two is not there */
export async function versionDifferences(
  context: FundContext,
  id: string,
  version: number,
): Promise<DocumentDifferences> {
  const from = version - 1;
  const [before, after] = [await submittedText(context, id, from), await submittedText(context, id, version)];
  const differences = documentDifferences(JSON.parse(before) as Json, JSON.parse(after) as Json);
  return {
    from,
    to: version,
    differences: differences.map((each) => ({
      ...each,
      path: [...each.path],
    })) as DocumentDifferences["differences"],
  };
}
