/** Who is here, as a page shows it. */
import type { Queryable } from "@voorsprong/store";
import { organisationNames } from "../organisations/organisations.js";
import type { LiveSession } from "./sessions.js";
import type { SessionView } from "./views.js";

/** @param session null: a visitor */
export async function sessionView(
  from: Queryable,
  session: LiveSession | null,
  signIn: SessionView["signIn"],
): Promise<SessionView> {
  if (session === null) return { person: null, csrfToken: null, expires: null, signIn };
  const { personId, name, email, language, organisations, roles } = session.actor;
  const names = await organisationNames(
    from,
    organisations.map(({ id }) => id),
  );
  return {
    person: {
      id: personId!,
      name,
      email,
      language,
      organisations: organisations.map(({ id, role }) => ({ id, name: names.get(id) ?? id, role })),
      roles: [...roles],
    },
    csrfToken: session.csrf,
    expires: session.expires.toISOString(),
    signIn,
  };
}
