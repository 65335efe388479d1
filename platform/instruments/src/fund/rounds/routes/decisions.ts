/** Decisions. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { FundService } from "../../service.js";
import { RoundParams } from "../params.js";
import { DecisionSummary } from "../views.js";
import { sendDocument } from "./documents.js";

/** GET /rounds/{roundId}/decision and /decision-summary. */
export const decisionRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (
  app,
  { funds },
) => {
  app.get(
    "/rounds/:roundId/decision",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getDecision",
        tags: ["rounds"],
        summary: "The decision document, byte for byte as published",
        params: RoundParams,
        response: {
          200: { description: "The decision", content: { "application/json": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) =>
      sendDocument(
        request,
        reply,
        await funds.decisionDocument(request.params.roundId),
        `${request.params.roundId}-decision`,
      ),
  );

  app.get(
    "/rounds/:roundId/decision-summary",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getDecisionSummary",
        tags: ["rounds"],
        summary: "A decision in figures and words, beside what every other rule would have given",
        params: RoundParams,
        response: { 200: DecisionSummary },
      },
    },
    (request) => funds.decisionSummary(request.params.roundId),
  );
};
