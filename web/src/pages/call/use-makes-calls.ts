/** Whether the reader makes calls of a fund. Pages only offer what the server would allow; the server decides. */
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../api/queries.js";

/**
 * The funds whose calls the reader makes; null: all funds. Empty while nobody is signed in, and while it is not known.
 */
export function useFundsManaged(): readonly string[] | null {
  const session = useQuery(sessionQuery()).data;
  const managed = (session?.person?.roles ?? []).filter(({ role }) => role === "fund-manager");
  if (managed.some(({ fundId }) => fundId === null)) return null;
  return managed.map(({ fundId }) => fundId as string);
}

/** Whether the reader makes calls of this fund. */
export function useMakesCalls(fundId: string): boolean {
  const funds = useFundsManaged();
  return funds === null || funds.includes(fundId);
}
