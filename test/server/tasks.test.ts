/** One list of running terms per person, and the same as a calendar. */
import { awardGrants } from "@voorsprong/instruments/fund/grants";
import type { Store } from "@voorsprong/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applied, grantFund } from "./grant-fixtures.js";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

interface Task {
  readonly id: string;
  readonly due: string;
  readonly state: string;
  readonly suspendedDays: number;
  readonly article: string;
  readonly mine: boolean;
}

describe.each(databaseKinds)("running terms on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  let clock = new Date("2026-12-01T10:00:00Z");
  let visit = 0;
  let lead = "";
  let id = "";

  beforeAll(async () => {
    database = await create();
    store = await database.open({ now: () => clock });
    server = await startServer(store);
    const applicant = await server.as("applicant", { name: "lead" });
    lead = applicant.organisationId;
    id = await applied(store, { ...applicant, number: 1 });
    await store.database.transaction((tx) =>
      awardGrants(tx, { ledger: store.ledger, at: clock }, [
        { applicationId: id, grantCents: 150_000_00, roundId: null, decisionHash: null },
      ]),
    );
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** Moves the clock and signs in anew: sessions end. */
  const on = async (day: string) => {
    clock = new Date(`${day}T10:00:00Z`);
    visit += 1;
    const name = `${visit}`;
    return {
      member: await server.as("applicant", { organisation: lead, name }),
      finance: await server.as("finance", { name, fund: grantFund }),
      manager: await server.as("fund-manager", { name, fund: grantFund }),
      stranger: await server.as("applicant", { name: `elsewhere ${name}` }),
      otherFund: await server.as("finance", { name, fund: "challenges" }),
    };
  };
  const tasks = async (person: Person, whose = "mine"): Promise<Task[]> => {
    const answer = await person.get(`/tasks?whose=${whose}`);
    expect(answer.status, answer.text).toBe(200);
    // Other rooms have terms of their own, with tests of their own.
    return answer.body.items.filter((task: Task) => task.id.startsWith("grant/"));
  };
  const ids = (list: readonly Task[]) => list.map((task) => task.id.replace(`grant/${id}/`, ""));

  it("tells each person what is theirs, and nobody else's", async () => {
    const { member, finance, manager, stranger, otherFund } = await on("2026-12-02");
    const own = await tasks(member);
    expect(ids(own)).toEqual(["report-1", "report-2", "report-3"]);
    expect(own[0]).toMatchObject({ due: "2027-07-01", state: "running", article: "Awb 4:37", mine: true });
    expect(ids(await tasks(finance))).toEqual(["advance-1"]);
    // Six weeks after 1 December 2026.
    expect((await tasks(finance))[0]).toMatchObject({ due: "2027-01-12", article: "Awb 4:95, 4:87" });
    expect(await tasks(manager)).toEqual([]);
    expect(ids(await tasks(manager, "fund"))).toEqual(["advance-1", "report-1", "report-2", "report-3"]);
    expect((await tasks(manager, "fund")).every(({ mine }) => !mine)).toBe(true);
    expect(await tasks(stranger, "fund")).toEqual([]);
    expect(await tasks(otherFund, "fund")).toEqual([]);
    expectProblem(await server.get("/tasks"), 401);
  });

  it("shows what stands still and what is late", async () => {
    const { manager } = await on("2026-12-10");
    await manager.post(`/grants/${id}/suspension`, { words: "Er zijn vragen." });
    const later = await on("2027-07-02");
    const [report] = await tasks(later.member);
    expect(report).toMatchObject({ due: "2027-07-01", state: "late" });
    const advances = await tasks(later.finance);
    expect(ids(advances)).toEqual(["advance-1", "advance-2"]);
    expect(advances[0]).toMatchObject({ state: "suspended", suspendedDays: 204 });
    await later.manager.post(`/grants/${id}/suspension/end`, { words: "Beantwoord." });
    expect((await tasks(later.finance))[0]).toMatchObject({ state: "late", suspendedDays: 0 });
    await later.member.post(`/grants/${id}/reports`, { until: "2027-07-01", progress: "Gedaan.", costs: [] });
    expect(ids(await tasks(later.member))).toEqual(["report-2", "report-3"]);
  });

  it("follows a grant to its end", async () => {
    const asked = await on("2029-01-02");
    expect(ids(await tasks(asked.member))).toContain("ask-settlement");
    await asked.member.post(`/grants/${id}/settlement-requests`, {
      statement: "Klaar.",
      costs: [],
      evidence: ["performance", "costs", "auditor"],
    });
    const [settle] = await tasks(asked.manager);
    // 22 weeks: too long to be extended.
    expect(settle).toMatchObject({ due: "2029-06-05", article: "Awb 4:13(1)" });
    await asked.manager.post(`/grants/${id}/settlement-proposals`, {
      initiative: "recipient",
      reductions: [],
    });
    expect(await tasks(asked.manager)).toEqual([]);
    const decider = await server.as("decider", { name: "end", fund: grantFund });
    expect(ids(await tasks(decider))).toEqual(["settle"]);
  });

  it("gives the list as a calendar behind a private link that can be ended", async () => {
    const { finance, member } = await on("2029-01-03");
    const calendar = await server.as("applicant", { organisation: lead, name: "calendar" });
    const { body: link, status } = await calendar.post("/tasks/calendar-link");
    expect(status).toBe(201);
    expect((await calendar.get("/tasks")).body.calendarLink).toBe(true);
    const other = await applied(store, { ...member, number: 2 });
    await store.database.transaction((tx) =>
      awardGrants(tx, { ledger: store.ledger, at: clock }, [
        { applicationId: other, grantCents: 30_000_00, roundId: null, decisionHash: null },
      ]),
    );
    const file = await server.get(link.path);
    expect(file.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    const lines = file.text.replace(/\r\n /g, "").split("\r\n");
    expect(lines[0]).toBe("BEGIN:VCALENDAR");
    expect(lines).toContain(`UID:grant/${other}/report-1@localhost`);
    expect(lines).toContain("DTSTART;VALUE=DATE:20270701");
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(
      (await tasks(await server.as("applicant", { organisation: lead, name: "calendar" }))).length,
    );
    expect(file.text).not.toContain("Voorbeeld applicant");

    const { body: newer } = await calendar.post("/tasks/calendar-link");
    expectProblem(await server.get(link.path), 404);
    expect((await server.get(newer.path)).status).toBe(200);
    expect((await calendar.delete("/tasks/calendar-link")).status).toBe(204);
    expectProblem(await server.get(newer.path), 404);
    expectProblem(await finance.get("/tasks/calendar.ics?link=guessed"), 404);
  });
});
