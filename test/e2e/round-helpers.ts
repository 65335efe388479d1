/** Rounds for the tests of the round pages: registered, decided and made through the API. */
import { expect } from "vitest";
import type { Site } from "./harness.js";

/** Sends JSON and gives the JSON answer; an answer that is no success fails the test. */
export async function send<T>(site: Site, path: string, body: object): Promise<T> {
  const response = await fetch(`${site.url}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text) as T;
}

/** Reads JSON. */
export async function read<T>(site: Site, path: string): Promise<T> {
  return (await (await fetch(`${site.url}/api/v1${path}`)).json()) as T;
}

/** Makes an example round on the research fund; the same numbers give the same round. Answers with its id. */
export async function exampleRound(site: Site, applications: number, seed: number): Promise<string> {
  const round = await send<{ id: string }>(site, "/example-rounds", {
    fundId: "research",
    applications,
    seed,
  });
  return round.id;
}

/** Registers a round from JSON. Answers with its id. */
export async function registerRound(site: Site, round: object): Promise<string> {
  const { id } = await send<{ id: string }>(site, "/rounds", { format: "json", text: JSON.stringify(round) });
  return id;
}

/** Has a round decided, and waits for it; at most a minute. */
export async function decideRound(site: Site, roundId: string): Promise<void> {
  const job = await send<{ id: string }>(site, `/rounds/${roundId}/jobs`, { timeLimitSeconds: 20 });
  for (let tries = 0; tries < 240; tries++) {
    const { state, failure } = await read<{ state: string; failure: string | null }>(site, `/jobs/${job.id}`);
    if (state === "done") return;
    expect(failure, "why the job failed").toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the job on ${roundId} did not end within a minute`);
}

/** A small round with everything the pages show: two budgets, limits of each kind, an option, provinces. */
export const SMALL = {
  round: "kleine ronde",
  budgets: [
    { id: "2027", amount: 100_000_00 },
    { id: "2028", amount: 60_000_00 },
  ],
  applications: Array.from({ length: 24 }, (_, k) => ({
    id: `A${String(k + 1).padStart(2, "0")}`,
    title: `Project ${k + 1}`,
    score: 40 + ((k * 37) % 60),
    amounts: { "2027": (8_000 + ((k * 613) % 9) * 1_000) * 100, "2028": ((k * 5) % 7) * 1_000_00 },
    ...(k % 6 === 0 && { options: [{ id: "half", score: 25, amounts: { "2027": 4_000_00 } }] }),
    tags: {
      region: ["Drenthe", "Groningen", "Limburg", "Zeeland"][k % 4],
      size: ["small", "large"][k % 2],
    },
  })),
  constraints: [
    { kind: "share", tag: "region", value: "Drenthe", min: "0.1", max: "0.5", of: "awarded" },
    { kind: "amount", tag: "region", value: "Zeeland", max: 60_000_00, budget: "2027" },
    { kind: "count", tag: "size", value: "small", min: 3 },
    { kind: "at-most-one", applications: ["A01", "A02"] },
    { kind: "requires", application: "A03", needs: "A04" },
  ],
  tieBreak: { seed: "voor de opening bekend" },
};

/** A round in which no selection meets all limits. */
export const INFEASIBLE = {
  ...SMALL,
  round: "onmogelijke ronde",
  constraints: [
    { kind: "amount", tag: "region", value: "Drenthe", min: 70_000_00 },
    { kind: "count", tag: "region", value: "Drenthe", max: 1 },
  ],
};
