/** The panel of a call: figures, consensus, frozen scores. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Refusal } from "../../../kernel/refusal.js";
import {
  NewConsensusBody,
  NewFreeze,
  NewPanel,
  PanelQuery,
  ReviewCallParams,
  ReviewParams,
} from "../params.js";
import type { ReviewService } from "../service.js";
import { DeliberationView, PanelPage, PanelView } from "../views/index.js";
import { noApplication, ofApplication, ofCall, personOf } from "./scope.js";

/** What lies below /calls/{callId}/panel, /calls/{callId}/scores and /applications/{applicationId}/consensus. */
export const panelRoutes: FastifyPluginAsyncZod<{ readonly reviews: ReviewService }> = async (
  app,
  { reviews },
) => {
  const read = { permission: "review.read", ...ofCall(reviews) } as const;
  const manage = { permission: "review.manage", ...ofCall(reviews) } as const;

  app.get(
    "/calls/:callId/panel",
    {
      config: read,
      schema: {
        operationId: "getPanel",
        tags: ["reviews"],
        summary: "The panel in figures: agreement, distribution, effect of normalisation, what to discuss",
        params: ReviewCallParams,
        response: { 200: PanelView },
      },
    },
    (request) => reviews.panel(request.params.callId),
  );

  app.get(
    "/calls/:callId/panel/applications",
    {
      config: read,
      schema: {
        operationId: "listPanelApplications",
        tags: ["reviews"],
        summary: "Applications with raw and normalised score, places, spread and why to discuss them",
        params: ReviewCallParams,
        querystring: PanelQuery,
        response: { 200: PanelPage },
      },
    },
    (request) => reviews.panelApplications(request.params.callId, request.query),
  );

  app.post(
    "/calls/:callId/panel",
    {
      config: manage,
      schema: {
        operationId: "openPanel",
        tags: ["reviews"],
        summary: "Opens the panel: reviewers who submitted then see what others wrote",
        params: ReviewCallParams,
        body: NewPanel,
        response: { 201: PanelView },
      },
    },
    async ({ params, body, actor }, reply) =>
      reply.code(201).send(await reviews.openPanel(params.callId, body, personOf({ actor }))),
  );

  app.post(
    "/calls/:callId/scores",
    {
      config: manage,
      schema: {
        operationId: "freezeScores",
        tags: ["reviews"],
        summary: "Freezes the scores: their hash goes into the ledger and nothing changes afterwards",
        params: ReviewCallParams,
        body: NewFreeze,
        response: { 201: PanelView },
      },
    },
    async ({ params, body, actor }, reply) =>
      reply.code(201).send(await reviews.freeze(params.callId, body.reason, personOf({ actor }))),
  );

  app.get(
    "/calls/:callId/scores",
    {
      config: read,
      schema: {
        operationId: "getFrozenScores",
        tags: ["reviews"],
        summary: "The frozen scores, byte for byte as they were hashed (docs/formats/scores.md)",
        params: ReviewCallParams,
        response: {
          200: { description: "The scores", content: { "application/json": { schema: z.unknown() } } },
        },
      },
    },
    async ({ params }, reply) => {
      const frozen = await reviews.frozenDocument(params.callId);
      if (frozen === null)
        throw new Refusal("not-found", `The scores of ${params.callId} are not frozen yet.`);
      return reply
        .header("etag", `"${frozen.hash}"`)
        .header("content-type", "application/json; charset=utf-8")
        .header("content-disposition", `attachment; filename="${params.callId}-scores.json"`)
        .serializer((body: unknown) => body as string)
        .send(frozen.document);
    },
  );

  app.get(
    "/applications/:applicationId/consensus",
    {
      config: { permission: "review.deliberation", ...ofApplication(reviews) },
      schema: {
        operationId: "getDeliberation",
        tags: ["reviews"],
        summary: "One application before the panel: its reviews, what was agreed on, what happened",
        params: ReviewParams,
        response: { 200: DeliberationView },
      },
    },
    ({ params }) => reviews.deliberation(params.applicationId, noApplication(params.applicationId)),
  );

  app.post(
    "/applications/:applicationId/consensus",
    {
      config: { permission: "review.agree", ...ofApplication(reviews) },
      schema: {
        operationId: "recordConsensus",
        tags: ["reviews"],
        summary:
          "Records what a panel agreed on about an application, with the reason and who was there by role",
        params: ReviewParams,
        body: NewConsensusBody,
        response: { 201: DeliberationView },
      },
    },
    async ({ params: { applicationId }, body, actor }, reply) =>
      reply
        .code(201)
        .send(await reviews.agree(applicationId, body, personOf({ actor }), noApplication(applicationId))),
  );
};
