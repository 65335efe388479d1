/** A round that counts is registered by one person and decided by another. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, expectProblem, startServer, type TestDatabase, type TestServer } from "./harness.js";

describe.each(databaseKinds)("four eyes on $name", (kind) => {
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

  const counting = {
    fundId: "research",
    trial: false,
    rule: "optimal",
    format: "csv",
    text: "id;score;amount:2027;amount:2028;tag:theme;tag:region;tag:size\nA1;80;1000;;facilities;Groningen;micro",
  };

  it("lets neither the manager, nor a visitor, nor who holds both roles decide what they registered", async () => {
    const both = await server.as("fund-manager", { name: "both roles" });
    await server.access.grant({
      personId: both.personId,
      role: "decider",
      fundId: "research",
      grantedBy: null,
    });
    const sent = await both.post("/rounds", counting);
    expect(sent.status, sent.text).toBe(201);
    const path = `/rounds/${sent.body.id}/jobs`;
    const own = expectProblem(await both.post(path, {}), 403);
    expect(own.detail).toContain("You prepared this yourself");
    expectProblem(await (await server.as("fund-manager")).post(path, {}), 403);
    expectProblem(await server.post(path, {}), 401);
    expectProblem(await (await server.as("decider", { fund: "challenges" })).post(path, {}), 403);
    const decided = await (await server.as("decider", { fund: "research" })).post(path, {});
    expect(decided.status, decided.text).toBe(202);
    expect(await server.ended(decided.body.id)).toMatchObject({ state: "done" });
  });

  it("lets nobody but a manager of the fund register", async () => {
    expectProblem(await server.post("/rounds", counting), 401);
    for (const person of [
      await server.as("decider"),
      await server.as("auditor"),
      await server.as("applicant"),
      await server.as("fund-manager", { fund: "challenges" }),
    ])
      expectProblem(await person.post("/rounds", counting), 403);
  });
});
