/** Funds. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { FundService } from "../../service.js";
import { FundParams } from "../params.js";
import { FundList, FundView } from "../views.js";

/** GET /funds and /funds/{fundId}. */
export const fundsRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (app, { funds }) => {
  app.get(
    "/funds",
    {
      config: { permission: "fund.read" },
      schema: {
        operationId: "listFunds",
        tags: ["funds"],
        summary: "Every fund with its call and rounds",
        response: { 200: FundList },
      },
    },
    async () => ({ items: await funds.list() }),
  );

  app.get(
    "/funds/:fundId",
    {
      config: { permission: "fund.read" },
      schema: {
        operationId: "getFund",
        tags: ["funds"],
        summary: "One fund with its call and rounds",
        params: FundParams,
        response: { 200: FundView },
      },
    },
    (request) => funds.get(request.params.fundId),
  );
};
