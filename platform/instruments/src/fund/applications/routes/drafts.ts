/** Applications as they are written, submitted and withdrawn. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { GrantApplicationParams, GrantApplicationsQuery, Submission } from "../params.js";
import type { ApplicationService } from "../service.js";
import {
  ApplicationAid,
  ApplicationChecksView,
  DraftChanges,
  GrantApplicationPage,
  GrantApplicationView,
  NewApplication,
  SavedDraft,
} from "../views.js";
import { guarded } from "./guarded.js";

/** The most the changes to a draft may be, in bytes. */
const draftLimit = 2 * 1024 * 1024;

/** GET and POST /applications, and what the applicant does with one. */
export const draftRoutes: FastifyPluginAsyncZod<{ readonly applications: ApplicationService }> = async (
  app,
  { applications },
) => {
  const config = guarded(applications);
  const params = GrantApplicationParams;
  const view = { 200: GrantApplicationView };

  app.get(
    "/applications",
    {
      config: { permission: "application.list" },
      schema: {
        operationId: "listGrantApplications",
        tags: ["applications"],
        summary: "Applications of one's organisations, or those submitted to one's funds",
        querystring: GrantApplicationsQuery,
        response: { 200: GrantApplicationPage },
      },
    },
    (request) => applications.list(request.actor, request.query),
  );

  app.post(
    "/applications",
    {
      config: {
        permission: "application.start",
        scope: ({ body }) => ({ lead: (body as z.output<typeof NewApplication>).organisationId }),
      },
      schema: {
        operationId: "startApplication",
        tags: ["applications"],
        summary: "Begins an application to an open call for an organisation",
        body: NewApplication,
        response: { 201: GrantApplicationView },
      },
    },
    async (request, reply) => {
      const made = await applications.start(request.body, request.actor);
      return reply
        .code(201)
        .header("location", `${request.url}/${made.id}`)
        .send(made as never);
    },
  );

  app.get(
    "/applications/:applicationId",
    {
      config: config("application.read"),
      schema: {
        operationId: "getGrantApplication",
        tags: ["applications"],
        summary:
          "One application: the draft for who leads, its part for a partner, what was submitted for the fund",
        params,
        response: view,
      },
    },
    async (request, reply) =>
      reply.send((await applications.view(request.params.applicationId, request.actor)) as never),
  );

  app.patch(
    "/applications/:applicationId",
    {
      bodyLimit: draftLimit,
      config: config("application.write"),
      schema: {
        operationId: "saveApplication",
        tags: ["applications"],
        summary: "Saves changes on top of the revision that was seen; 409 when somebody else saved meanwhile",
        params,
        body: DraftChanges,
        response: { 200: SavedDraft },
      },
    },
    (request) => applications.save(request.params.applicationId, request.body, request.actor),
  );

  app.delete(
    "/applications/:applicationId",
    {
      config: config("application.write"),
      schema: {
        operationId: "discardApplication",
        tags: ["applications"],
        summary: "Takes a draft away that was never submitted",
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await applications.discard(request.params.applicationId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/applications/:applicationId/checks",
    {
      config: config("application.write"),
      schema: {
        operationId: "checkApplication",
        tags: ["applications"],
        summary: "What is missing, which conditions are met, and the grant, on the draft as it is kept",
        params,
        response: { 200: ApplicationChecksView },
      },
    },
    (request) => applications.checks(request.params.applicationId),
  );

  app.get(
    "/applications/:applicationId/aid",
    {
      config: config("application.read-whole"),
      schema: {
        operationId: "getApplicationAid",
        tags: ["applications"],
        summary: "The grant it may get under state-aid law, with the arithmetic",
        params,
        response: { 200: ApplicationAid },
      },
    },
    (request) => applications.aid(request.params.applicationId, request.actor),
  );

  app.post(
    "/applications/:applicationId/submission",
    {
      config: config("application.write"),
      schema: {
        operationId: "submitApplication",
        tags: ["applications"],
        summary: "Submits a complete application in time; what is missing comes back with its place",
        params,
        body: Submission,
        response: view,
      },
    },
    async (request, reply) =>
      reply.send(
        (await applications.submit(
          request.params.applicationId,
          request.body.revision,
          request.actor,
        )) as never,
      ),
  );

  app.post(
    "/applications/:applicationId/withdrawal",
    {
      config: config("application.write"),
      schema: {
        operationId: "withdrawApplication",
        tags: ["applications"],
        summary: "Withdraws what was submitted",
        params,
        response: view,
      },
    },
    async (request, reply) =>
      reply.send((await applications.withdraw(request.params.applicationId, request.actor)) as never),
  );
};
