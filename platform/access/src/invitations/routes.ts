/** Inviting people by link. The code travels in bodies only, so that no log and no history of addresses holds it. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ScopedRequest } from "../guard/guard.js";
import { noOrganisation, organisationExists } from "../organisations/read.js";
import { MembershipRole, OrganisationId } from "../organisations/views.js";
import { refuseUnknownFund } from "../roles/roles.js";
import { FundIdOrAll } from "../roles/views.js";
import { FundRoleName } from "../sessions/views.js";
import { acceptInvitation, invitationView, invite } from "./invitations.js";
import { InvitationCode, InvitationView, NewInvitation } from "./views.js";

const Params = z.object({ organisationId: OrganisationId });
const RoleInvitation = z.object({ role: FundRoleName, fundId: FundIdOrAll }).meta({ id: "RoleInvitation" });

/** POST /organisations/{organisationId}/invitations, /roles/invitations, /invitations/preview and /invitations/acceptance. */
export const invitationRoutes: FastifyPluginAsyncZod<{
  readonly store: Pick<Store, "database" | "now">;
  readonly fundIds: readonly string[];
}> = async (app, { store: { database, now }, fundIds }) => {
  app.post(
    "/organisations/:organisationId/invitations",
    {
      config: {
        permission: "organisation.manage",
        scope: async ({ params }: ScopedRequest) =>
          (await organisationExists(database, params.organisationId!))
            ? { organisationId: params.organisationId! }
            : null,
        missing: ({ params }: ScopedRequest) => noOrganisation(params.organisationId!),
      },
      schema: {
        operationId: "inviteToOrganisation",
        tags: ["access"],
        summary: "Makes an invitation to an organisation, for one person, good for two weeks",
        params: Params,
        body: z.object({ membership: MembershipRole.default("member") }),
        response: { 201: NewInvitation },
      },
    },
    async (request, reply) => {
      const { organisationId } = request.params;
      const { membership } = request.body;
      const made = await invite(database, now(), request.actor.personId!, {
        kind: "organisation",
        organisationId,
        membership,
      });
      return reply.code(201).send(made);
    },
  );

  app.post(
    "/roles/invitations",
    {
      config: {
        permission: "role.hand-out",
        scope: ({ body }: ScopedRequest) => ({ fundId: (body as z.output<typeof RoleInvitation>).fundId }),
      },
      schema: {
        operationId: "inviteToRole",
        tags: ["access"],
        summary: "Makes an invitation to a role on a fund, for one person, good for two weeks",
        body: RoleInvitation,
        response: { 201: NewInvitation },
      },
    },
    async (request, reply) => {
      refuseUnknownFund(request.body.fundId, fundIds);
      const made = await invite(database, now(), request.actor.personId!, { kind: "role", ...request.body });
      return reply.code(201).send(made);
    },
  );

  app.post(
    "/invitations/preview",
    {
      config: { permission: "invitation.read" },
      schema: {
        operationId: "previewInvitation",
        tags: ["access"],
        summary: "What an invitation is for",
        body: InvitationCode,
        response: { 200: InvitationView },
      },
    },
    (request) => invitationView(database, now(), request.body.code),
  );

  app.post(
    "/invitations/acceptance",
    {
      config: { permission: "invitation.accept" },
      schema: {
        operationId: "acceptInvitation",
        tags: ["access"],
        summary: "Takes an invitation up",
        body: InvitationCode,
        response: { 200: InvitationView },
      },
    },
    (request) => acceptInvitation(database, now(), request.actor.personId!, request.body.code),
  );
};
