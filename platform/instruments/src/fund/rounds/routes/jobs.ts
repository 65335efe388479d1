/** Deciding as a job. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { FundService } from "../../service.js";
import { JobParams, RoundParams } from "../params.js";
import { JobView, NewJob } from "../views.js";

/** POST /rounds/{roundId}/jobs, GET and DELETE /jobs/{jobId}. */
export const jobRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (app, { funds }) => {
  app.post(
    "/rounds/:roundId/jobs",
    {
      config: {
        permission: "round.decide",
        scope: ({ params }) => funds.roundScope(params.roundId!),
        missing: ({ params }) => `There is no round ${params.roundId}.`,
      },
      schema: {
        operationId: "decideRound",
        tags: ["jobs"],
        summary: "Has a round decided; where a job on it is under way, that one is given",
        params: RoundParams,
        body: NewJob,
        response: { 202: JobView },
      },
    },
    async (request, reply) => {
      const job = await funds.decide(request.params.roundId, request.body);
      const base = request.url.replace(/\/rounds\/[^/]+\/jobs\/?(\?.*)?$/, "");
      return reply.code(202).header("location", `${base}/jobs/${job.id}`).send(job);
    },
  );

  app.get(
    "/jobs/:jobId",
    {
      config: { permission: "job.read" },
      schema: {
        operationId: "getJob",
        tags: ["jobs"],
        summary: "How a job stands",
        params: JobParams,
        response: { 200: JobView },
      },
    },
    (request) => funds.job(request.params.jobId),
  );

  app.delete(
    "/jobs/:jobId",
    {
      config: {
        permission: "job.cancel",
        scope: ({ params }) => funds.jobScope(params.jobId!),
        missing: ({ params }) => `There is no job ${params.jobId}.`,
      },
      schema: {
        operationId: "cancelJob",
        tags: ["jobs"],
        summary: "Cancels a job; a finished one stays as it is",
        params: JobParams,
        response: { 202: JobView },
      },
    },
    async (request, reply) => reply.code(202).send(await funds.cancelJob(request.params.jobId)),
  );
};
