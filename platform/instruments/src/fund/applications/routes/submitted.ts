/** What was submitted: receipts, versions, and what the fund does before it is reviewed. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  CorrectionRequest,
  FlagParams,
  FlagResolution,
  GrantApplicationParams,
  ReceiptQuery,
  VersionParams,
} from "../params.js";
import type { ApplicationService } from "../service.js";
import { DocumentDifferences, GrantApplicationView } from "../views.js";
import { guarded } from "./guarded.js";

/** Receipts, versions, the chance to complete, flags. */
export const submittedRoutes: FastifyPluginAsyncZod<{ readonly applications: ApplicationService }> = async (
  app,
  { applications },
) => {
  const config = guarded(applications);
  const originOf = (request: { protocol: string; host: string }) => `${request.protocol}://${request.host}`;

  app.get(
    "/applications/:applicationId/receipt",
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getReceipt",
        tags: ["applications"],
        summary: "The receipt as a document: what was received, when, and the grant as it was computed",
        params: GrantApplicationParams,
        querystring: ReceiptQuery,
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (request, reply) =>
      reply.send(
        (await applications.receipt(request.params.applicationId, {
          ...request.query,
          origin: originOf(request),
        })) as never,
      ),
  );

  app.get(
    "/applications/:applicationId/receipt.pdf",
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getReceiptPdf",
        tags: ["applications"],
        summary: "The receipt as tagged PDF",
        params: GrantApplicationParams,
        querystring: ReceiptQuery,
        response: {
          200: { description: "PDF/UA-1", content: { "application/pdf": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { applicationId } = request.params;
      const pdf = await applications.receiptPdf(applicationId, {
        ...request.query,
        origin: originOf(request),
      });
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `inline; filename="${applicationId}.pdf"`)
        .send(Buffer.from(pdf) as never);
    },
  );

  app.get(
    "/applications/:applicationId/versions/:version",
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getSubmittedVersion",
        tags: ["applications"],
        summary: "A submitted version, byte for byte as it was hashed",
        params: VersionParams,
        response: {
          200: {
            description: "docs/formats/application.md",
            content: { "application/json": { schema: z.unknown() } },
          },
        },
      },
    },
    async (request, reply) => {
      const { applicationId, version } = request.params;
      const text = await applications.versionText(applicationId, version);
      return reply.header("content-type", "application/json; charset=utf-8").serializer(String).send(text);
    },
  );

  app.get(
    "/applications/:applicationId/versions/:version/differences",
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getVersionDifferences",
        tags: ["applications"],
        summary: "What changed from the version before",
        params: VersionParams,
        response: { 200: DocumentDifferences },
      },
    },
    (request) => applications.differences(request.params.applicationId, request.params.version),
  );

  app.post(
    "/applications/:applicationId/correction-requests",
    {
      config: config("application.treat"),
      schema: {
        operationId: "askCorrection",
        tags: ["applications"],
        summary:
          "Gives the applicant the chance to complete (Awb 4:5); the decision term stands still (Awb 4:15)",
        params: GrantApplicationParams,
        body: CorrectionRequest,
        response: { 200: GrantApplicationView },
      },
    },
    async (request, reply) =>
      reply.send(
        (await applications.askCorrection(
          request.params.applicationId,
          request.body,
          request.actor,
        )) as never,
      ),
  );

  app.post(
    "/applications/:applicationId/correction-requests/expiry",
    {
      config: config("application.treat"),
      schema: {
        operationId: "endUnusedCorrection",
        tags: ["applications"],
        summary: "Ends a chance that was not used in time; the application stands as it was last submitted",
        params: GrantApplicationParams,
        response: { 200: GrantApplicationView },
      },
    },
    async (request, reply) =>
      reply.send(
        (await applications.endUnusedCorrection(request.params.applicationId, request.actor)) as never,
      ),
  );

  app.post(
    "/applications/:applicationId/flags/:code/resolution",
    {
      config: config("application.treat"),
      schema: {
        operationId: "settleFlag",
        tags: ["applications"],
        summary: "Settles what an officer had to look at, with what was found",
        params: FlagParams,
        body: FlagResolution,
        response: { 200: GrantApplicationView },
      },
    },
    async (request, reply) => {
      const { applicationId, code } = request.params;
      const { resolution } = request.body;
      return reply.send(
        (await applications.settleFlag(applicationId, code, resolution, request.actor)) as never,
      );
    },
  );
};
