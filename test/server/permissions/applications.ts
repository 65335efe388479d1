/** Applications: a submitted one with a partner and a file, and drafts. */
import {
  applicationFund,
  callDefinition,
  publishCall,
  saved,
  started,
  wholeChanges,
} from "../application-fixtures.js";
import type { Person, TestServer } from "../harness.js";
import type { Fixture, Room } from "./fixture.js";

const attachmentId = "0190a1b2-0000-4000-8000-00000000000a";
const missing = {
  applicationId: "A000000000000",
  partner: "p1",
  attachmentId,
  version: "1",
  code: "kvk-missing",
};

async function make(server: TestServer, lead: Person, partner: Person): Promise<string> {
  const id = await started(lead, "permission-call");
  await saved(lead, id, {
    ...wholeChanges,
    partners: [{ id: "p1", name: "Voorbeeldpartner", organisation: partner.organisationId }],
  });
  const { body } = await partner.get(`/applications/${id}`);
  const answer = { answer: "confirmed", part: body.partners[0].part };
  await partner.post(`/applications/${id}/partners/p1/confirmation`, answer);
  await lead.send({
    method: "PUT",
    url: `/api/v1/applications/${id}/attachments/${attachmentId}?name=a.csv`,
    headers: { "content-type": "application/octet-stream" },
    payload: Buffer.from("a;b"),
  });
  for (let times = 0; times < 2; times++) {
    const { body: draft } = await lead.get(`/applications/${id}`);
    await lead.post(`/applications/${id}/submission`, { revision: draft.revision });
    if (times > 0) break;
    const manager = await server.as("fund-manager", { fund: applicationFund });
    const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await manager.post(`/applications/${id}/correction-requests`, { what: "Aanvullen.", due });
  }
  return id;
}

export const applications: Room = async (server) => {
  const lead = await server.as("applicant", { name: "application lead" });
  const partner = await server.as("applicant", { name: "application partner" });
  await publishCall(server.store, callDefinition("permission-call", new Date()));
  const applicationId = await make(server, lead, partner);
  const owners = { fund: applicationFund, lead: lead.organisationId, partner: partner.organisationId };
  const params = { ...missing, applicationId };
  const about = (body?: unknown): Fixture => ({
    owners,
    params,
    missing,
    ...(body === undefined ? {} : { body }),
  });
  const at = "/applications/:applicationId";
  return {
    "POST /applications": {
      owners: { lead: lead.organisationId },
      body: { callId: "permission-call", organisationId: lead.organisationId },
    },
    [`GET ${at}`]: about(),
    [`PATCH ${at}`]: about({ revision: 1, changes: {} }),
    [`DELETE ${at}`]: about(),
    [`POST ${at}/checks`]: about(),
    [`GET ${at}/aid`]: about(),
    [`POST ${at}/submission`]: about({ revision: 1 }),
    [`POST ${at}/withdrawal`]: {
      ...about(),
      params: { ...missing, applicationId: await make(server, lead, partner) },
    },
    [`POST ${at}/partners/:partner/invitation`]: about(),
    [`POST ${at}/partners/:partner/acceptance`]: {
      owners: { lead: lead.organisationId },
      params,
      missing,
      body: { secret: "none", organisationId: lead.organisationId },
    },
    [`POST ${at}/partners/:partner/confirmation`]: about({ answer: "declined", part: "old" }),
    [`PUT ${at}/attachments/:attachmentId`]: { ...about(), query: "?name=a.csv" },
    [`GET ${at}/attachments/:attachmentId`]: about(),
    [`DELETE ${at}/attachments/:attachmentId`]: about(),
    [`GET ${at}/receipt`]: about(),
    [`GET ${at}/receipt.pdf`]: about(),
    [`GET ${at}/versions/:version`]: about(),
    [`GET ${at}/versions/:version/differences`]: {
      ...about(),
      params: { ...params, version: "2" },
      missing: { ...missing, version: "2" },
    },
    [`POST ${at}/correction-requests`]: about({ what: "Aanvullen.", due: "2020-01-01" }),
    [`POST ${at}/correction-requests/expiry`]: about(),
    [`POST ${at}/flags/:code/resolution`]: about({ resolution: "Nagekeken." }),
  };
};
