/** Who asks, and what they ask it of. Plain values: what may be done follows from them alone. */

/** The roles that a programme director hands out, for one fund or for all. */
export const fundRoles = [
  "reviewer",
  "fund-manager",
  "decider",
  "finance",
  "auditor",
  "programme-director",
] as const;
export type FundRole = (typeof fundRoles)[number];

/**
 * How somebody stands to the thing that is asked for.
 *
 * - `member`: of the organisation that leads it (or would), `admin`: of those who look after that organisation;
 * - `partner`: member of an organisation that takes part in it;
 * - `self`: it is about this person;
 * - `trier`: it is a trial, and this installation lets this person try things out: anybody where the embedded sign-in
 *   is on, elsewhere who is signed in;
 * - `signed-in`, `anyone`: as they say.
 */
export const roles = [
  ...fundRoles,
  "member",
  "admin",
  "partner",
  "self",
  "trier",
  "signed-in",
  "anyone",
] as const;
export type Role = (typeof roles)[number];

/** A language of the product. */
export type Language = "nl" | "en";

/** A membership of an organisation. */
export interface Membership {
  readonly id: string;
  readonly role: "member" | "admin";
}

/** A role that was handed out; `fundId: null` is for all funds. */
export interface GrantedRole {
  readonly role: FundRole;
  readonly fundId: string | null;
}

/** Who asks. Elsewhere people are referred to by `personId` only. */
export interface Actor {
  /** Null: a visitor, nobody has signed in. */
  readonly personId: string | null;
  /** Empty for a visitor. */
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly organisations: readonly Membership[];
  readonly roles: readonly GrantedRole[];
  /** Whether this installation is there to be tried out: it has the embedded sign-in. */
  readonly tryOut: boolean;
}

/** A fund that a scope leaves open: a role on any fund counts. For things that no fund owns, such as an organisation. */
export const anyFund = "*";

/**
 * What a thing belongs to. Without a scope (lists, things that are still to be made) a role on any fund and a membership
 * of any organisation count; what is then shown is for the query to limit.
 */
export interface Scope {
  /** The fund it belongs to; absent or null: no fund's, so that only roles for all funds count; `anyFund`: see there. */
  readonly fundId?: string | null;
  /** The organisation that leads it. */
  readonly lead?: string | null;
  /** The organisations that take part in it. */
  readonly partners?: readonly string[];
  /** The people who review it, assigned and without a conflict of interest; absent: every reviewer of the fund. */
  readonly reviewers?: readonly string[];
  /** The organisation that it is. */
  readonly organisationId?: string;
  /** The person whom it is about. */
  readonly personId?: string;
  /** Whether it is a trial, which decides nothing. */
  readonly trial?: boolean;
  /** Who prepared what is to be decided: four eyes, so that person is no decider of it. */
  readonly preparedBy?: string | null;
}

/** A visitor. */
export function visitor(tryOut: boolean): Actor {
  return { personId: null, name: "", email: null, language: "nl", organisations: [], roles: [], tryOut };
}
