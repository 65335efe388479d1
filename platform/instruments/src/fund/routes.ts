/** The HTTP routes of funds, rounds and jobs; docs of the paths are the OpenAPI document. */
import type { FastifyPluginAsync } from "fastify";
import { applicationRoutes } from "./applications/routes/index.js";
import { callRoutes } from "./calls/index.js";
import { letterRoutes } from "./decisions/routes/letters.js";
import { objectionFileRoutes } from "./decisions/routes/objection-files.js";
import { objectionRoutes } from "./decisions/routes/objections.js";
import { proposalRoutes } from "./decisions/routes/proposals.js";
import { archiveRoutes } from "./exchange/routes/archives.js";
import { exportRoutes } from "./exchange/routes/exports.js";
import { importRoutes } from "./exchange/routes/imports.js";
import { grantRoutes } from "./grants/routes/grants.js";
import { paymentRoutes } from "./grants/routes/payments.js";
import { settlementRoutes } from "./grants/routes/settlement.js";
import { registerRoutes } from "./register/routes/register.js";
import { reportRoutes } from "./register/routes/reports.js";
import { assignmentRoutes } from "./reviews/routes/assignments.js";
import { ownReviewRoutes } from "./reviews/routes/own.js";
import { panelRoutes } from "./reviews/routes/panel.js";
import { reviewerRoutes } from "./reviews/routes/reviewers.js";
import { decisionRoutes } from "./rounds/routes/decisions.js";
import { explanationRoutes } from "./rounds/routes/explanations.js";
import { fundsRoutes } from "./rounds/routes/funds.js";
import { jobRoutes } from "./rounds/routes/jobs.js";
import { roundRoutes } from "./rounds/routes/rounds.js";
import type { FundService } from "./service.js";
import { taskRoutes } from "./tasks/routes.js";

/** Registers every route of the instrument. */
export const fundRoutes: FastifyPluginAsync<{ readonly funds: FundService }> = async (app, options) => {
  for (const routes of [
    fundsRoutes,
    roundRoutes,
    jobRoutes,
    decisionRoutes,
    explanationRoutes,
    grantRoutes,
    paymentRoutes,
    settlementRoutes,
    taskRoutes,
  ])
    await app.register(routes, options);
  await app.register(applicationRoutes, { applications: options.funds.grantApplications });
  for (const routes of [registerRoutes, reportRoutes])
    await app.register(routes, { register: options.funds.publicRegister });
  await app.register(importRoutes, { imports: options.funds.imports });
  await app.register(exportRoutes, { exports: options.funds.exports });
  await app.register(archiveRoutes, { archives: options.funds.archives });
  await app.register(callRoutes, options.funds);
  for (const routes of [reviewerRoutes, assignmentRoutes, ownReviewRoutes, panelRoutes])
    await app.register(routes, { reviews: options.funds.reviews });
  for (const routes of [proposalRoutes, letterRoutes, objectionRoutes, objectionFileRoutes])
    await app.register(routes, options.funds);
};
