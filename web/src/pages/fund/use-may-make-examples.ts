/** Whether who is here may make example rounds, so that nobody is offered what would be refused. */
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../api/queries.js";
import { holds } from "../../shell/session.js";

/** True where the product is tried out, and elsewhere for a fund manager of this fund; false until it is known. */
export function useMayMakeExamples(fundId: string): boolean {
  const session = useQuery(sessionQuery()).data;
  if (session === undefined) return false;
  return (
    session.signIn === "embedded" ||
    (session.person !== null && holds(session.person, ["fund-manager"], fundId))
  );
}
