/** An OpenID Connect provider on a port of this computer, as an organisation would have one: people, claims, signing out. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** A provider that runs. */
export interface TestProvider {
  readonly issuer: string;
  /** Stops it. */
  close(): Promise<void>;
}

/** Who signs in there: the subject is typed in, and the claims are what the test says. */
export async function startProvider(
  redirectUri: string,
  afterSignOut: string,
  claimsOf: (subject: string) => Record<string, unknown>,
): Promise<TestProvider> {
  const http = createServer();
  await new Promise<void>((done) => {
    http.listen(0, "127.0.0.1", done);
  });
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: "voorsprong",
        client_secret: "a secret of the test",
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [afterSignOut],
      },
    ],
    claims: {
      openid: ["sub", "kvk", "company", "roles"],
      profile: ["name"],
      email: ["email", "email_verified"],
    },
    cookies: { keys: ["a key of the test"] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/choice/${uid}` },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...claimsOf(subject) }),
    }),
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  const callback = provider.callback();
  http.on("request", (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (!pathname.startsWith("/choice/")) return void callback(request, response);
    void provider.interactionFinished(request, response, {
      login: { accountId: searchParams.get("subject") ?? "nobody" },
    });
  });
  return { issuer, close: () => new Promise((done) => http.close(() => done())) };
}
