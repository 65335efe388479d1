/** Calls over HTTP. */
import type { ScopedRequest } from "@voorsprong/access";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sendDocument } from "../rounds/routes/documents.js";
import { noCall } from "./require-call.js";
import type { CallService } from "./service.js";
import {
  CallCheck,
  CallList,
  CallParams,
  CallsQuery,
  CallToCheck,
  CallVersionList,
  CallVersionParams,
  CallView,
  ChangedCall,
  NewAmendment,
  NewCall,
  NewOpening,
} from "./views.js";

/** The most a definition may be as it is sent, in bytes. */
const definitionLimit = 512 * 1024;

const tags = ["calls"];

/** GET /calls, and what lies below /calls/{callId}. */
export const callRoutes: FastifyPluginAsyncZod<{ readonly calls: CallService }> = async (app, { calls }) => {
  const ofCall = {
    scope: ({ params }: ScopedRequest) => calls.scope(params.callId ?? ""),
    missing: ({ params }: ScopedRequest) => noCall(params.callId ?? ""),
  };

  app.get(
    "/calls",
    {
      config: { permission: "call.read" },
      schema: {
        operationId: "listCalls",
        tags,
        summary: "Calls, what opens last first; drafts only for those who may see them",
        querystring: CallsQuery,
        response: { 200: CallList },
      },
    },
    (request) => calls.list(request.actor, request.query),
  );

  app.post(
    "/calls",
    {
      config: {
        permission: "call.make",
        scope: ({ body }) => ({ fundId: (body as z.output<typeof NewCall>).fundId }),
      },
      schema: {
        operationId: "beginCall",
        tags,
        summary: "Begins a draft from a template or as a copy of an earlier call",
        body: NewCall,
        response: { 201: CallView },
      },
    },
    async (request, reply) => {
      const call = await calls.begin(request.actor, request.body);
      return reply.code(201).header("location", `${request.url}/${call.id}`).send(call);
    },
  );

  app.get(
    "/calls/:callId",
    {
      config: { permission: "call.read" },
      schema: {
        operationId: "getCall",
        tags,
        summary: "One call with its whole definition",
        params: CallParams,
        response: { 200: CallView },
      },
    },
    (request) => calls.get(request.actor, request.params.callId),
  );

  app.put(
    "/calls/:callId",
    {
      config: { permission: "call.make", ...ofCall },
      bodyLimit: definitionLimit,
      schema: {
        operationId: "changeCall",
        tags,
        summary: "Keeps a draft as it is now, also when it still has errors",
        params: CallParams,
        body: ChangedCall,
        response: { 200: CallView },
      },
    },
    (request) => calls.change(request.actor, request.params.callId, request.body),
  );

  app.delete(
    "/calls/:callId",
    {
      config: { permission: "call.make", ...ofCall },
      schema: {
        operationId: "removeCall",
        tags,
        summary: "Takes a draft away",
        params: CallParams,
        response: { 204: z.null().meta({ description: "It is gone" }) },
      },
    },
    async (request, reply) => {
      await calls.remove(request.params.callId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/calls/:callId/check",
    {
      config: { permission: "call.draft", ...ofCall },
      bodyLimit: definitionLimit,
      schema: {
        operationId: "checkCall",
        tags,
        summary:
          "Every error of a call or of a changed definition, and what would be different; changes nothing",
        params: CallParams,
        body: CallToCheck,
        response: { 200: CallCheck },
      },
    },
    (request) => calls.check(request.params.callId, request.body),
  );

  app.post(
    "/calls/:callId/opening",
    {
      config: { permission: "call.open", ...ofCall },
      schema: {
        operationId: "openCall",
        tags,
        summary: "Opens a draft: it is frozen and its hash goes into the ledger",
        params: CallParams,
        body: NewOpening,
        response: { 200: CallView },
      },
    },
    (request) => calls.open(request.actor, request.params.callId, request.body),
  );

  app.post(
    "/calls/:callId/amendments",
    {
      config: { permission: "call.open", ...ofCall },
      bodyLimit: definitionLimit,
      schema: {
        operationId: "amendCall",
        tags,
        summary: "Publishes a changed definition as the next version, with the reason",
        params: CallParams,
        body: NewAmendment,
        response: { 200: CallView },
      },
    },
    (request) => calls.amend(request.actor, request.params.callId, request.body),
  );

  app.get(
    "/calls/:callId/versions",
    {
      config: { permission: "call.read" },
      schema: {
        operationId: "listCallVersions",
        tags,
        summary: "Every published version, with what is different from the one before it",
        params: CallParams,
        response: { 200: CallVersionList },
      },
    },
    (request) => calls.versions(request.actor, request.params.callId),
  );

  app.get(
    "/calls/:callId/versions/:version",
    {
      config: { permission: "call.read" },
      schema: {
        operationId: "getCallVersion",
        tags,
        summary: "One version, byte for byte as it was hashed",
        params: CallVersionParams,
        response: {
          200: { description: "The call", content: { "application/json": { schema: z.unknown() } } },
        },
      },
    },
    async (request, reply) => {
      const { callId, version } = request.params;
      return sendDocument(
        request,
        reply,
        await calls.document(request.actor, callId, version),
        `${callId}-${version}`,
      );
    },
  );
};
