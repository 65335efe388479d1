/** The log: JSON lines on standard error, which leaves standard output to the person who started the server. */
import type { FastifyReply, FastifyRequest } from "fastify";
import pino, { type Logger } from "pino";
import { pathOf } from "./http/problems.js";

/**
 * Makes the logger of a process. Of a request it keeps method, path and address; queries and bodies may hold what
 * people looked for or sent, and stay out.
 *
 * @param level from `trace` to `silent`
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      serializers: {
        req: (request: FastifyRequest) => ({
          method: request.method,
          path: pathOf(request.url),
          address: request.ip,
        }),
        res: (reply: FastifyReply) => ({ status: reply.statusCode }),
        err: pino.stdSerializers.err,
        error: pino.stdSerializers.err,
      },
    },
    pino.destination({ dest: process.stderr.fd, sync: false }),
  );
}
