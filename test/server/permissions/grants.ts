/** Grants, with a partner: whoever receives one reads it, and each change has its own role. */
import { awardGrants } from "@voorsprong/instruments/fund/grants";
import { applied, grantFund } from "../grant-fixtures.js";
import type { Room } from "./fixture.js";

const uuid = "00000000-0000-4000-8000-000000000000";

export const grants: Room = async (server) => {
  const { store } = server;
  const applicant = await server.as("applicant", { name: "grant lead" });
  const partner = await server.as("applicant", { name: "grant partner" });
  const applicationId = await applied(store, { ...applicant, number: 9001 });
  await store.database.query(
    "INSERT INTO grant_application_partners (application_id, partner, organisation_id, state) VALUES ($1, 'school', $2, 'confirmed')",
    [applicationId, partner.organisationId],
  );
  await store.database.transaction((tx) =>
    awardGrants(tx, { ledger: store.ledger, at: store.now() }, [
      { applicationId, grantCents: 150_000_00, roundId: null, decisionHash: null },
    ]),
  );
  const finance = await server.as("finance");
  const second = await server.as("finance", { name: "second" });
  const advance = { purpose: "advance", advance: "advance-1" };
  const { body: grant } = await finance.post(`/grants/${applicationId}/payments`, advance);
  const [payment] = grant.payments;
  await second.post(`/grants/${applicationId}/payments/${payment.id}/judgement`, { approve: true });
  const { body: batch } = await finance.post(`/funds/${grantFund}/payment-batches`);

  const owners = { fund: grantFund, lead: applicant.organisationId, partner: partner.organisationId };
  const more = { version: "1", number: "1", milestoneId: "report-1" };
  const ids = { changeId: uuid, paymentId: uuid, proposalId: uuid, recoveryId: uuid };
  const of = (body?: unknown) => ({
    owners,
    params: { applicationId, ...more, ...ids },
    missing: { applicationId: "A0000000000ZZ", ...more, ...ids },
    ...(body === undefined ? {} : { body }),
  });
  const words = { words: "Voorbeeld." };
  const settlement = { initiative: "authority", reductions: [] };
  const fund = { owners: { fund: grantFund }, params: { fundId: grantFund } };
  return {
    "GET /grants/:applicationId": of(),
    "GET /grants/:applicationId/agreements/:version": of(),
    "POST /grants/:applicationId/reports": of({ until: "2027-01-01", progress: "Voorbeeld.", costs: [] }),
    "POST /grants/:applicationId/reports/:number/judgement": of({ accept: true }),
    "PUT /grants/:applicationId/milestones/:milestoneId": of({ met: true, note: "Voorbeeld." }),
    "POST /grants/:applicationId/changes": of({ reason: "Voorbeeld.", ends: "2029-03-31" }),
    "POST /grants/:applicationId/changes/:changeId/decision": of({ accept: true, ...words }),
    "DELETE /grants/:applicationId/changes/:changeId": of(),
    "POST /grants/:applicationId/payments": of(advance),
    "POST /grants/:applicationId/payments/:paymentId/judgement": of({ approve: true }),
    "POST /grants/:applicationId/suspension": of(words),
    "POST /grants/:applicationId/suspension/end": of(words),
    "POST /grants/:applicationId/settlement-requests": of({
      statement: "Voorbeeld.",
      costs: [],
      evidence: [],
    }),
    "POST /grants/:applicationId/settlement-previews": of(settlement),
    "POST /grants/:applicationId/settlement-proposals": of(settlement),
    "POST /grants/:applicationId/withdrawal-proposals": of({
      ground: "4:48(1)(a)",
      reason: "Voorbeeld.",
      remainingCents: 0,
    }),
    "POST /grants/:applicationId/proposals/:proposalId/decision": of({ approve: true }),
    "POST /grants/:applicationId/recoveries/:recoveryId/receipts": of({ cents: 1, receivedOn: "2027-01-01" }),
    "POST /grants/:applicationId/recoveries/:recoveryId/instalments": of({
      count: 2,
      first: "2030-01-01",
      reason: "Voorbeeld.",
    }),
    "GET /funds/:fundId/payment-batches": fund,
    "POST /funds/:fundId/payment-batches": fund,
    "POST /funds/:fundId/payment-confirmations": { ...fund, body: { file: "" } },
    "GET /payment-batches/:batchId/orders.csv": {
      owners: { fund: grantFund },
      params: { batchId: batch.id },
    },
  };
};
