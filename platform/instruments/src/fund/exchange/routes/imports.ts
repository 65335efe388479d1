/** Imports: upload, preview, confirm. */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ImportService } from "../imports/service.js";
import { ImportPage, ImportRowPage, ImportView } from "../imports/views.js";
import {
  ImportParams,
  ImportRowsQuery,
  ImportsQuery,
  NewImportQuery,
  TemplateQuery,
  targetOf,
} from "./params.js";

/** The most a file may be, in bytes: 60,000 wide rows. */
const fileLimit = 64 * 1024 * 1024;

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const file = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
});

/** POST and GET /exchange/imports, what lies below one, and the templates. */
export const importRoutes: FastifyPluginAsyncZod<{ readonly imports: ImportService }> = async (
  app,
  { imports },
) => {
  const scope = ({ params }: { params: Readonly<Record<string, string>> }) =>
    imports.scope(params.importId ?? "");
  const missing = ({ params }: { params: Readonly<Record<string, string>> }) =>
    `There is no import ${params.importId}.`;
  const read = { permission: "import.read", scope, missing } as const;
  const make = { permission: "import.make", scope, missing } as const;
  const onTarget = {
    scope: ({ query }: { query: Readonly<Record<string, unknown>> }) =>
      imports.targetScope(targetOf(query as z.output<typeof TemplateQuery>)),
    missing: ({ query }: { query: Readonly<Record<string, unknown>> }) =>
      `There is no call ${String(query.callId)}.`,
  };

  await app.register(async (uploads) => {
    uploads.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    uploads.withTypeProvider().post(
      "/exchange/imports",
      {
        bodyLimit: fileLimit,
        config: { permission: "import.make", ...onTarget },
        schema: {
          operationId: "beginImport",
          tags: ["exchange"],
          summary: "Sends a list (CSV or XLSX, as bytes); it is read as a job into a preview",
          consumes: ["application/octet-stream"],
          querystring: NewImportQuery,
          response: { 202: ImportView },
        },
      },
      async (request, reply) => {
        const query = request.query as z.output<typeof NewImportQuery>;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const view = await imports.begin(targetOf(query), query.fileName, bytes, request.actor.personId!);
        return reply.code(202).header("location", `/api/v1/exchange/imports/${view.id}`).send(view);
      },
    );
  });

  app.get(
    "/exchange/imports",
    {
      config: { permission: "import.read" },
      schema: {
        operationId: "listImports",
        tags: ["exchange"],
        summary: "Imports, newest first",
        querystring: ImportsQuery,
        response: { 200: ImportPage },
      },
    },
    (request) => imports.list(request.actor, request.query),
  );

  app.get(
    "/exchange/imports/:importId",
    {
      config: read,
      schema: {
        operationId: "getImport",
        tags: ["exchange"],
        summary: "One import: how far it is, and how many rows are new, changed, unchanged or not right",
        params: ImportParams,
        response: { 200: ImportView },
      },
    },
    (request) => imports.get(request.params.importId),
  );

  app.get(
    "/exchange/imports/:importId/rows",
    {
      config: read,
      schema: {
        operationId: "listImportRows",
        tags: ["exchange"],
        summary: "The preview, row by row, with every cell that is not right",
        params: ImportParams,
        querystring: ImportRowsQuery,
        response: { 200: ImportRowPage },
      },
    },
    (request) => imports.rows(request.params.importId, request.query),
  );

  app.get(
    "/exchange/imports/:importId/errors.csv",
    {
      config: read,
      schema: {
        operationId: "exportImportErrors",
        tags: ["exchange"],
        summary: "Every cell that is not right, as CSV",
        params: ImportParams,
        response: file("CSV in UTF-8", "text/csv"),
      },
    },
    async (request, reply) =>
      reply
        .header("content-type", mediaTypes.csv)
        .header("content-disposition", 'attachment; filename="errors.csv"')
        .send(Readable.from(await imports.errorsCsv(request.params.importId)) as never),
  );

  app.post(
    "/exchange/imports/:importId/confirmation",
    {
      config: make,
      schema: {
        operationId: "confirmImport",
        tags: ["exchange"],
        summary: "Writes what the preview shows, as a job: all of it, or nothing",
        params: ImportParams,
        response: { 202: ImportView },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await imports.confirm(request.params.importId, request.actor.personId!)),
  );

  app.delete(
    "/exchange/imports/:importId",
    {
      config: make,
      schema: {
        operationId: "discardImport",
        tags: ["exchange"],
        summary: "Drops a preview that was not confirmed",
        params: ImportParams,
        response: { 200: ImportView },
      },
    },
    (request) => imports.discard(request.params.importId),
  );

  for (const format of ["csv", "xlsx"] as const)
    app.get(
      `/exchange/template.${format}`,
      {
        config: { permission: "import.make", ...onTarget },
        schema: {
          operationId: format === "csv" ? "getImportTemplate" : "getImportTemplateWorkbook",
          tags: ["exchange"],
          summary:
            format === "csv"
              ? "The list to fill in, as CSV"
              : "The list to fill in, as a workbook with an explanation of each column",
          querystring: TemplateQuery,
          response: file("The list", mediaTypes[format].replace("; charset=utf-8", "")),
        },
      },
      async (request, reply) =>
        reply
          .header("content-type", mediaTypes[format])
          .header("content-disposition", `attachment; filename="${request.query.kind}.${format}"`)
          .send((await imports.template(targetOf(request.query), format)) as never),
    );
};
