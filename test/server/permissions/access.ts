/** Organisations, their people, roles and tokens. */
import { anyFund } from "@voorsprong/access";
import type { Room } from "./fixture.js";

const nobody = "00000000-0000-4000-8000-000000000000";
const unknown = { organisationId: "O000000000000" };

export const access: Room = async (server) => {
  const owner = await server.as("applicant", { name: "owner" });
  const { organisationId } = owner;
  const owners = { lead: organisationId, fund: anyFund };
  const params = { organisationId };
  const body = { name: "Voorbeeldbedrijf", kind: "company" };
  /** Somebody new who belongs to the organisation, or asks to. */
  const newcomer = async (joins: boolean) => {
    const { personId } = await server.access.signIn({
      issuer: "https://sign-in.example.org",
      subject: `newcomer-${Math.random()}`,
      name: "Voorbeeld nieuwkomer",
      email: null,
    });
    if (joins) await server.access.addMember(personId, organisationId, "member");
    else await (await server.asPerson(personId)).post(`/organisations/${organisationId}/membership-requests`);
    return { organisationId, personId };
  };
  const self = await newcomer(true);
  return {
    "GET /organisations/:organisationId": { owners, params, missing: unknown },
    "PUT /organisations/:organisationId": { owners, params, body },
    "POST /organisations/:organisationId/membership-requests": { owners, params },
    "POST /organisations/:organisationId/membership-requests/:personId/answer": {
      owners,
      params: () => newcomer(false),
      body: { approved: false },
    },
    "PUT /organisations/:organisationId/members/:personId": {
      owners,
      params: () => newcomer(true),
      body: { role: "member" },
    },
    "DELETE /organisations/:organisationId/members/:personId": {
      owners: { ...owners, self: self.personId },
      params: self,
    },
    "POST /organisations/:organisationId/invitations": {
      owners: { lead: organisationId },
      params,
      body: { membership: "member" },
    },
    "POST /roles": {
      owners: { fund: "research" },
      body: { personId: nobody, role: "finance", fundId: "research" },
    },
    "POST /roles/invitations": {
      owners: { fund: "research" },
      body: { role: "finance", fundId: "research" },
    },
    "DELETE /roles/:personId/:role": {
      owners: { fund: "research" },
      params: { personId: nobody, role: "finance" },
      query: "?fundId=research",
    },
  };
};
