/**
 * Stands before every route of the API: says who asks, and lets through what they may do.
 *
 * A route declares its permission in `config`, and what it is about in `config.scope`; one that declares nothing makes the
 * start fail. Handlers find who asks in `request.actor`.
 */
import cookie from "@fastify/cookie";
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import plugin from "fastify-plugin";
import { type Actor, type Scope, visitor } from "../actor.js";
import { may, refusalOf, signedOut, visitorMayEver } from "../may.js";
import { type PermissionId, permissions } from "../permissions.js";
import { Refusal } from "../refusal.js";
import type { AccessService } from "../service.js";
import type { LiveSession } from "../sessions/sessions.js";
import { isSafe, refuseOtherOrigins } from "./same-origin.js";
import { type SiteCookie, siteCookie } from "./session-cookie.js";
import type { SiteAddress } from "./site-address.js";

/** A request as a scope sees it, with what was sent already checked against the route's schema. */
export interface ScopedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly actor: Actor;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** What somebody must be allowed to do here; every route of the API has one. */
    permission?: PermissionId;
    /**
     * What the request is about; null when there is no such thing. Absent for lists, for things without an owner and for
     * what is still to be made.
     */
    scope?: (request: ScopedRequest) => Promise<Scope | null> | Scope | null;
    /** What is said when there is no such thing. Needed where the permission is hidden, and where a scope can be null. */
    missing?: (request: ScopedRequest) => string;
  }
  interface FastifyInstance {
    /** Every route of the API with what it takes to use it. */
    readonly guardedRoutes: readonly GuardedRoute[];
  }
  interface FastifyRequest {
    /** Who asks. */
    actor: Actor;
    /** Their session; null for a visitor. */
    session: LiveSession | null;
    /** The site as its visitors write it, for instance `https://fund.example.org`: for addresses in files. */
    website: string;
  }
}

/** A route and what it takes to use it. */
export interface GuardedRoute {
  readonly method: string;
  /** Path pattern with the prefix, for instance `/api/v1/rounds/:roundId`. */
  readonly url: string;
  readonly permission: PermissionId;
  /** Whether it is about one thing, which the permission is checked on. */
  readonly scoped: boolean;
}

/** What the guard works with. */
export interface GuardOptions {
  readonly access: AccessService;
  readonly address: SiteAddress;
  /** Path below which every route needs a permission, for instance `/api/v1`. */
  readonly prefix: string;
}

/** The cookie of sessions. */
export function sessionCookie(address: SiteAddress): SiteCookie {
  return siteCookie(address, "voorsprong");
}

/** Puts the guard before all routes that are registered after it. */
export const guard = plugin(async (app: FastifyInstance, options: GuardOptions) => {
  const { access, address, prefix } = options;
  const cookieOfSession = sessionCookie(address);
  const nobody = visitor(access.tryOut);
  const isApi = (url: string) => url === prefix || url.startsWith(`${prefix}/`);

  await app.register(cookie);
  app.decorateRequest("actor", null as unknown as Actor);
  app.decorateRequest("session", null);
  app.decorateRequest("website", "");
  const routes: GuardedRoute[] = [];
  app.decorate("guardedRoutes", routes);
  app.addHook("onRoute", (route) => {
    if (!isApi(route.url)) return;
    const permission = requirePermission(route);
    const scoped = route.config?.scope !== undefined;
    for (const method of [route.method].flat())
      if (method !== "HEAD") routes.push({ method, url: route.url, permission, scoped });
  });

  app.addHook("onRequest", async (request) => {
    request.actor = nobody;
    request.website = address.originOf(request);
    if (request.is404 || !isApi(request.url)) return;
    await recognise(request);
    // Before the body is read: it may be large, and nothing will be done with it.
    const { permission, scope } = request.routeOptions.config;
    if (permission === undefined) return;
    if (request.actor.personId === null && !visitorMayEver(request.actor, permission)) throw signedOut();
    if (scope === undefined) authorise(request, permission);
  });

  /** Finds out who asks: by the token of a program, or by the cookie of a browser. */
  async function recognise(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      // No browser sends this by itself, so nothing can be forged with it.
      request.actor = await actorOfProgram(access, authorization, isSafe(request));
      return;
    }
    const secret = cookieOfSession.read(request);
    request.session = secret === null ? null : await access.session(secret);
    if (request.session !== null) request.actor = request.session.actor;
    if (!isSafe(request)) refuseForged(request, address);
  }

  app.addHook("preHandler", async (request) => {
    const { permission, scope, missing } = request.routeOptions.config;
    if (permission === undefined || scope === undefined) return;
    const seen = request as unknown as ScopedRequest;
    const found = await scope(seen);
    const words = missing?.(seen);
    if (found === null) throw new Refusal("not-found", words ?? "There is nothing here.");
    authorise(request, permission, found, words);
  });
});

function authorise(request: FastifyRequest, permission: PermissionId, scope?: Scope, missing?: string): void {
  if (!may(request.actor, permission, scope)) throw refusalOf(request.actor, permission, scope, missing);
}

/** @throws Error when a route says too little about who may use it; the server does not start then */
function requirePermission({ method, url, config }: RouteOptions): PermissionId {
  const name = `${[method].flat().join(", ")} ${url}`;
  const permission = config?.permission;
  if (permission === undefined)
    throw new Error(
      `${name} declares no permission: set config.permission (platform/access/src/permissions.ts)`,
    );
  if (!(permission in permissions)) throw new Error(`${name}: there is no permission ${permission}`);
  if (permissions[permission].hidden === true && config?.scope !== undefined && config.missing === undefined)
    throw new Error(
      `${name}: ${permission} is hidden, so config.missing must say what is said of a missing one`,
    );
  return permission;
}

/** @throws Refusal when the token is good no longer, or is for reading only */
async function actorOfProgram(access: AccessService, authorization: string, safe: boolean): Promise<Actor> {
  const [scheme = "", token = ""] = authorization.split(" ", 2);
  const found = scheme.toLowerCase() === "bearer" ? await access.token(token) : null;
  if (found === null)
    throw new Refusal(
      "signed-out",
      "This token is unknown or has expired: make a new one on your account page.",
    );
  if (!safe && found.may === "read") throw new Refusal("forbidden", "This token is for reading only.");
  return found.actor;
}

/** A page elsewhere must not make a change in somebody's name: the browser would send the cookie along. */
function refuseForged(request: FastifyRequest, address: SiteAddress): void {
  refuseOtherOrigins(request, address);
  if (request.session !== null && request.headers["x-csrf-token"] !== request.session.csrf)
    throw new Refusal(
      "forbidden",
      "The header x-csrf-token is missing or old: send the one that GET /api/v1/session gives.",
    );
}
