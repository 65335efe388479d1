/** Explanations of decisions under `optimal`, of all of a round and of one application. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { FundService } from "../../service.js";
import { ApplicationParams, RoundParams } from "../params.js";
import { ApplicationExplanation, ExplanationSummary, JobView } from "../views.js";
import { sendDocument } from "./documents.js";

const documentResponse = {
  200: { description: "The explanation", content: { "application/json": { schema: z.unknown() } } },
};

/** GET and POST /explanation and GET /explanation-summary below a round and below an application. */
export const explanationRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (
  app,
  { funds },
) => {
  app.get(
    "/rounds/:roundId/explanation",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getExplanation",
        tags: ["explanations"],
        summary: "The explanation of a decision, byte for byte as it was made; 404 until it is there",
        params: RoundParams,
        response: documentResponse,
      },
    },
    async (request, reply) =>
      sendDocument(
        request,
        reply,
        await funds.explanationDocument({ ...request.params, applicationId: null }),
        `${request.params.roundId}-explanation`,
      ),
  );

  app.post(
    "/rounds/:roundId/explanation",
    {
      config: { permission: "explanation.request" },
      schema: {
        operationId: "explainDecision",
        tags: ["explanations"],
        summary: "Has a decision explained as a job; it is asked for by itself once a round is decided",
        params: RoundParams,
        response: { 202: JobView },
      },
    },
    async (request, reply) => {
      const job = await funds.explain({ ...request.params, applicationId: null });
      return reply.code(202).header("location", jobPath(request, job)).send(job);
    },
  );

  app.get(
    "/rounds/:roundId/explanation-summary",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getExplanationSummary",
        tags: ["explanations"],
        summary: "An explanation in figures and words: prices of limits, inversions, standing",
        params: RoundParams,
        response: { 200: ExplanationSummary },
      },
    },
    (request) => funds.explanationSummary(request.params.roundId),
  );

  app.get(
    "/rounds/:roundId/applications/:applicationId/explanation",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getApplicationExplanation",
        tags: ["explanations"],
        summary:
          "The score and cost that an application needed, with their proofs; 404 until it was asked for",
        params: ApplicationParams,
        response: documentResponse,
      },
    },
    async (request, reply) =>
      sendDocument(
        request,
        reply,
        await funds.explanationDocument(request.params),
        `${request.params.roundId}-explanation`,
      ),
  );

  app.post(
    "/rounds/:roundId/applications/:applicationId/explanation",
    {
      config: { permission: "explanation.request" },
      schema: {
        operationId: "explainApplication",
        tags: ["explanations"],
        summary: "Has the score and cost that an application needed worked out, as a job",
        params: ApplicationParams,
        response: { 202: JobView },
      },
    },
    async (request, reply) => {
      const job = await funds.explain(request.params);
      return reply.code(202).header("location", jobPath(request, job)).send(job);
    },
  );

  app.get(
    "/rounds/:roundId/applications/:applicationId/explanation-summary",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getApplicationExplanationSummary",
        tags: ["explanations"],
        summary: "What is known of one application under `optimal`, in sentences",
        params: ApplicationParams,
        response: { 200: ApplicationExplanation },
      },
    },
    (request) => funds.applicationExplanation(request.params.roundId, request.params.applicationId),
  );
};

/** The path of a job, below the prefix that the request came in on. */
function jobPath({ url }: FastifyRequest, { id }: JobView): string {
  return `${url.replace(/\/rounds\/.*$/, "")}/jobs/${id}`;
}
