/** How an actor stands to a thing. */
import { type Actor, anyFund, type FundRole, type GrantedRole, type Role, type Scope } from "./actor.js";

/** The roles of an actor on a thing; without a scope, on anything there is. */
export function rolesOn(actor: Actor, scope?: Scope): ReadonlySet<Role> {
  const held = new Set<Role>(["anyone"]);
  if (scope?.trial === true && (actor.tryOut || actor.personId !== null)) held.add("trier");
  if (actor.personId === null) return held;
  held.add("signed-in");
  if (scope?.personId === actor.personId) held.add("self");
  for (const { id, role } of actor.organisations) {
    if (scope === undefined || id === scope.lead || id === scope.organisationId) {
      held.add("member");
      if (role === "admin") held.add("admin");
    }
    if (scope === undefined || scope.partners?.includes(id)) held.add("partner");
  }
  for (const granted of actor.roles) if (counts(granted, actor.personId, scope)) held.add(granted.role);
  if (scope?.reviewers?.includes(actor.personId)) held.add("reviewer");
  return held;
}

/** Whether a role that was handed out counts on a thing. */
function counts({ role, fundId }: GrantedRole, personId: string, scope: Scope | undefined): boolean {
  if (scope === undefined) return true;
  // Whoever prepared it may hold any other role; deciding it takes another person.
  if (role === "decider" && scope.preparedBy === personId) return false;
  // Being a reviewer of the fund opens no file that was not assigned.
  if (role === "reviewer" && scope.reviewers !== undefined) return scope.reviewers.includes(personId);
  return fundId === null || scope.fundId === anyFund || fundId === scope.fundId;
}

/** The funds on which an actor has one of these roles, for a query that lists; null: all funds. */
export function fundsOf(actor: Actor, wanted: readonly FundRole[]): readonly string[] | null {
  const held = actor.roles.filter(({ role }) => wanted.includes(role));
  if (held.some(({ fundId }) => fundId === null)) return null;
  return [...new Set(held.map(({ fundId }) => fundId as string))].sort();
}
