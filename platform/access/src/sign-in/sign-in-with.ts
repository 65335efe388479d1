/** Turns what a sign-in service says into a person with roles, an organisation and a session. */
import type { Transaction } from "@voorsprong/store";
import { exampleIssuer } from "../embedded/example-people.js";
import { makeExamplePeople } from "../embedded/make-examples.js";
import { organisationOfKvk } from "../organisations/organisations.js";
import { grantRole, knownPerson, syncRoles } from "../people/people.js";
import { beginSession, type NewSession } from "../sessions/sessions.js";
import { type Claims, identityOf, isProgrammeDirector, organisationIn, rolesIn } from "./claims.js";
import type { SignInSettings } from "./settings.js";

/** Begins a session for somebody whom a sign-in service vouches for. */
export async function signInWith(
  tx: Transaction,
  now: Date,
  settings: SignInSettings,
  claims: Claims,
  idToken: string | null,
): Promise<NewSession & { readonly personId: string }> {
  if (settings.kind === "embedded") {
    await makeExamplePeople(tx, now);
    const personId = await knownPerson(tx, now, { ...identityOf(exampleIssuer, claims), example: true });
    return { personId, ...(await beginSession(tx, now, personId, null)) };
  }
  const personId = await knownPerson(tx, now, identityOf(settings.issuer.href, claims));
  await syncRoles(tx, now, personId, rolesIn(claims, settings.rolesClaim));
  if (isProgrammeDirector(claims, settings.programmeDirector))
    await grantRole(tx, now, {
      personId,
      role: "programme-director",
      fundId: null,
      grantedBy: null,
      source: "environment",
    });
  const organisation = organisationIn(claims, settings);
  if (organisation !== null) await organisationOfKvk(tx, now, personId, organisation);
  return { personId, ...(await beginSession(tx, now, personId, idToken)) };
}
