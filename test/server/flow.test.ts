/** From a file to a published decision that anyone can check, through the API. */
import { canonicalText, decide, hashOf, parseRound } from "@voorsprong/allocation";
import { parseExact, verifyDecision, verifyLedger } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  smallRound,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

describe.each(databaseKinds)("from round to decision on $name", ({ create }) => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await create();
    server = await startServer(await database.open());
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it("registers, decides, publishes and explains a round", async () => {
    const sent = await server.post("/rounds", { format: "json", text: smallRound(), title: "Kleine ronde" });
    expect(sent.status).toBe(201);
    const round = sent.body;
    expect(round).toMatchObject({
      title: "Kleine ronde",
      fundId: null,
      state: "open",
      trial: true,
      example: false,
      rule: "optimal",
      applications: 4,
      requested: 200_000,
      budget: 100_000,
      budgets: [{ id: "2027", amount: 100_000, requested: 200_000 }],
      tags: {
        region: [
          { value: "Drenthe", applications: 2, requested: 90_000 },
          { value: "Groningen", applications: 2, requested: 110_000 },
        ],
      },
      jobId: null,
      decisionHash: null,
    });
    expect(round.id).toMatch(/^small-example-[0-9a-f]{8}$/);
    expect(sent.headers.location).toBe(`/api/v1/rounds/${round.id}`);

    const asked = await server.post(`/rounds/${round.id}/jobs`, {});
    expect(asked.status).toBe(202);
    expect(asked.headers.location).toBe(`/api/v1/jobs/${asked.body.id}`);
    expect(asked.body).toMatchObject({ roundId: round.id, failure: null });
    const job = await server.ended(asked.body.id);
    expect(job).toMatchObject({ state: "done", progress: { phase: "finished", objective: 100 } });

    const { body: summary } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(summary).toMatchObject({
      roundId: round.id,
      rule: "optimal",
      level: "A",
      proven: true,
      bound: 100,
      gap: 0,
      outcome: { status: "decided", objective: 100, funded: 2, spent: 100_000 },
      other: { rule: "ranking", objective: 70, funded: 2, spent: 100_000 },
      onlyHere: { total: 2, ids: ["A2", "A3"] },
      onlyOther: { total: 2, ids: ["A1", "A4"] },
    });
    expect(summary.statement.nl).toContain("Bewezen optimaal");
    expect(summary.groups).toContainEqual({
      tag: "region",
      value: "Groningen",
      applications: 2,
      requested: 110_000,
      funded: 1,
      awarded: 50_000,
      fundedOther: 1,
      awardedOther: 60_000,
    });

    const { body: page } = await server.get(`/rounds/${round.id}/applications?sort=id&pageSize=2&page=2`);
    expect(page).toMatchObject({ page: 2, pageSize: 2, total: 4 });
    expect(page.items.map((row: { id: string; funded: boolean }) => [row.id, row.funded])).toEqual([
      ["A3", true],
      ["A4", false],
    ]);
    const { body: unfunded } = await server.get(
      `/rounds/${round.id}/applications?outcome=unfunded&tag=region:Groningen&tag=region:Drenthe&search=eerste`,
    );
    expect(unfunded.items.map((row: { id: string }) => row.id)).toEqual(["A1"]);
    const { body: one } = await server.get(`/rounds/${round.id}/applications/A1`);
    expect(one).toMatchObject({ id: "A1", funded: false, fundedOther: true });
    expect(one.needed.atMost).toBeGreaterThanOrEqual(one.needed.atLeast);
    expect(one.explanation.nl).toContain("A1");
    expect(one.explanation.en).toContain("not awarded");

    const csv = await server.get(`/rounds/${round.id}/applications.csv`);
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(csv.text.replace("\ufeff", "").split("\r\n").slice(0, 2)).toEqual([
      "id,title,score,received,amount:2027,tag:region,funded,awarded,option,part,fundedOther,neededAtLeast,neededAtMost",
      `A1,Eerste,60,,600.00,Groningen,false,0.00,,,true,${one.needed.atLeast},${one.needed.atMost ?? ""}`,
    ]);
  });

  it("publishes the bytes that the engine gives, and they verify", async () => {
    const text = smallRound({
      constraints: [{ kind: "share", tag: "region", value: "Drenthe", min: 0.3, of: "awarded" }],
    });
    const round = await server.register({ format: "json", text });
    await server.decide(round.id);
    const published = await server.get(`/rounds/${round.id}/decision`);
    const own = await decide(parseRound(JSON.parse(text)), { rule: "optimal" });
    expect(published.text).toBe(canonicalText(own));
    expect(published.headers.etag).toBe(`"${own.hash}"`);
    const checked = verifyDecision(parseExact(published.text));
    expect(checked).toMatchObject({ valid: true, level: own.proof.level });
    expect((await server.get(`/rounds/${round.id}`)).body).toMatchObject({
      state: "decided",
      decisionHash: own.hash,
    });

    const again = await server.get(`/rounds/${round.id}/decision`, { "if-none-match": `"${own.hash}"` });
    expect([again.status, again.text]).toEqual([304, ""]);
    const document = await server.get(`/rounds/${round.id}/document`);
    expect(hashOf(document.body)).toBe(round.roundHash);

    const { body: exported, text: ledger } = await server.get("/ledger/export");
    expect(await verifyLedger(parseExact(ledger), { decision: published.body })).toMatchObject({
      valid: true,
    });
    expect(exported.entries.at(-1)).toMatchObject({
      kind: "decision.published",
      subject: round.id,
      body: {
        hash: own.hash,
        roundHash: round.roundHash,
        rule: "optimal",
        level: own.proof.level,
        trial: true,
      },
    });
    const { body: entries } = await server.get(`/ledger?subject=${round.id}`);
    expect(entries.items.map((entry: { kind: string }) => entry.kind)).toEqual([
      "decision.published",
      "round.opened",
    ]);
    const { applications: _, ...terms } = document.body;
    expect(entries.items[1].body).toMatchObject({ roundHash: round.roundHash, termsHash: hashOf(terms) });
    const { body: keys } = await server.send({ method: "GET", url: "/.well-known/jwks.json" });
    expect(keys.keys).toEqual([{ ...exported.entries[0].body.key, use: "sig", alg: "EdDSA" }]);
    expect(keys.keys[0]).not.toHaveProperty("d");
  });

  it("registers the same round once, whatever the order of its applications", async () => {
    const one = smallRound({ round: "twice" });
    const parsed = JSON.parse(one);
    const other = JSON.stringify({ ...parsed, applications: parsed.applications.toReversed() });
    const first = await server.post("/rounds", { format: "json", text: one });
    const second = await server.post("/rounds", { format: "json", text: other });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    const ranked = await server.post("/rounds", { format: "json", text: one, rule: "ranking" });
    expect(ranked.status).toBe(201);
    expect(ranked.body.id).not.toBe(first.body.id);
  });

  it("decides a round once: one job at a time, and none on a decided round", async () => {
    const round = await server.register({
      format: "json",
      text: smallRound({ round: "once" }),
      rule: "ranking",
    });
    const asked = await Promise.all([1, 2, 3].map(() => server.post(`/rounds/${round.id}/jobs`, {})));
    const ids = new Set(asked.filter(({ status }) => status === 202).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    await server.ended([...ids][0]);
    expectProblem(await server.post(`/rounds/${round.id}/jobs`, {}), 409);
    const { body } = await server.get(`/ledger?subject=${round.id}`);
    expect(body.items.filter((entry: { kind: string }) => entry.kind === "decision.published")).toHaveLength(
      1,
    );
  });

  it("publishes that a round cannot be decided, with the limits that conflict in words", async () => {
    const text = smallRound({
      round: "conflict",
      constraints: [{ kind: "amount", tag: "region", value: "Groningen", min: 110_000 }],
    });
    const round = await server.register({ format: "json", text });
    await server.decide(round.id);
    const { body } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(body.outcome).toMatchObject({ status: "infeasible", objective: null, funded: 0 });
    expect(body.outcome.conflict.map(({ row }: { row: string }) => row)).toContain("limit/0/min");
    expect(body.statement.nl).toContain("geen enkele keuze");
    const { body: one } = await server.get(`/rounds/${round.id}/applications/A1`);
    expect(one).toMatchObject({ funded: false, needed: null });
    expect(one.explanation.nl).toContain("Geen enkele keuze");
    expect(verifyDecision((await server.get(`/rounds/${round.id}/decision`)).body)).toMatchObject({
      valid: true,
    });
  });

  it("cancels a job and leaves the round open", async () => {
    const made = await server.post("/example-rounds", {
      fundId: "research",
      applications: 3_000,
      seed: 7,
      difficulty: "tight",
    });
    expect(made.status).toBe(201);
    const asked = await server.post(`/rounds/${made.body.id}/jobs`, { timeLimitSeconds: 300 });
    const cancelled = await server.send({ method: "DELETE", url: `/api/v1/jobs/${asked.body.id}` });
    expect(cancelled.status).toBe(202);
    expect(await server.ended(asked.body.id)).toMatchObject({ state: "cancelled", failure: null });
    expect((await server.get(`/rounds/${made.body.id}`)).body.state).toBe("open");
    expectProblem(await server.get(`/rounds/${made.body.id}/decision`), 404);
    const { body: again } = await server.send({ method: "DELETE", url: `/api/v1/jobs/${asked.body.id}` });
    expect(again.state).toBe("cancelled");
  });

  it("keeps everything over a restart", async () => {
    const before = await Promise.all(["/rounds", "/ledger", "/funds"].map((path) => server.get(path)));
    await server.close();
    await server.store.close();
    server = await startServer(await database.open());
    const after = await Promise.all(["/rounds", "/ledger", "/funds"].map((path) => server.get(path)));
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
  });
});
