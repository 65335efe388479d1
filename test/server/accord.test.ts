/** The accord, its funds and what there is for an organisation, at given moments. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, programme, startServer, type TestDatabase, type TestServer } from "./harness.js";

let database: TestDatabase;
let server: TestServer;
let moment = new Date("2026-12-01T12:00:00Z");

beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open({ now: () => moment }));
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe("the accord", () => {
  it("shows every point and clause of the programme, with its figures", async () => {
    const { body } = await server.get("/accord");
    expect(body.points.map(({ id }: { id: string }) => id)).toEqual(programme.points.map(({ id }) => id));
    const clauses = body.points.flatMap(({ clauses }: { clauses: readonly unknown[] }) => clauses);
    expect(clauses).toHaveLength(17);
    for (const clause of clauses) {
      const runs = clause.instruments.length > 0;
      if (!runs) expect(clause.planned.nl.length, clause.id).toBeGreaterThan(20);
      expect(clause.status.money.paid).toEqual({ cents: null, evidence: null, example: false });
    }
    expect(body.figures.map(({ value, unit }: { value: string; unit: string }) => [value, unit])).toEqual([
      ["27000", "count"],
      ["600000", "count"],
      ["14000000000000", "EUR-cent"],
    ]);
    expect(body.example).toBe(false);
  });

  it("shows a target that nothing measures as not yet measured", async () => {
    const { body } = await server.get("/clauses/innovation.procurement");
    expect(body.targets).toMatchObject([
      { from: "2.5", to: "5", unit: "percent", hard: true, measured: { state: "not-yet-measured" } },
    ]);
    expect(body.point.id).toBe("innovation");
  });

  it("shows what the accord promises, where a clause's money comes from and what is assumed", async () => {
    const { body } = await server.get("/clauses/innovation.research");
    expect(body.status.money.promised).toEqual({
      cents: 50_000_000_000,
      evidence: "/clauses/innovation.research",
      example: false,
    });
    expect(body.source).toContain("Modern industriebeleid");
    expect(body.instruments).toMatchObject([{ kind: "fund", id: "research", path: "/funds/research" }]);
    expect(body.envelopes).toMatchObject([{ cents: 50_000_000_000, from: 2027, until: 2030 }]);
  });
});

describe("a fund", () => {
  const call = programme.funds.find(({ id }) => id === "research")!.calls[0]!;
  const stateAt = async (instant: string, seconds: number) => {
    moment = new Date(Date.parse(instant) + seconds * 1000);
    return (await server.get("/funds/research")).body.call;
  };

  it("opens and closes to the second, and then shows its next call", async () => {
    expect((await stateAt(call.opens.instant, -1)).state).toBe("announced");
    expect((await stateAt(call.opens.instant, 0)).state).toBe("open");
    expect((await stateAt(call.closes.instant, -1)).state).toBe("open");
    const next = await stateAt(call.closes.instant, 0);
    expect([next.state, next.opens > call.closes.instant]).toEqual(["announced", true]);
    expect((await stateAt("2040-01-01T00:00:00Z", 0)).state).toBe("closed");
  });

  it("offers its open call to those it is for", async () => {
    moment = new Date(call.opens.instant);
    const offers = async (query: string) => (await server.get(`/opportunities?${query}`)).body.items;
    expect(await offers("region=Groningen&theme=facilities&size=micro")).toMatchObject([
      { instrument: "fund", id: call.id, path: "/funds/research", closes: call.closes.instant },
    ]);
    expect(await offers("theme=elsewhere")).toEqual([]);
    expect(await offers("")).toHaveLength(1);
    moment = new Date("2026-12-01T12:00:00Z");
    expect(await offers("")).toEqual([]);
  });
});
