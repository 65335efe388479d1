/** Whether somebody may do something, and the refusal where not. */
import type { Actor, Role, Scope } from "./actor.js";
import { type PermissionId, permissions } from "./permissions.js";
import { Refusal } from "./refusal.js";
import { rolesOn } from "./roles-on.js";

/** Whether an actor may do this to a thing. */
export function may(actor: Actor, permission: PermissionId, scope?: Scope): boolean {
  const held = rolesOn(actor, scope);
  return permissions[permission].roles.some((role) => held.has(role));
}

/** Whether a visitor could ever do this here, so that it is worth looking at what they ask. */
export function visitorMayEver(actor: Actor, permission: PermissionId): boolean {
  return permissions[permission].roles.some(
    (role) => role === "anyone" || (role === "trier" && actor.tryOut),
  );
}

/**
 * The refusal for somebody who may not.
 *
 * @param missing what is said of such a thing when it does not exist; used where the permission is hidden
 *   from the actor
 */
export function refusalOf(actor: Actor, permission: PermissionId, scope?: Scope, missing?: string): Refusal {
  const { roles, hidden, reads } = permissions[permission];
  if (actor.personId === null) return signedOut();
  if (hidden === true && (reads === undefined || !may(actor, reads, scope)))
    return new Refusal("not-found", missing ?? "There is nothing here.");
  if (scope?.preparedBy === actor.personId && (roles as readonly Role[]).includes("decider"))
    return new Refusal(
      "forbidden",
      "You prepared this yourself. Deciding it takes another person with the role decider.",
    );
  return new Refusal(
    "forbidden",
    `You may not do this. It takes one of these roles: ${roles.map(inWords).join(", ")}.`,
  );
}

/** The refusal for a visitor. */
export function signedOut(): Refusal {
  return new Refusal("signed-out", "Sign in first: this is not open to visitors.");
}

const words: Partial<Record<Role, string>> = {
  member: "member of the organisation",
  admin: "administrator of the organisation",
  partner: "member of a partner's organisation",
  self: "the person it is about",
  trier: "anybody who is signed in, where it is a trial",
  "signed-in": "anybody who is signed in",
};

const inWords = (role: Role) => words[role] ?? role.replace("-", " ");
