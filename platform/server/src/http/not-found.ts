/** Tells a path that does not exist (404) from one that does not know the method (405, with `Allow`). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathOf, sendProblem } from "./problems.js";

/** Answers a request that no route took; true when it did. */
export type Fallback = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean> | boolean;

/**
 * Handles requests without a route. Register before the routes: it notes each of them.
 *
 * @param fallback tried first for paths that no route has, for instance the pages
 */
export function handleNotFound(app: FastifyInstance, fallback: Fallback): void {
  const known: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];
  app.addHook("onRoute", (route) => {
    const pattern = pathPattern(route.url);
    const entry = known.find((each) => each.pattern.source === pattern.source) ?? {
      pattern,
      methods: new Set<string>(),
    };
    if (entry.methods.size === 0) known.push(entry);
    for (const method of [route.method].flat()) entry.methods.add(method);
  });

  // Answered before the body is read: nothing will be done with it.
  app.addHook("onRequest", async (request, reply) => {
    if (!request.is404) return;
    const path = pathOf(request.url);
    const methods = new Set(
      known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]),
    );
    if (methods.size > 0 && !methods.has(request.method)) {
      reply.header("allow", [...methods].sort().join(", "));
      return sendProblem(request, reply, 405, `${path} answers to ${[...methods].sort().join(", ")} only.`);
    }
    if (await fallback(request, reply)) return reply;
    return sendProblem(request, reply, 404, `${path} does not exist.`);
  });
}

/** The paths that a route such as `/rounds/:roundId` takes. */
function pathPattern(route: string): RegExp {
  const source = route
    .split("/")
    .map((part) => (part.startsWith(":") ? "[^/]+" : part === "*" ? ".*" : escapeRegExp(part)))
    .join("/");
  return new RegExp(`^${source}$`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
