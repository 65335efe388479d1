/**
 * A sign-in that has begun: what the answer of the sign-in service has to fit. It lies in a cookie of the browser that
 * began it, so an answer that somebody else obtained (login CSRF, session fixation) fits nothing there.
 */
import { z } from "zod";

/** How long somebody may take to sign in, in seconds. */
export const signInTime = 600;

const Started = z.object({
  /** Comes back in the answer (RFC 6749, 10.12). */
  state: z.string().min(20),
  /** Comes back inside the ID token (OpenID Connect Core, 15.5.2). */
  nonce: z.string().min(20),
  /** Its hash went along; who has the code only cannot use it (RFC 7636). */
  verifier: z.string().min(43),
  /** Page to come back to. */
  returnTo: z.string(),
  /** When it began, in milliseconds since 1970. */
  at: z.int(),
});
export type StartedSignIn = z.infer<typeof Started>;

/** The cookie's text. */
export function writeStarted(started: StartedSignIn): string {
  return Buffer.from(JSON.stringify(started)).toString("base64url");
}

/** Reads the cookie; null when there is none, it is of no use, or it took too long. */
export function readStarted(text: string | null, now: Date): StartedSignIn | null {
  if (text === null) return null;
  try {
    const { data } = Started.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return data !== undefined && now.getTime() - data.at < signInTime * 1_000 ? data : null;
  } catch {
    return null;
  }
}
