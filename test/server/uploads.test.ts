/** What a user sends, in every format, and what is said when it cannot be used. */
import { generateRound } from "@voorsprong/allocation";
import type { InputError } from "@voorsprong/server/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  programme,
  smallRound,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const [kind] = databaseKinds;
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await kind!.create();
  server = await startServer(await database.open());
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Sends text that cannot be used and gives the errors. */
async function errorsOf(body: Record<string, unknown>): Promise<readonly InputError[]> {
  const manager = await server.as("fund-manager");
  return expectProblem(await manager.post("/rounds", body), 422).errors ?? [];
}

describe("formats", () => {
  const csv = [
    "id;title;score;amount:2027;amount:2028;tag:theme;tag:region;tag:size",
    "A1;Eerste;80;1000,50;;facilities;Groningen;micro",
    "A2;Tweede;70;2000;500;sme-innovation;Zeeland|Drenthe;small",
  ].join("\r\n");

  it("reads CSV with the budgets and limits of the fund's call", async () => {
    const round = await server.register({ fundId: "research", format: "csv", text: csv });
    const { body: fund } = await server.get("/funds/research");
    expect(round).toMatchObject({ fundId: "research", applications: 2, requested: 350_050, trial: true });
    expect(round.budgets.map(({ amount }) => amount)).toEqual([11_000_000_000, 13_000_000_000]);
    expect(round.limits).toEqual(fund.limits);
    expect(fund.rounds.map(({ id }: { id: string }) => id)).toContain(round.id);
    const { text } = await server.get(`/rounds/${round.id}/applications.csv`);
    const again = await server.post("/rounds", { fundId: "research", format: "csv", text });
    expect([again.status, again.body.id]).toEqual([200, round.id]);
  });

  it("refuses CSV without a fund, and names columns the call has no budget for", async () => {
    expectProblem(await server.post("/rounds", { format: "csv", text: csv }), 422);
    const text = csv.replace("amount:2028", "amount:2041");
    const errors = await errorsOf({ fundId: "research", format: "csv", text });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ location: { line: 1, column: 5 } });
    expect(errors[0]?.detail).toContain("amount:2027, amount:2028");
  });

  it("names an unknown budget at its field in the header, also when nobody asks of it", async () => {
    const text = csv.replace("amount:2028", "amount:2099").replace(";500;", ";;").replaceAll("id;", '"id";');
    expect(await errorsOf({ fundId: "research", format: "csv", text })).toMatchObject([
      { location: { line: 1, column: 5 } },
    ]);
  });

  it("refuses tags outside the fund's lists and applications without an amount, at row and column", async () => {
    const text = csv
      .replace("Eerste", '"Eer\r\nste"')
      .replace("1000,50", "")
      .replace("sme-innovation;Zeeland|Drenthe", "appliedd;Zeeland|Atlantis");
    const errors = await errorsOf({ fundId: "research", format: "csv", text });
    expect(errors.map(({ location }) => location)).toEqual([
      { line: 2, column: 4 },
      { line: 4, column: 7 },
      { line: 4, column: 6 },
    ]);
    expect(errors[1]?.detail).toContain('"Atlantis" is no region');
    const foo = csv.replace("tag:theme", "tag:foo");
    expect(await errorsOf({ fundId: "research", format: "csv", text: foo })).toMatchObject([
      { location: { line: 1, column: 6 } },
    ]);
  });

  it("refuses the same in JSON on a fund, at its place in what was sent", async () => {
    const applications = [
      { id: "Z", score: 1, amounts: { "2027": 1 }, tags: { "a/b": "x", region: ["Drenthe", "Atlantis"] } },
      { id: "A", score: 1, amounts: { "2027": 0 } },
    ];
    const errors = await errorsOf({ fundId: "research", format: "json", text: smallRound({ applications }) });
    expect(errors.map(({ location }) => location.pointer)).toEqual([
      "/applications/1",
      "/applications/0/tags/a~1b",
      "/applications/0/tags/region",
    ]);
  });

  it("gives every error in CSV at its row and column", async () => {
    const text = csv.replace("1000,50", "duizend").replace("70", "zeventig");
    expect(
      (await errorsOf({ fundId: "research", format: "csv", text })).map(({ location }) => location),
    ).toEqual([
      { line: 2, column: 4 },
      { line: 3, column: 3 },
    ]);
  });

  it("reads .pb, and gives its errors at row and column", async () => {
    const text = [
      "META",
      "key;value",
      "description;An example",
      "num_projects;2",
      "budget;1000.50",
      "PROJECTS",
      "project_id;cost;votes;name",
      "1;600;12;Speeltuin",
      "2;700;30;Boom",
    ].join("\n");
    const round = await server.register({ format: "pb", text });
    expect(round).toMatchObject({ applications: 2, budget: 100_050, requested: 130_000 });
    const errors = await errorsOf({ format: "pb", text: text.replace("2;700", "2;veel") });
    expect(errors.map(({ location }) => location.line)).toEqual([9]);
  });

  it("reads OR-Library knapsacks", async () => {
    const round = await server.register({ format: "mkp", text: "3 2 11\n5 6 7\n2 3 4\n3 1 2\n6 5\n" });
    expect(round).toMatchObject({ applications: 3 });
    expect((await errorsOf({ format: "mkp", text: "3 2 11 5" })).length).toBeGreaterThan(0);
  });

  it("gives errors in JSON at line and column, of syntax and of meaning", async () => {
    const syntax = await errorsOf({ format: "json", text: '{\n  "round": "x",\n  oops\n}' });
    expect(syntax[0]?.location).toMatchObject({ line: 3, column: 3 });
    const meaning = await errorsOf({
      format: "json",
      text: '{"round": "x",\n "budgets": [{"id": "b", "amount": -1}],\n "applications": [{"id": "a", "score": 1.5, "amounts": {}}]}',
    });
    expect(meaning.map(({ location }) => location.line)).toEqual([2, 3]);
  });

  it.each([
    ["U+0000 in a title", smallRound().replace("Eerste", "Ee\\u0000rste")],
    ["half a surrogate pair", smallRound().replace("Eerste", "\\ud800")],
    ["a name of 3,000 characters", smallRound().replace("A1", "A".repeat(3_000))],
    ["a title of 10,000 characters", smallRound().replace("Eerste", "E".repeat(10_000))],
    ["a name that objects reserve", smallRound().replace("A1", "__proto__")],
    ["a list a million deep", `{"round": ${"[".repeat(1_000_000)}`],
    ["sums that are not exact", smallRound().replace("60000", "9007199254740991")],
    ["a doubled id", smallRound().replace("A2", "A1")],
    ["nothing but spaces", "   "],
  ])("refuses %s, and goes on", async (_, text) => {
    expectProblem(await server.post("/rounds", { format: "json", text }), 422);
    expect((await server.get("/accord")).status).toBe(200);
  });

  it("refuses a round of more than 200,000 applications", async () => {
    const applications = Array.from({ length: 200_001 }, (_, index) => ({
      id: `A${index}`,
      score: 1,
      amounts: {},
    }));
    const problem = expectProblem(
      await server.post("/rounds", { format: "json", text: smallRound({ applications }) }),
      422,
    );
    expect(problem.detail).toContain("200000");
  });
});

describe("rounds that count", () => {
  const fund = programme.funds.find(({ id }) => id === "research")!;
  const announced = async () => {
    const { body } = await server.get("/funds/research");
    const base = generateRound({ n: 200, class: "simple", seed: "counts" });
    const amounts = ["2027", "2028"];
    return {
      round: "research-2027",
      budgets: [
        { id: "2027", amount: 11_000_000_000 },
        { id: "2028", amount: 13_000_000_000 },
      ],
      applications: base.applications.map(({ id, score }, index) => ({
        id,
        score,
        amounts: { [amounts[index % 2]!]: 200_000_000 },
        tags: {
          theme: fund.themes[index % fund.themes.length]!.id,
          region: fund.regions[index % fund.regions.length]!.id,
          size: fund.sizes[index % fund.sizes.length]!.id,
        },
      })),
      constraints: [
        ...body.limits.map(({ constraint }: { constraint: unknown }) => constraint),
        { kind: "at-most-one", applications: ["A0001", "A0002"] },
      ],
      tieBreak: { seed: "research-2027" },
    };
  };
  const status = async () => (await server.get("/clauses/innovation.research")).body.status;

  it("counts only what keeps to the call, once per call, and never a trial", async () => {
    const round = await announced();
    await server.register({ fundId: "research", format: "json", text: JSON.stringify(round), trial: true });
    expect((await status()).money.committed.cents).toBeNull();

    const deviating = { ...round, budgets: [{ id: "2027", amount: 1 }, round.budgets[1]] };
    const errors = await errorsOf({
      fundId: "research",
      format: "json",
      text: JSON.stringify(deviating),
      trial: false,
      rule: "ranking",
    });
    expect(errors.map(({ location }) => location.pointer)).toEqual(["/rule", "/budgets"]);
    const elsewhere = { ...round, round: "another call" };
    expect(
      await errorsOf({ fundId: "research", format: "json", text: JSON.stringify(elsewhere), trial: false }),
    ).toMatchObject([{ location: { pointer: "/round" } }]);

    const send = { fundId: "research", format: "json", trial: false };
    const corrected = (count: number) => ({ ...round, applications: round.applications.slice(0, count) });
    const first = await server.register({ ...send, text: JSON.stringify(round) });
    expect((await status()).money).toMatchObject({
      promised: { cents: 50_000_000_000, example: false },
      committed: { cents: 24_000_000_000, evidence: "/funds/research", example: false },
      decided: { cents: null },
      paid: { cents: null },
    });
    const second = await server.register({ ...send, text: JSON.stringify(corrected(195)) });
    // Both are asked for while the call is undecided; one worker takes them in turn.
    const decider = await server.as("decider");
    const jobs = [];
    for (const { id } of [first, second])
      jobs.push((await decider.post(`/rounds/${id}/jobs`, { timeLimitSeconds: 20 })).body.id);
    expect(await server.ended(jobs[0])).toMatchObject({ state: "done" });
    const refused = await server.ended(jobs[1]);
    expect(refused).toMatchObject({ state: "failed" });
    expect(refused.failure).toContain(`already decided by round ${first.id}`);
    const { body: summary } = await server.get(`/rounds/${first.id}/decision-summary`);
    expect(await status()).toMatchObject({
      money: { decided: { cents: summary.outcome.spent, evidence: `/rounds/${first.id}`, example: false } },
      lastDecision: { roundId: first.id, level: summary.level, hash: summary.hash, example: false },
    });

    const late = expectProblem(
      await decider.post(`/rounds/${second.id}/jobs`, { timeLimitSeconds: 20 }),
      409,
    );
    expect(late.detail).toContain(first.id);
    const body = { ...send, text: JSON.stringify(corrected(190)) };
    expect(
      expectProblem(await (await server.as("fund-manager")).post("/rounds", body), 409).detail,
    ).toContain(`already decided by round ${first.id}`);
    expect(await server.register({ ...body, trial: true })).toMatchObject({ trial: true });
    expect((await server.register({ ...send, text: JSON.stringify(round) })).id).toBe(first.id);
    expect((await status()).money.committed.cents).toBe(24_000_000_000);
  });

  it("refuses a counting round without a fund, and unknown funds", async () => {
    const manager = await server.as("fund-manager");
    expectProblem(await manager.post("/rounds", { format: "json", text: smallRound(), trial: false }), 422);
    expectProblem(await server.post("/rounds", { format: "json", text: smallRound(), fundId: "none" }), 404);
    expectProblem(await server.post("/example-rounds", { fundId: "none", applications: 10, seed: 1 }), 404);
  });
});
