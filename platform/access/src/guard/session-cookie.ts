/** The cookie that carries the secret of a session. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SiteAddress } from "./site-address.js";

/** Reads, sets and clears one cookie of the site. */
export interface SiteCookie {
  read(request: FastifyRequest): string | null;
  /** @param maxAge in seconds; absent: until the browser closes */
  set(request: FastifyRequest, reply: FastifyReply, value: string, maxAge?: number): void;
  clear(request: FastifyRequest, reply: FastifyReply): void;
}

/**
 * A cookie that no script can read and no other site can send with a change. On https its name begins with `__Host-`, so
 * that neither a sister domain nor plain http can set it (RFC 6265bis, 4.1.3.2).
 */
export function siteCookie(address: SiteAddress, name: string): SiteCookie {
  const attributes = (request: FastifyRequest) => ({
    path: "/",
    httpOnly: true,
    sameSite: "lax" as const,
    secure: address.isSecure(request),
  });
  const nameFor = (request: FastifyRequest) => (address.isSecure(request) ? `__Host-${name}` : name);
  return {
    read: (request) => request.cookies[nameFor(request)] ?? null,
    set(request, reply, value, maxAge) {
      reply.setCookie(nameFor(request), value, {
        ...attributes(request),
        ...(maxAge === undefined ? {} : { maxAge }),
      });
    },
    clear(request, reply) {
      reply.clearCookie(nameFor(request), attributes(request));
    },
  };
}
