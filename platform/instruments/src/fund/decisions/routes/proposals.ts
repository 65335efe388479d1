/** Proposals, their approval, and the reserve list over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { DecisionService } from "../service.js";
import {
  DecidedCallParams,
  DecisionProposal,
  DecisionProposalList,
  NewOffer,
  NewProposalInput,
  ProposalContent,
  ProposalParams,
  ReasonInput,
  ReserveListView,
} from "../views.js";
import { guards } from "./params.js";

/** Proposals, their approval, and the reserve list over HTTP. */
export const proposalRoutes: FastifyPluginAsyncZod<{ readonly decisions: DecisionService }> = async (
  app,
  { decisions },
) => {
  const { ofCall, ofProposal } = guards(decisions);

  app.get(
    "/calls/:callId/proposal-preview",
    {
      config: { permission: "proposal.read", ...ofCall },
      schema: {
        operationId: "previewProposal",
        tags: ["proposals"],
        summary:
          "Who would go into the round now, who would be refused before it, and what stands in the way",
        params: DecidedCallParams,
        response: { 200: ProposalContent },
      },
    },
    (request) => decisions.preview(request.params.callId),
  );

  app.get(
    "/calls/:callId/proposals",
    {
      config: { permission: "proposal.read", ...ofCall },
      schema: {
        operationId: "listProposals",
        tags: ["proposals"],
        summary: "Proposals of a call, newest first",
        params: DecidedCallParams,
        response: { 200: DecisionProposalList },
      },
    },
    (request) => decisions.proposals(request.actor, request.params.callId),
  );

  app.post(
    "/calls/:callId/proposals",
    {
      config: { permission: "proposal.make", ...ofCall },
      schema: {
        operationId: "proposeDecision",
        tags: ["proposals"],
        summary: "Proposes the decision on a call; another person approves it",
        params: DecidedCallParams,
        body: NewProposalInput,
        response: { 201: DecisionProposal },
      },
    },
    async (request, reply) => {
      const made = await decisions.propose(request.actor, request.params.callId, request.body);
      return reply.code(201).header("location", `${request.url}/${made.number}`).send(made);
    },
  );

  app.get(
    "/calls/:callId/proposals/:number",
    {
      config: { permission: "proposal.read", ...ofProposal },
      schema: {
        operationId: "getProposal",
        tags: ["proposals"],
        summary: "What a proposal says, application by application",
        params: ProposalParams,
        response: { 200: ProposalContent },
      },
    },
    (request) => decisions.proposal(request.params.callId, request.params.number),
  );

  app.post(
    "/calls/:callId/proposals/:number/approval",
    {
      config: { permission: "proposal.answer", ...ofProposal },
      schema: {
        operationId: "approveProposal",
        tags: ["proposals"],
        summary: "Approves a proposal: the round is registered and the engine decides it",
        params: ProposalParams,
        response: { 200: DecisionProposal },
      },
    },
    (request) => decisions.approve(request.actor, request.params.callId, request.params.number),
  );

  app.post(
    "/calls/:callId/proposals/:number/return",
    {
      config: { permission: "proposal.answer", ...ofProposal },
      schema: {
        operationId: "returnProposal",
        tags: ["proposals"],
        summary: "Sends a proposal back with a reason",
        params: ProposalParams,
        body: ReasonInput,
        response: { 200: DecisionProposal },
      },
    },
    (request) => {
      const { callId, number } = request.params;
      return decisions.sendBack(request.actor, callId, number, request.body.reason);
    },
  );

  app.get(
    "/calls/:callId/reserve-list",
    {
      config: { permission: "proposal.read", ...ofCall },
      schema: {
        operationId: "getReserveList",
        tags: ["proposals"],
        summary: "Who comes next when money returns, and what is free",
        params: DecidedCallParams,
        response: { 200: ReserveListView },
      },
    },
    (request) => decisions.reserve(request.params.callId),
  );

  app.post(
    "/calls/:callId/reserve-list/offers",
    {
      config: { permission: "proposal.make", ...ofCall },
      schema: {
        operationId: "offerNext",
        tags: ["proposals"],
        summary: "Proposes a grant to the next of the reserve list; another person approves it",
        params: DecidedCallParams,
        body: NewOffer,
        response: { 201: DecisionProposal },
      },
    },
    async (request, reply) => {
      const made = await decisions.offer(request.actor, request.params.callId, request.body);
      return reply.code(201).send(made);
    },
  );
};
