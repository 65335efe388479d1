/** The OpenAPI document and its page. */
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openApiText } from "./openapi.js";
import { apiPrefix } from "./version.js";

/** Registers `/api/v1/openapi.json` (readable from any origin, as the NL API Design Rules ask) and `/api/docs`. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  let document: Buffer | undefined;
  app.get(
    `${apiPrefix}/openapi.json`,
    { config: { permission: "api.read" }, schema: { hide: true } },
    (_request, reply) => {
      document ??= openApiText(app);
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .header("access-control-allow-origin", "*")
        .header("cross-origin-resource-policy", "cross-origin")
        .send(document);
    },
  );
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    // The page sets style attributes of its own; nothing else is looser than on the other pages.
    staticCSP: {
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self' 'unsafe-inline'",
      "img-src": "'self' data:",
      "connect-src": "'self'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
    },
    uiConfig: { deepLinking: true, validatorUrl: null, url: `${apiPrefix}/openapi.json` },
    theme: {
      title: "Voorsprong API",
      css: [{ filename: "voorsprong.css", content: ".swagger-ui .topbar { display: none }" }],
    },
  });
}
