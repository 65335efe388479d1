/** Whether a change comes from the site's own pages, or from no page at all. */
import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.js";
import type { SiteAddress } from "./site-address.js";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request changes nothing by its method (RFC 9110, 9.2.1). */
export function isSafe({ method }: { readonly method: string }): boolean {
  return safeMethods.has(method);
}

/**
 * Refuses a change that a page of another site sends. Browsers say where a request comes from in `Sec-Fetch-Site` and
 * `Origin`, and no page can change what they say; programs send neither.
 *
 * @throws Refusal
 */
export function refuseOtherOrigins(request: FastifyRequest, address: SiteAddress): void {
  const site = request.headers["sec-fetch-site"];
  const { origin } = request.headers;
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreignSite || (origin !== undefined && origin !== address.originOf(request)))
    throw new Refusal("forbidden", "This change was sent by a page of another site, and is refused.");
}
