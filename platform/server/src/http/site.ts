/** The built pages: files with a hash in their name for ever, the rest checked each time. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Fallback } from "./not-found.js";
import { pathOf } from "./problems.js";

/** Files that Vite gives a hash of their content in their name. */
const hashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/;

/**
 * Serves the pages in `directory`, when they were built.
 *
 * @returns the fallback that answers page paths, which the pages' own router reads, with the one HTML file
 */
export function sitePages(directory: string): Fallback {
  const built = existsSync(resolve(directory, "index.html"));
  return async (request, reply) => {
    if (!built || !isPagePath(request.method, pathOf(request.url))) return false;
    await reply.sendFile("index.html", directory);
    return true;
  };
}

/** Registers a route per file of the pages. */
export async function serveSite(app: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  await app.register(fastifyStatic, {
    root: resolve(directory),
    wildcard: false,
    cacheControl: false,
    setHeaders(response, path) {
      response.header(
        "cache-control",
        hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
    schemaHide: true,
  });
}

/** A path that the pages' router may know: below a language (ids of clauses have dots), or no file and not of the API. */
function isPagePath(method: string, path: string): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (/^\/(nl|en)(\/|$)/.test(path)) return true;
  if (/^\/(api|health|ready|\.well-known)(\/|$)/.test(path)) return false;
  return !path.slice(path.lastIndexOf("/") + 1).includes(".");
}
