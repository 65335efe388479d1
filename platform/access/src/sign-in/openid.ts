/** The sign-in service, as a relying party sees it (OpenID Connect Core 1.0, code flow with PKCE). */
import * as oidc from "openid-client";
import type { Language } from "../actor.js";
import type { Claims } from "./claims.js";
import type { StartedSignIn } from "./started.js";

/** What the relying party is registered as. */
export interface RelyingParty {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Asks who it is every time, also of somebody who signed in a moment ago. */
  readonly askAlways?: boolean;
  /** Sends requests; absent: the network. */
  readonly fetch?: oidc.CustomFetch;
}

/** Somebody who has signed in. */
export interface SignedIn {
  readonly claims: Claims;
  /** For signing out there. */
  readonly idToken: string | null;
}

/** The sign-in service. */
export interface OpenIdService {
  /** Begins a sign-in: the address to go to, and what to remember. */
  begin(
    redirectUri: string,
    returnTo: string,
    language: Language,
    now: Date,
  ): Promise<{ readonly location: string; readonly started: StartedSignIn }>;
  /**
   * Ends a sign-in: checks the answer and gives who it is.
   * @param answer the address that the browser was sent back to
   * @throws Error when the answer does not fit what was begun, or the service refuses
   */
  finish(answer: URL, started: StartedSignIn): Promise<SignedIn>;
  /** Address to go to for signing out there too; null when the service has none. */
  endSession(idToken: string | null, returnTo: string): Promise<string | null>;
}

/** Seconds that the service may take to answer. */
const patience = 10;

/** Makes the relying party; the service is asked for its addresses when somebody first signs in. */
export function openIdService(party: RelyingParty): OpenIdService {
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(party).catch((error: unknown) => {
      // It may answer the next time.
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async begin(redirectUri, returnTo, language, now) {
      const config = await configuration();
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: party.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ui_locales: language,
        ...(party.askAlways ? { prompt: "login" } : {}),
      });
      return { location: location.href, started: { state, nonce, verifier, returnTo, at: now.getTime() } };
    },
    async finish(answer, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
      return { claims: { ...more, ...claims }, idToken: tokens.id_token ?? null };
    },
    async endSession(idToken, returnTo) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

function discover({ issuer, clientId, clientSecret, fetch }: RelyingParty): Promise<oidc.Configuration> {
  return oidc.discovery(issuer, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
    timeout: patience,
    // Plain http is for a service on this computer only; the settings refuse any other.
    ...(issuer.protocol === "http:" ? { execute: [oidc.allowInsecureRequests] } : {}),
    ...(fetch === undefined ? {} : { [oidc.customFetch]: fetch }),
  });
}
