/** Calls: a draft is made, opened and amended; what the law and other calls ask is kept. */
import { hashOf } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const DAY = 86_400_000;

describe.each(databaseKinds)("calls on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let manager: Person;
  let now = new Date("2026-12-01T12:00:00.000Z");
  const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString().replace(".000Z", "Z");

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open({ now: () => now }));
    manager = await server.as("fund-manager", { fund: "research" });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** A new draft. */
  async function draft(id: string, more: Record<string, unknown> = {}) {
    const answer = await manager.post("/calls", {
      id,
      fundId: "research",
      from: { template: "tender" },
      trial: true,
      ...more,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body as { id: string; revision: number; definition: CallDefinition };
  }
  /** A draft that was opened. */
  async function opened(id: string) {
    const { revision } = await draft(id);
    const answer = await manager.post(`/calls/${id}/opening`, { revision });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }

  it("begins a draft that only those who make or oversee calls of the fund can see", async () => {
    const { definition } = await draft("draft-1");
    expect(definition).toMatchObject({ format: "voorsprong-call/1", id: "draft-1", fund: "research" });
    for (const who of [manager, await server.as("auditor"), await server.as("programme-director")]) {
      expect((await who.get("/calls/draft-1")).body).toMatchObject({ state: "draft", applications: 0 });
      expect(await listed(who)).toContain("draft-1");
    }
    const unknown = expectProblem(await server.get("/calls/draft-1"), 404);
    expect(unknown.detail).toBe(
      expectProblem(await server.get("/calls/draft-x"), 404).detail.replace("draft-x", "draft-1"),
    );
    for (const who of [
      server,
      await server.as("applicant"),
      await server.as("fund-manager", { fund: "challenges" }),
    ]) {
      expectProblem(await who.get("/calls/draft-1"), 404);
      expectProblem(await who.get("/calls/draft-1/versions"), 404);
      expect(await listed(who)).not.toContain("draft-1");
    }
  });

  async function listed(who: Pick<Person, "get">): Promise<string[]> {
    return (await who.get("/calls?fundId=research")).body.items.map(({ id }: { id: string }) => id);
  }

  it("lets only a manager of the fund make, change, check, open and amend", async () => {
    const { revision, definition } = await draft("draft-2");
    const changes = [
      (who: Pick<Person, "post">) =>
        who.post("/calls", { id: "other", fundId: "research", from: { template: "lottery" } }),
      (who: Pick<Person, "put">) => who.put("/calls/draft-2", { definition, revision }),
      (who: Pick<Person, "delete">) => who.delete("/calls/draft-2"),
      (who: Pick<Person, "post">) => who.post("/calls/draft-2/opening", { revision }),
      (who: Pick<Person, "post">) =>
        who.post("/calls/draft-2/amendments", { definition, version: 1, reason: { nl: "r", en: "r" } }),
    ];
    for (const change of changes) {
      expectProblem(await change(server as never), 401);
      for (const who of [
        await server.as("auditor"),
        await server.as("decider"),
        await server.as("applicant"),
        await server.as("fund-manager", { fund: "challenges" }),
      ])
        expectProblem(await change(who as never), 403);
    }
    expectProblem(await (await server.as("applicant")).post("/calls/draft-2/check", {}), 404);
    expect((await (await server.as("auditor")).post("/calls/draft-2/check", {})).body).toEqual({
      errors: [],
      differences: [],
    });
  });

  it("refuses a definition with a text that cannot be kept, when it is checked and when it is saved", async () => {
    const { definition, revision } = await draft("draft-hidden");
    for (const nl of ["a\0b", "half \ud800"]) {
      const sent = { definition: { ...definition, title: { nl, en: "Trial" } }, revision };
      for (const answer of [
        await manager.put("/calls/draft-hidden", sent),
        await manager.post("/calls/draft-hidden/check", { definition: sent.definition }),
      ])
        expect(expectProblem(answer, 422).errors).toMatchObject([
          { in: "body", location: { pointer: "/definition/title/nl" }, code: "unstorable_text" },
        ]);
    }
    expect((await manager.get("/calls/draft-hidden")).body).toMatchObject({ revision });
  });

  it("keeps a draft with errors, tells them all, and refuses to open it", async () => {
    const { definition, revision } = await draft("draft-3");
    const wrong = {
      ...definition,
      title: { nl: "Proef", en: "Trial" },
      budgets: [{ id: "1999", amount: 1 }],
      eligibility: [{ ...definition.eligibility[0], expression: "project.strt > '2027'" }],
    };
    const kept = await manager.put("/calls/draft-3", { definition: wrong, revision });
    expect(kept.body).toMatchObject({ title: { nl: "Proef" }, revision: revision + 1, state: "draft" });
    const check = await manager.post("/calls/draft-3/check", {});
    expect(check.body.errors).toMatchObject([
      { pointer: "/eligibility/0/expression", code: "expression:no_such_key", range: { start: 8, end: 12 } },
    ]);
    const refused = expectProblem(
      await manager.post("/calls/draft-3/opening", { revision: revision + 1 }),
      422,
    );
    expect(refused.errors).toMatchObject([{ location: { pointer: "/definition/eligibility/0/expression" } }]);
    const mended = { ...wrong, eligibility: [] };
    const again = await manager.post("/calls/draft-3/check", { definition: mended });
    expect(again.body.errors).toMatchObject([{ pointer: "/budgets/0/id", code: "budget" }]);
  });

  it("does not let two editors undo each other's work", async () => {
    const { definition, revision } = await draft("draft-4");
    expect((await manager.put("/calls/draft-4", { definition, revision })).status).toBe(200);
    const late = expectProblem(await manager.put("/calls/draft-4", { definition, revision }), 409);
    expect(late.detail).toContain(`yours is ${revision}`);
    expectProblem(await manager.post("/calls/draft-4/opening", { revision }), 409);
    expect((await manager.delete("/calls/draft-4")).status).toBe(204);
    expectProblem(await manager.get("/calls/draft-4"), 404);
  });

  it("refuses an id that is taken, also by a call that the programme announces in another fund", async () => {
    await draft("taken");
    const body = { fundId: "research", from: { template: "tender" }, trial: true };
    expectProblem(await manager.post("/calls", { ...body, id: "taken" }), 409);
    expectProblem(await manager.post("/calls", { ...body, id: "challenges-2027" }), 409);
    expectProblem(await manager.post("/calls", { ...body, id: "Not an id" }), 400);
  });

  it("freezes a call at opening: its text, its hash and the ledger say the same", async () => {
    const call = await opened("open-1");
    expect(call).toMatchObject({ state: "open", version: 1, example: true });
    const document = await server.get("/calls/open-1/versions/1");
    expect(hashOf(JSON.parse(document.text))).toBe(call.hash);
    expect(document.headers.etag).toBe(`"${call.hash}"`);
    const ledger = (await server.get("/ledger?subject=open-1")).body.items;
    expect(ledger).toMatchObject([
      {
        kind: "call.opened",
        body: { call: "open-1", fund: "research", version: 1, hash: call.hash, example: true },
      },
    ]);
    expect((await server.get("/calls/open-1")).body).toMatchObject({ state: "open", applications: null });
    expect((await server.get("/calls?state=open")).body.items).toMatchObject([{ id: "open-1" }]);
    expectProblem(await manager.post("/calls/open-1/opening", { revision: call.revision }), 409);
    expectProblem(
      await manager.put("/calls/open-1", { definition: call.definition, revision: call.revision }),
      409,
    );
    expectProblem(await manager.delete("/calls/open-1"), 409);
  });

  it("a call that counts is published before its period, and takes no budget of another call", async () => {
    const { definition, revision } = await draft("counts", { trial: false });
    const late = {
      ...definition,
      opens: inDays(-1),
      closes: inDays(20),
      budgets: [{ id: "2027", amount: 100 }],
    };
    const check = async (changed: unknown) =>
      (await manager.post("/calls/counts/check", { definition: changed })).body.errors.map(
        ({ pointer, code }: { pointer: string; code: string }) => [pointer, code],
      );
    expect(await check(late)).toEqual([
      ["/budgets/0/id", "budget-used"],
      ["/opens", "publication"],
    ]);
    expect(await check({ ...definition, opens: inDays(1), closes: inDays(400) })).toContainEqual([
      "/opens",
      "overlap",
    ]);
    expect(
      await check({ ...definition, budgets: [{ id: "2027", amount: 900_000_000_000_00 }] }),
    ).toContainEqual(["/budgets/0/amount", "ceiling"]);
    expectProblem(await manager.post("/calls/counts/opening", { revision }), 422);
  });

  it("a call that the programme announces is made and opened under its own name, budgets and period", async () => {
    const { definition, revision } = await draft("research-2029", { trial: false });
    const announced = {
      ...definition,
      opens: "2029-01-15T09:00:00+01:00",
      closes: "2029-03-15T17:00:00+01:00",
      budgets: [
        { id: "2029", amount: 13_000_000_000 },
        { id: "2030", amount: 13_000_000_000 },
      ],
    };
    const kept = await manager.put("/calls/research-2029", { definition: announced, revision });
    expect(kept.body).toMatchObject({ opens: "2029-01-15T08:00:00.000Z", budgetCents: 26_000_000_000 });
    const answer = await manager.post("/calls/research-2029/opening", { revision: kept.body.revision });
    expect(answer.body, answer.text).toMatchObject({ state: "coming", example: false });
  });

  it("an amendment shows the difference, says why, and older versions stay readable", async () => {
    const { definition, hash } = await opened("amend-1");
    const longer = { ...definition, closes: inDays(90) };
    const check = (await manager.post("/calls/amend-1/check", { definition: longer })).body;
    expect(check.errors).toEqual([]);
    expect(check.differences).toMatchObject([{ path: "closes", part: "period", kind: "changed" }]);
    const reason = { nl: "Meer tijd gevraagd.", en: "More time was asked for." };
    const amended = await manager.post("/calls/amend-1/amendments", {
      definition: longer,
      reason,
      version: 1,
    });
    expect(amended.body, amended.text).toMatchObject({ version: 2, state: "open" });
    const { items } = (await server.get("/calls/amend-1/versions")).body;
    expect(items).toMatchObject([
      { version: 1, hash, reason: null, differences: [] },
      { version: 2, reason, differences: [{ path: "closes" }] },
    ]);
    expect(JSON.parse((await server.get("/calls/amend-1/versions/1")).text)).toEqual(definition);
    expect((await server.get("/ledger?subject=amend-1")).body.items[0]).toMatchObject({
      kind: "call.amended",
      body: { version: 2, previous: hash, hash: amended.body.hash },
    });
    expectProblem(await manager.post("/calls/amend-1/amendments", { definition, reason, version: 1 }), 409);
    const empty = { nl: "", en: "" };
    expectProblem(
      await manager.post("/calls/amend-1/amendments", { definition, reason: empty, version: 2 }),
      422,
    );
  });

  it("after the first submission rule, criteria and conditions stand, and no budget goes down", async () => {
    const { definition } = (await opened("amend-2")) as { definition: CallDefinition };
    const lowered = {
      ...definition,
      budgets: definition.budgets.map((each) => ({ ...each, amount: each.amount - 1 })),
    };
    const changes: [string, CallDefinition][] = [
      ["frozen", { ...definition, misfit: "stop" }],
      ["frozen", { ...definition, criteria: definition.criteria.map((each) => ({ ...each, threshold: 1 })) }],
      ["frozen", { ...definition, review: { ...definition.review, reviewers: 3 } }],
      [
        "stricter",
        {
          ...definition,
          eligibility: [...definition.eligibility, { ...definition.eligibility[0]!, id: "more" }],
        },
      ],
      ["lowered", lowered],
    ];
    const codes = async (changed: CallDefinition) =>
      (await manager.post("/calls/amend-2/check", { definition: changed })).body.errors.map(
        ({ code }: { code: string }) => code,
      );
    for (const [, changed] of changes) expect(await codes(changed)).toEqual([]);
    await submitOne("amend-2");
    for (const [code, changed] of changes) {
      expect(new Set(await codes(changed))).toEqual(new Set([code]));
      const reason = { nl: "r", en: "r" };
      expectProblem(
        await manager.post("/calls/amend-2/amendments", { definition: changed, reason, version: 1 }),
        422,
      );
    }
    expect(await codes({ ...definition, eligibility: [] })).toEqual([]);
    expect(await codes({ ...definition, closes: inDays(1) })).toEqual(["shortened"]);
    expect(await codes({ ...definition, opens: inDays(2) })).toContain("opened");
    expect((await manager.get("/calls/amend-2")).body.applications).toBe(1);
  });

  /** One submitted application, put there by hand: how one is submitted is another test's subject. */
  async function submitOne(callId: string): Promise<void> {
    const applicant = await server.as("applicant");
    await server.store.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title,
           received_at, search, created_by, created_at, changed_at)
         VALUES ('A0123456789AB', $1, 'research', $2, 'submitted', 1, 1, '{}', 'Voorbeeld', now(), '', $3, now(), now())`,
        [callId, applicant.organisationId, applicant.personId],
      );
    });
  }

  it("copies an earlier call with a fresh period, and closes when its period ends", async () => {
    const { definition } = await draft("copy-1", { from: { call: "amend-2" } });
    expect(definition).toMatchObject({ id: "copy-1", opens: inDays(0) });
    expectProblem(
      await manager.post("/calls", { id: "copy-2", fundId: "research", from: { call: "draft-1" } }),
      404,
    );
    expect((await server.get("/calls/open-1")).body.state).toBe("open");
    const before = now;
    now = new Date(now.getTime() + 61 * DAY);
    expect((await server.get("/calls/open-1")).body.state).toBe("closed");
    now = before;
  });

  it("publishes what the programme works out, once, and leaves what is only announced", async () => {
    const first = await server.instruments.publishCalls();
    expect(first).toEqual({ published: ["challenges-2027", "research-2027"], changed: [], late: [] });
    expect(await server.instruments.publishCalls()).toEqual({ published: [], changed: [], late: [] });
    const call = (await server.get("/calls/research-2027")).body;
    expect(call).toMatchObject({
      state: "coming",
      origin: "programme",
      version: 1,
      budgetCents: 24_000_000_000,
    });
    expect(call.definition).toMatchObject({ opens: "2027-01-18T09:00:00+01:00", rule: "optimal" });
    expect((await manager.post("/calls/research-2027/check", {})).body.errors).toEqual([]);
    expectProblem(await server.get("/calls/challenges-2029"), 404);
  });

  it("offers a published call that is open, unless what is known of the organisation refuses it", async () => {
    await server.instruments.publishCalls();
    const before = now;
    now = new Date("2027-02-01T12:00:00.000Z");
    const offers = async (query: string) =>
      (await server.get(`/opportunities?${query}`)).body.items.map(({ path }: { path: string }) => path);
    expect(await offers("theme=sme-innovation&size=small")).toEqual(["/calls/research-2027"]);
    expect(await offers("theme=sme-innovation&size=large")).toEqual([]);
    expect(await offers("theme=sme-innovation")).toEqual(["/calls/research-2027"]);
    now = before;
  });
});
