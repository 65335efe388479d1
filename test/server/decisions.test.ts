/** A call decided by two people over HTTP: proposal, approval, outcomes, letters, grants, the reserve list. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPdf } from "../../platform/documents/test/read-pdf.js";
import { closedCall, decideCall, decidedCall, decisionFund } from "./decision-fixtures.js";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

describe.each(databaseKinds)("deciding on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let manager: Person;
  let decider: Person;
  const now = new Date("2026-04-01T10:00:00.000Z");

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open({ now: () => now }));
    manager = await server.as("fund-manager", { fund: decisionFund });
    decider = await server.as("decider", { fund: decisionFund });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** Four applicants: two fit the budget of EUR 100,000, one does not, one is below the threshold. */
  async function fourApplicants(callId: string, changes = {}) {
    const applicants: Person[] = [];
    for (const name of ["a", "b", "c", "d"])
      applicants.push(await server.as("applicant", { name: `${callId}-${name}` }));
    const ids = await closedCall(server, decidedCall(callId, changes), [
      { number: 1, organisationId: applicants[0]!.organisationId, score: 9_000, asks: 60_000_00 },
      { number: 2, organisationId: applicants[1]!.organisationId, score: 8_000, asks: 50_000_00 },
      { number: 3, organisationId: applicants[2]!.organisationId, score: 7_000, asks: 40_000_00 },
      {
        number: 4,
        organisationId: applicants[3]!.organisationId,
        score: 4_000,
        asks: 10_000_00,
        passed: false,
      },
    ]);
    return { ids, applicants };
  }

  it("shows before anything is kept who takes part and who is refused, with ground and article", async () => {
    const { ids } = await fourApplicants("preview");
    const { status, body, text } = await manager.get("/calls/preview/proposal-preview");
    expect(status, text).toBe(200);
    expect(body).toMatchObject({
      rule: "ranking",
      obstacles: [],
      summary: { inRound: 3, refused: { "below-threshold": 1 } },
    });
    expect(body.applications[0]).toMatchObject({
      applicationId: ids[3],
      dossier: "PREVIEW-0004",
      ground: "below-threshold",
      reason: { nl: "De score is 40 punten; nodig is ten minste 50." },
    });
    expect((await manager.get("/calls/preview/proposals")).body.items).toEqual([]);
  });

  it("names what stands in the way: an open call, scores that are not frozen, a file that may still be completed", async () => {
    const applicant = await server.as("applicant");
    const one = { number: 1, organisationId: applicant.organisationId, score: 9_000, asks: 1_000_00 };
    await closedCall(server, decidedCall("still-open", { closes: "2026-05-01T17:00:00+02:00" }), [one]);
    expectProblem(await manager.post("/calls/still-open/proposals", {}), 409);
    const [returned] = await closedCall(server, decidedCall("in-correction"), [
      { ...one, state: "returned" },
    ]);
    const problem = expectProblem(await manager.post("/calls/in-correction/proposals", {}), 422);
    expect(problem.errors![0]!.detail).toContain(returned);
    const { body } = await manager.get("/calls/in-correction/proposal-preview");
    expect(body).toMatchObject({ summary: null, obstacles: [{ applicationId: returned }] });
  });

  it("counts de minimis aid that was granted here before, whatever the applicant states", async () => {
    const { organisationId } = await server.as("applicant", { name: "twice" });
    const changes = {
      aid: { basis: ["de-minimis"], choice: "application" },
      budgets: [{ id: "2027", amount: 500_000_00 }],
      grant: { maximum: 300_000_00, advances: [], reportEveryMonths: 0 },
    } as const;
    const one = { number: 1, organisationId, score: 9_000, category: "de-minimis" } as const;
    await closedCall(server, decidedCall("minimis-first", changes), [{ ...one, asks: 120_000_00 }]);
    await decideCall(server, "minimis-first");
    const [id] = await closedCall(server, decidedCall("minimis-second", changes), [
      { ...one, asks: 200_000_00 },
    ]);
    await decideCall(server, "minimis-second");
    const { body } = await manager.get(`/applications/${id}/decision`);
    // EUR 300,000 in three years less EUR 120,000.
    expect(body).toMatchObject({ outcome: { awarded: 180_000_00 } });
    const { text } = await manager.get(`/letters/${body.letters[0].id}?language=nl`);
    expect(text.replace(/\u00a0/g, " ")).toContain("120.000");
  });

  it("takes two people: who proposed cannot approve, also with the role decider", async () => {
    await fourApplicants("two-people");
    const both = await server.as("fund-manager", { name: "both" });
    await server.access.grant({ personId: both.personId, role: "decider", fundId: null, grantedBy: null });
    expect((await both.post("/calls/two-people/proposals", { note: "x" })).status).toBe(201);
    expectProblem(await both.post("/calls/two-people/proposals/1/approval"), 403);
    expectProblem(await manager.post("/calls/two-people/proposals/1/approval"), 403);
    expectProblem(await manager.post("/calls/two-people/proposals", {}), 409);

    const back = await decider.post("/calls/two-people/proposals/1/return", {
      reason: "Controleer aanvraag 3.",
    });
    expect(back.body).toMatchObject({ state: "returned", answer: "Controleer aanvraag 3." });
    expectProblem(await decider.post("/calls/two-people/proposals/1/approval"), 409);
    expect((await manager.post("/calls/two-people/proposals", {})).body).toMatchObject({ number: 2 });
  });

  it("refuses to approve what changed since it was proposed", async () => {
    const { ids } = await fourApplicants("withdrawn");
    await manager.post("/calls/withdrawn/proposals", {});
    await server.store.database.query("UPDATE grant_applications SET state = 'withdrawn' WHERE id = $1", [
      ids[0]!,
    ]);
    const problem = expectProblem(await decider.post("/calls/withdrawn/proposals/1/approval"), 409);
    expect(problem.detail).toContain("1 application(s) were withdrawn");
  });

  it("decides once: round, decision, outcomes, letters and grants, and the same approval again changes nothing", async () => {
    const { ids } = await fourApplicants("decide");
    const proposal = await decideCall(server, "decide");
    expect(proposal).toMatchObject({ state: "decided", kind: "call", number: 1 });
    const again = await (await server.as("decider", { name: "approves" })).post(
      "/calls/decide/proposals/1/approval",
    );
    expect(again.status).toBe(409);

    const outcomes = [];
    for (const id of ids) outcomes.push((await manager.get(`/applications/${id}/decision`)).body.outcome);
    expect(outcomes.map(({ kind, ground, awarded, reserve }) => [kind, ground, awarded, reserve])).toEqual([
      ["awarded", null, 60_000_00, null],
      ["refused", "ceiling", 0, 1],
      ["awarded", null, 40_000_00, null],
      ["refused", "below-threshold", 0, null],
    ]);

    const summary = (await server.get(`/rounds/${proposal.roundId}/decision-summary`)).body;
    expect(summary).toMatchObject({ rule: "ranking" });
    const { items } = (await manager.get("/calls/decide/letters")).body;
    expect(items.map(({ dossier, kind }: { dossier: string; kind: string }) => [dossier, kind])).toEqual([
      ["DECIDE-0001", "award"],
      ["DECIDE-0002", "refusal"],
      ["DECIDE-0003", "award"],
      ["DECIDE-0004", "refusal"],
    ]);
    const grants = await server.store.database.query(
      "SELECT granted FROM grants WHERE call_id = 'decide' ORDER BY dossier",
    );
    expect(grants).toEqual([{ granted: 60_000_00 }, { granted: 40_000_00 }]);
    const ledger = (await server.get(`/ledger?subject=${proposal.roundId}`)).body.items;
    expect(ledger.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "decision.published",
      "round.opened",
    ]);
    expect(JSON.stringify(ledger)).not.toContain("personId");
  });

  it("takes up again what stopped between approval and decision, without deciding twice", async () => {
    await fourApplicants("stopped");
    await manager.post("/calls/stopped/proposals", {});
    // As a process leaves it that ends right after the approval was written.
    await server.store.database.query(
      "UPDATE proposals SET state = 'approved', answered_by = $1, answered_at = now() WHERE call_id = 'stopped'",
      [decider.personId],
    );
    await server.close();
    await server.store.close();
    server = await startServer(await database.open({ now: () => now }));
    manager = await server.as("fund-manager", { fund: decisionFund });
    decider = await server.as("decider", { fund: decisionFund });
    for (;;) {
      const [proposal] = (await manager.get("/calls/stopped/proposals")).body.items;
      if (proposal.state === "decided") break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [letters] = await server.store.database.query<{ n: number }>(
      "SELECT count(*) AS n FROM letters WHERE call_id = 'stopped'",
    );
    expect(letters!.n).toBe(4);
  });

  describe("a letter", () => {
    let ids: string[];
    let applicants: Person[];
    beforeAll(async () => {
      ({ ids, applicants } = await fourApplicants("letters"));
      await decideCall(server, "letters");
    });
    const letterOf = async (who: Person, id: string, language = "nl") => {
      const { letters } = (await who.get(`/applications/${id}/decision`)).body;
      return (await who.get(`/letters/${letters[0].id}?language=${language}`)).body;
    };
    const textOf = (letter: { blocks: unknown }) => JSON.stringify(letter.blocks).replaceAll("\u00a0", " ");

    it("tells an applicant what was decided, why, how to object and until when", async () => {
      const award = await letterOf(applicants[0]!, ids[0]!);
      expect(award).toMatchObject({
        kind: "award",
        title: "Besluit op uw aanvraag: subsidie verleend",
        reference: "LETTERS-0001",
      });
      const text = textOf(award);
      expect(text).toContain("€ 60.000");
      expect(text).toContain("13 mei 2026");
      expect(text).toContain("Awb 6:7");
      expect(text).toContain("College van Beroep voor het bedrijfsleven");
      expect(text).toContain("Het budget is een aanname.");
      expect(text).toContain("€ 48.000");
      const refusal = textOf(await letterOf(applicants[1]!, ids[1]!, "en"));
      expect(refusal).toContain("The money has run out");
      expect(refusal).toContain("place 1 on the reserve list");
      expect(textOf(await letterOf(applicants[3]!, ids[3]!))).toContain("nodig is ten minste 50");
    });

    it("shows the lines from the reviewers' totals to the score that counts, or that a consensus took their place", async () => {
      const one = await server.as("applicant", { name: "scored-one" });
      const two = await server.as("applicant", { name: "scored-two" });
      const [corrected, agreed] = await closedCall(server, decidedCall("scored"), [
        {
          number: 1,
          organisationId: one.organisationId,
          score: 75_05,
          asks: 60_000_00,
          reviews: [
            { reviewer: "R1", total: 77_00, normalised: 74_00 },
            { reviewer: "R2", total: 75_00, normalised: 76_10 },
          ],
        },
        {
          number: 2,
          organisationId: two.organisationId,
          score: 82_00,
          asks: 40_000_00,
          reviews: [{ reviewer: "R1", total: 80_00, normalised: 77_00 }],
          consensus: true,
        },
      ]);
      await decideCall(server, "scored");
      const tableOf = (letter: { blocks: { kind: string; caption?: string; rows?: unknown[] }[] }) =>
        letter.blocks.find(
          ({ caption }) => caption === "Van totalen naar score" || caption === "From totals to score",
        );
      const letter = await letterOf(one, corrected!);
      expect(tableOf(letter)!.rows).toMatchObject([
        { cells: ["R1", "77", "−3", "74"] },
        { cells: ["R2", "75", "+1,1", "76,1"] },
        { cells: ["Gemiddelde", "76", "−0,95", "75,05"], total: true },
      ]);
      expect(textOf(letter)).toContain("milde en strenge beoordelaars");
      expect(textOf(letter)).toContain("kleinste kwadraten");
      expect(textOf(await letterOf(one, corrected!, "en"))).toContain("least squares");
      const english = await letterOf(two, agreed!, "en");
      expect(tableOf(english)).toBeUndefined();
      expect(textOf(english)).toContain("(consensus), 82 points, takes the place of");

      const { letters } = (await one.get(`/applications/${corrected}/decision`)).body;
      const pdf = await server.app.inject({
        method: "GET",
        url: `/api/v1/letters/${letters[0].id}/pdf?language=nl`,
        headers: one.headers,
      });
      expect(readPdf(pdf.rawPayload).content.join("").replace(/\s+/g, "")).toContain(
        "Gemiddelde76−0,9575,05",
      );
    });

    it("says the same as PDF, in the same words and order, with equal bytes each time", async () => {
      const { letters } = (await applicants[0]!.get(`/applications/${ids[0]}/decision`)).body;
      const path = `/api/v1/letters/${letters[0].id}/pdf?language=nl`;
      const answers = await Promise.all(
        [1, 2].map(() => server.app.inject({ method: "GET", url: path, headers: applicants[0]!.headers })),
      );
      expect(answers[0]!.headers["content-type"]).toBe("application/pdf");
      expect(Buffer.compare(answers[0]!.rawPayload, answers[1]!.rawPayload)).toBe(0);
      const squeeze = (text: string) => text.replace(/\s+/g, "");
      const pdf = squeeze(readPdf(answers[0]!.rawPayload).content.join(""));
      const letter = await letterOf(applicants[0]!, ids[0]!);
      const texts: string[] = [];
      const collect = (value: unknown, name = ""): void => {
        if (typeof value === "string") {
          if (!["kind", "href", "align"].includes(name)) texts.push(value);
        } else if (value !== null && typeof value === "object")
          for (const [key, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? name : key);
      };
      collect([letter.sender, letter.title, letter.blocks]);
      let from = 0;
      for (const each of texts) {
        const found = pdf.indexOf(squeeze(each), from);
        expect(found, each).toBeGreaterThanOrEqual(from);
        from = found;
      }
    });

    it("is there for nobody else: not for another applicant, a reviewer or a visitor", async () => {
      const { letters } = (await applicants[0]!.get(`/applications/${ids[0]}/decision`)).body;
      for (const who of [applicants[1]!, await server.as("reviewer", { fund: decisionFund })]) {
        expectProblem(await who.get(`/letters/${letters[0].id}`), 404);
        expectProblem(await who.get(`/applications/${ids[0]}/decision`), 404);
        expectProblem(await who.get(`/letters/${letters[0].id}/pdf`), 404);
      }
      expectProblem(await server.get(`/letters/${letters[0].id}`), 401);
    });

    it("lies ready as a message for each member, and in one archive for the fund", async () => {
      const messages = await server.store.database.query<{ title: { nl: string }; path: string }>(
        "SELECT title, path FROM outbox WHERE person_id = $1 AND kind = 'decision.letter'",
        [applicants[0]!.personId],
      );
      expect(messages).toEqual([
        {
          title: {
            nl: "Besluit op uw aanvraag: subsidie verleend",
            en: "Decision on your application: grant awarded",
          },
          path: `/decision/${ids[0]}`,
        },
      ]);
      const zip = await server.app.inject({
        method: "GET",
        url: "/api/v1/calls/letters/letters.zip",
        headers: manager.headers,
      });
      expect(zip.statusCode).toBe(200);
      expect(zip.rawPayload.subarray(0, 2).toString()).toBe("PK");
      const names = zip.rawPayload.toString("latin1");
      for (const number of [1, 2, 3, 4]) expect(names).toContain(`LETTERS-000${number}-`);
      expect(names).toContain("letters.csv");
    });

    it("cannot be changed: its text has the hash that the ledger covers", async () => {
      const rows = await server.store.database.query<{ hash: string }>(
        "SELECT hash FROM letters WHERE call_id = 'letters' ORDER BY hash",
      );
      const { hashOf } = await import("@voorsprong/allocation");
      const entries = (await server.get("/ledger?pageSize=500")).body.items;
      const sent = entries.find(
        (entry: { kind: string; body: { callId?: string } }) =>
          entry.kind === "letters.sent" && entry.body.callId === "letters",
      );
      expect(sent.body).toMatchObject({ count: 4, hash: hashOf(rows.map(({ hash }) => hash)) });
    });
  });

  it("offers the next of the reserve list when money returns, by a decision of its own", async () => {
    const { ids } = await fourApplicants("reserve");
    await decideCall(server, "reserve");
    const list = (await manager.get("/calls/reserve/reserve-list")).body;
    expect(list).toMatchObject({
      free: { "2027": 0 },
      items: [{ applicationId: ids[1], place: 1, asked: 50_000_00, fits: false }],
    });
    const short = expectProblem(await manager.post("/calls/reserve/reserve-list/offers", {}), 422);
    expect(short.detail).toContain("€50,000");
    const tooMuch = {
      returned: [{ applicationId: ids[2], amounts: { "2027": 41_000_00 }, reason: "Stopt" }],
    };
    expectProblem(await manager.post("/calls/reserve/reserve-list/offers", tooMuch), 422);

    const returned = [
      { applicationId: ids[0], amounts: { "2027": 55_000_00 }, reason: "Het project stopt." },
    ];
    const offer = await manager.post("/calls/reserve/reserve-list/offers", { returned });
    expect(offer.status, offer.text).toBe(201);
    const approved = await decider.post(`/calls/reserve/proposals/${offer.body.number}/approval`);
    expect(approved.body).toMatchObject({ kind: "reserve", state: "decided" });
    const { outcome, letters } = (await manager.get(`/applications/${ids[1]}/decision`)).body;
    expect(outcome).toMatchObject({ kind: "awarded", awarded: 50_000_00, reserve: null });
    expect(letters[0].kind).toBe("reserve-award");
    expect((await manager.get("/calls/reserve/reserve-list")).body).toMatchObject({
      free: { "2027": 5_000_00 },
      items: [],
    });
  });
});
