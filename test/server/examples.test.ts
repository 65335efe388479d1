/** Example rounds: made from the fund's call, repeatable, and possible to decide. */
import { verifyDecision } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, programme, startServer, type TestDatabase, type TestServer } from "./harness.js";

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open());
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe.each(programme.funds.map(({ id }) => id))("an example round of %s", (fundId) => {
  const fund = programme.funds.find(({ id }) => id === fundId)!;

  it("has the call's budgets, limits and categories, and a decision that verifies", async () => {
    const wanted = { fundId, applications: 2_000, seed: 2027 };
    const made = await server.post("/example-rounds", wanted);
    expect(made.status).toBe(201);
    const round = made.body;
    expect(round).toMatchObject({ fundId, applications: 2_000, example: true, trial: true, rule: fund.rule });
    const again = await server.post("/example-rounds", wanted);
    expect([again.status, again.body.id]).toEqual([200, round.id]);
    const other = await server.post("/example-rounds", { ...wanted, applications: 100, seed: 2028 });
    expect(other.body.id).not.toBe(round.id);

    const { body: view } = await server.get(`/funds/${fundId}`);
    const texts = (limits: readonly { text: unknown }[]) => limits.map(({ text }) => text);
    expect(texts(round.limits).slice(0, view.limits.length)).toEqual(texts(view.limits));
    for (const { amount, requested } of round.budgets) {
      expect(requested / amount).toBeGreaterThan(2.9);
      expect(requested / amount).toBeLessThan(3.1);
    }
    const values = (tag: string) => round.tags[tag].map(({ value }: { value: string }) => value).sort();
    expect(values("theme")).toEqual(fund.themes.map(({ id }) => id).sort());
    expect(values("region")).toEqual(fund.regions.map(({ id }) => id).sort());
    expect(values("size")).toEqual(fund.sizes.map(({ id }) => id).sort());

    await server.decide(round.id);
    const { body: summary } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(summary.outcome).toMatchObject({ status: "decided", breaches: [] });
    expect(summary.outcome.objective).toBeGreaterThan(summary.other.objective);
    const { body: decision } = await server.get(`/rounds/${round.id}/decision`);
    expect(verifyDecision(decision)).toMatchObject({ valid: true, level: summary.level });
  }, 120_000);
});
