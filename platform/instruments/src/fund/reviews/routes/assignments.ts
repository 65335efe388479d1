/** Who reviews what: the engine's proposal, changes by hand, what stands. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  AssignmentsQuery,
  NewAssignmentChange,
  NewConflict,
  NewProposalChange,
  ReviewCallParams,
  SeenProposal,
} from "../params.js";
import type { ReviewService } from "../service.js";
import { AssignmentCount, AssignmentPage, ProposalView } from "../views/index.js";
import { ofCall, personOf } from "./scope.js";

/** What lies below /calls/{callId}/assignments and /calls/{callId}/assignment-proposal. */
export const assignmentRoutes: FastifyPluginAsyncZod<{ readonly reviews: ReviewService }> = async (
  app,
  { reviews },
) => {
  const read = { permission: "review.read", ...ofCall(reviews) } as const;
  const manage = { permission: "review.manage", ...ofCall(reviews) } as const;

  app.get(
    "/calls/:callId/assignments",
    {
      config: read,
      schema: {
        operationId: "listAssignments",
        tags: ["reviews"],
        summary: "Applications of a call with their reviewers, assigned and proposed",
        params: ReviewCallParams,
        querystring: AssignmentsQuery,
        response: { 200: AssignmentPage },
      },
    },
    (request) => reviews.assignments(request.params.callId, request.query),
  );

  app.post(
    "/calls/:callId/assignments",
    {
      config: manage,
      schema: {
        operationId: "changeAssignment",
        tags: ["reviews"],
        summary: "Changes by hand who reviews an application, with a reason",
        params: ReviewCallParams,
        body: NewAssignmentChange,
        response: { 204: z.null() },
      },
    },
    async ({ params, body, actor }, reply) => {
      await reviews.reassign(params.callId, body, personOf({ actor }));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/calls/:callId/conflicts",
    {
      config: manage,
      schema: {
        operationId: "recordConflict",
        tags: ["reviews"],
        summary:
          "Records a conflict of interest that the fund found; a review by this person no longer counts",
        params: ReviewCallParams,
        body: NewConflict,
        response: { 204: z.null() },
      },
    },
    async ({ params, body, actor }, reply) => {
      await reviews.exclude(params.callId, body, personOf({ actor }));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/calls/:callId/assignment-proposal",
    {
      config: manage,
      schema: {
        operationId: "proposeAssignment",
        tags: ["reviews"],
        summary: "Proposes reviewers for every application that lacks some, in place of the proposal before",
        params: ReviewCallParams,
        response: { 201: ProposalView },
      },
    },
    async ({ params, actor }, reply) =>
      reply.code(201).send(await reviews.propose(params.callId, personOf({ actor }))),
  );

  app.get(
    "/calls/:callId/assignment-proposal",
    {
      config: read,
      schema: {
        operationId: "getAssignmentProposal",
        tags: ["reviews"],
        summary: "The proposal with loads per reviewer and what is impossible; its rows are in /assignments",
        params: ReviewCallParams,
        response: { 200: ProposalView },
      },
    },
    (request) => reviews.proposal(request.params.callId),
  );

  app.patch(
    "/calls/:callId/assignment-proposal",
    {
      config: manage,
      schema: {
        operationId: "adaptAssignmentProposal",
        tags: ["reviews"],
        summary: "Changes the proposal for one application by hand, with a reason",
        params: ReviewCallParams,
        body: NewProposalChange,
        response: { 200: ProposalView },
      },
    },
    ({ params, body: { revision, ...change }, actor }) =>
      reviews.adaptProposal(params.callId, revision, change, personOf({ actor })),
  );

  app.delete(
    "/calls/:callId/assignment-proposal",
    {
      config: manage,
      schema: {
        operationId: "discardAssignmentProposal",
        tags: ["reviews"],
        summary: "Throws the proposal away",
        params: ReviewCallParams,
        response: { 204: z.null() },
      },
    },
    async ({ params }, reply) => {
      await reviews.discardProposal(params.callId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/calls/:callId/assignment-proposal/confirmation",
    {
      config: manage,
      schema: {
        operationId: "confirmAssignmentProposal",
        tags: ["reviews"],
        summary: "Assigns what is proposed",
        params: ReviewCallParams,
        body: SeenProposal,
        response: { 200: AssignmentCount },
      },
    },
    async ({ params, body, actor }) => ({
      made: await reviews.confirm(params.callId, body.revision, personOf({ actor })),
    }),
  );
};
