/** The public register and its files. */
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { OpenDataFile, RegisterService } from "../service.js";
import {
  AwardPage,
  AwardView,
  GberList,
  OpenDataAbout,
  RegisterCalls,
  RegisterDecisions,
  RegisterFigures,
} from "../views.js";
import {
  AwardParams,
  AwardsQuery,
  CallsQuery,
  DecisionsQuery,
  FeedQuery,
  FilterQuery,
  filterOf,
} from "./params.js";

const config = { permission: "register.read" } as const;
const tags = ["register"];

const files: Readonly<
  Record<OpenDataFile, { readonly operationId: string; readonly type: string; readonly summary: string }>
> = {
  "awards.csv": { operationId: "exportAwards", type: "text/csv", summary: "Awards as CSV" },
  "awards.xlsx": {
    operationId: "exportAwardsWorkbook",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    summary: "Awards as a workbook",
  },
  "awards.json": { operationId: "exportAwardsJson", type: "application/json", summary: "Awards as JSON" },
  "360giving.json": {
    operationId: "exportThreeSixtyGiving",
    type: "application/json",
    summary: "Awards as a package of the 360Giving Data Standard 1.4; 404 while there are none",
  },
  "360giving.csv": {
    operationId: "exportThreeSixtyGivingCsv",
    type: "text/csv",
    summary: "Awards with the column titles of the 360Giving Data Standard",
  },
  "gber-9.csv": {
    operationId: "exportGberList",
    type: "text/csv",
    summary: "Individual aid above EUR 100,000 (GBER article 9), as CSV",
  },
};

/** GET below /register and /open-data. */
export const registerRoutes: FastifyPluginAsyncZod<{ readonly register: RegisterService }> = async (
  app,
  { register },
) => {
  app.get(
    "/register/calls",
    {
      config,
      schema: {
        operationId: "listRegisterCalls",
        tags,
        summary: "Published calls with what came of them; what opens last comes first",
        querystring: CallsQuery,
        response: { 200: RegisterCalls },
      },
    },
    (request) => register.calls(request.query.fundId ?? null),
  );

  app.get(
    "/register/decisions",
    {
      config,
      schema: {
        operationId: "listRegisterDecisions",
        tags,
        summary: "Published decisions on rounds that count, newest first",
        querystring: DecisionsQuery,
        response: { 200: RegisterDecisions },
      },
    },
    ({ query: { fundId = null, ...query } }) => register.decisions({ ...query, fundId }),
  );

  app.get(
    "/register/awards",
    {
      config,
      schema: {
        operationId: "listAwards",
        tags,
        summary: "Awards, in pages",
        querystring: AwardsQuery,
        response: { 200: AwardPage },
      },
    },
    ({ query }) => register.awards(filterOf(query), query),
  );

  app.get(
    "/register/figures",
    {
      config,
      schema: {
        operationId: "getRegisterFigures",
        tags,
        summary: "Sums of awards: together, and per province, theme, size class and year",
        querystring: FilterQuery,
        response: { 200: RegisterFigures },
      },
    },
    ({ query }) => register.figures(filterOf(query)),
  );

  app.get(
    "/register/awards/:awardId",
    {
      config,
      schema: {
        operationId: "getAward",
        tags,
        summary: "One award with its history and the ledger entries that recorded it",
        params: AwardParams,
        response: { 200: AwardView },
      },
    },
    ({ params }) => register.award(params.awardId),
  );

  app.get(
    "/open-data",
    {
      config,
      schema: {
        operationId: "getOpenDataAbout",
        tags,
        summary: "What the fields of the open data mean, how usable the data are, and what they rest on",
        querystring: FilterQuery,
        response: { 200: OpenDataAbout },
      },
    },
    ({ query }) => register.about(filterOf(query)),
  );

  app.get(
    "/open-data/gber-9",
    {
      config,
      schema: {
        operationId: "getGberList",
        tags,
        summary: "Individual aid above EUR 100,000 (GBER article 9), with the last day to publish each",
        querystring: FilterQuery,
        response: { 200: GberList },
      },
    },
    ({ query }) => register.gber(filterOf(query)),
  );

  for (const name of Object.keys(files) as OpenDataFile[]) {
    const { type, ...schema } = files[name];
    app.get(
      `/open-data/${name}`,
      {
        config,
        schema: {
          ...schema,
          tags,
          querystring: FilterQuery,
          response: { 200: { description: schema.summary, content: { [type]: { schema: z.unknown() } } } },
        },
      },
      async (request, reply) => {
        const filter = filterOf(request.query as z.output<typeof FilterQuery>);
        const content = await register.file(name, filter, request.website);
        return sendFile(reply, content instanceof Readable ? content : Readable.from(content), type, name);
      },
    );
  }

  for (const kind of ["atom", "json"] as const)
    app.get(
      `/register/feed.${kind}`,
      {
        config,
        schema: {
          operationId: kind === "atom" ? "getRegisterFeed" : "getRegisterJsonFeed",
          tags,
          summary: `What is new in the register, as ${kind === "atom" ? "Atom" : "JSON Feed"}`,
          querystring: FeedQuery,
          response: {
            200: {
              description: "The feed",
              content: {
                [kind === "atom" ? "application/atom+xml" : "application/feed+json"]: {
                  schema: z.unknown(),
                },
              },
            },
          },
        },
      },
      async (request, reply) =>
        reply
          .header(
            "content-type",
            kind === "atom" ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8",
          )
          .serializer((body: unknown) => body as string)
          .send(await register.feed(kind, request.query.language, request.website)),
    );
};

function sendFile(reply: FastifyReply, stream: Readable, type: string, name: string): FastifyReply {
  const text = type.startsWith("text/") || type.endsWith("json");
  return reply
    .header("content-type", text ? `${type}; charset=utf-8` : type)
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(stream);
}
