import type { Person } from "../../shell/session.js";

/** Whether somebody may hand out and take back a role on a fund; null is all funds. */
export function mayHandOut(person: Person, fundId: string | null): boolean {
  return person.roles.some(
    (held) => held.role === "programme-director" && (held.fundId === null || held.fundId === fundId),
  );
}
