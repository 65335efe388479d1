/** The HTTP routes of funds, rounds and jobs; docs of the paths are the OpenAPI document. */
import type { FastifyPluginAsync } from "fastify";
import { decisionRoutes } from "./routes/decisions.js";
import { explanationRoutes } from "./routes/explanations.js";
import { fundsRoutes } from "./routes/funds.js";
import { jobRoutes } from "./routes/jobs.js";
import { roundRoutes } from "./routes/rounds.js";
import type { FundService } from "./service.js";

/** Registers every route of the instrument. */
export const fundRoutes: FastifyPluginAsync<{ readonly funds: FundService }> = async (app, options) => {
  for (const routes of [fundsRoutes, roundRoutes, jobRoutes, decisionRoutes, explanationRoutes])
    await app.register(routes, options);
};
