/** Organisations and who belongs to them. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { anyFund, type Scope } from "../actor.js";
import type { ScopedRequest } from "../guard/guard.js";
import { changeOrganisation, createOrganisation } from "./change.js";
import { answerRequest, askToJoin, changeMember, removeMember } from "./members.js";
import { findOrganisations, noOrganisation, organisationExists, organisationView } from "./read.js";
import {
  JoinState,
  MembershipRole,
  OrganisationDetails,
  OrganisationId,
  OrganisationList,
  OrganisationView,
} from "./views.js";

const Params = z.object({ organisationId: OrganisationId });
const MemberParams = Params.extend({ personId: z.uuid() });
const Search = z.object({
  search: z
    .string()
    .min(2)
    .max(200)
    .refine((text) => !text.includes("\0"), "U+0000 is not allowed"),
});

/** GET, POST, PATCH /organisations and what lies below for members. */
export const organisationRoutes: FastifyPluginAsyncZod<{
  readonly store: Pick<Store, "database" | "now">;
}> = async (app, { store: { database, now } }) => {
  const missing = ({ params }: ScopedRequest) => noOrganisation(params.organisationId!);
  const scope = async ({ params }: ScopedRequest): Promise<Scope | null> => {
    const { organisationId, personId } = params;
    if (!(await organisationExists(database, organisationId!))) return null;
    return {
      fundId: anyFund,
      organisationId: organisationId!,
      ...(personId === undefined ? {} : { personId }),
    };
  };

  app.get(
    "/organisations",
    {
      config: { permission: "organisation.find" },
      schema: {
        operationId: "findOrganisations",
        tags: ["access"],
        summary: "Organisations by part of their name or their trade register number, at most twenty",
        querystring: Search,
        response: { 200: OrganisationList },
      },
    },
    async (request) => ({ items: await findOrganisations(database, request.query.search) }),
  );

  app.post(
    "/organisations",
    {
      config: { permission: "organisation.create" },
      schema: {
        operationId: "createOrganisation",
        tags: ["access"],
        summary: "Makes an organisation, which you then look after",
        body: OrganisationDetails,
        response: { 201: OrganisationView },
      },
    },
    async (request, reply) => {
      const { actor, body } = request;
      const id = await createOrganisation(database, now(), actor.personId!, body);
      const own = { ...actor, organisations: [...actor.organisations, { id, role: "admin" as const }] };
      return reply
        .code(201)
        .header("location", `${request.url.replace(/\?.*$/, "")}/${id}`)
        .send(await organisationView(database, id, own));
    },
  );

  app.get(
    "/organisations/:organisationId",
    {
      config: { permission: "organisation.read", scope, missing },
      schema: {
        operationId: "getOrganisation",
        tags: ["access"],
        summary: "One organisation; its people only for who belongs to it",
        params: Params,
        response: { 200: OrganisationView },
      },
    },
    (request) => organisationView(database, request.params.organisationId, request.actor),
  );

  app.put(
    "/organisations/:organisationId",
    {
      config: { permission: "organisation.change", scope, missing },
      schema: {
        operationId: "changeOrganisation",
        tags: ["access"],
        summary: "Changes what is known of an organisation",
        params: Params,
        body: OrganisationDetails,
        response: { 200: OrganisationView },
      },
    },
    async (request) => {
      const { organisationId } = request.params;
      await changeOrganisation(database, organisationId, request.body);
      return organisationView(database, organisationId, request.actor);
    },
  );

  app.post(
    "/organisations/:organisationId/membership-requests",
    {
      config: { permission: "organisation.join", scope, missing },
      schema: {
        operationId: "askToJoinOrganisation",
        tags: ["access"],
        summary: "Asks to join an organisation; one of its members has to approve",
        params: Params,
        response: { 202: JoinState },
      },
    },
    async (request, reply) => {
      const { organisationId } = request.params;
      return reply.code(202).send(await askToJoin(database, now(), request.actor.personId!, organisationId));
    },
  );

  app.post(
    "/organisations/:organisationId/membership-requests/:personId/answer",
    {
      config: { permission: "organisation.admit", scope, missing },
      schema: {
        operationId: "answerMembershipRequest",
        tags: ["access"],
        summary: "Says yes or no to who asks to join",
        params: MemberParams,
        body: z.object({ approved: z.boolean() }),
        response: { 200: OrganisationView },
      },
    },
    async (request) => {
      const { organisationId, personId } = request.params;
      await answerRequest(database, now(), personId, organisationId, request.body.approved);
      return organisationView(database, organisationId, request.actor);
    },
  );

  app.put(
    "/organisations/:organisationId/members/:personId",
    {
      config: { permission: "organisation.manage", scope, missing },
      schema: {
        operationId: "changeMember",
        tags: ["access"],
        summary: "Makes a member administrator, or an administrator member",
        params: MemberParams,
        body: z.object({ role: MembershipRole }),
        response: { 200: OrganisationView },
      },
    },
    async (request) => {
      const { organisationId, personId } = request.params;
      await changeMember(database, personId, organisationId, request.body.role);
      return organisationView(database, organisationId, request.actor);
    },
  );

  app.delete(
    "/organisations/:organisationId/members/:personId",
    {
      config: { permission: "organisation.leave", scope, missing },
      schema: {
        operationId: "removeMember",
        tags: ["access"],
        summary: "Takes a member out; anybody may take out themselves",
        params: MemberParams,
        response: { 204: z.null().meta({ description: "Done" }) },
      },
    },
    async (request, reply) => {
      const { organisationId, personId } = request.params;
      await removeMember(database, personId, organisationId);
      return reply.code(204).send(null);
    },
  );
};
