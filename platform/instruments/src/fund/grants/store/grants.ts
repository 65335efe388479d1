/** Grants and their agreements as the tables hold them. */
import { publicName } from "@voorsprong/access";
import { canonicalText, hashOf } from "@voorsprong/allocation";
import { type Queryable, refuseUnstorable, type Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { Agreement } from "../agreement/document.js";

/** A row of `grants` with the name of its organisation. */
export interface GrantRecord {
  readonly applicationId: string;
  readonly fundId: string;
  readonly callId: string;
  readonly organisationId: string;
  readonly organisation: string;
  /** What it is called where everybody reads: a natural person has a pseudonym there. */
  readonly publicName: string;
  readonly dossier: string;
  readonly title: string;
  readonly roundId: string | null;
  readonly example: boolean;
  readonly state: "running" | "settling" | "settled" | "withdrawn";
  readonly agreementVersion: number;
  readonly granted: number;
  readonly grantedOn: string;
  readonly settledOn: string | null;
}

const columns = `g.application_id AS "applicationId", g.fund_id AS "fundId", g.call_id AS "callId",
  g.organisation_id AS "organisationId", o.name AS organisation, o.kind, g.dossier, g.title, g.round_id AS "roundId", g.example,
  g.state, g.agreement_version AS "agreementVersion", g.granted, g.granted_on AS "grantedOn", g.settled_on AS "settledOn"`;

/** What is said of a grant that does not exist, or that the reader may not see. */
export const noGrant = (applicationId: string) => `There is no grant ${applicationId}.`;

/** One grant, or null. */
export async function getGrant(from: Queryable, applicationId: string): Promise<GrantRecord | null> {
  const [row] = await from.query<Omit<GrantRecord, "publicName"> & { kind: string }>(
    `SELECT ${columns} FROM grants g JOIN organisations o ON o.id = g.organisation_id WHERE g.application_id = $1`,
    [applicationId],
  );
  if (row === undefined) return null;
  const { kind, ...grant } = row;
  return { ...grant, publicName: publicName({ id: grant.organisationId, name: grant.organisation, kind }) };
}

/** @throws Refusal when there is none */
export async function requireGrant(from: Queryable, applicationId: string): Promise<GrantRecord> {
  const grant = await getGrant(from, applicationId);
  if (grant === null) throw new Refusal("not-found", noGrant(applicationId));
  return grant;
}

/** A grant that nobody else can change until the transaction ends. @throws Refusal when there is none */
export async function lockGrant(tx: Transaction, applicationId: string): Promise<GrantRecord> {
  await tx.query("SELECT 1 FROM grants WHERE application_id = $1 FOR UPDATE", [applicationId]);
  return requireGrant(tx, applicationId);
}

/** @throws Refusal unless the grant is in one of these states */
export function requireState(
  grant: GrantRecord,
  states: readonly GrantRecord["state"][],
  doing: string,
): void {
  if (states.includes(grant.state)) return;
  throw new Refusal(
    "conflict",
    `The grant ${grant.dossier} is ${grant.state}; ${doing} cannot be done then.`,
  );
}

/** A version of an agreement. */
export interface AgreementRecord {
  readonly version: number;
  readonly agreement: Agreement;
  readonly hash: string;
  readonly reason: string | null;
  readonly madeAt: Date;
}

/** All versions of a grant's agreement, oldest first. */
export async function agreementVersions(from: Queryable, applicationId: string): Promise<AgreementRecord[]> {
  const rows = await from.query<Omit<AgreementRecord, "agreement"> & { document: string }>(
    `SELECT version, document, hash, reason, made_at AS "madeAt" FROM grant_agreements WHERE application_id = $1
     ORDER BY version`,
    [applicationId],
  );
  return rows.map(({ document, ...row }) => ({ ...row, agreement: JSON.parse(document) as Agreement }));
}

/** The latest agreement. */
export async function currentAgreement(from: Queryable, applicationId: string): Promise<Agreement> {
  const [row] = await from.query<{ document: string }>(
    "SELECT document FROM grant_agreements WHERE application_id = $1 ORDER BY version DESC LIMIT 1",
    [applicationId],
  );
  return JSON.parse(row!.document) as Agreement;
}

/** The text and hash under which an agreement is kept. @throws RangeError when its texts cannot be kept */
export function agreementText(agreement: Agreement): { readonly document: string; readonly hash: string } {
  refuseUnstorable(agreement, `the agreement of ${agreement.dossier}`);
  return { document: canonicalText(agreement), hash: hashOf(agreement) };
}

/** Keeps the next version and makes the grant what it says. */
export async function addAgreement(
  tx: Transaction,
  grant: GrantRecord,
  made: {
    readonly agreement: Agreement;
    readonly reason: string;
    readonly madeBy: string;
    readonly entry: { readonly seq: number; readonly at: string };
  },
): Promise<void> {
  const { document, hash } = agreementText(made.agreement);
  const version = grant.agreementVersion + 1;
  await tx.query(
    `INSERT INTO grant_agreements (application_id, version, document, hash, reason, made_by, made_at, ledger_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8)`,
    [grant.applicationId, version, document, hash, made.reason, made.madeBy, made.entry.at, made.entry.seq],
  );
  await tx.query("UPDATE grants SET agreement_version = $2, granted = $3 WHERE application_id = $1", [
    grant.applicationId,
    version,
    made.agreement.grantCents,
  ]);
}

/** Makes a grant's state what it became. */
export async function setState(
  tx: Transaction,
  applicationId: string,
  state: GrantRecord["state"],
  settledOn: string | null = null,
): Promise<void> {
  await tx.query("UPDATE grants SET state = $2, settled_on = $3::date WHERE application_id = $1", [
    applicationId,
    state,
    settledOn,
  ]);
}
