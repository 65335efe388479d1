/** Payments of grants: orders, suspension, files to the payer and confirmations back. */
import { fundsOf } from "@voorsprong/access";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { storableText } from "../../../kernel/storable-text.js";
import type { FundService } from "../../service.js";
import {
  GrantView,
  NewPayment,
  PaymentBatchList,
  PaymentBatchView,
  PaymentJudgement,
  PaymentPage,
  WordsOnly,
} from "../views/grant.js";
import { FundParams, GrantParams, ofGrant, PaymentsQuery } from "./params.js";

const tags = ["payments"];
const answer = { 200: GrantView };

/** A confirmation file as base64 of at most 10 MB. */
const Confirmation = z
  .object({
    file: storableText(14_000_000).meta({ description: "CSV or XLSX as base64: reference, paid on, amount" }),
  })
  .meta({ id: "PaymentConfirmation" });

/** What lies below /grants/{applicationId} about payment, GET /payments, and the batches of a fund. */
export const paymentRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (
  app,
  { funds },
) => {
  const { grants } = funds;

  app.post(
    "/grants/:applicationId/payments",
    {
      config: ofGrant(grants, "grant.pay"),
      schema: {
        operationId: "proposePayment",
        tags,
        summary: "Proposes to pay an advance that is due, or the balance after settlement",
        params: GrantParams,
        body: NewPayment,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.pay(actor, params.applicationId, body),
  );

  app.post(
    "/grants/:applicationId/payments/:paymentId/judgement",
    {
      config: ofGrant(grants, "grant.pay"),
      schema: {
        operationId: "judgePayment",
        tags,
        summary: "Approves or rejects a payment that another person proposed",
        params: GrantParams.extend({ paymentId: z.uuid() }),
        body: PaymentJudgement,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.judgePayment(actor, params.applicationId, params.paymentId, body),
  );

  app.post(
    "/grants/:applicationId/suspension",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "suspendPayment",
        tags,
        summary: "Suspends payment (Awb 4:56)",
        params: GrantParams,
        body: WordsOnly,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.suspend(actor, params.applicationId, body.words),
  );

  app.post(
    "/grants/:applicationId/suspension/end",
    {
      config: ofGrant(grants, "grant.manage"),
      schema: {
        operationId: "liftSuspension",
        tags,
        summary: "Lets payment go on",
        params: GrantParams,
        body: WordsOnly,
        response: answer,
      },
    },
    ({ actor, params, body }) => grants.lift(actor, params.applicationId, body.words),
  );

  app.get(
    "/payments",
    {
      config: { permission: "payment.list" },
      schema: {
        operationId: "listPayments",
        tags,
        summary: "Payment orders of your funds: what waits longest on top, what is done below it",
        querystring: PaymentsQuery,
        response: { 200: PaymentPage },
      },
    },
    ({ actor, query }) =>
      grants.payments(actor, fundsOf(actor, ["finance", "fund-manager", "decider", "auditor"]), query),
  );

  app.get(
    "/funds/:fundId/payment-batches",
    {
      config: { permission: "payment.list", scope: ({ params }) => ({ fundId: params.fundId ?? null }) },
      schema: {
        operationId: "listPaymentBatches",
        tags,
        summary: "Files of orders that were handed to the payer, newest first",
        params: FundParams,
        response: { 200: PaymentBatchList },
      },
    },
    async ({ params }) => ({ items: await grants.batches(params.fundId) }),
  );

  app.post(
    "/funds/:fundId/payment-batches",
    {
      config: { permission: "payment.order", scope: ({ params }) => ({ fundId: params.fundId ?? null }) },
      schema: {
        operationId: "orderPayments",
        tags,
        summary: "Puts all approved payments of a fund in one file for the payer",
        params: FundParams,
        response: { 201: PaymentBatchView },
      },
    },
    async ({ actor, params }, reply) => reply.code(201).send(await grants.order(actor, params.fundId)),
  );

  app.get(
    "/payment-batches/:batchId/orders.csv",
    {
      config: {
        permission: "payment.list",
        scope: ({ params }) => grants.batchScope(params.batchId ?? ""),
        missing: ({ params }) => `There is no payment batch ${params.batchId}.`,
      },
      schema: {
        operationId: "getPaymentOrders",
        tags,
        summary: "The file as it was handed over, without bank data",
        params: z.object({ batchId: z.uuid() }),
        response: { 200: { description: "CSV in UTF-8", content: { "text/csv": { schema: z.string() } } } },
      },
    },
    async ({ params }, reply) => {
      const { name, file } = await grants.batchFile(params.batchId);
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(file as never);
    },
  );

  app.post(
    "/funds/:fundId/payment-confirmations",
    {
      config: { permission: "payment.order", scope: ({ params }) => ({ fundId: params.fundId ?? null }) },
      bodyLimit: 15 * 1024 * 1024,
      schema: {
        operationId: "confirmPayments",
        tags,
        summary:
          "Books what the payer confirms, whole or not at all; the same file again books nothing twice",
        params: FundParams,
        body: Confirmation,
        response: { 200: z.object({ booked: z.int() }).meta({ id: "PaymentsBooked" }) },
      },
    },
    async ({ params, body }) => ({
      booked: await grants.confirm(params.fundId, Buffer.from(body.file, "base64")),
    }),
  );
};
