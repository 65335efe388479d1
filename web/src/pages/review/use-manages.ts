/** Whether who is here runs the review of a fund; others who may look see no buttons that would be refused. */
import { holds, usePerson } from "../../shell/session.js";

/** True for a fund manager of this fund. */
export function useManages(fundId: string): boolean {
  const person = usePerson();
  return person != null && holds(person, ["fund-manager"], fundId);
}
