/** The HTTP routes of applications. */
import type { FastifyPluginAsync } from "fastify";
import type { ApplicationService } from "../service.js";
import { attachmentRoutes } from "./attachments.js";
import { draftRoutes } from "./drafts.js";
import { partnerRoutes } from "./partners.js";
import { submittedRoutes } from "./submitted.js";

/** Registers every route of applications. */
export const applicationRoutes: FastifyPluginAsync<{ readonly applications: ApplicationService }> = async (
  app,
  options,
) => {
  for (const routes of [draftRoutes, partnerRoutes, attachmentRoutes, submittedRoutes])
    await app.register(routes, options);
};
