/** Rounds and their applications. */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "../../../kernel/refusal.js";
import type { FundService } from "../../service.js";
import { ApplicationParams, ApplicationsQuery, RoundParams, RoundsQuery, tagsOf } from "../params.js";
import {
  ApplicationPage,
  ApplicationView,
  NewExampleRound,
  NewRound,
  RoundPage,
  RoundView,
} from "../views.js";
import { sendDocument } from "./documents.js";

/** The most a round may be as it is sent, in bytes. */
const roundLimit = 64 * 1024 * 1024;

/** A body that is sent in pieces or is larger than this, in bytes, takes one of the places for uploads. */
const largeBody = 1024 * 1024;

/** How many large bodies may arrive at the same time: each is held in memory. */
const uploadsAtOnce = 8;

/** GET and POST /rounds, POST /example-rounds, and what lies below /rounds/{roundId} before a decision. */
export const roundRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (app, { funds }) => {
  let uploads = 0;

  app.get(
    "/rounds",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "listRounds",
        tags: ["rounds"],
        summary: "Rounds, newest first",
        querystring: RoundsQuery,
        response: { 200: RoundPage },
      },
    },
    (request) => funds.rounds(request.query),
  );

  app.post(
    "/rounds",
    {
      config: {
        permission: "round.register",
        scope: ({ body }) => {
          const { fundId, trial } = body as z.output<typeof NewRound>;
          return { fundId, trial };
        },
      },
      bodyLimit: roundLimit,
      onRequest: async (request) => {
        if (Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= largeBody) return;
        if (uploads >= uploadsAtOnce)
          throw new Refusal("busy", "Many rounds are being sent; try again in a minute.");
        uploads += 1;
        request.raw.once("close", () => {
          uploads -= 1;
        });
      },
      schema: {
        operationId: "registerRound",
        tags: ["rounds"],
        summary: "Registers a round; the same round, rule and fund again answers 200 with what is there",
        body: NewRound,
        response: { 200: RoundView, 201: RoundView },
      },
    },
    async (request, reply) => {
      const { round, created } = await funds.register(request.body, request.actor.personId);
      if (created) reply.code(201).header("location", locationOf(request.url, round.id));
      return reply.send(round);
    },
  );

  app.post(
    "/example-rounds",
    {
      config: {
        permission: "round.register",
        scope: ({ body, actor }) => {
          const { fundId } = body as z.output<typeof NewExampleRound>;
          // It enters the ledger for good: where people work, that is for who runs the fund.
          return { fundId, trial: actor.tryOut };
        },
      },
      schema: {
        operationId: "makeExampleRound",
        tags: ["rounds"],
        summary: "Makes an example round from a fund's call; the same seed and size give the same round",
        body: NewExampleRound,
        response: { 200: RoundView, 201: RoundView },
      },
    },
    async (request, reply) => {
      const { round, created } = await funds.registerExample(request.body);
      if (created) reply.code(201).header("location", locationOf(request.url, round.id));
      return reply.send(round);
    },
  );

  app.get(
    "/rounds/:roundId",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getRound",
        tags: ["rounds"],
        summary: "One round with its budgets and limits, without its applications",
        params: RoundParams,
        response: { 200: RoundView },
      },
    },
    (request) => funds.round(request.params.roundId),
  );

  app.get(
    "/rounds/:roundId/document",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getRoundDocument",
        tags: ["rounds"],
        summary: "The canonical round, byte for byte as it was hashed",
        params: RoundParams,
        response: {
          200: { description: "The round", content: { "application/json": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) =>
      sendDocument(
        request,
        reply,
        await funds.roundDocument(request.params.roundId),
        `${request.params.roundId}-round`,
      ),
  );

  app.get(
    "/rounds/:roundId/applications",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "listApplications",
        tags: ["rounds"],
        summary: "Applications of a round, in pages, with their outcome once it is decided",
        params: RoundParams,
        querystring: ApplicationsQuery,
        response: { 200: ApplicationPage },
      },
    },
    (request) => {
      const { tag, ...query } = request.query;
      return funds.applications(request.params.roundId, { ...query, tags: tagsOf(tag) });
    },
  );

  app.get(
    "/rounds/:roundId/applications/:applicationId",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "getApplication",
        tags: ["rounds"],
        summary: "One application with its explanation in words",
        params: ApplicationParams,
        response: { 200: ApplicationView },
      },
    },
    (request) => funds.application(request.params.roundId, request.params.applicationId),
  );

  app.get(
    "/rounds/:roundId/applications.csv",
    {
      config: { permission: "round.read" },
      schema: {
        operationId: "exportApplications",
        tags: ["rounds"],
        summary: "All applications as CSV, with their outcome once it is decided",
        params: RoundParams,
        response: { 200: { description: "CSV in UTF-8", content: { "text/csv": { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const { roundId } = request.params;
      const csv = await funds.applicationsCsv(roundId);
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${roundId}.csv"`)
        .send(Readable.from(csv) as never);
    },
  );
};

/** The path of a round, below the prefix that the request came in on. */
function locationOf(url: string, roundId: string): string {
  return `${url.replace(/\/(example-)?rounds\/?(\?.*)?$/, "")}/rounds/${roundId}`;
}
