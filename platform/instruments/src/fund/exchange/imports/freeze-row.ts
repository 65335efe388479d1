/** A row of a list as the application that is frozen. */
import { randomBytes } from "node:crypto";
import { canonicalText } from "@voorsprong/allocation";
import { APPLICATION_FORMAT, type ApplicationDocument, requestedOf } from "../../applications/document.js";
import { dossierOf } from "../../applications/record.js";
import { sha256Of } from "../archive/index.js";
import { amountPrefix } from "./application-columns.js";
import type { ImportCall } from "./applications.js";
import type { PlannedRow } from "./kind.js";
import type { Lead } from "./leads.js";

/** Which application a row is. */
export interface ApplicationPlace {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  /** Null for one that is new. */
  readonly receivedAt: Date | null;
}

/** An application on its way into the tables. */
export interface FrozenRow extends Omit<ApplicationPlace, "receivedAt"> {
  readonly row: PlannedRow;
  readonly lead: Lead;
  readonly dossier: string;
  /** Cents. */
  readonly requested: number;
  readonly receivedAt: Date;
  /** RFC 8785, as it is hashed. */
  readonly document: string;
  readonly hash: string;
}

/** Freezes a row. @param now when it was received where neither the row nor an earlier version says so */
export function freezeRow(
  row: PlannedRow,
  { id, number, version, receivedAt }: ApplicationPlace,
  lead: Lead,
  { record, definition }: ImportCall,
  now: Date,
): FrozenRow {
  const { cells } = row;
  const text = (name: string) => (cells[name] === undefined ? null : String(cells[name]));
  const summary = text("summary");
  const frozen: ApplicationDocument & { readonly salt: string } = {
    format: APPLICATION_FORMAT,
    call: record.id,
    callVersion: record.version,
    // The salt keeps a hash in the public ledger from being found back by trying likely texts.
    salt: randomBytes(16).toString("hex"),
    title: String(cells.title),
    ...(summary === null ? {} : { summary }),
    lead,
    project: { theme: text("theme"), region: text("region"), start: text("start"), end: text("end") },
    requested: Object.fromEntries(
      definition.budgets.map((budget) => [budget.id, Number(cells[`${amountPrefix}${budget.id}`] ?? 0)]),
    ),
  };
  const document = canonicalText(frozen);
  const received = text("received");
  return {
    row,
    lead,
    id,
    number,
    version,
    dossier: dossierOf({ callId: record.id, number })!,
    requested: requestedOf(frozen),
    receivedAt: receivedAt ?? (received === null ? now : new Date(received)),
    document,
    hash: sha256Of(Buffer.from(document)),
  };
}
