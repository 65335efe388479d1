/** Archives of calls. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { archiveKinds } from "../archive/index.js";
import type { ArchiveService } from "../archives/service.js";
import { ArchiveCheck, ArchiveFilePage, ArchiveList, ArchiveSummary } from "../archives/views.js";
import { CallId, PageQuery } from "./params.js";

/** The most an archive may be as it is sent, in bytes: it is in memory while it is read. */
const archiveLimit = 512 * 1024 * 1024;

const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, "the hash of an archive");
const FilesQuery = z.object({
  ...PageQuery,
  kind: z.enum(archiveKinds).optional(),
  search: z
    .string()
    .max(200)
    .refine((text) => !text.includes("\0"), "U+0000 is not allowed")
    .optional(),
});

const bytesOf = (body: unknown) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
const tags = ["exchange"];

/** GET /calls/{callId}/archive.zip, and what lies below /exchange/archives. */
export const archiveRoutes: FastifyPluginAsyncZod<{ readonly archives: ArchiveService }> = async (
  app,
  { archives },
) => {
  // What came from another installation belongs to no fund of this one: only roles for all funds count.
  const foreign = { permission: "archive.read", scope: () => ({}) } as const;

  app.get(
    "/calls/:callId/archive.zip",
    {
      config: {
        permission: "archive.make",
        scope: ({ params }) => archives.callScope(params.callId ?? ""),
        missing: ({ params }) => `There is no call ${params.callId}.`,
      },
      schema: {
        operationId: "getCallArchive",
        tags,
        summary: "Everything of a call in one signed zip file (docs/formats/archive.md)",
        params: z.object({ callId: CallId }),
        response: {
          200: { description: "The archive", content: { "application/zip": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) =>
      reply
        .header("content-type", "application/zip")
        .header("content-disposition", `attachment; filename="${request.params.callId}.zip"`)
        .send(await archives.make(request.params.callId)),
  );

  await app.register(async (uploads) => {
    uploads.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    uploads.post(
      "/exchange/archive-checks",
      {
        bodyLimit: archiveLimit,
        config: { permission: "archive.keep", scope: () => ({}) },
        schema: {
          operationId: "checkArchive",
          tags,
          summary:
            "What an archive (zip, as bytes) holds, or every file in it that is not in order; keeps nothing",
          consumes: ["application/octet-stream"],
          response: { 200: ArchiveCheck },
        },
      },
      async (request) => archives.check(bytesOf(request.body)),
    );
    uploads.post(
      "/exchange/archives",
      {
        bodyLimit: archiveLimit,
        config: { permission: "archive.keep", scope: () => ({}) },
        schema: {
          operationId: "keepArchive",
          tags,
          summary:
            "Keeps an archive of another installation; all of it, or nothing; the same twice is kept once",
          consumes: ["application/octet-stream"],
          response: { 200: ArchiveSummary },
        },
      },
      async (request) => archives.keep(bytesOf(request.body), request.actor.personId!),
    );
  });

  app.get(
    "/exchange/archives",
    {
      config: foreign,
      schema: {
        operationId: "listArchives",
        tags,
        summary: "Archives that are kept, newest first",
        response: { 200: ArchiveList },
      },
    },
    () => archives.list(),
  );

  app.get(
    "/exchange/archives/:hash/files",
    {
      config: foreign,
      schema: {
        operationId: "listArchiveFiles",
        tags,
        summary: "The files of a kept archive",
        params: z.object({ hash: Hash }),
        querystring: FilesQuery,
        response: { 200: ArchiveFilePage },
      },
    },
    (request) => archives.files(request.params.hash, request.query),
  );

  app.get(
    "/exchange/archives/:hash/files/:position",
    {
      config: foreign,
      schema: {
        operationId: "getArchiveFile",
        tags,
        summary: "One file of a kept archive, byte for byte",
        params: z.object({ hash: Hash, position: z.coerce.number().int().min(0).max(1_000_000) }),
        response: {
          200: { description: "The file", content: { "application/octet-stream": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) => {
      const { path, bytes } = await archives.file(request.params.hash, request.params.position);
      return reply
        .header("content-type", "application/octet-stream")
        .header("content-disposition", `attachment; filename="${path.split("/").at(-1)}"`)
        .send(Buffer.from(bytes));
    },
  );
};
