/** Files of an objection over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { MOST_FILE_BYTES } from "../../applications/file-kind.js";
import type { DecisionService } from "../service.js";
import { ObjectionFileParams, ObjectionFileQuery, ObjectionFileView } from "../views.js";
import { guards } from "./params.js";

/** PUT and GET /objections/{objectionId}/files/{fileId}. */
export const objectionFileRoutes: FastifyPluginAsyncZod<{ readonly decisions: DecisionService }> = async (
  app,
  { decisions },
) => {
  const { ofObjection } = guards(decisions);
  const path = "/objections/:objectionId/files/:fileId";

  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );

  app.put(
    path,
    {
      bodyLimit: MOST_FILE_BYTES,
      config: { permission: "objection.supplement", ...ofObjection },
      schema: {
        operationId: "addObjectionFile",
        tags: ["objections"],
        summary:
          "Adds a file of at most 10 MB under an id of the client's choice; its kind is told by its content",
        consumes: ["application/octet-stream"],
        params: ObjectionFileParams,
        querystring: ObjectionFileQuery,
        response: { 200: ObjectionFileView },
      },
    },
    (request) => {
      const { objectionId, fileId } = request.params;
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return decisions.addFile(request.actor, objectionId, { id: fileId, name: request.query.name, content });
    },
  );

  app.get(
    path,
    {
      config: { permission: "objection.read", ...ofObjection },
      schema: {
        operationId: "getObjectionFile",
        tags: ["objections"],
        summary: "A file as it was added",
        params: ObjectionFileParams,
        response: {
          200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const file = await decisions.file(request.params.objectionId, request.params.fileId);
      // Always a download, never shown in the site's own origin.
      return reply
        .header("content-type", file.mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header("x-content-type-options", "nosniff")
        .send(Buffer.from(file.content) as never);
    },
  );
};
