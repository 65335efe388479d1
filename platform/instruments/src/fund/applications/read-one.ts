/** One application with its call, for whoever asks for it. */
import type { Actor, Scope } from "@voorsprong/access";
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable, Store, Transaction } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { getCall } from "../calls/read-calls.js";
import type { CallRecord } from "../calls/record.js";
import type { ApplicationDocument } from "./document.js";
import { getApplication, getParties } from "./read-applications.js";
import type { ApplicationRecord } from "./record.js";
import { lockApplication } from "./store/drafts.js";
import type { PartnerRow } from "./store/partners.js";

/** What is said of an application that does not exist, or that is not one's to know of. */
export function noApplication(id: string): string {
  return `There is no application ${id}.`;
}

/** An application with its document and its call. */
export interface Dossier extends Omit<ApplicationRecord, "document"> {
  readonly document: ApplicationDocument;
  readonly call: CallRecord;
  readonly definition: CallDefinition;
}

/** @throws Refusal when there is no such application */
export async function requireDossier(from: Queryable, id: string, now: Date): Promise<Dossier> {
  const record = await getApplication(from, id);
  const call = record === null ? null : await getCall(from, record.callId, now);
  if (record === null || call === null) throw new Refusal("not-found", noApplication(id));
  return {
    ...record,
    document: record.document as unknown as ApplicationDocument,
    call,
    definition: call.definition as unknown as CallDefinition,
  };
}

/** The same, locked until the transaction ends. */
export async function lockDossier(tx: Transaction, id: string, now: Date): Promise<Dossier> {
  if (!(await lockApplication(tx, id))) throw new Refusal("not-found", noApplication(id));
  return requireDossier(tx, id, now);
}

/**
 * What an application belongs to, for who may do what with it; null when there is none. Before it is submitted it is
 * the applicant's alone, whatever role somebody has on the fund.
 */
export async function applicationScope(
  { database }: Pick<Store, "database">,
  id: string,
  actor: Actor,
): Promise<Scope | null> {
  const parties = await getParties(database, id);
  if (parties === null) return null;
  const { fundId, submitted, lead, partners } = parties;
  const takesPart = actor.organisations.some((each) => each.id === lead || partners.includes(each.id));
  return submitted || takesPart ? { fundId, lead, partners } : null;
}

/** How somebody stands to an application: of the lead, of partners (which ones), or of the fund. */
export type Standing =
  | { readonly as: "lead" }
  | { readonly as: "partner"; readonly partners: readonly string[] }
  | { readonly as: "fund" };

/** @throws Refusal when somebody has nothing to do with it */
export function standingOf(actor: Actor, dossier: Dossier, partners: readonly PartnerRow[]): Standing {
  const own = new Set(actor.organisations.map(({ id }) => id));
  if (own.has(dossier.organisationId)) return { as: "lead" };
  const asPartner = partners.filter(
    ({ organisationId, state }) => organisationId !== null && own.has(organisationId) && state !== "declined",
  );
  if (asPartner.length > 0) return { as: "partner", partners: asPartner.map(({ partner }) => partner) };
  if (dossier.version === 0) throw new Refusal("not-found", noApplication(dossier.id));
  return { as: "fund" };
}
