/** The ledger: its entries in pages, the whole of it as a file, and the key that signs it. */
import type { Ledger } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { LedgerEntryView, LedgerPage } from "../contract/index.js";

const LedgerQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  subject: z
    .string()
    .max(200)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot take.
    .regex(/^[^\u0000]*$/, "U+0000 is not allowed")
    .optional(),
});

const LedgerExport = z
  .object({
    format: z.literal("voorsprong-ledger/1"),
    entries: z.array(LedgerEntryView),
    head: z.object({ seq: z.int(), hash: z.string(), signature: z.string() }),
  })
  .meta({ id: "LedgerExport" });

/** GET /ledger and /ledger/export. */
export const ledgerRoutes: FastifyPluginAsyncZod<{ readonly ledger: Ledger }> = async (app, { ledger }) => {
  app.get(
    "/ledger",
    {
      config: { permission: "ledger.read" },
      schema: {
        operationId: "listLedger",
        tags: ["ledger"],
        summary: "Entries of the ledger, newest first",
        querystring: LedgerQuery,
        response: { 200: LedgerPage },
      },
    },
    async (request) => {
      const { items, page, pageSize, total } = await ledger.page(request.query);
      return { items: [...items], page, pageSize, total };
    },
  );

  app.get(
    "/ledger/export",
    {
      config: { permission: "ledger.read" },
      schema: {
        operationId: "exportLedger",
        tags: ["ledger"],
        summary: "The whole ledger with its signed head, as `voorsprong verify --ledger` reads it",
        response: { 200: LedgerExport },
      },
    },
    async (_request, reply) => {
      const { format, entries, head } = await ledger.export();
      reply.header("content-disposition", 'attachment; filename="ledger.json"');
      return { format, entries: [...entries], head };
    },
  );
};
