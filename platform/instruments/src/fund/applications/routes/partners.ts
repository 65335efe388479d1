/** Partners of an application: invited, and their answers. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Acceptance, Invitation, PartnerAnswer, PartnerParams } from "../params.js";
import type { ApplicationService } from "../service.js";
import { GrantApplicationView } from "../views.js";
import { guarded } from "./guarded.js";

/** What lies below /applications/{applicationId}/partners/{partner}. */
export const partnerRoutes: FastifyPluginAsyncZod<{ readonly applications: ApplicationService }> = async (
  app,
  { applications },
) => {
  const config = guarded(applications);

  app.post(
    "/applications/:applicationId/partners/:partner/invitation",
    {
      config: config("application.write"),
      schema: {
        operationId: "invitePartner",
        tags: ["applications"],
        summary: "Makes an invitation link for a partner; an older one stops working",
        params: PartnerParams,
        response: { 201: Invitation },
      },
    },
    async (request, reply) => {
      const { applicationId, partner } = request.params;
      return reply.code(201).send({ path: await applications.invite(applicationId, partner) });
    },
  );

  app.post(
    "/applications/:applicationId/partners/:partner/acceptance",
    {
      config: {
        permission: "application.accept",
        scope: ({ body }) => ({ lead: (body as z.output<typeof Acceptance>).organisationId }),
      },
      schema: {
        operationId: "acceptPartnership",
        tags: ["applications"],
        summary: "Takes an invitation up for one's organisation, which then sees its part",
        params: PartnerParams,
        body: Acceptance,
        response: { 200: GrantApplicationView },
      },
    },
    async (request, reply) => {
      const { applicationId, partner } = request.params;
      return reply.send(
        (await applications.accept(applicationId, partner, request.body, request.actor)) as never,
      );
    },
  );

  app.post(
    "/applications/:applicationId/partners/:partner/confirmation",
    {
      config: config("application.confirm"),
      schema: {
        operationId: "answerAsPartner",
        tags: ["applications"],
        summary: "Confirms or declines one's part as it was read; a changed part has to be confirmed again",
        params: PartnerParams,
        body: PartnerAnswer,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { applicationId, partner } = request.params;
      await applications.answer(applicationId, partner, request.body, request.actor);
      return reply.code(204).send(null);
    },
  );
};
