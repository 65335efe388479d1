/** Explanations: made by themselves after a decision, and on request for one application. */
import type { ApplicationExplanation, ExplanationSummary } from "@voorsprong/server/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  smallRound,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

/** A cap on one province keeps the highest score out: Groningen gets at most half of the budget. */
const capped = (round: string) =>
  smallRound({
    round,
    constraints: [{ kind: "share", tag: "region", value: "Groningen", max: "0.5", of: "budget" }],
  });

describe.each(databaseKinds)("explanations on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open());
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** Registers, decides, and waits for the explanation that comes by itself. */
  const explained = async (text: string) => {
    const round = await server.register({ rule: "optimal", format: "json", text });
    await server.decide(round.id);
    for (;;) {
      const { body } = await server.get(`/rounds/${round.id}/decision-summary`);
      if (body.explanationJobId !== null) {
        expect(await server.ended(body.explanationJobId)).toMatchObject({
          kind: "explain",
          roundId: round.id,
          applicationId: null,
          state: "done",
        });
        return round.id;
      }
    }
  };

  it("come by themselves, with prices, inversions and standing", async () => {
    const id = await explained(capped("one"));
    const document = await server.get(`/rounds/${id}/explanation`);
    expect(document.status).toBe(200);
    expect(document.body).toMatchObject({ format: "voorsprong-explanation/1" });
    expect(document.headers.etag).toBe(`"${document.body.hash}"`);
    const { body: decision } = await server.get(`/rounds/${id}/decision`);
    expect(document.body.decision).toBe(decision.hash);

    const summary: ExplanationSummary = (await server.get(`/rounds/${id}/explanation-summary`)).body;
    expect(summary).toMatchObject({ roundId: id, hash: document.body.hash });
    // A1 (60) and A4 (10) were not allowed; A2 and A3 are worth 100, which is also the most without the cap.
    expect(summary.standing).toMatchObject({ all: 2, some: 0, none: 2, unsettled: 0 });
    expect(summary.inversions.items).toMatchObject([
      { application: "A1", score: 60, count: 2, over: "A2", overScore: 50 },
    ]);
    expect(summary.inversions.items[0]!.rows.map(({ row }) => row)).toEqual(["budget/2027", "limit/0/max"]);
    expect(summary.prices?.shares).toMatchObject({ points: { atLeast: 0, atMost: 0 }, level: "A" });

    const problem = expectProblem(await server.post(`/rounds/${id}/explanation`, undefined), 409);
    expect(problem.detail).toContain("there already");
  });

  it("give the exact score and cost of one application on request", async () => {
    const id = await explained(capped("two"));
    const path = `/rounds/${id}/applications/A1`;
    const before: ApplicationExplanation = (await server.get(`${path}/explanation-summary`)).body;
    expect(before).toMatchObject({ standing: "none", exact: false, cost: null, jobId: null });
    expect(before.inTheWay?.nl).toContain("Groningen");
    expectProblem(await server.get(`${path}/explanation`), 404);

    const asked = await server.post(`${path}/explanation`, undefined);
    expect(asked.status).toBe(202);
    expect(asked.headers.location).toBe(`/api/v1/jobs/${asked.body.id}`);
    expect(await server.ended(asked.body.id)).toMatchObject({ state: "done", applicationId: "A1" });
    const after: ApplicationExplanation = (await server.get(`${path}/explanation-summary`)).body;
    expect(after).toMatchObject({ exact: true, jobId: asked.body.id });
    expect(after.points?.en).toBe(
      "No score would have helped application A1: no allocation with it meets all limits.",
    );
    expect(after.cost?.en).toContain("certain of its award");
    expect((await server.get(`${path}/explanation`)).body.scenarios.length).toBeGreaterThan(1);

    // One that is awarded needs no other score, but stands in some, all or none like the others.
    expectProblem(await server.post(`/rounds/${id}/applications/A2/explanation`, undefined), 404);
    const { body: awarded } = await server.get(`/rounds/${id}/applications/A2/explanation-summary`);
    expect(awarded).toMatchObject({ standing: "all", inTheWay: null, points: null });
  });

  it("are refused where there is nothing to explain", async () => {
    const ranked = await server.register({ rule: "ranking", format: "json", text: smallRound() });
    expectProblem(await server.get(`/rounds/${ranked.id}/explanation`), 404);
    await server.decide(ranked.id);
    const problem = expectProblem(await server.post(`/rounds/${ranked.id}/explanation`, undefined), 404);
    expect(problem.detail).toContain("ranking");
    const { body: summary } = await server.get(`/rounds/${ranked.id}/decision-summary`);
    expect(summary).toMatchObject({ explanationJobId: null, ties: null });
    expectProblem(await server.get("/rounds/unknown-00000000/explanation-summary"), 404);
    const id = await explained(capped("three"));
    expectProblem(await server.get(`/rounds/${id}/applications/B9/explanation-summary`), 404);
  });

  it("are asked for again when the server starts without them", async () => {
    const round = await server.register({
      rule: "optimal",
      format: "json",
      text: smallRound({ round: "again" }),
    });
    await server.decide(round.id);
    const first = (await server.get(`/rounds/${round.id}/decision-summary`)).body.explanationJobId;
    // What a process leaves behind that ends between the decision and the request.
    await server.store.database.transaction(async (tx) => {
      await tx.query("ALTER TABLE explanations DISABLE TRIGGER explanations_append_only");
      await tx.query("DELETE FROM explanations");
      await tx.query("DELETE FROM jobs WHERE kind = 'fund.explain'");
      await tx.query("ALTER TABLE explanations ENABLE TRIGGER explanations_append_only");
    });
    await server.instruments.work();
    const { body } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(body.explanationJobId).not.toBeNull();
    expect(body.explanationJobId).not.toBe(first);
    expect((await server.ended(body.explanationJobId)).state).toBe("done");
    expect((await server.get(`/rounds/${round.id}/explanation`)).status).toBe(200);
  });
});
