/** A reviewer's own work: assignments, declaration, file, review. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  NewDeclaration,
  OwnReviewsQuery,
  ReviewAttachmentParams,
  ReviewDraft,
  ReviewParams,
  SeenReview,
} from "../params.js";
import type { ReviewService } from "../service.js";
import { OtherReviews, OwnReviewPage, OwnReviewView, ReviewFileView, SavedReview } from "../views/index.js";
import { ofReview, personOf } from "./scope.js";

/** /reviews and what lies below it. */
export const ownReviewRoutes: FastifyPluginAsyncZod<{ readonly reviews: ReviewService }> = async (
  app,
  { reviews },
) => {
  const own = { permission: "review.own", ...ofReview(reviews) } as const;

  app.get(
    "/reviews",
    {
      config: { permission: "review.list" },
      schema: {
        operationId: "listOwnReviews",
        tags: ["reviews"],
        summary: "What is assigned to the person who asks; what is due first comes first",
        querystring: OwnReviewsQuery,
        response: { 200: OwnReviewPage },
      },
    },
    ({ query, actor }) => reviews.mine(personOf({ actor }), query),
  );

  app.get(
    "/reviews/:applicationId",
    {
      config: own,
      schema: {
        operationId: "getOwnReview",
        tags: ["reviews"],
        summary: "The review of the person who asks, without the file",
        params: ReviewParams,
        response: { 200: OwnReviewView },
      },
    },
    ({ params, actor }) => reviews.own(params.applicationId, personOf({ actor })),
  );

  app.post(
    "/reviews/:applicationId/declaration",
    {
      config: own,
      schema: {
        operationId: "declareInterest",
        tags: ["reviews"],
        summary:
          "Declares a conflict of interest or its absence; without one the file opens, with one it never does",
        params: ReviewParams,
        body: NewDeclaration,
        response: { 204: z.null() },
      },
    },
    async ({ params, body, actor }, reply) => {
      await reviews.declare(params.applicationId, personOf({ actor }), body);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/reviews/:applicationId/file",
    {
      config: own,
      schema: {
        operationId: "getReviewFile",
        tags: ["reviews"],
        summary: "The application as its reviewer may read it; closed before the declaration",
        params: ReviewParams,
        response: { 200: ReviewFileView },
      },
    },
    ({ params, actor }) => reviews.file(params.applicationId, personOf({ actor })),
  );

  app.get(
    "/reviews/:applicationId/attachments/:attachmentId",
    {
      config: own,
      schema: {
        operationId: "getReviewAttachment",
        tags: ["reviews"],
        summary: "An attachment as its reviewer may read it; in a blind call under a neutral name",
        params: ReviewAttachmentParams,
        response: {
          200: { description: "The file", content: { "application/octet-stream": { schema: z.unknown() } } },
        },
      },
    },
    async ({ params, actor }, reply) => {
      const { name, mediaType, bytes } = await reviews.attachment(
        params.applicationId,
        params.attachmentId,
        personOf({ actor }),
      );
      return reply
        .header("content-type", mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes) as never);
    },
  );

  app.put(
    "/reviews/:applicationId",
    {
      config: own,
      bodyLimit: 512 * 1024,
      schema: {
        operationId: "saveOwnReview",
        tags: ["reviews"],
        summary: "Saves a review that is being written; parts may still be missing",
        params: ReviewParams,
        body: ReviewDraft,
        response: { 200: SavedReview },
      },
    },
    async ({ params, body: { revision, ...content }, actor }) => ({
      revision: await reviews.save(params.applicationId, personOf({ actor }), revision, content),
    }),
  );

  app.post(
    "/reviews/:applicationId/submission",
    {
      config: own,
      schema: {
        operationId: "submitOwnReview",
        tags: ["reviews"],
        summary: "Submits a review: it is locked from then on",
        params: ReviewParams,
        body: SeenReview,
        response: { 200: OwnReviewView },
      },
    },
    ({ params, body, actor }) => reviews.submit(params.applicationId, personOf({ actor }), body.revision),
  );

  app.get(
    "/reviews/:applicationId/others",
    {
      config: own,
      schema: {
        operationId: "listOtherReviews",
        tags: ["reviews"],
        summary: "What others wrote, after the own review was submitted and the panel was opened",
        params: ReviewParams,
        response: { 200: OtherReviews },
      },
    },
    ({ params, actor }) => reviews.others(params.applicationId, personOf({ actor })),
  );
};
