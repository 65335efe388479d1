/** Rounds under the rules first-come, lottery and pro-rata, from registration to published decision. */
import { createHash } from "node:crypto";
import { hashRound, undrawn } from "@voorsprong/allocation";
import type { OutcomeFigures } from "@voorsprong/server/contract";
import { parseExact, verifyDecision, verifyLedger } from "@voorsprong/verifier";
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

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

/** The programme with one fund that divides by lottery. */
const drawing = {
  ...programme,
  funds: programme.funds.map((fund) =>
    fund.id === "research"
      ? {
          ...fund,
          rule: "lottery" as const,
          tieBreak: { method: "lot" as const, seed: "drawn-by-ledger" as const },
        }
      : fund,
  ),
};

/** The small round in which every application says when it was received: A4 first, A1 last. */
const received = (changes: Record<string, unknown> = {}) => {
  const round = JSON.parse(smallRound(changes));
  const days = ["2027-03-04", "2027-03-03", "2027-03-02", "2027-03-01"];
  for (const [k, application] of round.applications.entries()) application.received = days[k];
  return JSON.stringify(round);
};

describe.each(databaseKinds)("rules on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open(), { programme: drawing });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const fundedIn = async (roundId: string) => {
    const { body } = await server.get(`/rounds/${roundId}/applications?outcome=funded&sort=id`);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it("decides in order of receipt, and shows what every other rule would have given", async () => {
    const round = await server.register({ rule: "first-come", format: "json", text: received() });
    await server.decide(round.id);
    expect(await fundedIn(round.id)).toEqual(["A3", "A4"]);
    const { body: summary } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(summary).toMatchObject({ rule: "first-come", outcome: { rule: "first-come", funded: 2 } });
    expect(summary.comparisons.map(({ rule }: OutcomeFigures) => rule)).toEqual([
      "optimal",
      "ranking",
      "lottery",
      "pro-rata",
    ]);
    expect(summary.other).toEqual(summary.comparisons[0]);
    expect(summary.statement.en).toContain("in order of receipt");
    const { body: one } = await server.get(`/rounds/${round.id}/applications/A1`);
    expect(one).toMatchObject({
      received: "2027-03-04",
      funded: false,
      needed: { atLeast: 0, atMost: null },
    });
    expect(one.explanation.nl).toContain("op volgorde van binnenkomst");
    const { text } = await server.get(`/rounds/${round.id}/applications.csv`);
    expect(text).toContain("A1,Eerste,60,2027-03-04,600.00,Groningen,false");
  });

  it("refuses first-come where an application does not say when it was received, at its place", async () => {
    const round = JSON.parse(received());
    round.applications.reverse();
    delete round.applications[1].received;
    const json = { rule: "first-come", format: "json", text: JSON.stringify(round) };
    const problem = expectProblem(await server.post("/rounds", json), 422);
    expect(problem.errors).toMatchObject([{ location: { pointer: "/applications/1" } }]);
    expect(problem.errors?.[0]?.detail).toContain('"A3"');

    const header = "id;score;received;amount:2027;amount:2028;tag:theme;tag:region;tag:size";
    const rows = ["A1;80;2027-02-01;1;;facilities;Groningen;micro", "A2;70;;1;;facilities;Groningen;micro"];
    const csv = { fundId: "research", rule: "first-come", format: "csv", text: [header, ...rows].join("\n") };
    const other = expectProblem(await server.post("/rounds", csv), 422);
    expect(other.errors).toMatchObject([{ location: { line: 3, column: 3 } }]);
  });

  it("divides pro rata, and tells each its part", async () => {
    const round = await server.register({ rule: "pro-rata", format: "json", text: smallRound() });
    await server.decide(round.id);
    const { body } = await server.get(`/rounds/${round.id}/applications?sort=id`);
    // 100,000 of 200,000 that is asked.
    expect(body.items).toMatchObject([
      { id: "A1", funded: true, part: "0.5", awarded: 30_000 },
      { id: "A2", funded: true, part: "0.5", awarded: 25_000 },
      { id: "A3", funded: true, part: "0.5", awarded: 25_000 },
      { id: "A4", funded: true, part: "0.5", awarded: 20_000 },
    ]);
    const { body: one } = await server.get(`/rounds/${round.id}/applications/A4`);
    expect(one.explanation.en).toContain("50% of what it asked for");
    const { body: summary } = await server.get(`/rounds/${round.id}/decision-summary`);
    expect(summary).toMatchObject({ level: "C", proven: false, bound: null, outcome: { objective: 85 } });
    expect(summary.statement.nl).toContain("Evenredig verdeeld");
    expect(summary.comparisons.map(({ rule }: OutcomeFigures) => rule)).toEqual([
      "optimal",
      "ranking",
      "lottery",
    ]);
  });

  it("draws a lottery by the ledger: nobody can know the lots before, everybody can check them after", async () => {
    const text = smallRound({ tieBreak: { seed: "" } });
    const round = await server.register({ rule: "lottery", format: "json", text });
    expect(round).toMatchObject({ tieBreakSeed: "", draw: { secret: null } });
    const { commitment, entry } = round.draw!;
    const ledger = (await server.get(`/ledger?subject=${round.id}&page=1&pageSize=10`)).body.items;
    expect(ledger).toMatchObject([
      { kind: "round.opened", hash: entry, body: { roundHash: round.roundHash } },
    ]);
    const again = await server.post("/rounds", { rule: "lottery", format: "json", text });
    expect([again.status, again.body.id, again.body.draw]).toEqual([200, round.id, round.draw]);

    // The server goes down before the draw; another one on the same database makes the same draw.
    const [secret] = (
      await server.store.database.query<{ secret: string }>(
        "SELECT secret FROM round_draws WHERE round_id = $1",
        [round.id],
      )
    ).map((row) => row.secret);
    for (const path of ["", "/document", "/applications", "/applications.csv"])
      expect((await server.get(`/rounds/${round.id}${path}`)).text).not.toContain(secret);
    await server.close();
    await server.store.close();
    server = await startServer(await database.open(), { programme: drawing });
    await server.decide(round.id);

    const { body: decision } = await server.get(`/rounds/${round.id}/decision`);
    const seed = sha(`${secret}\n${entry}`);
    expect(`sha256:${sha(secret!)}`).toBe(commitment);
    expect(decision.round.tieBreak).toEqual({ seed, draw: { commitment, secret, entry } });
    expect(hashRound(undrawn(decision.round))).toBe(round.roundHash);
    const first = decision.round.applications
      .map(({ id }: { id: string }) => id)
      .sort((a: string, b: string) => (sha(`${seed}\n${a}`) < sha(`${seed}\n${b}`) ? -1 : 1))[0];
    expect(await fundedIn(round.id)).toContain(first);
    const { body: after } = await server.get(`/rounds/${round.id}`);
    expect(after).toMatchObject({
      tieBreakSeed: seed,
      draw: { commitment, entry, secret },
      state: "decided",
    });
    const exported = parseExact((await server.get("/ledger/export")).text);
    const { text: document } = await server.get(`/rounds/${round.id}/decision`);
    expect(verifyDecision(parseExact(document))).toMatchObject({ valid: true });
    expect(await verifyLedger(exported, { decision: parseExact(document) })).toMatchObject({ valid: true });
    const { body: published } = await server.get(`/ledger?subject=${round.id}&page=1&pageSize=10`);
    expect(published.items[0]).toMatchObject({
      kind: "decision.published",
      body: { hash: decision.hash, roundHash: decision.roundHash },
    });
  });

  it("draws an example of a fund that draws, and a round that brings a draw of somebody else, by itself", async () => {
    const wish = { fundId: "research", applications: 20, seed: 7, difficulty: "simple", rule: "lottery" };
    const example = await server.post("/example-rounds", wish);
    expect(example.body.draw).toMatchObject({ secret: null });
    const again = await server.post("/example-rounds", wish);
    expect([again.status, again.body.id, again.body.draw]).toEqual([200, example.body.id, example.body.draw]);
    const commitment = `sha256:${"0".repeat(64)}`;
    const text = smallRound({ round: "foreign", tieBreak: { draw: { commitment } } });
    const foreign = await server.register({ rule: "lottery", format: "json", text });
    expect(foreign.draw?.commitment).not.toBe(commitment);
    await server.decide(foreign.id);
  });

  it("lets a trial keep a seed of its own, and a round that counts none", async () => {
    const seeded = smallRound({ tieBreak: { seed: "of its own" } });
    const trial = await server.register({ rule: "lottery", format: "json", text: seeded });
    expect(trial).toMatchObject({ tieBreakSeed: "of its own", draw: null });
    await server.decide(trial.id);

    const csv = [
      "id;score;amount:2027;amount:2028;tag:theme;tag:region;tag:size",
      "A1;80;1000;;facilities;Groningen;micro",
    ].join("\n");
    const { body: fund } = await server.get("/funds/research");
    expect(fund).toMatchObject({
      rule: "lottery",
      tieBreak: { seed: "drawn-by-ledger", moneyStepCents: null },
    });
    const counting = { fundId: "research", rule: "lottery", trial: false };
    const round = await server.register({ ...counting, format: "csv", text: csv });
    expect(round.draw?.commitment).toMatch(/^sha256:/);
    // The same round as JSON, with a seed that somebody chose: it is the same registration.
    const document = JSON.parse((await server.get(`/rounds/${round.id}/document`)).text);
    const chosen = JSON.stringify({ ...document, tieBreak: { seed: "chosen" } });
    const manager = await server.as("fund-manager");
    const again = await manager.post("/rounds", { ...counting, format: "json", text: chosen });
    expect([again.status, again.body.id, again.body.draw]).toEqual([200, round.id, round.draw]);
  });
});
