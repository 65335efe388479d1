/** Where the site is, as its visitors write it; what came for another host is refused. */
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** The address of the site. */
export interface SiteAddress {
  /** For instance `https://voorsprong.example.nl`, without a slash at the end. */
  originOf(request: FastifyRequest): string;
  /** Whether visitors use https, so that cookies may be marked as such. */
  isSecure(request: FastifyRequest): boolean;
  /** Whether a request was meant for this site. A page elsewhere that points its own name here was not (DNS rebinding). */
  isForThisSite(request: FastifyRequest): boolean;
}

/** Names that always mean this computer (RFC 6761, 6.3). */
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * @param publicUrl the site's address as visitors write it; absent: each request's own, of this computer or `host`
 * @param host the address that the server listens on
 */
export function siteAddress(publicUrl: URL | undefined, host: string): SiteAddress {
  const names = new Set([...loopback, isIP(host) === 6 ? `[${host}]` : host]);
  if (publicUrl !== undefined) names.add(publicUrl.hostname);
  return {
    originOf: (request) => publicUrl?.origin ?? `${request.protocol}://${request.host}`,
    isSecure: (request) => (publicUrl?.protocol ?? `${request.protocol}:`) === "https:",
    isForThisSite: (request) => names.has(request.hostname.toLowerCase()),
  };
}
