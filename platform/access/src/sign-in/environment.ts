/** The environment variables of signing in; docs/operators.md lists all. */
import { z } from "zod";
import type { SignInSettings } from "./settings.js";

const isLocal = (url: URL) => ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
const claim = z.string().min(1).max(100).optional();

const Environment = z.object({
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .refine((url) => url.protocol === "https:" || isLocal(url), "plain http only for this computer")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().min(1).default("openid profile email"),
  OIDC_KVK_CLAIM: claim,
  OIDC_ORGANISATION_NAME_CLAIM: claim,
  OIDC_ROLES_CLAIM: claim,
  PROGRAMME_DIRECTOR: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
});

/**
 * Reads how people sign in: through the provider of `OIDC_ISSUER`, or with the embedded one; empty variables count as not
 * set.
 *
 * @throws Error that names each variable that cannot be used; in production also when there is no provider
 */
export function signInEnvironment(variables: NodeJS.ProcessEnv): SignInSettings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { data, error } = Environment.safeParse(set);
  if (error !== undefined) {
    const wrong = error.issues.map((issue) => `${issue.path[0]?.toString() ?? ""}: ${issue.message}`);
    throw new Error(`Environment: ${wrong.join("; ")} (docs/operators.md)`);
  }
  if (data.OIDC_ISSUER === undefined) {
    if (data.NODE_ENV === "production")
      throw new Error(
        "With NODE_ENV=production people sign in through an OpenID Connect provider: set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PROGRAMME_DIRECTOR (docs/operators.md). The embedded sign-in asks for no password and is for trying out only.",
      );
    return { kind: "embedded" };
  }
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (clientId === undefined || clientSecret === undefined)
    throw new Error(
      "Environment: with OIDC_ISSUER also set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (docs/operators.md)",
    );
  return {
    kind: "openid",
    issuer: data.OIDC_ISSUER,
    clientId,
    clientSecret,
    scope: data.OIDC_SCOPE,
    kvkClaim: data.OIDC_KVK_CLAIM ?? null,
    organisationNameClaim: data.OIDC_ORGANISATION_NAME_CLAIM ?? null,
    rolesClaim: data.OIDC_ROLES_CLAIM ?? null,
    programmeDirector: data.PROGRAMME_DIRECTOR ?? null,
  };
}
