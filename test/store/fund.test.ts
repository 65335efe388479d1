import { canonicalText, commitmentOf, drawn, hashRound } from "@voorsprong/allocation";
import {
  type ApplicationQuery,
  allApplications,
  decideJobKind,
  fundTotals,
  getApplication,
  getDecision,
  getDecisionDocument,
  getRound,
  getRoundDocument,
  keptDraw,
  listApplications,
  listRounds,
  publishDecision,
  registerRound,
} from "@voorsprong/instruments/fund/store";
import type { Store } from "@voorsprong/store";
import { parseExact, verifyLedger } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDecision, sampleRound } from "./children/sample.mjs";
import { databaseKinds, type TestDatabase } from "./databases.js";

describe.each(databaseKinds)("the fund's store on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  const round = sampleRound("first", 300);
  const decision = sampleDecision(round);

  beforeAll(async () => {
    database = await create();
    store = await database.open();
    await store.jobs.start();
    await registerRound(store, round);
  });
  afterAll(() => database.drop());

  const list = (query: Partial<ApplicationQuery>, roundId = "first") =>
    listApplications(store.database, roundId, { page: 1, pageSize: 500, ...query });
  const ids = async (query: Partial<ApplicationQuery>) => (await list(query)).items.map(({ id }) => id);
  const numberOf = (id: string) => Number(id.slice(1));

  it("keeps the round byte for byte, and its terms", async () => {
    expect(await getRoundDocument(store.database, "first")).toBe(round.document);
    expect(await getRound(store.database, "first")).toMatchObject({
      id: "first",
      title: "Voorbeeldronde first",
      fundId: "research",
      state: "open",
      applications: 300,
      requested: 300 * 1_500 + (300 * 299) / 2,
      budget: 700_000,
      roundHash: round.roundHash,
      jobId: null,
      decisionHash: null,
      budgets: round.round.budgets,
      constraints: round.round.constraints,
      tieBreak: { seed: "an example seed" },
      drawEntry: null,
      misfit: "skip",
      scoreScale: 1,
    });
    expect((await getRound(store.database, "first"))?.tags.size).toEqual([
      { value: "large", applications: 150, requested: 150 * 1_500 + 150 * 150 },
      { value: "small", applications: 150, requested: 150 * 1_500 + 150 * 149 },
    ]);
    expect(await getRound(store.database, "absent")).toBeNull();
    expect(await getRoundDocument(store.database, "absent")).toBeNull();
  });

  it("registers the same round once, and another round with its name under another id", async () => {
    const entries = (await store.ledger.head()).seq;
    const again = await Promise.all([
      registerRound(store, round),
      registerRound(store, { ...round, id: "x" }),
    ]);
    expect(again).toEqual(Array(2).fill({ id: "first", created: false }));
    expect((await store.ledger.head()).seq).toBe(entries);
    const others = await Promise.all([
      registerRound(store, { ...round, rule: "ranking" }),
      registerRound(store, { ...round, trial: true }),
      registerRound(store, { ...round, fundId: null }),
      registerRound(store, { ...round, fundId: null }),
    ]);
    expect(others.map(({ id }) => id).sort()).toEqual(["first-2", "first-3", "first-4", "first-4"]);
    expect(others.filter(({ created }) => created)).toHaveLength(3);
  });

  it("lists rounds newest first, by fund and by page", async () => {
    const all = await listRounds(store.database, { page: 1, pageSize: 2 });
    expect(all).toMatchObject({ page: 1, pageSize: 2, total: 4 });
    const later = await listRounds(store.database, { page: 2, pageSize: 2 });
    const times = [...all.items, ...later.items].map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    const ofFund = await listRounds(store.database, { page: 1, pageSize: 10, fundId: "research" });
    expect(ofFund.total).toBe(3);
    expect(ofFund.items.every(({ fundId }) => fundId === "research")).toBe(true);
  });

  it.each([
    ["-score", (a: number, b: number) => score(b) - score(a) || a - b],
    ["score", (a: number, b: number) => score(a) - score(b) || b - a],
    ["-requested", (a: number, b: number) => b - a],
    ["requested", (a: number, b: number) => a - b],
    ["id", (a: number, b: number) => a - b],
    ["-id", (a: number, b: number) => b - a],
  ] as const)("orders applications by %s", async (sort, compare) => {
    const found = (await ids({ sort })).map(numberOf);
    expect(found).toEqual(Array.from({ length: 300 }, (_, n) => n).sort(compare));
  });

  it("pages through all applications without gaps or doubles", async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listApplications(store.database, "first", { page, pageSize: 90 })),
    );
    expect(pages.map(({ items }) => items.length)).toEqual([90, 90, 90, 30]);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(await ids({}));
  });

  it("finds by part of an id or title, whatever the case and accents", async () => {
    expect(await ids({ search: " a00029 " })).toEqual(["A00029"]);
    expect(await ids({ search: "VÓORBEELDAANVRAAG 29", sort: "id" })).toEqual([
      "A00029",
      ...Array.from({ length: 10 }, (_, n) => `A0029${n}`),
    ]);
    expect(await ids({ search: "100%" })).toEqual([]);
    expect(await ids({ search: "_" })).toEqual([]);
  });

  it("filters by tags: one of the values of each tag", async () => {
    const found = (await ids({ tags: { region: ["Fryslân", "Drenthe"], size: ["large"] }, sort: "id" })).map(
      numberOf,
    );
    expect(found).toEqual(Array.from({ length: 300 }, (_, n) => n).filter((n) => n % 3 < 2 && n % 2 === 1));
    expect(await ids({ tags: { region: ["'; DROP TABLE rounds --"] } })).toEqual([]);
    expect(await ids({ tags: { absent: ["x"] } })).toEqual([]);
  });

  it("has no outcome before a decision", async () => {
    expect((await list({ pageSize: 1 })).items[0]).toMatchObject({
      funded: null,
      awarded: null,
      fundedOther: null,
      needed: null,
    });
    expect((await list({ outcome: "funded" })).total + (await list({ outcome: "unfunded" })).total).toBe(0);
  });

  it("refuses a decision on another round or under another rule", async () => {
    const other = sampleDecision({ ...sampleRound("elsewhere", 3), id: "first" });
    await expect(publishDecision(store, other)).rejects.toThrow(other.decision.roundHash);
    const ranked = sampleDecision({ ...round, rule: "ranking" });
    await expect(publishDecision(store, ranked)).rejects.toThrow("registered as");
    await expect(publishDecision(store, { ...decision, roundId: "absent" })).rejects.toThrow(
      "no round absent",
    );
    expect(await getDecision(store.database, "first")).toBeNull();
  });

  it("keeps one draw per round, and refuses a decision after another", async () => {
    const base = sampleRound("drawn", 5);
    const register = (secret: string) => {
      const draw = { commitment: commitmentOf(secret) };
      const drawing = { ...base.round, tieBreak: { seed: "", draw } };
      return registerRound(store, {
        ...base,
        rule: "lottery",
        trial: true,
        round: drawing,
        document: canonicalText(drawing),
        roundHash: hashRound(drawing),
        draw: { secret, sourceHash: base.roundHash },
      });
    };
    // Two requests at once with a secret each: the first one to be written stays.
    const both = await Promise.all([register("one"), register("other")]);
    expect(both.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ id }) => id))).toEqual(new Set(["drawn"]));
    const { secret, entry } = (await keptDraw(store.database, "drawn"))!;
    const before = (await getRound(store.database, "drawn"))!;
    expect(before).toMatchObject({
      drawEntry: entry,
      tieBreak: { seed: "", draw: { commitment: commitmentOf(secret) } },
    });
    expect(JSON.stringify(before)).not.toContain(`"${secret}"`);

    const registered = JSON.parse((await getRoundDocument(store.database, "drawn"))!);
    const decisionAfter = (another: string) => {
      const after = drawn(registered, secret, another);
      const decided = sampleDecision({ ...base, round: after, roundHash: hashRound(after), rule: "lottery" });
      return { ...decided, registeredHash: before.roundHash };
    };
    await expect(publishDecision(store, decisionAfter(`sha256:${"1".repeat(64)}`))).rejects.toThrow(
      "not made after the draw",
    );
    await expect(
      publishDecision(store, { ...decisionAfter(entry), registeredHash: base.roundHash }),
    ).rejects.toThrow("registered as");
    expect(await getDecision(store.database, "drawn")).toBeNull();
    expect(await publishDecision(store, decisionAfter(entry))).toMatchObject({ published: true });
    expect((await getRound(store.database, "drawn"))!.tieBreak).toEqual(
      drawn(registered, secret, entry).tieBreak,
    );
  });

  it("shows the job that decides", async () => {
    const job = await store.jobs.enqueue({ kind: decideJobKind, subject: "first", payload: {} });
    expect(await getRound(store.database, "first")).toMatchObject({ state: "deciding", jobId: job.id });
    await store.jobs.cancel(job.id);
    expect(await getRound(store.database, "first")).toMatchObject({ state: "open", jobId: job.id });
  });

  it("writes nothing of a decision whose job may not finish", async () => {
    const before = (await store.ledger.head()).seq;
    const finish = () => Promise.reject(new Error("the job was lost"));
    await expect(publishDecision(store, { ...decision, finish })).rejects.toThrow("the job was lost");
    expect(await getDecision(store.database, "first")).toBeNull();
    expect((await store.ledger.head()).seq).toBe(before);
    expect((await list({ outcome: "funded" })).total).toBe(0);
  });

  it("publishes a decision once, however often and at once it is asked to", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => publishDecision(store, decision)));
    expect(results.filter(({ published }) => published)).toHaveLength(1);
    expect(new Set(results.map(({ record }) => record.ledgerSeq)).size).toBe(1);
    expect(await getDecision(store.database, "first")).toEqual(results[0]!.record);
    expect(await getDecisionDocument(store.database, "first")).toBe(decision.document);
    expect(await getRound(store.database, "first")).toMatchObject({
      state: "decided",
      decisionHash: decision.decision.hash,
    });
    const published = await store.ledger.page({ page: 1, pageSize: 10, subject: "first" });
    expect(published.items.map(({ kind }) => kind)).toEqual(["decision.published", "round.opened"]);
    expect(published.items[0]).toMatchObject({
      seq: results[0]!.record.ledgerSeq,
      at: results[0]!.record.at,
    });
  });

  it("stands in the ledger as the independent verifier reads it", async () => {
    const exported = parseExact(JSON.stringify(await store.ledger.export()));
    const verdict = await verifyLedger(exported, { decision: parseExact(decision.document) });
    expect(verdict).toMatchObject({ valid: true, signed: true });
  });

  it("shows per application what was awarded, and what the other rule would have", async () => {
    const funded = await list({ outcome: "funded", sort: "id" });
    expect(funded.total).toBe(100);
    expect(funded.items[1]).toMatchObject({
      id: "A00003",
      funded: true,
      awarded: 1_503,
      option: null,
      fundedOther: false,
      needed: null,
    });
    expect((await list({ outcome: "unfunded" })).total).toBe(200);
    const changed = (await ids({ outcome: "changed", sort: "id" })).map(numberOf);
    expect(changed).toEqual(
      Array.from({ length: 300 }, (_, n) => n).filter((n) => (n % 3 === 0) !== (n % 2 === 0)),
    );
    expect(await getApplication(store.database, "first", "A00001")).toMatchObject({
      id: "A00001",
      title: "Voorbeeldaanvraag 1",
      score: 37,
      requested: 1_501,
      amounts: { 2027: 1_001, 2028: 500 },
      tags: { region: ["Fryslân"], size: ["large"] },
      options: 0,
      funded: false,
      awarded: 0,
      needed: { atLeast: 2, atMost: 5 },
      explanation: { application: "A00001", needed: { atLeast: 2, atMost: 5 } },
    });
    expect(await getApplication(store.database, "first", "absent")).toBeNull();
  });

  it("gives all applications in batches, in canonical order", async () => {
    const batches: string[][] = [];
    for await (const batch of allApplications(store.database, "first", 120))
      batches.push(batch.map(({ id }) => id));
    expect(batches.map((batch) => batch.length)).toEqual([120, 120, 60]);
    expect(batches.flat()).toEqual(await ids({ sort: "id" }));
    for await (const _ of allApplications(store.database, "absent")) expect.unreachable();
  });

  it("adds up a fund's rounds without trials, the newest of each call, examples apart", async () => {
    const real = sampleRound("real", 10);
    await registerRound(store, { ...real, example: false });
    expect(await fundTotals(store.database, "research")).toEqual([
      { example: false, rounds: 1, committed: 700_000, decisions: 0, decided: 0, lastDecision: null },
      {
        example: true,
        // The call was registered again above: its budget is committed once.
        rounds: 1,
        committed: 700_000,
        decisions: 1,
        decided: 100 * 1_500 + (3 * 100 * 99) / 2,
        lastDecision: {
          roundId: "first",
          title: "Voorbeeldronde first",
          at: (await getDecision(store.database, "first"))!.at,
          level: "C",
          hash: decision.decision.hash,
          example: true,
        },
      },
    ]);
    expect(await fundTotals(store.database, "absent")).toEqual([]);
  });

  it("keeps options: score of the best, amounts of the largest", async () => {
    const { applications: _, ...terms } = round.round;
    const options = [
      { id: "small", score: 9, amounts: { 2027: 5 } },
      { id: "wide", score: 4, amounts: { 2027: 5, 2028: 6 } },
    ];
    const application = { id: "O1", options, tags: {} };
    await registerRound(store, {
      ...round,
      id: "options",
      roundHash: "sha256:o",
      round: { ...terms, applications: [application] },
    });
    expect((await list({}, "options")).items).toMatchObject([
      { id: "O1", title: null, score: 9, requested: 11, amounts: { 2027: 5, 2028: 6 }, options: 2 },
    ]);
  });

  it("refuses a round with texts or sums it could not keep exactly, whole", async () => {
    const { applications, ...terms } = round.round;
    const broken = (change: object) =>
      registerRound(store, {
        ...round,
        id: "broken",
        roundHash: "sha256:b",
        round: { ...terms, applications, ...change },
      });
    const spoilt = { ...applications[299]!, title: "nul \0" };
    await expect(broken({ applications: [...applications.slice(0, 299), spoilt] })).rejects.toThrow(
      "application A00299",
    );
    await expect(broken({ tieBreak: { seed: "\udc00" } })).rejects.toThrow("terms of the round");
    const most = Number.MAX_SAFE_INTEGER;
    await expect(
      broken({
        budgets: [
          { id: "a", amount: most },
          { id: "b", amount: most },
        ],
      }),
    ).rejects.toThrow("18014398509481982");
    expect(await getRound(store.database, "broken")).toBeNull();
    expect((await list({}, "broken")).total).toBe(0);
  });

  it.each(["rounds", "applications", "decisions", "awards"])("never changes or loses %s", async (table) => {
    const column = table === "rounds" ? "id" : "round_id";
    for (const sql of [
      `UPDATE ${table} SET ${column} = 'x'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(store.database.query(sql)).rejects.toMatchObject({ code: "23000" });
    }
  });
});

/** The sample's score of application number `n`. */
function score(n: number): number {
  return (n * 37) % 101;
}
