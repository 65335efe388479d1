/** Documents that are sent byte for byte as they are kept. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { KeptDocument } from "../read-rounds.js";

/**
 * Sends a document; its hash is its entity tag, so a client that has it is told so without sending it again.
 *
 * @param fileName without its ending
 */
export function sendDocument(
  request: Pick<FastifyRequest, "headers">,
  reply: FastifyReply,
  { text, hash }: KeptDocument,
  fileName: string,
): FastifyReply {
  const tag = `"${hash}"`;
  reply.header("etag", tag).header("cache-control", "no-cache");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(tag)) return reply.code(304).send();
  return reply
    .header("content-type", "application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="${fileName}.json"`)
    .serializer((body: unknown) => body as string)
    .send(text);
}
