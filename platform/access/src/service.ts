/** Who is here: people, their sessions and roles. */
import type { Store } from "@voorsprong/store";
import { keepMembership, keepOrganisation, type NewOrganisation } from "./organisations/organisations.js";
import { grantRole, type Identity, knownPerson, type RoleGrant } from "./people/people.js";
import {
  beginSession,
  endSession,
  endSessionsOf,
  findSession,
  type LiveSession,
  type NewSession,
} from "./sessions/sessions.js";

/** What can be asked about who is here. */
export interface AccessService {
  /** Whether this installation is there to be tried out, with the embedded sign-in and its example people. */
  readonly tryOut: boolean;
  /** The session of a cookie's secret; null when there is none, or it has ended. */
  session(secret: string): Promise<LiveSession | null>;
  /** Begins a session for whom a sign-in service has vouched. */
  signIn(identity: Identity, idToken?: string): Promise<NewSession & { readonly personId: string }>;
  /** Ends one session. */
  signOut(secret: string): Promise<void>;
  /** Ends every session of a person. */
  signOutEverywhere(personId: string): Promise<void>;
  /** Hands out a role; one that is already held stays as it is. */
  grant(grant: RoleGrant): Promise<void>;
  /** Keeps an organisation, for which somebody looks after where that is known. Gives its id. */
  addOrganisation(made: NewOrganisation, adminId?: string): Promise<string>;
  /** Makes somebody a member; who is one already gets the role. */
  addMember(personId: string, organisationId: string, role: "member" | "admin"): Promise<void>;
}

/** What the service needs from outside. */
export interface AccessServiceOptions {
  readonly store: Store;
  readonly tryOut: boolean;
}

/** Makes the service. */
export function accessService({ store, tryOut }: AccessServiceOptions): AccessService {
  const { database, now } = store;
  return {
    tryOut,
    session: (secret) => findSession(database, now(), secret, tryOut),
    signIn: (identity, idToken) =>
      database.transaction(async (tx) => {
        const personId = await knownPerson(tx, now(), identity);
        return { personId, ...(await beginSession(tx, now(), personId, idToken ?? null)) };
      }),
    signOut: (secret) => endSession(database, secret),
    signOutEverywhere: (personId) => endSessionsOf(database, personId),
    grant: (grant) => grantRole(database, now(), grant),
    addOrganisation: (made, adminId) =>
      database.transaction(async (tx) => {
        const id = await keepOrganisation(tx, now(), made);
        if (adminId !== undefined) await keepMembership(tx, now(), adminId, id, "admin");
        return id;
      }),
    addMember: (personId, organisationId, role) =>
      keepMembership(database, now(), personId, organisationId, role),
  };
}
