/** What visitors report about the register, and what is done with it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { RegisterService } from "../service.js";
import {
  NewRegisterReport,
  RegisterReportAnswer,
  RegisterReportList,
  RegisterReportReceipt,
  RegisterReportView,
} from "../views.js";
import { ReportParams } from "./params.js";

/** POST and GET /register/reports, POST /register/reports/{reportId}/answer. */
export const reportRoutes: FastifyPluginAsyncZod<{ readonly register: RegisterService }> = async (
  app,
  { register },
) => {
  app.post(
    "/register/reports",
    {
      config: { permission: "register.report" },
      schema: {
        operationId: "reportOnRegister",
        tags: ["register"],
        summary: "Reports something about an award: personal data that stand there, or an error",
        body: NewRegisterReport,
        response: { 201: RegisterReportReceipt },
      },
    },
    async (request, reply) => reply.code(201).send(await register.report(request.body)),
  );

  app.get(
    "/register/reports",
    {
      config: { permission: "register.reports-read" },
      schema: {
        operationId: "listReports",
        tags: ["register"],
        summary: "What visitors reported about the funds one manages; open reports first",
        response: { 200: RegisterReportList },
      },
    },
    (request) => register.reports(request.actor),
  );

  app.post(
    "/register/reports/:reportId/answer",
    {
      config: {
        permission: "register.reports-answer",
        scope: ({ params }) => register.reportScope(params.reportId ?? ""),
        missing: ({ params }) => `There is no report ${params.reportId}.`,
      },
      schema: {
        operationId: "answerReport",
        tags: ["register"],
        summary: "Closes a report with what was done",
        params: ReportParams,
        body: RegisterReportAnswer,
        response: { 200: RegisterReportView },
      },
    },
    (request) => register.answerReport(request.params.reportId, request.body.answer, request.actor.personId!),
  );
};
