/** Who is here, for every part of the site. */
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { SessionView } from "@voorsprong/server/contract";
import { API, query } from "../api/client.js";
import { sessionQuery } from "../api/queries.js";

/** Somebody who has signed in. */
export type Person = NonNullable<SessionView["person"]>;

/** Who is here: null for a visitor, undefined until it is known. */
export function usePerson(): Person | null | undefined {
  return useQuery(sessionQuery()).data?.person;
}

/** Whether somebody has one of these roles, on this fund or, without one, on any. */
export function holds(
  person: Person,
  roles: readonly Person["roles"][number]["role"][],
  fundId?: string,
): boolean {
  return person.roles.some(
    (held) =>
      roles.includes(held.role) && (fundId === undefined || held.fundId === null || held.fundId === fundId),
  );
}

/** The address that begins signing in and comes back to a path of this site. */
export function signInAddress(returnTo: string): string {
  return `${API}/sign-in${query({ return: returnTo })}`;
}

/** The same, coming back to the page that is shown. */
export function useSignInAddress(): string {
  const { pathname, searchStr, hash } = useLocation();
  return signInAddress(pathname + searchStr + (hash === "" ? "" : `#${hash}`));
}
