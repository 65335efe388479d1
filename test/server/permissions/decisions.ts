/** A decided call with a letter, an objection and a proposal; and one that is still to be decided. */
import { closedCall, decideCall, decidedCall, decisionFund } from "../decision-fixtures.js";
import type { Room } from "./fixture.js";

const missingId = "00000000-0000-4000-8000-000000000000";

export const decisions: Room = async (server) => {
  const applicant = await server.as("applicant", { name: "decisions" });
  const lead = applicant.organisationId;
  const one = { number: 1, organisationId: lead, score: 9_000, asks: 10_000_00 };
  const [applicationId] = await closedCall(server, decidedCall("permissions-decided"), [one]);
  const { number } = await decideCall(server, "permissions-decided");
  const { letters } = (await applicant.get(`/applications/${applicationId}/decision`)).body;
  const filed = await applicant.post(`/applications/${applicationId}/objections`, { grounds: "Te laag." });

  const ofFund = { fund: decisionFund };
  const ofLead = { fund: decisionFund, lead };
  const call = { callId: "permissions-decided" };
  const proposal = { ...call, number: String(number) };
  const application = { applicationId: applicationId! };
  const noApplication = { applicationId: "A000000000000" };
  const letter = { letterId: letters[0].id };
  const objection = { objectionId: filed.body.id };
  const file = { ...objection, fileId: "11111111-1111-4111-8111-111111111111" };
  await applicant.send({
    method: "PUT",
    url: `/api/v1/objections/${file.objectionId}/files/${file.fileId}?name=brief.pdf`,
    headers: { "content-type": "application/octet-stream" },
    payload: "%PDF-1.7 brief",
  });
  const noObjection = { objectionId: missingId };
  const reason = { nl: "Reden", en: "Reason" };
  return {
    "GET /calls/:callId/proposal-preview": { owners: ofFund, params: call },
    "GET /calls/:callId/proposals": { owners: ofFund, params: call },
    "POST /calls/:callId/proposals": { owners: ofFund, params: call, body: {} },
    "GET /calls/:callId/proposals/:number": { owners: ofFund, params: proposal },
    "POST /calls/:callId/proposals/:number/approval": { owners: ofFund, params: proposal },
    "POST /calls/:callId/proposals/:number/return": {
      owners: ofFund,
      params: proposal,
      body: { reason: "x" },
    },
    "GET /calls/:callId/reserve-list": { owners: ofFund, params: call },
    "POST /calls/:callId/reserve-list/offers": { owners: ofFund, params: call, body: {} },
    "GET /calls/:callId/letters": { owners: ofFund, params: call },
    "GET /calls/:callId/letters.zip": { owners: ofFund, params: call },
    "GET /applications/:applicationId/decision": {
      owners: ofLead,
      params: application,
      missing: noApplication,
    },
    "GET /letters/:letterId": { owners: ofLead, params: letter, missing: { letterId: missingId } },
    "GET /letters/:letterId/pdf": { owners: ofLead, params: letter, missing: { letterId: missingId } },
    "POST /applications/:applicationId/objections": {
      owners: ofLead,
      params: application,
      missing: noApplication,
      body: { grounds: "x" },
    },
    "PUT /objections/:objectionId/files/:fileId": {
      owners: ofLead,
      params: file,
      missing: { ...noObjection, fileId: missingId },
      query: "?name=brief.pdf",
    },
    "GET /objections/:objectionId/files/:fileId": {
      owners: ofLead,
      params: file,
      missing: { ...noObjection, fileId: missingId },
    },
    "GET /objections/:objectionId": { owners: ofLead, params: objection, missing: noObjection },
    "POST /objections/:objectionId/events": {
      owners: ofLead,
      params: objection,
      missing: noObjection,
      body: { kind: "hearing-held", note: "x" },
    },
    "POST /objections/:objectionId/preparation": {
      owners: ofLead,
      params: objection,
      missing: noObjection,
      body: { outcome: "unfounded", reason },
    },
    "POST /objections/:objectionId/return": {
      owners: ofLead,
      params: objection,
      missing: noObjection,
      body: { reason: "x" },
    },
    "POST /objections/:objectionId/decision": { owners: ofLead, params: objection, missing: noObjection },
    "POST /objections/:objectionId/withdrawal": { owners: ofLead, params: objection, missing: noObjection },
  };
};
