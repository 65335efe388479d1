/** Calls: a draft, one that was opened, and drafts to throw away. */
import type { Room } from "./fixture.js";

const fund = "research";

export const calls: Room = async (server) => {
  const manager = await server.as("fund-manager", { fund });
  let number = 0;
  const draft = async () => {
    const wish = {
      id: `permissions-call-${++number}`,
      fundId: fund,
      from: { template: "tender" },
      trial: true,
    };
    const answer = await manager.post("/calls", wish);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as { id: string; revision: number; definition: unknown };
  };
  const [kept, published] = [await draft(), await draft()];
  await manager.post(`/calls/${published.id}/opening`, { revision: published.revision });
  const owners = { fund };
  const params = { callId: kept.id };
  const { definition, revision } = kept;
  return {
    "POST /calls": {
      owners,
      body: { id: "permissions-call-new", fundId: fund, from: { template: "tender" }, trial: true },
    },
    "PUT /calls/:callId": { owners, params, body: { definition, revision } },
    "DELETE /calls/:callId": { owners, params: async () => ({ callId: (await draft()).id }) },
    "POST /calls/:callId/check": { owners, params, missing: { callId: "none" }, body: {} },
    "POST /calls/:callId/opening": { owners, params, body: { revision } },
    "POST /calls/:callId/amendments": {
      owners,
      params: { callId: published.id },
      body: { definition: published.definition, reason: { nl: "Reden.", en: "Reason." }, version: 1 },
    },
  };
};
