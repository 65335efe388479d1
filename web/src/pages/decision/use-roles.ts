import { holds, type Person, usePerson } from "../../shell/session.js";

/**
 * Whether the reader has a role on some fund: which forms are worth showing. What may really be done is for the service
 * to say.
 */
export function useHasRole(): (role: Person["roles"][number]["role"]) => boolean {
  const person = usePerson();
  return (role) => person != null && holds(person, [role]);
}
