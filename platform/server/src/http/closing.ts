/** Ends kept-alive connections while the server closes. */
import type { FastifyInstance } from "fastify";

/** How often to look for connections that have become idle, in milliseconds. */
const interval = 100;

/**
 * Node closes the connections that are idle when closing begins. One that was answering then stays open for its
 * keep-alive time, for which nobody should wait: it is closed as soon as its answer has gone out.
 */
export function closeConnectionsWhenIdle(app: FastifyInstance): void {
  app.addHook("preClose", async () => {
    if (!app.server.listening) return;
    const sweep = setInterval(() => app.server.closeIdleConnections(), interval);
    app.server.once("close", () => clearInterval(sweep));
  });
}
