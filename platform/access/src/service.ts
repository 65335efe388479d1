/** Who is here: people, their organisations, sessions and roles. */
import type { Store } from "@voorsprong/store";
import type { Actor } from "./actor.js";
import { type Examples, makeExamplePeople } from "./embedded/make-examples.js";
import { keepMembership, keepOrganisation, type NewOrganisation } from "./organisations/organisations.js";
import { grantRole, type Identity, knownPerson, type RoleGrant } from "./people/people.js";
import { sessionView } from "./sessions/session-view.js";
import {
  beginSession,
  endSession,
  endSessionsOf,
  findSession,
  type LiveSession,
  type NewSession,
} from "./sessions/sessions.js";
import type { SessionView } from "./sessions/views.js";
import type { Claims } from "./sign-in/claims.js";
import type { SignInSettings } from "./sign-in/settings.js";
import { signInWith } from "./sign-in/sign-in-with.js";
import { actorOfToken } from "./tokens/tokens.js";

/** What can be asked about who is here. */
export interface AccessService {
  /** How people sign in. */
  readonly settings: SignInSettings;
  /** Whether this installation is there to be tried out, with the embedded sign-in and its example people. */
  readonly tryOut: boolean;
  /** The session of a cookie's secret; null when there is none, or it has ended. */
  session(secret: string): Promise<LiveSession | null>;
  /** Who comes with a program's token, and whether it may change things; null when it is good no longer. */
  token(token: string): Promise<{ readonly actor: Actor; readonly may: "read" | "change" } | null>;
  /** Who is here, as a page shows it. */
  sessionView(session: LiveSession | null): Promise<SessionView>;
  /** Begins a session for whom a sign-in service vouches, with the roles and the organisation that it names. */
  signInWith(claims: Claims, idToken: string | null): Promise<NewSession & { readonly personId: string }>;
  /** Begins a session for a person who is known otherwise. */
  signIn(identity: Identity): Promise<NewSession & { readonly personId: string }>;
  /** Begins a session for a person by their id. */
  signInPerson(personId: string): Promise<NewSession>;
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
  /** The example people and organisations, made where they are missing. */
  examples(): Promise<Examples>;
}

/** What the service needs from outside. */
export interface AccessServiceOptions {
  readonly store: Store;
  readonly settings: SignInSettings;
}

/** Makes the service. */
export function accessService({ store, settings }: AccessServiceOptions): AccessService {
  const { database, now } = store;
  const tryOut = settings.kind === "embedded";
  return {
    settings,
    tryOut,
    session: (secret) => findSession(database, now(), secret, tryOut),
    token: (token) => actorOfToken(database, now(), token, tryOut),
    sessionView: (session) => sessionView(database, session, settings.kind),
    signInWith: (claims, idToken) =>
      database.transaction((tx) => signInWith(tx, now(), settings, claims, idToken)),
    signIn: (identity) =>
      database.transaction(async (tx) => {
        const personId = await knownPerson(tx, now(), identity);
        return { personId, ...(await beginSession(tx, now(), personId)) };
      }),
    signInPerson: (personId) => database.transaction((tx) => beginSession(tx, now(), personId)),
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
    examples: () => database.transaction((tx) => makeExamplePeople(tx, now())),
  };
}
