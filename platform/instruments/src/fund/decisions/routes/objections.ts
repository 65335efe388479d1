/** Objections over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { DecisionService } from "../service.js";
import {
  DecidedApplicationParams,
  NewObjectionDecision,
  NewObjectionEvent,
  NewObjectionInput,
  ObjectionList,
  ObjectionParams,
  ObjectionsQuery,
  ObjectionView,
  ReasonInput,
} from "../views.js";
import { guards } from "./params.js";

/** Objections over HTTP. */
export const objectionRoutes: FastifyPluginAsyncZod<{ readonly decisions: DecisionService }> = async (
  app,
  { decisions },
) => {
  const { ofApplication, ofObjection } = guards(decisions);

  app.get(
    "/objections",
    {
      config: { permission: "objection.list" },
      schema: {
        operationId: "listObjections",
        tags: ["objections"],
        summary: "Objections that the reader may see, open ones first",
        querystring: ObjectionsQuery,
        response: { 200: ObjectionList },
      },
    },
    (request) => decisions.objections(request.actor, request.query.callId),
  );

  app.post(
    "/applications/:applicationId/objections",
    {
      config: { permission: "objection.file", ...ofApplication },
      schema: {
        operationId: "fileObjection",
        tags: ["objections"],
        summary: "Objects to the latest decision on an application; a receipt follows at once",
        params: DecidedApplicationParams,
        body: NewObjectionInput,
        response: { 201: ObjectionView },
      },
    },
    async (request, reply) => {
      const made = await decisions.object(request.actor, request.params.applicationId, request.body);
      const base = request.url.replace(/\/applications\/[^/]+\/objections\/?(\?.*)?$/, "");
      return reply.code(201).header("location", `${base}/objections/${made.id}`).send(made);
    },
  );

  app.get(
    "/objections/:objectionId",
    {
      config: { permission: "objection.read", ...ofObjection },
      schema: {
        operationId: "getObjection",
        tags: ["objections"],
        summary: "An objection with its file and the term for deciding on it",
        params: ObjectionParams,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.objection(request.actor, request.params.objectionId),
  );

  app.post(
    "/objections/:objectionId/withdrawal",
    {
      config: { permission: "objection.withdraw", ...ofObjection },
      schema: {
        operationId: "withdrawObjection",
        tags: ["objections"],
        summary: "Withdraws an objection",
        params: ObjectionParams,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.withdraw(request.actor, request.params.objectionId),
  );

  app.post(
    "/objections/:objectionId/events",
    {
      config: { permission: "objection.handle", ...ofObjection },
      schema: {
        operationId: "noteObjectionEvent",
        tags: ["objections"],
        summary: "Notes a hearing, an advice, an adjournment or another step in the file",
        params: ObjectionParams,
        body: NewObjectionEvent,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.note(request.actor, request.params.objectionId, request.body),
  );

  app.post(
    "/objections/:objectionId/preparation",
    {
      config: { permission: "objection.handle", ...ofObjection },
      schema: {
        operationId: "prepareObjectionDecision",
        tags: ["objections"],
        summary: "Prepares the decision on an objection, with corrections where it succeeds",
        params: ObjectionParams,
        body: NewObjectionDecision,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.prepare(request.actor, request.params.objectionId, request.body),
  );

  app.post(
    "/objections/:objectionId/decision",
    {
      config: { permission: "objection.decide", ...ofObjection },
      schema: {
        operationId: "decideObjection",
        tags: ["objections"],
        summary: "Takes the prepared decision; where facts are corrected the round is decided again",
        params: ObjectionParams,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.decideObjection(request.actor, request.params.objectionId),
  );

  app.post(
    "/objections/:objectionId/return",
    {
      config: { permission: "objection.decide", ...ofObjection },
      schema: {
        operationId: "returnObjectionDecision",
        tags: ["objections"],
        summary: "Sends the prepared decision back with a reason",
        params: ObjectionParams,
        body: ReasonInput,
        response: { 200: ObjectionView },
      },
    },
    (request) => decisions.returnObjection(request.actor, request.params.objectionId, request.body.reason),
  );
};
