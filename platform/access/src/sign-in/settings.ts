/** How people sign in here. */

/** Any OpenID Connect provider; docs/operators.md says how to set one up. */
export interface OpenIdSettings {
  readonly kind: "openid";
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for, for instance `openid profile email`. */
  readonly scope: string;
  /** Claim with the number in the trade register that a broker of eHerkenning gives. */
  readonly kvkClaim: string | null;
  /** Claim with the name of that organisation. */
  readonly organisationNameClaim: string | null;
  /** Claim with a list of roles, each `ROLE` or `ROLE:FUND`. */
  readonly rolesClaim: string | null;
  /** Verified e-mail address or subject of the first programme director, who hands out the other roles. */
  readonly programmeDirector: string | null;
}

/** The embedded provider, with example people, for trying the product out. */
export interface EmbeddedSettings {
  readonly kind: "embedded";
}

export type SignInSettings = OpenIdSettings | EmbeddedSettings;
