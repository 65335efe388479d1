/** What a sign-in service says of somebody, in our terms. */
import { type FundRole, fundRoles, type GrantedRole } from "../actor.js";
import type { Identity } from "../people/people.js";
import type { OpenIdSettings } from "./settings.js";

/** Claims of an ID token and of the UserInfo endpoint together. */
export type Claims = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" && !value.includes("\0")
    ? value.trim().slice(0, 300)
    : null;

/** Who it is; the name is what the service calls them by, at worst their subject. */
export function identityOf(issuer: string, claims: Claims): Identity {
  const subject = text(claims.sub);
  if (subject === null) throw new Error("the sign-in service names no subject");
  const email = claims.email_verified === false ? null : text(claims.email);
  const parts = [text(claims.given_name), text(claims.family_name)].filter((part) => part !== null);
  const name = text(claims.name) ?? (parts.length > 0 ? parts.join(" ") : null);
  const language = text(claims.locale)?.slice(0, 2);
  return {
    issuer,
    subject,
    name: name ?? text(claims.preferred_username) ?? email ?? subject,
    email,
    ...(language === "nl" || language === "en" ? { language } : {}),
  };
}

/** Whether somebody is the first programme director: by subject, or by an address the service has verified. */
export function isProgrammeDirector(claims: Claims, wanted: string | null): boolean {
  if (wanted === null) return false;
  const address = claims.email_verified === true ? text(claims.email)?.toLowerCase() : undefined;
  return claims.sub === wanted || address === wanted.toLowerCase();
}

/** The roles in a claim: a list, or one text with commas or spaces; what is no role of ours is another system's. */
export function rolesIn(claims: Claims, claim: string | null): GrantedRole[] {
  if (claim === null) return [];
  const value = claims[claim];
  const words = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[\s,]+/) : [];
  return words.flatMap((word) => {
    const [role, fundId = null] = String(word).split(":", 2);
    return (fundRoles as readonly string[]).includes(role ?? "") && /^[a-z0-9-]{1,64}$/.test(fundId ?? "x")
      ? [{ role: role as FundRole, fundId }]
      : [];
  });
}

/** An organisation somebody signs in for, as eHerkenning vouches; null when the claims name none. */
export function organisationIn(
  claims: Claims,
  { kvkClaim, organisationNameClaim }: Pick<OpenIdSettings, "kvkClaim" | "organisationNameClaim">,
): { readonly kvk: string; readonly name: string } | null {
  const number = kvkClaim === null ? null : text(claims[kvkClaim]);
  // Brokers give the number as such or with the branch number of twelve digits after it.
  const kvk = number?.replace(/^urn:etoegang:.*:/, "").match(/^\d{8}(?=$|\d{12}$)/)?.[0];
  if (kvk === undefined) return null;
  const name = organisationNameClaim === null ? null : text(claims[organisationNameClaim]);
  return { kvk, name: name ?? `KvK ${kvk}` };
}
