/** My data: what is kept, taking it along, having it erased; my language. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sessionCookie } from "../guard/guard.js";
import type { SiteAddress } from "../guard/site-address.js";
import { LocalisedText } from "../localised.js";
import { Refusal } from "../refusal.js";
import { dataOf, erasePerson } from "./my-data.js";
import type { PersonalData } from "./personal-data.js";

/** What these routes work with. */
export interface PrivacyRoutesOptions {
  readonly store: Pick<Store, "database" | "now">;
  readonly address: SiteAddress;
  /** Every room that holds personal data. */
  readonly rooms: readonly PersonalData[];
}

export const RetentionList = z
  .object({
    items: z.array(
      z.object({ kind: z.string(), what: LocalisedText, years: z.number(), source: LocalisedText }),
    ),
  })
  .meta({ id: "RetentionList" });
export type RetentionList = z.infer<typeof RetentionList>;

export const Erased = z
  .object({
    kept: z
      .array(
        z.object({
          what: LocalisedText,
          article: z.string(),
          until: z.string().nullable().meta({ description: "ISO date; null: as long as the thing itself" }),
        }),
      )
      .meta({ description: "What the law says must stay" }),
  })
  .meta({ id: "Erased" });
export type Erased = z.infer<typeof Erased>;

/** GET /people/me/data, POST /people/me/erasure, PUT /people/me/language, GET /retention. */
export const privacyRoutes: FastifyPluginAsyncZod<PrivacyRoutesOptions> = async (app, options) => {
  const { store, address, rooms } = options;
  const cookie = sessionCookie(address);

  app.get(
    "/people/me/data",
    {
      config: { permission: "my-data.read" },
      schema: {
        operationId: "getMyData",
        tags: ["access"],
        summary: "Everything that is held about you, by room (GDPR articles 15 and 20)",
        response: { 200: z.record(z.string(), z.unknown()).meta({ description: "Data by room" }) },
      },
    },
    async (request, reply) => {
      reply.header("content-disposition", 'attachment; filename="my-data.json"');
      return dataOf(store.database, rooms, request.actor.personId!);
    },
  );

  app.post(
    "/people/me/erasure",
    {
      config: { permission: "my-data.erase" },
      schema: {
        operationId: "eraseMyData",
        tags: ["access"],
        summary:
          "Erases you everywhere and signs you out; what the law says must stay is named (GDPR article 17)",
        body: z.object({ confirm: z.literal(true) }),
        response: { 200: Erased },
      },
    },
    async (request, reply) => {
      if (request.session === null)
        throw new Refusal("forbidden", "A program erases nobody: sign in with a browser for that.");
      const kept = await erasePerson(store.database, rooms, request.actor.personId!);
      cookie.clear(request, reply);
      return { kept: [...kept] };
    },
  );

  app.put(
    "/people/me/language",
    {
      config: { permission: "my-data.change" },
      schema: {
        operationId: "setMyLanguage",
        tags: ["access"],
        summary: "The language in which letters and messages reach you",
        body: z.object({ language: z.enum(["nl", "en"]) }),
        response: { 204: z.null().meta({ description: "Done" }) },
      },
    },
    async (request, reply) => {
      await store.database.query("UPDATE people SET language = $2 WHERE id = $1", [
        request.actor.personId!,
        request.body.language,
      ]);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/retention",
    {
      config: { permission: "retention.read" },
      schema: {
        operationId: "listRetention",
        tags: ["access"],
        summary: "How long each kind of personal data is kept, and why",
        response: { 200: RetentionList },
      },
    },
    async () => ({ items: rooms.flatMap(({ retention }) => retention.map((each) => ({ ...each }))) }),
  );
};
