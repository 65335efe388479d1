/** Signing in and out, and who is here. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sessionCookie } from "../guard/guard.js";
import { siteCookie } from "../guard/session-cookie.js";
import type { SiteAddress } from "../guard/site-address.js";
import type { AccessService } from "../service.js";
import { SessionView, SignedOut } from "../sessions/views.js";
import type { OpenIdService } from "./openid.js";
import { languageOf, returnPath } from "./return-path.js";
import { readStarted, signInTime, writeStarted } from "./started.js";

/** What these routes work with. */
export interface SignInRoutesOptions {
  readonly access: AccessService;
  readonly address: SiteAddress;
  /** The sign-in service under the address of a request. */
  readonly openid: (request: FastifyRequest) => Promise<OpenIdService>;
  readonly now: () => Date;
}

/** Why signing in failed, as the page says it in words. */
type Problem = "expired" | "refused" | "unreachable";

const Return = z.object({ return: z.string().optional() });

/** GET /session, GET /sign-in, GET /sign-in/callback, POST /sign-out. */
export const signInRoutes: FastifyPluginAsyncZod<SignInRoutesOptions> = async (app, options) => {
  const { access, address, openid, now } = options;
  const session = sessionCookie(address);
  const started = siteCookie(address, "voorsprong-sign-in");
  const callbackOf = (request: FastifyRequest) => `${address.originOf(request)}/api/v1/sign-in/callback`;
  const failed = (problem: Problem, returnTo: string) =>
    `/${languageOf(returnTo)}/sign-in?${new URLSearchParams({ problem, return: returnTo })}`;

  app.get(
    "/session",
    {
      config: { permission: "session.read" },
      schema: {
        operationId: "getSession",
        tags: ["access"],
        summary: "Who is here, and the token that changes must carry",
        response: { 200: SessionView },
      },
    },
    (request) => access.sessionView(request.session),
  );

  app.get(
    "/sign-in",
    { config: { permission: "session.read" }, schema: { hide: true, querystring: Return } },
    async (request, reply) => {
      const returnTo = returnPath(request.query.return);
      try {
        const service = await openid(request);
        const begun = await service.begin(callbackOf(request), returnTo, languageOf(returnTo), now());
        started.set(request, reply, writeStarted(begun.started), signInTime);
        return reply.redirect(begun.location, 303);
      } catch (error) {
        request.log.error({ err: error }, "the sign-in service cannot be reached");
        return reply.redirect(failed("unreachable", returnTo), 303);
      }
    },
  );

  app.get(
    "/sign-in/callback",
    { config: { permission: "session.read" }, schema: { hide: true } },
    async (request, reply) => {
      const begun = readStarted(started.read(request), now());
      // An answer is used once, whatever comes of it.
      started.clear(request, reply);
      if (begun === null) return reply.redirect(failed("expired", returnPath(undefined)), 303);
      const returnTo = returnPath(begun.returnTo);
      try {
        const service = await openid(request);
        const answer = new URL(request.url, address.originOf(request));
        const { claims, idToken } = await service.finish(answer, begun);
        const old = session.read(request);
        if (old !== null) await access.signOut(old);
        const { secret } = await access.signInWith(claims, idToken);
        session.set(request, reply, secret);
        return reply.redirect(returnTo, 303);
      } catch (error) {
        // Never the answer itself: it holds a code.
        request.log.warn({ reason: error instanceof Error ? error.message : "" }, "a sign-in was refused");
        return reply.redirect(failed("refused", returnTo), 303);
      }
    },
  );

  app.post(
    "/sign-out",
    {
      config: { permission: "session.end" },
      schema: {
        operationId: "signOut",
        tags: ["access"],
        summary: "Ends this session, or every session of this person",
        body: z.object({ everywhere: z.boolean().default(false) }),
        response: { 200: SignedOut },
      },
    },
    async (request, reply) => {
      const secret = session.read(request);
      session.clear(request, reply);
      if (request.actor.personId === null || secret === null) return { location: null };
      if (request.body.everywhere) await access.signOutEverywhere(request.actor.personId);
      else await access.signOut(secret);
      const service = await openid(request);
      const location = await service
        .endSession(
          request.session?.idToken ?? null,
          `${address.originOf(request)}/${request.actor.language}`,
        )
        .catch(() => null);
      return { location };
    },
  );
};
