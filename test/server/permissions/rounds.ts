/** Rounds and jobs: a round that counts, which somebody else registered, and a trial. */
import { smallRound } from "../harness.js";
import type { Room } from "./fixture.js";

const counting = {
  fundId: "research",
  trial: false,
  rule: "optimal",
  format: "csv",
  text: "id;score;amount:2027;amount:2028;tag:theme;tag:region;tag:size\nA1;80;1000;;facilities;Groningen;micro",
} as const;

export const rounds: Room = async (server) => {
  const round = await server.register(counting);
  // Nobody works on this queue here, so the job stays.
  const job = await server.store.jobs.enqueue({ kind: "test.waiting", subject: round.id, payload: {} });
  return {
    "POST /rounds": { owners: { fund: "research" }, body: counting },
    "POST /example-rounds": {
      owners: { fund: "research", trial: true },
      body: { fundId: "research", applications: 10, seed: 1 },
    },
    "POST /rounds/:roundId/jobs": {
      owners: { fund: "research" },
      params: { roundId: round.id },
      body: { timeLimitSeconds: 1 },
    },
    "DELETE /jobs/:jobId": { owners: { fund: "research" }, params: { jobId: job.id } },
  };
};

/** The same on a trial, which a visitor may decide where the product is tried out. */
export const trialRounds: Room = async (server) => {
  const trial = await server.register({ format: "json", text: smallRound({ round: "permissions" }) });
  return {
    "POST /rounds": { owners: { trial: true }, body: { format: "json", text: smallRound() } },
    "POST /rounds/:roundId/jobs": {
      owners: { trial: true },
      params: { roundId: trial.id },
      body: { timeLimitSeconds: 1 },
    },
  };
};
