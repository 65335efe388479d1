/** Decisions on applications and their letters over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { DecisionService } from "../service.js";
import {
  ApplicationDecision,
  DecidedApplicationParams,
  DecidedCallParams,
  LanguageQuery,
  LetterPage,
  LetterParams,
  LettersQuery,
  LetterView,
} from "../views.js";
import { guards } from "./params.js";

/** Decisions on applications and their letters over HTTP. */
export const letterRoutes: FastifyPluginAsyncZod<{ readonly decisions: DecisionService }> = async (
  app,
  { decisions },
) => {
  const { ofApplication, ofCall, ofLetter } = guards(decisions);

  app.get(
    "/applications/:applicationId/decision",
    {
      config: { permission: "letter.read", ...ofApplication },
      schema: {
        operationId: "getApplicationDecision",
        tags: ["letters"],
        summary: "What was decided about an application, its letters, and until when one can object",
        params: DecidedApplicationParams,
        response: { 200: ApplicationDecision },
      },
    },
    (request) => decisions.decisionOn(request.params.applicationId),
  );

  app.get(
    "/letters/:letterId",
    {
      config: { permission: "letter.read", ...ofLetter },
      schema: {
        operationId: "getLetter",
        tags: ["letters"],
        summary: "A letter with its text",
        params: LetterParams,
        querystring: LanguageQuery,
        response: { 200: LetterView },
      },
    },
    (request) => decisions.letter(request.params.letterId, request.query.language),
  );

  app.get(
    "/letters/:letterId/pdf",
    {
      config: { permission: "letter.read", ...ofLetter },
      schema: {
        operationId: "getLetterPdf",
        tags: ["letters"],
        summary: "A letter as tagged PDF (PDF/UA-1); equal letters give equal bytes",
        params: LetterParams,
        querystring: LanguageQuery,
        response: {
          200: { description: "The letter", content: { "application/pdf": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { name, bytes } = await decisions.letterPdf(request.params.letterId, request.query.language);
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `inline; filename="${name}"`)
        .send(Buffer.from(bytes) as never);
    },
  );

  app.get(
    "/calls/:callId/letters",
    {
      config: { permission: "letter.list", ...ofCall },
      schema: {
        operationId: "listLetters",
        tags: ["letters"],
        summary: "Letters of a call in order of file number, in pages",
        params: DecidedCallParams,
        querystring: LettersQuery,
        response: { 200: LetterPage },
      },
    },
    (request) => decisions.letters(request.params.callId, request.query),
  );

  app.get(
    "/calls/:callId/letters.zip",
    {
      config: { permission: "letter.list", ...ofCall },
      schema: {
        operationId: "downloadLetters",
        tags: ["letters"],
        summary: "All letters of a call as PDF in one zip file, with their hashes",
        params: DecidedCallParams,
        querystring: LanguageQuery,
        response: {
          200: { description: "A zip file", content: { "application/zip": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { callId } = request.params;
      const zip = await decisions.letterArchive(callId, request.query.language);
      return reply
        .header("content-type", "application/zip")
        .header("content-disposition", `attachment; filename="${callId}-letters.zip"`)
        .send(zip as never);
    },
  );
};
