/** Files of an application. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { MOST_FILE_BYTES } from "../file-kind.js";
import { AttachmentParams, AttachmentQuery } from "../params.js";
import type { ApplicationService } from "../service.js";
import { AttachmentView } from "../views.js";
import { guarded } from "./guarded.js";

/** PUT, GET and DELETE /applications/{applicationId}/attachments/{attachmentId}. */
export const attachmentRoutes: FastifyPluginAsyncZod<{ readonly applications: ApplicationService }> = async (
  app,
  { applications },
) => {
  const config = guarded(applications);
  const path = "/applications/:applicationId/attachments/:attachmentId";

  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );

  app.put(
    path,
    {
      bodyLimit: MOST_FILE_BYTES,
      config: config("application.write"),
      schema: {
        operationId: "uploadAttachment",
        tags: ["applications"],
        summary:
          "Uploads a file of at most 10 MB under an id of the client's choice; its kind is told by its content",
        consumes: ["application/octet-stream"],
        params: AttachmentParams,
        querystring: AttachmentQuery,
        response: { 200: AttachmentView },
      },
    },
    (request) => {
      const { applicationId, attachmentId } = request.params;
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return applications.attach(
        applicationId,
        { id: attachmentId, name: request.query.name, content },
        request.actor,
      );
    },
  );

  app.get(
    path,
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getAttachment",
        tags: ["applications"],
        summary: "A file as it was uploaded",
        params: AttachmentParams,
        response: {
          200: {
            description: "The file",
            content: { "application/octet-stream": { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const { applicationId, attachmentId } = request.params;
      const file = await applications.attachment(applicationId, attachmentId);
      // Always a download, never shown in the site's own origin.
      return reply
        .header("content-type", file.mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header("x-content-type-options", "nosniff")
        .send(Buffer.from(file.content) as never);
    },
  );

  app.delete(
    path,
    {
      config: config("application.write"),
      schema: {
        operationId: "deleteAttachment",
        tags: ["applications"],
        summary: "Takes a file out of the draft; a submitted version keeps it",
        params: AttachmentParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { applicationId, attachmentId } = request.params;
      await applications.detach(applicationId, attachmentId);
      return reply.code(204).send(null);
    },
  );
};
