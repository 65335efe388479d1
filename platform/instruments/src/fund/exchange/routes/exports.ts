/** Lists out as files. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ExportService } from "../exports/service.js";
import type { ImportKindName } from "../imports/views.js";
import { TemplateQuery, targetOf } from "./params.js";

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** GET /exchange/list.csv and list.xlsx. */
export const exportRoutes: FastifyPluginAsyncZod<{ readonly exports: ExportService }> = async (
  app,
  { exports },
) => {
  for (const format of ["csv", "xlsx"] as const)
    app.get(
      `/exchange/list.${format}`,
      {
        config: {
          permission: "export.read",
          scope: ({ query }) => exports.scope(targetOf(query as { kind: ImportKindName })),
          missing: ({ query }) => `There is no call ${String(query.callId)}.`,
        },
        schema: {
          operationId: format === "csv" ? "exportList" : "exportListWorkbook",
          tags: ["exchange"],
          summary: `Organisations, or the submitted applications of a call, as ${format.toUpperCase()}`,
          querystring: TemplateQuery,
          response: {
            200: {
              description: "The list",
              content: { [mediaTypes[format].replace("; charset=utf-8", "")]: { schema: z.unknown() } },
            },
          },
        },
      },
      async (request, reply) =>
        reply
          .header("content-type", mediaTypes[format])
          .header(
            "content-disposition",
            `attachment; filename="${[request.query.kind, request.query.callId].filter(Boolean).join("-")}.${format}"`,
          )
          .send(await exports.list(targetOf(request.query), format)),
    );
};
