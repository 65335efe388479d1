/**
 * An OpenID Connect provider inside this process, for trying the product out: it asks who of the example people you are
 * and no password. It goes through the same steps as any other provider, so what is tried out is what runs.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import type Provider from "oidc-provider";
import type { Configuration } from "oidc-provider";
import { newSecret } from "../secrets.js";
import { memoryAdapters } from "./adapter.js";
import { examplePeople, isExampleKey } from "./example-people.js";

/** Where the provider answers, below the address of the site. */
export const providerPath = "/try-out/oidc";

/** Where it asks who somebody is: a resource of the API, which sends a browser on to a page. */
export const choicePath = "/api/v1/try-out/choices";

/** How long what it hands out is good, in seconds. */
const shortly = 600;

/** The provider under one address. */
export interface EmbeddedProvider {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Handles a request below `providerPath`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The language in which somebody is asked who they are; null when nothing is asked (any more). */
  asked(request: IncomingMessage, response: ServerResponse): Promise<"nl" | "en" | null>;
  /** Notes the answer and gives the address at which signing in goes on; null as above. */
  choose(request: IncomingMessage, response: ServerResponse, person: string): Promise<string | null>;
}

/** @param origin the address of the site, for instance `http://localhost:3000` */
export async function embeddedProvider(origin: string): Promise<EmbeddedProvider> {
  const { default: OidcProvider, errors } = await import("oidc-provider");
  const client = { clientId: "voorsprong", clientSecret: newSecret() };
  const provider: Provider = new OidcProvider(
    `${origin}${providerPath}`,
    await configuration(origin, client),
  );
  provider.proxy = true;
  const callback = provider.callback();
  const { protocol, host } = new URL(origin);
  const interaction = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    });
  return {
    ...client,
    async handle(request, response) {
      const mounted = request as IncomingMessage & { originalUrl?: string };
      mounted.originalUrl = request.url ?? "/";
      request.url = mounted.originalUrl.slice(providerPath.length);
      forgetSession(request);
      // The address it is visited at is known here; what a proxy says of it is not needed.
      Object.assign(request.headers, {
        "x-forwarded-proto": protocol.slice(0, -1),
        "x-forwarded-host": host,
      });
      await callback(request, response);
    },
    async asked(request, response) {
      const found = await interaction(request, response);
      if (found === null) return null;
      return /^en\b/.test(String(found.params.ui_locales ?? "")) ? "en" : "nl";
    },
    async choose(request, response, person) {
      if ((await interaction(request, response)) === null) return null;
      return provider.interactionResult(request, response, { login: { accountId: person, remember: false } });
    },
  };
}

/** Every sign-in begins anew, so that one can be somebody else the next time: its own session cookie is not read. */
function forgetSession({ headers }: IncomingMessage): void {
  if (headers.cookie === undefined) return;
  headers.cookie = headers.cookie
    .split("; ")
    .filter((pair) => !/^_session(\.legacy)?(\.sig)?=/.test(pair))
    .join("; ");
}

async function configuration(
  origin: string,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return {
    adapter: memoryAdapters(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}/api/v1/sign-in/callback`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: "sig", alg: "RS256", kid: "try-out" }] },
    cookies: { keys: [newSecret()] },
    scopes: ["openid", "profile", "email"],
    claims: {
      openid: ["sub"],
      profile: ["name", "locale"],
      email: ["email", "email_verified"],
    },
    // Everything is in the ID token: there is one client, and it is this product.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      // It remembers nobody, so there is nothing to sign out of.
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_context, { uid }) => `${choicePath}/${uid}` },
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: shortly,
      AuthorizationCode: 60,
      Grant: shortly,
      IdToken: shortly,
      Interaction: shortly,
      Session: shortly,
    },
    findAccount: (_context, subject) => {
      if (!isExampleKey(subject)) return undefined;
      const { name } = examplePeople[subject];
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          name: name.nl,
          locale: "nl",
          email: `${subject}@example.org`,
          email_verified: true,
        }),
      };
    },
    // The product asks for nothing that somebody would have to agree to.
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    renderError(context, { error, error_description }) {
      context.type = "text/plain; charset=utf-8";
      context.body = `${error}: ${error_description ?? ""}\nGa terug en probeer het opnieuw / go back and try again: ${origin}/nl\n`;
    },
  };
}
