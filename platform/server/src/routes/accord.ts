/** The accord, its clauses, and what there is for an organisation. */
import { type InstrumentRegistry, Organisation, Refusal } from "@voorsprong/instruments";
import type { Programme } from "@voorsprong/programme";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { accordView, clauseView } from "../accord/accord-view.js";
import { AccordView, ClauseView, OpportunityList } from "../contract/index.js";

/** What these routes answer from. */
export interface AccordRoutesOptions {
  readonly programme: Programme;
  readonly registry: InstrumentRegistry;
  readonly now: () => Date;
}

const ClauseParams = z.object({
  clauseId: z
    .string()
    .max(130)
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "a clause id is POINT.NAME, for instance innovation.research"),
});

/** The named schema becomes query parameters, one for each of its fields. */
const OpportunityQuery = z.object(Organisation.shape);

/** GET /accord, /clauses/{clauseId} and /opportunities. */
export const accordRoutes: FastifyPluginAsyncZod<AccordRoutesOptions> = async (app, options) => {
  const { programme, registry, now } = options;

  app.get(
    "/accord",
    {
      config: { permission: "accord.read" },
      schema: {
        operationId: "getAccord",
        tags: ["accord"],
        summary: "The accord: its points and clauses, and how each stands",
        response: { 200: AccordView },
      },
    },
    () => accordView(programme, registry),
  );

  app.get(
    "/clauses/:clauseId",
    {
      config: { permission: "accord.read" },
      schema: {
        operationId: "getClause",
        tags: ["accord"],
        summary: "One clause, with its money, targets, instruments and risks",
        params: ClauseParams,
        response: { 200: ClauseView },
      },
    },
    async (request) => {
      const view = await clauseView(programme, registry, request.params.clauseId);
      if (view === null)
        throw new Refusal("not-found", `The accord has no clause ${request.params.clauseId}.`);
      return view;
    },
  );

  app.get(
    "/opportunities",
    {
      config: { permission: "accord.read" },
      schema: {
        operationId: "listOpportunities",
        tags: ["accord"],
        summary: "What the instruments offer an organisation now",
        querystring: OpportunityQuery,
        response: { 200: OpportunityList },
      },
    },
    async (request) => ({ items: [...(await registry.opportunities(request.query, now()))] }),
  );
};
