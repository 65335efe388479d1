/** Reviews: a closed call with a reviewer who has declared to be free of conflict, and one application. */
import { publishCall, reviewDefinition, reviewFund, submit } from "../review-fixtures.js";
import type { Fixture, Room } from "./fixture.js";

export const reviews: Room = async (server) => {
  const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
  const callId = await publishCall(server.store, reviewDefinition("permissions-review", { review }));
  const manager = await server.as("fund-manager", { fund: reviewFund });
  const reviewer = await server.as("reviewer", { fund: reviewFund, name: "permissions-review" });
  const { organisationId, personId } = await server.as("applicant", { name: "permissions-review" });
  const application = await submit(server.store, { callId, number: 1, organisationId, personId });
  const applicationId = application.id;
  const terms = { capacity: 5, expertise: {}, interests: [] };
  await manager.put(`/calls/${callId}/reviewers/${reviewer.personId}`, terms);
  const proposal = await manager.post(`/calls/${callId}/assignment-proposal`);
  const { revision } = proposal.body;
  await manager.post(`/calls/${callId}/assignment-proposal/confirmation`, { revision });
  await reviewer.post(`/reviews/${applicationId}/declaration`, { conflict: false });
  const own = await reviewer.get(`/reviews/${applicationId}`);
  const content = {
    scores: { quality: 4, impact: 7 },
    reasons: { quality: "Goed.", impact: "Groot." },
  };
  await reviewer.put(`/reviews/${applicationId}`, { revision: own.body.revision, ...content });
  await reviewer.post(`/reviews/${applicationId}/submission`, { revision: own.body.revision + 1 });
  await manager.post(`/calls/${callId}/panel`, {});
  await manager.post(`/calls/${callId}/assignment-proposal`);

  const missing = "A00000000000Z";
  const ofCall = (body?: unknown): Fixture => ({
    owners: { fund: reviewFund },
    params: { callId, personId: reviewer.personId },
    ...(body === undefined ? {} : { body }),
  });
  const ofReview = (body?: unknown): Fixture => ({
    owners: { fund: reviewFund, lead: organisationId, reviewers: [reviewer.personId] },
    params: { applicationId, attachmentId: application.drawing },
    missing: { applicationId: missing, attachmentId: application.drawing },
    ...(body === undefined ? {} : { body }),
  });
  const change = { applicationId, add: [], remove: [], reason: "Een voorbeeld." };
  return {
    "GET /calls/:callId/reviewers": ofCall(),
    "PUT /calls/:callId/reviewers/:personId": ofCall(terms),
    "DELETE /calls/:callId/reviewers/:personId": ofCall(),
    "GET /calls/:callId/review-progress": ofCall(),
    "POST /calls/:callId/reminders": ofCall({}),
    "GET /calls/:callId/assignments": ofCall(),
    "POST /calls/:callId/assignments": ofCall(change),
    "POST /calls/:callId/conflicts": ofCall({
      applicationId: missing,
      personId: reviewer.personId,
      reason: "Een voorbeeld.",
    }),
    "GET /calls/:callId/assignment-proposal": ofCall(),
    "POST /calls/:callId/assignment-proposal": ofCall(),
    "PATCH /calls/:callId/assignment-proposal": ofCall({ revision: 1, ...change }),
    "DELETE /calls/:callId/assignment-proposal": ofCall(),
    "POST /calls/:callId/assignment-proposal/confirmation": ofCall({ revision: 1 }),
    "GET /calls/:callId/panel": ofCall(),
    "GET /calls/:callId/panel/applications": ofCall(),
    "POST /calls/:callId/panel": ofCall({}),
    "POST /calls/:callId/scores": ofCall({}),
    "GET /calls/:callId/scores": ofCall(),
    "GET /reviews/:applicationId": ofReview(),
    "POST /reviews/:applicationId/declaration": ofReview({ conflict: false }),
    "GET /reviews/:applicationId/file": ofReview(),
    "GET /reviews/:applicationId/attachments/:attachmentId": ofReview(),
    "PUT /reviews/:applicationId": ofReview({ revision: 1, ...content }),
    "POST /reviews/:applicationId/submission": ofReview({ revision: 1 }),
    "GET /reviews/:applicationId/others": ofReview(),
    "GET /applications/:applicationId/consensus": ofReview(),
    "POST /applications/:applicationId/consensus": ofReview({
      version: 7,
      scores: content.scores,
      reason: "Een voorbeeld.",
      present: [{ role: "chair", count: 1 }],
      heldOn: "2026-05-01",
    }),
  };
};
