/** What protects the server and its visitors: headers on every answer, and a limit on changes per address. */
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";

/**
 * Registers security headers and the limit on writes.
 *
 * Scripts, styles and workers come from this server only and none are inline.
 *
 * @param writesPerMinute how many changes one address may send per minute; reading is not limited
 */
export async function protect(app: FastifyInstance, writesPerMinute: number): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "worker-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    hsts: { maxAge: 31_536_000, includeSubDomains: false },
  });
  await app.register(rateLimit, {
    global: true,
    max: writesPerMinute,
    timeWindow: "1 minute",
    allowList: (request) =>
      request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS",
  });
}
