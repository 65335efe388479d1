/** Who has which role on which fund. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ScopedRequest } from "../guard/guard.js";
import { FundRoleName } from "../sessions/views.js";
import { findPeople, handOut, listRoles, refuseUnknownFund, takeBack } from "./roles.js";
import { FundIdOrAll, PersonList, RoleChange, RoleList } from "./views.js";

const Search = z.object({
  search: z
    .string()
    .min(2)
    .max(200)
    .refine((text) => !text.includes("\0"), "U+0000 is not allowed"),
});
const Where = z.object({ personId: z.uuid(), role: FundRoleName });
const Fund = z.object({ fundId: FundIdOrAll.optional() });

/** GET and POST /roles, DELETE /roles/{personId}/{role}, GET /people. */
export const roleRoutes: FastifyPluginAsyncZod<{
  readonly store: Pick<Store, "database" | "now">;
  readonly fundIds: readonly string[];
}> = async (app, { store: { database, now }, fundIds }) => {
  app.get(
    "/roles",
    {
      config: { permission: "role.read" },
      schema: {
        operationId: "listRoles",
        tags: ["access"],
        summary: "Who has which role, on the funds that you direct or audit",
        response: { 200: RoleList },
      },
    },
    async (request) => ({ items: await listRoles(database, request.actor) }),
  );

  app.get(
    "/people",
    {
      config: { permission: "role.find-people" },
      schema: {
        operationId: "findPeople",
        tags: ["access"],
        summary: "People who signed in once, by part of their name or address, at most twenty",
        querystring: Search,
        response: { 200: PersonList },
      },
    },
    async (request) => ({ items: await findPeople(database, request.query.search) }),
  );

  app.post(
    "/roles",
    {
      config: {
        permission: "role.hand-out",
        scope: ({ body }: ScopedRequest) => ({ fundId: (body as z.output<typeof RoleChange>).fundId }),
      },
      schema: {
        operationId: "handOutRole",
        tags: ["access"],
        summary: "Hands out a role on a fund, or on all",
        body: RoleChange,
        response: { 201: RoleList },
      },
    },
    async (request, reply) => {
      refuseUnknownFund(request.body.fundId, fundIds);
      await handOut(database, now(), request.actor.personId!, request.body);
      return reply.code(201).send({ items: await listRoles(database, request.actor) });
    },
  );

  app.delete(
    "/roles/:personId/:role",
    {
      config: {
        permission: "role.hand-out",
        scope: ({ query }: ScopedRequest) => ({ fundId: (query.fundId as string | undefined) ?? null }),
      },
      schema: {
        operationId: "takeBackRole",
        tags: ["access"],
        summary: "Takes a role back; without fundId the one for all funds",
        params: Where,
        querystring: Fund,
        response: { 204: z.null().meta({ description: "Done" }) },
      },
    },
    async (request, reply) => {
      const { personId, role } = request.params;
      await takeBack(database, { personId, role, fundId: request.query.fundId ?? null });
      return reply.code(204).send(null);
    },
  );
};
