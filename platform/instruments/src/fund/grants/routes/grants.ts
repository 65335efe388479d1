/** Grants: reading, reports, milestones, changes of the agreement. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { FundService } from "../../service.js";
import { Agreement } from "../agreement/document.js";
import {
  ChangeDecision,
  FundMoneyView,
  GrantPage,
  GrantView,
  MilestoneMark,
  NewChange,
  NewReport,
  ReportJudgement,
} from "../views/grant.js";
import { FundParams, GrantParams, GrantsQuery, MoneyQuery, ofGrant } from "./params.js";

const tags = ["grants"];
const answer = { 200: GrantView };

/** GET /grants, what lies below /grants/{applicationId} about progress, and GET /funds/{fundId}/money. */
export const grantRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (app, { funds }) => {
  const { grants } = funds;

  app.get(
    "/grants",
    {
      config: { permission: "grant.list" },
      schema: {
        operationId: "listGrants",
        tags,
        summary: "Grants that you may read: of your funds and of your organisations",
        querystring: GrantsQuery,
        response: { 200: GrantPage },
      },
    },
    (request) => grants.list(request.actor, request.query),
  );

  app.get(
    "/grants/:applicationId",
    {
      config: ofGrant(grants, "grant.read"),
      schema: { operationId: "getGrant", tags, summary: "One grant", params: GrantParams, response: answer },
    },
    (request) => grants.get(request.actor, request.params.applicationId),
  );

  app.get(
    "/grants/:applicationId/agreements/:version",
    {
      config: ofGrant(grants, "grant.read"),
      schema: {
        operationId: "getAgreement",
        tags,
        summary:
          "A version of the agreement (docs/formats/agreement.md); its RFC 8785 form is what was hashed",
        params: GrantParams.extend({ version: z.coerce.number().int().min(1) }),
        response: { 200: Agreement },
      },
    },
    ({ params }) => grants.agreement(params.applicationId, params.version),
  );

  app.post(
    "/grants/:applicationId/reports",
    {
      config: ofGrant(grants, "grant.apply"),
      bodyLimit: 1024 * 1024,
      schema: {
        operationId: "submitReport",
        tags,
        summary: "Sends in a report: progress, and the costs of the whole project so far",
        params: GrantParams,
        body: NewReport,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.report(actor, params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/reports/:number/judgement",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "judgeReport",
        tags,
        summary: "Accepts a report, or returns it with what is missing",
        params: GrantParams.extend({ number: z.coerce.number().int().min(1) }),
        body: ReportJudgement,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.judgeReport(actor, params.applicationId, params.number, body),
  );

  app.put(
    "/grants/:applicationId/milestones/:milestoneId",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "markMilestone",
        tags,
        summary: "Says that a milestone is met, or is not",
        params: GrantParams.extend({ milestoneId: z.string().max(100) }),
        body: MilestoneMark,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.mark(actor, params.applicationId, params.milestoneId, body),
  );

  app.post(
    "/grants/:applicationId/changes",
    {
      config: ofGrant(grants, "grant.apply"),
      bodyLimit: 1024 * 1024,
      schema: {
        operationId: "askChange",
        tags,
        summary: "Asks to change the agreement: its end, milestones, budget, or a lower grant",
        params: GrantParams,
        body: NewChange,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.change(actor, params.applicationId, body),
  );

  const ChangeParams = GrantParams.extend({ changeId: z.uuid() });
  app.post(
    "/grants/:applicationId/changes/:changeId/decision",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "decideChange",
        tags,
        summary: "Accepts a change, which makes a new version of the agreement, or refuses it",
        params: ChangeParams,
        body: ChangeDecision,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.decideChange(actor, params.applicationId, params.changeId, body),
  );

  app.delete(
    "/grants/:applicationId/changes/:changeId",
    {
      config: ofGrant(grants, "grant.apply"),
      schema: {
        operationId: "withdrawChange",
        tags,
        summary: "Takes a request to change back",
        params: ChangeParams,
        response: answer,
      },
    },
    ({ actor, params }) => grants.withdrawChange(actor, params.applicationId, params.changeId),
  );

  app.get(
    "/funds/:fundId/money",
    {
      config: { permission: "fund.read" },
      schema: {
        operationId: "getFundMoney",
        tags: ["funds"],
        summary: "The money of a fund's grants with every movement and its ledger entry, newest first",
        params: FundParams,
        querystring: MoneyQuery,
        response: { 200: FundMoneyView },
      },
    },
    async ({ params, query }) => {
      const { id } = await funds.get(params.fundId);
      return grants.fundMoney(id, query);
    },
  );
};
