/** What a grant belongs to, for who may do what with it. */
import type { Scope } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import { getParties } from "../applications/read-applications.js";
import { getGrant } from "./store/grants.js";

/** The scope of a grant; null when there is none. */
export async function grantScope(from: Queryable, applicationId: string): Promise<Scope | null> {
  const grant = await getGrant(from, applicationId);
  if (grant === null) return null;
  const parties = await getParties(from, applicationId);
  return { fundId: grant.fundId, lead: grant.organisationId, partners: parties?.partners ?? [] };
}
