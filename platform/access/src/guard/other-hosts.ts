/** Refuses what was meant for another host. */
import type { FastifyInstance } from "fastify";
import type { SiteAddress } from "./site-address.js";

/**
 * Refuses requests under a name that is not this site's with 421 (RFC 9110, 15.5.20). Register before everything else.
 *
 * @param forAnyHost paths that answer whatever name they are asked under: probes come by number
 */
export function refuseOtherHosts(
  app: FastifyInstance,
  address: SiteAddress,
  forAnyHost: readonly string[],
): void {
  app.addHook("onRequest", async (request) => {
    if (!forAnyHost.includes(request.url) && !address.isForThisSite(request))
      throw Object.assign(new Error("not for this host"), { statusCode: 421 });
  });
}
