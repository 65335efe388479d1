/** Settlement, withdrawal and recovery of grants. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { FundService } from "../../service.js";
import { GrantView } from "../views/grant.js";
import {
  NewInstalments,
  NewReceipt,
  NewSettlement,
  NewSettlementRequest,
  NewWithdrawal,
  ProposalDecision,
  SettlementOutcome,
} from "../views/settlement.js";
import { GrantParams, ofGrant } from "./params.js";

const tags = ["grants"];
const answer = { 200: GrantView };

/** What lies below /grants/{applicationId} about settlement, withdrawal and recovery. */
export const settlementRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (
  app,
  { funds },
) => {
  const { grants } = funds;

  app.post(
    "/grants/:applicationId/settlement-requests",
    {
      config: ofGrant(grants, "grant.apply"),
      bodyLimit: 1024 * 1024,
      schema: {
        operationId: "requestSettlement",
        tags,
        summary:
          "Asks settlement (Awb 4:44): what was done, what it cost, and the evidence that comes with it",
        params: GrantParams,
        body: NewSettlementRequest,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.requestSettlement(actor, params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/settlement-previews",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "previewSettlement",
        tags,
        summary: "What a settlement would come to, with its arithmetic; nothing is written",
        params: GrantParams,
        body: NewSettlement,
        response: { 200: SettlementOutcome },
      },
    },
    ({ params, body }) => grants.previewSettlement(params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/settlement-proposals",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "proposeSettlement",
        tags,
        summary: "Proposes a settlement (Awb 4:46, 4:47) for another person to decide",
        params: GrantParams,
        body: NewSettlement,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.proposeSettlement(actor, params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/withdrawal-proposals",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "proposeWithdrawal",
        tags,
        summary: "Proposes to withdraw the grant or a part of it (Awb 4:48 to 4:50)",
        params: GrantParams,
        body: NewWithdrawal,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.proposeWithdrawal(actor, params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/proposals/:proposalId/decision",
    {
      config: ofGrant(grants, "grant.approve"),
      schema: {
        operationId: "decideProposal",
        tags,
        summary: "Approves a proposal of another person, which carries it out, or sends it back",
        params: GrantParams.extend({ proposalId: z.uuid() }),
        body: ProposalDecision,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.decideProposal(actor, params.applicationId, params.proposalId, body),
  );

  const RecoveryParams = GrantParams.extend({ recoveryId: z.uuid() });
  app.post(
    "/grants/:applicationId/recoveries/:recoveryId/receipts",
    {
      config: ofGrant(grants, "grant.pay"),
      schema: {
        operationId: "receiveRecovery",
        tags,
        summary: "Enters what came back, interest included",
        params: RecoveryParams,
        body: NewReceipt,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.receive(actor, params.applicationId, params.recoveryId, body),
  );

  app.post(
    "/grants/:applicationId/recoveries/:recoveryId/instalments",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "planInstalments",
        tags,
        summary: "Lets the rest be paid in equal monthly parts (Awb 4:94)",
        params: RecoveryParams,
        body: NewInstalments,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.planInstalments(actor, params.applicationId, params.recoveryId, body),
  );
};
