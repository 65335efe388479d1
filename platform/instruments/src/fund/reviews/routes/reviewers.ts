/** The reviewers of a call, how far they are, and reminding those who are late. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { NewReminders, NewReviewer, ReviewCallParams, ReviewerParams } from "../params.js";
import type { ReviewService } from "../service.js";
import { ReminderCount, ReviewerList, ReviewProgress } from "../views/index.js";
import { ofCall, personOf } from "./scope.js";

/** What lies below /calls/{callId}/reviewers, /review-progress and /reminders. */
export const reviewerRoutes: FastifyPluginAsyncZod<{ readonly reviews: ReviewService }> = async (
  app,
  { reviews },
) => {
  const read = { permission: "review.read", ...ofCall(reviews) } as const;
  const manage = { permission: "review.manage", ...ofCall(reviews) } as const;

  app.get(
    "/calls/:callId/reviewers",
    {
      config: read,
      schema: {
        operationId: "listReviewers",
        tags: ["reviews"],
        summary: "The reviewers of a call with their load, and people who could become one",
        params: ReviewCallParams,
        response: { 200: ReviewerList },
      },
    },
    (request) => reviews.reviewers(request.params.callId),
  );

  app.put(
    "/calls/:callId/reviewers/:personId",
    {
      config: manage,
      schema: {
        operationId: "setReviewer",
        tags: ["reviews"],
        summary: "Adds a reviewer to a call, or changes capacity, expertise and interests",
        params: ReviewerParams,
        body: NewReviewer,
        response: { 200: ReviewerList },
      },
    },
    ({ params, body, actor }) =>
      reviews.setReviewer(params.callId, params.personId, body, personOf({ actor })),
  );

  app.delete(
    "/calls/:callId/reviewers/:personId",
    {
      config: manage,
      schema: {
        operationId: "removeReviewer",
        tags: ["reviews"],
        summary: "Assigns nothing more to a reviewer; what was submitted stays",
        params: ReviewerParams,
        response: { 204: z.null() },
      },
    },
    async ({ params }, reply) => {
      await reviews.removeReviewer(params.callId, params.personId);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/calls/:callId/review-progress",
    {
      config: read,
      schema: {
        operationId: "getReviewProgress",
        tags: ["reviews"],
        summary: "How far the review of a call is, and who is late",
        params: ReviewCallParams,
        response: { 200: ReviewProgress },
      },
    },
    (request) => reviews.progress(request.params.callId),
  );

  app.post(
    "/calls/:callId/reminders",
    {
      config: manage,
      schema: {
        operationId: "remindReviewers",
        tags: ["reviews"],
        summary: "Reminds late reviewers by a message",
        params: ReviewCallParams,
        body: NewReminders,
        response: { 200: ReminderCount },
      },
    },
    async (request) => {
      const { params, body, actor } = request;
      const reminded = await reviews.remind(params.callId, body.personIds, personOf({ actor }));
      // Names and addresses stay out of the log: an operator sees that messages wait in the outbox.
      request.log.info({ call: params.callId, reminded }, "reminders to reviewers wait in the outbox");
      return { reminded };
    },
  );
};
