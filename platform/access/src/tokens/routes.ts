/** Tokens that a person makes for programs of their own. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "../refusal.js";
import { listTokens, makeToken, takeTokenBack } from "./tokens.js";
import { NewToken, NewTokenWish, TokenList } from "./views.js";

/** GET and POST /people/me/tokens, DELETE /people/me/tokens/{tokenId}. */
export const tokenRoutes: FastifyPluginAsyncZod<{ readonly store: Pick<Store, "database" | "now"> }> = async (
  app,
  { store: { database, now } },
) => {
  app.get(
    "/people/me/tokens",
    {
      config: { permission: "token.read" },
      schema: {
        operationId: "listMyTokens",
        tags: ["access"],
        summary: "The tokens of your programs, without the tokens themselves",
        response: { 200: TokenList },
      },
    },
    async (request) => ({ items: await listTokens(database, request.actor.personId!) }),
  );

  app.post(
    "/people/me/tokens",
    {
      config: { permission: "token.make" },
      schema: {
        operationId: "makeToken",
        tags: ["access"],
        summary: "Makes a token for a program, which sends it as Authorization: Bearer; it is told once",
        body: NewTokenWish,
        response: { 201: NewToken },
      },
    },
    async (request, reply) => {
      if (request.session === null)
        throw new Refusal("forbidden", "A program makes no tokens: sign in with a browser for that.");
      const { token, view } = await makeToken(database, now(), request.actor.personId!, request.body);
      return reply.code(201).send({ ...view, token });
    },
  );

  app.delete(
    "/people/me/tokens/:tokenId",
    {
      config: { permission: "token.make" },
      schema: {
        operationId: "takeTokenBack",
        tags: ["access"],
        summary: "Takes a token back",
        params: z.object({ tokenId: z.uuid() }),
        response: { 204: z.null().meta({ description: "Done" }) },
      },
    },
    async (request, reply) => {
      await takeTokenBack(database, request.actor.personId!, request.params.tokenId);
      return reply.code(204).send(null);
    },
  );
};
