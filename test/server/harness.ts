/** A server on a database of its own, without a network: requests are injected. */

import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AccessService, accessService, type SignInSettings, siteAddress } from "@voorsprong/access";
import { loadProgramme } from "@voorsprong/programme";
import { composeInstruments, createServer, type Instruments, type ServerOptions } from "@voorsprong/server";
import type { JobView, Problem, RoundView } from "@voorsprong/server/contract";
import type { Store } from "@voorsprong/store";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { type DatabaseKind, databaseKinds, type TestDatabase } from "../store/databases.js";
import {
  type Answer,
  type AsOptions,
  type Client,
  clientOf,
  type Person,
  people,
  type TestRole,
} from "./client.js";

export type { Answer, AsOptions, Client, Person, TestRole };
export { type DatabaseKind, databaseKinds, type TestDatabase };

/** The folder of this checkout. */
export const root = resolve(import.meta.dirname, "../..");
export const programme = loadProgramme(resolve(root, "programmes/voorsprong"));
export const contact = { name: "Test", email: "test@example.org", url: "https://example.org/" };

/** A running server with short ways to talk to it, as a visitor and as somebody. */
export interface TestServer extends Client {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly instruments: Instruments;
  readonly access: AccessService;
  /** Somebody with a role, signed in; the same role and options give the same person. */
  as(role: TestRole, options?: AsOptions): Promise<Person>;
  /** Waits until a job has ended. */
  ended(jobId: string): Promise<JobView>;
  /** A person whom somebody else made, signed in. */
  asPerson(personId: string): Promise<Person>;
  /** Registers a round, as the manager of all funds, and gives it back. */
  register(body: Record<string, unknown>): Promise<RoundView>;
  /** Has a round decided, as the decider of all funds, and waits; fails the test unless it is done. */
  decide(roundId: string, timeLimitSeconds?: number): Promise<JobView>;
  close(): Promise<void>;
}

/** How a test's server differs from one to try out. */
export interface StartOptions extends Partial<ServerOptions> {
  /** How people sign in; default: the embedded provider. */
  readonly signIn?: SignInSettings;
}

/** Starts a server on an open store, with one worker. */
export async function startServer(
  store: Store,
  { signIn, ...options }: StartOptions = {},
): Promise<TestServer> {
  const instruments = composeInstruments(options.programme ?? programme, store, () => "http://localhost");
  const access = accessService({ store, settings: signIn ?? { kind: "embedded" } });
  const app = await createServer({
    programme,
    store,
    access,
    address: siteAddress(undefined, "127.0.0.1"),
    registry: instruments.registry,
    personalData: instruments.personalData,
    instrumentRoutes: instruments.routes,
    webDir: resolve(root, "test/server/site"),
    contact,
    working: () => true,
    writesPerMinute: 1_000_000,
    ...options,
  });
  await store.jobs.start();
  await instruments.work();
  const { as, asPerson } = people(app, access);
  const server: TestServer = {
    app,
    store,
    instruments,
    ...clientOf(app),
    access,
    as,
    asPerson,
    async ended(jobId) {
      for (;;) {
        const { body } = await server.get(`/jobs/${jobId}`);
        if (["done", "failed", "cancelled"].includes(body.state)) return body;
        await sleep(50);
      }
    },
    async register(body) {
      const answer = await (await as("fund-manager")).post("/rounds", body);
      expect(answer.status, answer.text).toBeLessThan(300);
      return answer.body;
    },
    async decide(roundId, timeLimitSeconds = 20) {
      const { status, body } = await (await as("decider")).post(`/rounds/${roundId}/jobs`, {
        timeLimitSeconds,
      });
      expect(status).toBe(202);
      const job = await server.ended(body.id);
      expect(job).toMatchObject({ state: "done", failure: null });
      return job;
    },
    close: () => app.close(),
  };
  return server;
}

/** Checks that an answer is a whole problem document of this status. */
export function expectProblem(answer: Answer, status: number): Problem {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers["api-version"]).toMatch(/^\d+\.\d+\.\d+$/);
  const { type, title, status: stated, detail } = answer.body as Problem;
  expect({ type, stated }).toEqual({ type: "about:blank", stated: status });
  expect(title.length).toBeGreaterThan(0);
  expect(detail.length).toBeGreaterThan(0);
  return answer.body;
}

/** A small round as JSON text: four applications, of which the budget holds some. */
export function smallRound(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    round: "small example",
    budgets: [{ id: "2027", amount: 100_000 }],
    applications: [
      { id: "A1", title: "Eerste", score: 60, amounts: { "2027": 60_000 }, tags: { region: "Groningen" } },
      { id: "A2", title: "Tweede", score: 50, amounts: { "2027": 50_000 }, tags: { region: "Drenthe" } },
      { id: "A3", title: "Derde", score: 50, amounts: { "2027": 50_000 }, tags: { region: "Groningen" } },
      { id: "A4", title: "Vierde", score: 10, amounts: { "2027": 40_000 }, tags: { region: "Drenthe" } },
    ],
    ...changes,
  });
}
