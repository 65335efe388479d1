/** An objection over HTTP, from receipt to re-decision: terms, four eyes, corrections, the difference, what stands. */
import { verifyDecision } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closedCall, decideCall, decidedCall, decisionFund } from "./decision-fixtures.js";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const both = (nl: string) => ({ nl, en: `${nl} (en)` });

describe.each(databaseKinds)("objections on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let manager: Person;
  /** Had no part in any first decision. */
  let outsider: Person;
  let now = new Date("2026-04-01T10:00:00.000Z");

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open({ now: () => now }));
    manager = await server.as("fund-manager", { fund: decisionFund });
    outsider = await server.as("decider", { name: "outsider" });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** A decided call: A (90, € 60,000) and C (70, € 40,000) are funded, B (80, € 50,000) is first on the reserve list. */
  async function decided(callId: string, changes = {}) {
    await later("2026-04-01T10:00:00.000Z", []);
    const people: Person[] = [];
    for (const name of ["a", "b", "c"])
      people.push(await server.as("applicant", { name: `${callId}-${name}` }));
    const ids = await closedCall(server, decidedCall(callId, changes), [
      { number: 1, organisationId: people[0]!.organisationId, score: 9_000, asks: 60_000_00 },
      { number: 2, organisationId: people[1]!.organisationId, score: 8_000, asks: 50_000_00 },
      { number: 3, organisationId: people[2]!.organisationId, score: 7_000, asks: 40_000_00 },
    ]);
    const first = await decideCall(server, callId);
    return { ids, people, first };
  }
  const file = async (person: Person, id: string, more = {}) => {
    const answer = await person.post(`/applications/${id}/objections`, {
      grounds: "De score klopt niet.",
      ...more,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  const heard = (id: string) =>
    manager.post(`/objections/${id}/events`, {
      kind: "hearing-held",
      note: "Verslag van de hoorzitting.",
      day: "2026-04-20",
    });
  /** Lets time go by; sessions end meanwhile, so everybody signs in again. */
  async function later(moment: string, people: Person[]) {
    now = new Date(moment);
    manager = await server.asPerson(manager.personId);
    outsider = await server.asPerson(outsider.personId);
    for (const [at, { personId }] of people.entries()) people[at] = await server.asPerson(personId);
  }
  const untilClosed = async (id: string) => {
    for (;;) {
      const { body } = await manager.get(`/objections/${id}`);
      if (body.state === "decided") return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it("is filed by the organisation that leads, with a receipt and the day by which is decided", async () => {
    const { ids, people } = await decided("filed");
    // 23:59 on the last day, in Amsterdam
    await later("2026-05-13T21:59:00.000Z", people);
    const objection = await file(people[1]!, ids[1]!);
    expect(objection).toMatchObject({
      number: 1,
      state: "open",
      timely: true,
      termEnds: "2026-05-13",
      due: "2026-06-24",
    });
    expect(objection.steps[0].article).toBe("Awb 7:10(1)");
    const receipt = (await people[1]!.get(`/letters/${objection.letters[0].id}`)).body;
    expect(receipt.title).toBe("Ontvangst van uw bezwaar");
    expect(JSON.stringify(receipt.blocks)).toContain("24 juni 2026");

    expectProblem(await people[1]!.post(`/applications/${ids[1]}/objections`, { grounds: "Nog een" }), 409);
    expectProblem(
      await people[0]!.post(`/applications/${ids[1]}/objections`, { grounds: "Van een ander" }),
      404,
    );
    expectProblem(await people[0]!.get(`/objections/${objection.id}`), 404);
    expect((await people[0]!.get("/objections")).body.items).toEqual([]);
    expect((await people[1]!.get("/objections")).body.items).toHaveLength(1);
    expect((await manager.get("/objections?callId=filed")).body.items).toHaveLength(1);
  });

  it("takes files by their content, as long as it is handled, and gives them to nobody else", async () => {
    const { ids, people } = await decided("files");
    const { id } = await file(people[1]!, ids[1]!);
    const fileId = "22222222-2222-4222-8222-222222222222";
    const put = (payload: string, name = "planning.pdf") =>
      people[1]!.send({
        method: "PUT",
        url: `/api/v1/objections/${id}/files/${fileId}?name=${name}`,
        headers: { "content-type": "application/octet-stream" },
        payload,
      });
    expectProblem(await put("MZ, no document"), 422);
    expect((await put("%PDF-1.7 planning")).body).toMatchObject({ name: "planning.pdf", bytes: 17 });
    expect((await put("%PDF-1.7 planning")).status).toBe(200);
    expectProblem(await put("%PDF-1.7 iets anders"), 409);
    expect((await manager.get(`/objections/${id}`)).body.files).toHaveLength(1);
    const read = await manager.get(`/objections/${id}/files/${fileId}`);
    expect(read.text).toBe("%PDF-1.7 planning");
    expect(read.headers["content-disposition"]).toContain("attachment");
    expectProblem(await people[0]!.get(`/objections/${id}/files/${fileId}`), 404);
    await people[1]!.post(`/objections/${id}/withdrawal`);
    expect((await put("%PDF-1.7 planning")).status).toBe(200);
  });

  it("is late a minute later; without an accepted excuse it can only be inadmissible", async () => {
    const { ids, people } = await decided("late");
    // Midnight in Amsterdam.
    await later("2026-05-13T22:00:00.000Z", people);
    const { id, timely } = await file(people[1]!, ids[1]!, { excuse: "Ik lag in het ziekenhuis." });
    expect(timely).toBe(false);
    await heard(id);
    const founded = { outcome: "founded", reason: both("Gegrond") };
    expectProblem(await manager.post(`/objections/${id}/preparation`, founded), 422);
    await manager.post(`/objections/${id}/events`, {
      kind: "excuse-rejected",
      note: "Een ander kon bezwaar maken.",
    });
    const inadmissible = { outcome: "inadmissible", reason: both("Te laat.") };
    expect((await manager.post(`/objections/${id}/preparation`, inadmissible)).status).toBe(200);
    const taken = await outsider.post(`/objections/${id}/decision`);
    expect(taken.body).toMatchObject({
      state: "decided",
      decision: { outcome: "inadmissible", taken: true },
    });
    const letter = taken.body.letters.at(-1);
    const text = (await people[1]!.get(`/letters/${letter.id}?language=en`)).body;
    expect(text.title).toBe("Decision on your objection");
    expect(JSON.stringify(text.blocks)).toContain("You can appeal until 25 June 2026");
  });

  it("takes a hearing, another person than who prepared it, and one who had no part in the first decision", async () => {
    const { ids, people } = await decided("eyes");
    const { id } = await file(people[1]!, ids[1]!);
    const unfounded = { outcome: "unfounded", reason: both("De score klopt.") };
    expect(
      expectProblem(await manager.post(`/objections/${id}/preparation`, unfounded), 422).detail,
    ).toContain("7:2");
    await heard(id);
    // What is not founded corrects nothing: a correction that was sent along is not left out silently.
    const corrections = [{ what: "score", to: 9_900, reason: both("Hoger.") }];
    const refused = await manager.post(`/objections/${id}/preparation`, { ...unfounded, corrections });
    expect(expectProblem(refused, 422).detail).toContain("founded");
    expect((await manager.post(`/objections/${id}/preparation`, unfounded)).status).toBe(200);
    await server.access.grant({ personId: manager.personId, role: "decider", fundId: null, grantedBy: null });
    expectProblem(await manager.post(`/objections/${id}/decision`), 403);
    const first = await server.asPerson((await server.as("decider", { name: "approves" })).personId);
    expect(expectProblem(await first.post(`/objections/${id}/decision`), 403).detail).toContain("had a part");
    // The objector does not see what is being prepared, nor the handler's notes.
    const seen = (await people[1]!.get(`/objections/${id}`)).body;
    expect(seen.decision).toBeNull();
    expect(seen.events.every(({ note }: { note: unknown }) => note === null)).toBe(true);

    const back = await outsider.post(`/objections/${id}/return`, { reason: "Motiveer het beter." });
    expect(back.body).toMatchObject({ state: "open", decision: { answer: "Motiveer het beter." } });
    await manager.post(`/objections/${id}/preparation`, unfounded);
    expect((await outsider.post(`/objections/${id}/decision`)).body.state).toBe("decided");
    const entries = (await server.get(`/ledger?subject=${id}`)).body.items;
    expect(entries).toMatchObject([
      { kind: "objection.decided", body: { outcome: "unfounded", callId: "eyes" } },
    ]);
  });

  it("counts the term: a committee makes it twelve weeks, adjournment is once, a completion makes it stand still", async () => {
    const { ids, people } = await decided("terms");
    const { id } = await file(people[1]!, ids[1]!);
    const note = (kind: string, day?: string) =>
      manager.post(`/objections/${id}/events`, {
        kind,
        note: "Notitie.",
        ...(day === undefined ? {} : { day }),
      });
    expectProblem(await note("advice"), 422);
    expect((await note("committee")).body.due).toBe("2026-08-05");
    expect((await note("adjourned")).body.due).toBe("2026-09-16");
    expectProblem(await note("adjourned"), 422);
    await note("suspended", "2026-06-01");
    expect((await note("resumed", "2026-06-12")).body.due).toBe("2026-09-26");
    expectProblem(await note("resumed"), 422);
    expect((await people[1]!.post(`/objections/${id}/withdrawal`)).body.state).toBe("withdrawn");
    expectProblem(await note("hearing-held"), 409);
  });

  it("that succeeds has the round decided again by the same rule; the first stays, nobody loses, the money is told", async () => {
    const { ids, people, first } = await decided("again");
    const { id } = await file(people[1]!, ids[1]!);
    await heard(id);
    const prepared = await manager.post(`/objections/${id}/preparation`, {
      outcome: "founded",
      reason: both("Een beoordelaar telde een criterium niet mee."),
      corrections: [{ what: "score", to: 9_500, reason: both("Het gemiddelde is 95.") }],
    });
    expect(prepared.status, prepared.text).toBe(200);
    expect((await outsider.post(`/objections/${id}/decision`)).status).toBe(200);
    const { decision } = await untilClosed(id);
    expect(decision.firstRoundId).toBe(first.roundId);
    expect(decision.corrections).toMatchObject([{ what: "score", from: "80", to: "95" }]);
    // With 95 points B comes first: A no longer fits, C does. A keeps its grant; € 50,000 is over the ceiling.
    const changes = new Map(
      decision.difference.changes.map((each: { applicationId: string }) => [each.applicationId, each]),
    );
    expect(changes.get(ids[1])).toMatchObject({ from: 0, to: 50_000_00, effect: "granted" });
    expect(changes.get(ids[0])).toMatchObject({ from: 60_000_00, to: 0, effect: "kept" });
    expect(changes.size).toBe(2);
    expect(decision.difference).toMatchObject({
      needed: { "2027": 50_000_00 },
      shortfall: { "2027": 50_000_00 },
    });

    const awarded = [];
    for (const each of ids)
      awarded.push((await manager.get(`/applications/${each}/decision`)).body.outcome.awarded);
    expect(awarded).toEqual([60_000_00, 50_000_00, 40_000_00]);
    const grants = await server.store.database.query(
      "SELECT granted FROM grants WHERE call_id = 'again' ORDER BY dossier",
    );
    expect(grants).toEqual([{ granted: 60_000_00 }, { granted: 50_000_00 }, { granted: 40_000_00 }]);

    // Both decisions are public and each is as it was published.
    const [before, after] = await Promise.all(
      [first.roundId, decision.roundId].map(
        async (round) => (await server.get(`/rounds/${round}/decision`)).body,
      ),
    );
    expect(before.rule).toBe(after.rule);
    const changed = after.round.applications.filter(
      (each: unknown, at: number) => JSON.stringify(each) !== JSON.stringify(before.round.applications[at]),
    );
    expect(changed.map((each: { id: string; score: number }) => [each.id, each.score])).toEqual([
      [ids[1], 9_500],
    ]);
    for (const published of [before, after]) expect(verifyDecision(published)).toMatchObject({ valid: true });

    const { letters } = (await people[1]!.get(`/objections/${id}`)).body;
    const letter = JSON.stringify(
      (await people[1]!.get(`/letters/${letters.at(-1).id}`)).body.blocks,
    ).replaceAll("\u00a0", " ");
    expect(letter).toContain("Uw bezwaar is gegrond");
    expect(letter).toContain("ten hoogste € 50.000 na alsnog".slice(0, 20));
    expect(letter).toContain("nog € 50.000 te weinig");
    expect(letter).toContain("Voor 1 andere aanvragen");

    // A second objection is not open: appeal is, to the court in the letter.
    const seen = (await people[1]!.get(`/applications/${ids[1]}/decision`)).body;
    expect(seen.objection).toMatchObject({ open: false, objectionId: null, appeal: { until: "2026-05-13" } });
    expect(letter).toContain(seen.objection.appeal.court.nl);
    const tasks = (await manager.get("/objections?callId=again")).body.items.length;
    const second = expectProblem(
      await people[1]!.post(`/applications/${ids[1]}/objections`, { grounds: "Nog een keer" }),
      409,
    );
    expect(second.detail).toContain("appeal (beroep) until 2026-05-13");
    expect(second.detail).toContain(seen.objection.appeal.court.en);
    expect((await manager.get("/objections?callId=again")).body.items).toHaveLength(tasks);
    // Who did not object yet still can.
    expect((await people[0]!.get(`/applications/${ids[0]}/decision`)).body.objection).toMatchObject({
      open: true,
      appeal: null,
    });
  });

  it("can admit an application that was refused before the round", async () => {
    await later("2026-04-01T10:00:00.000Z", []);
    const [low, high] = [
      await server.as("applicant", { name: "admit-low" }),
      await server.as("applicant", { name: "admit-high" }),
    ];
    const ids = await closedCall(server, decidedCall("admit"), [
      { number: 1, organisationId: high.organisationId, score: 9_000, asks: 60_000_00 },
      { number: 2, organisationId: low.organisationId, score: 4_900, asks: 40_000_00, passed: false },
    ]);
    await decideCall(server, "admit");
    const { id } = await file(low, ids[1]!);
    await heard(id);
    const wrong = {
      outcome: "founded",
      reason: both("x"),
      corrections: [{ what: "score", to: 5_100, reason: both("y") }],
    };
    expect(expectProblem(await manager.post(`/objections/${id}/preparation`, wrong), 422).detail).toContain(
      "admit it first",
    );
    const right = {
      outcome: "founded",
      reason: both("De drempel is wel gehaald."),
      corrections: [
        { what: "admit", reason: both("De score is verkeerd opgeteld.") },
        { what: "score", to: 5_100, reason: both("De som is 51.") },
      ],
    };
    expect((await manager.post(`/objections/${id}/preparation`, right)).status).toBe(200);
    await outsider.post(`/objections/${id}/decision`);
    const { decision } = await untilClosed(id);
    expect(decision.difference).toMatchObject({
      changes: [{ applicationId: ids[1], from: 0, to: 40_000_00, effect: "granted" }],
      shortfall: {},
    });
    expect((await low.get(`/applications/${ids[1]}/decision`)).body.outcome).toMatchObject({
      kind: "awarded",
      awarded: 40_000_00,
    });
  });
});
