/** From a decision to grants: what is awarded becomes a grant with its first agreement. */
import { publicName } from "@voorsprong/access";
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { Ledger, Transaction } from "@voorsprong/store";
import { foldForSearch } from "../../kernel/fold.js";
import { getSubmitted } from "../applications/read-applications.js";
import { dossierOf } from "../applications/record.js";
import { firstAgreement } from "./agreement/first-agreement.js";
import { bookMoney } from "./money.js";
import { agreementText } from "./store/grants.js";

/** One application that gets a grant. */
export interface Award {
  readonly applicationId: string;
  /** The most that is granted, in cents, above 0. */
  readonly grantCents: number;
  /** The round whose decision it rests on and that decision's hash; null for a decision of its own (reserve list). */
  readonly roundId: string | null;
  readonly decisionHash: string | null;
  /** Grant per participant (`lead`, or a partner's id) where the decision says so; together the grant. */
  readonly shares?: readonly { readonly participant: string; readonly cents: number }[];
}

/** When and in which ledger. */
export interface AwardContext {
  readonly ledger: Pick<Ledger, "append">;
  /** The moment the decision is sent. */
  readonly at: Date;
}

interface AwardedApplication {
  readonly id: string;
  readonly callId: string;
  readonly fundId: string;
  readonly number: number | null;
  readonly title: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: string;
  readonly example: boolean;
  readonly definition: CallDefinition;
}

/**
 * Makes a grant of each award: its row, its agreement and the ledger entry `grant.awarded`, in the transaction that
 * publishes the decision. An application that has a grant already is left as it is, so that it can be called again.
 *
 * @returns the ids of applications that got a grant now
 * @throws Error when an application does not exist or was never submitted
 */
export async function awardGrants(
  tx: Transaction,
  { ledger, at }: AwardContext,
  awards: readonly Award[],
): Promise<string[]> {
  const ids = awards.map(({ applicationId }) => applicationId);
  const known = await tx.query<{ id: string }>(
    "SELECT application_id AS id FROM grants WHERE application_id = ANY($1::text[])",
    [ids],
  );
  const existing = new Set(known.map(({ id }) => id));
  const applications = await tx.query<AwardedApplication>(
    `SELECT a.id, a.call_id AS "callId", a.fund_id AS "fundId", a.number, a.title, o.id AS "organisationId",
       o.name AS organisation, o.kind, c.example, c.definition
     FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id JOIN calls c ON c.id = a.call_id
     WHERE a.id = ANY($1::text[])`,
    [ids],
  );
  const byId = new Map(applications.map((application) => [application.id, application]));
  const made: string[] = [];
  for (const award of awards) {
    if (existing.has(award.applicationId)) continue;
    const application = byId.get(award.applicationId);
    if (application === undefined) throw new Error(`there is no application ${award.applicationId} to award`);
    await awardOne(tx, { ledger, at }, award, application);
    made.push(award.applicationId);
  }
  return made;
}

async function awardOne(
  tx: Transaction,
  { ledger, at }: AwardContext,
  award: Award,
  application: AwardedApplication,
): Promise<void> {
  const { applicationId, grantCents, roundId, decisionHash, shares = null } = award;
  const { callId, fundId, organisationId, organisation, definition, title, example } = application;
  const dossier = dossierOf(application);
  const submitted = await getSubmitted(tx, applicationId);
  if (dossier === null || submitted?.document == null)
    throw new Error(`application ${applicationId} was never submitted`);
  const grantedOn = amsterdamDay(at);
  const agreement = firstAgreement({
    application: applicationId,
    dossier,
    fund: fundId,
    call: callId,
    decision: { round: roundId, hash: decisionHash },
    recipient: { organisationId, name: organisation },
    grantCents,
    shares,
    grantedOn,
    content: JSON.parse(submitted.document) as ApplicationContent,
    terms: definition.grant,
  });
  const { document, hash } = agreementText(agreement);
  await tx.query(
    `INSERT INTO grants (application_id, fund_id, call_id, organisation_id, dossier, title, round_id, decision_hash, example,
       state, agreement_version, granted, granted_on, search)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running', 1, $10, $11::date, $12)`,
    [
      applicationId,
      fundId,
      callId,
      organisationId,
      dossier,
      title,
      roundId,
      decisionHash,
      example,
      grantCents,
      grantedOn,
      foldForSearch(`${dossier} ${title} ${organisation}`),
    ],
  );
  const { at: madeAt, seq } = await bookMoney(tx, ledger, {
    kind: "grant.awarded",
    applicationId,
    fundId,
    example,
    cents: grantCents,
    onDay: grantedOn,
    organisation: publicName({ id: organisationId, name: organisation, kind: application.kind }),
    details: { dossier, callId, roundId, decisionHash, agreementHash: hash },
  });
  await tx.query(
    `INSERT INTO grant_agreements (application_id, version, document, hash, made_at, ledger_seq)
     VALUES ($1, 1, $2, $3, $4::timestamptz, $5)`,
    [applicationId, document, hash, madeAt, seq],
  );
}
