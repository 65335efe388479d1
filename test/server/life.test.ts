/**
 * The whole life of a subsidy through the API only: a call is opened; three applicants, one of them a consortium, apply;
 * two reviewers, one of them conflicted, review; two people decide; an objection succeeds; an advance is paid; a grant is
 * settled lower and what was paid too much comes back; the public register and the accord show it all.
 */
import { verifyDecision, verifyLedger } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Answer,
  databaseKinds,
  expectProblem,
  type Person,
  programme,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const callId = "life-2027";
const text = (words: string) => ({ nl: words, en: words });

/** The fund without the first call of its programme, so that the budget of 2027 is free. */
const life = {
  ...programme,
  funds: programme.funds.map((fund) =>
    fund.id === "research" ? { ...fund, calls: fund.calls.slice(1) } : fund,
  ),
};

describe.each(databaseKinds)("the life of a subsidy on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let clock = new Date("2026-11-24T09:00:00Z");
  /** Everybody in the story, signed in again after each leap in time: sessions end. */
  const cast = new Map<string, Promise<Person>>();
  const once = (name: string, make: () => Promise<Person>) => {
    const known = cast.get(name) ?? make();
    cast.set(name, known);
    return known;
  };
  const be = async (name: string): Promise<Person> => {
    const role = name.split(" ")[0] as Parameters<TestServer["as"]>[0];
    const first = await once(name, () => server.as(role, { name }));
    return { ...(await server.asPerson(first.personId)), organisationId: first.organisationId };
  };
  const on = (day: string, time = "10:00") => {
    clock = new Date(`${day}T${time}:00Z`);
  };
  const good = async (answer: Promise<Answer>) => {
    const { status, text: said, body } = await answer;
    expect(status, said).toBeLessThan(300);
    return body;
  };

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open({ now: () => clock }), { programme: life });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** Ids of the applications by who leads. */
  const applications: Record<string, string> = {};

  it("opens a call, which is frozen from then on", async () => {
    const manager = await be("fund-manager");
    const draft = await good(
      manager.post("/calls", { id: callId, fundId: "research", from: { template: "tender" } }),
    );
    const definition = {
      ...draft.definition,
      title: text("Levensloop 2027"),
      opens: "2026-12-01T09:00:00+01:00",
      closes: "2027-01-15T17:00:00+01:00",
      budgets: [{ id: "2027", amount: 400_000_00 }],
      eligibility: [
        {
          id: "costs",
          expression: "costs.total >= 1000000",
          effect: "refuse",
          reason: text("Het project kost ten minste € 10.000."),
        },
      ],
      threshold: 5_000,
      review: { reviewers: 1, blind: true, normalisation: "none", days: 14 },
      aid: { basis: ["gber-25"], choice: "application" },
      grant: {
        maximum: 250_000_00,
        advances: [{ percent: 8_000, when: { after: "award", months: 0 } }],
        reportEveryMonths: 12,
      },
      decisionWeeks: 8,
    };
    const changed = await good(manager.put(`/calls/${callId}`, { definition, revision: draft.revision }));
    expect((await good(manager.post(`/calls/${callId}/check`, {}))).errors).toEqual([]);
    const opened = await good(manager.post(`/calls/${callId}/opening`, { revision: changed.revision }));
    expect(opened).toMatchObject({ state: "coming", version: 1 });
    expectProblem(await manager.put(`/calls/${callId}`, { definition, revision: opened.revision }), 409);
    const { items } = await good(server.get(`/ledger?subject=${callId}`));
    expect(items).toMatchObject([{ kind: "call.opened", body: { hash: opened.hash } }]);
  });

  /** What every applicant fills in; costs in cents of experimental development by a small firm. */
  const parts = (title: string, cents: number, asked: number) => ({
    title,
    summary: `${title}, een voorbeeld.`,
    contact: { name: "Voorbeeld contactpersoon", email: "contact@example.org" },
    lead: { size: "small", region: "Groningen" },
    project: { theme: "sme-innovation", region: "Groningen", start: "2027-06-01", end: "2028-05-31" },
    answers: {
      plan: "Wij bouwen een proefopstelling, meten een jaar lang en delen de uitkomsten. ".repeat(3),
    },
    workPackages: [
      { id: "w1", title: "Bouwen", category: "experimental-development", reason: "Bekende techniek." },
    ],
    costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents }],
    requested: { "2027": asked },
  });
  const apply = async (who: string, changes: object) => {
    const person = await be(who);
    const { id, revision } = await good(
      person.post("/applications", { callId, organisationId: person.organisationId }),
    );
    await good(person.patch(`/applications/${id}`, { revision, changes }));
    applications[who] = id;
    return { person, id };
  };

  it("takes in three applications, one of them of a consortium", async () => {
    on("2026-12-10");
    const first = await apply("applicant one", parts("Robot", 5_000_00, 2_000_00));
    const checks = await good(first.person.post(`/applications/${first.id}/checks`));
    expect(JSON.stringify(checks)).toContain("Het project kost ten minste € 10.000.");
    await good(
      first.person.patch(`/applications/${first.id}`, {
        revision: 2,
        changes: {
          costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents: 500_000_00 }],
          requested: { "2027": 200_000_00 },
        },
      }),
    );
    const submitted = await good(first.person.post(`/applications/${first.id}/submission`, { revision: 3 }));
    expect(submitted).toMatchObject({ state: "submitted", dossier: "LIFE-2027-0001" });

    on("2026-12-20");
    const partner = await be("applicant partner");
    const two = await apply("applicant two", {
      ...parts("Sensor", 300_000_00, 180_000_00),
      partners: [
        { id: "p1", name: "Partner", kind: "company", size: "small", region: "Drenthe", role: "Meet." },
      ],
      costs: [
        { workPackage: "w1", year: 2027, category: "personnel", cents: 200_000_00 },
        { workPackage: "w1", partner: "p1", year: 2027, category: "personnel", cents: 120_000_00 },
      ],
    });
    const { path } = await good(two.person.post(`/applications/${two.id}/partners/p1/invitation`));
    expectProblem(await partner.get(`/applications/${two.id}`), 404);
    expectProblem(await two.person.post(`/applications/${two.id}/submission`, { revision: 2 }), 422);
    await good(
      partner.post(`/applications/${two.id}/partners/p1/acceptance`, {
        secret: path.split("#")[1],
        organisationId: partner.organisationId,
      }),
    );
    const seen = await good(partner.get(`/applications/${two.id}`));
    expect(seen).toMatchObject({ as: "partner", ownPartners: ["p1"] });
    await good(
      partner.post(`/applications/${two.id}/partners/p1/confirmation`, {
        answer: "confirmed",
        part: seen.partners[0].part,
      }),
    );
    const { revision } = await good(two.person.get(`/applications/${two.id}`));
    await good(two.person.post(`/applications/${two.id}/submission`, { revision }));

    on("2027-01-15", "15:59");
    const three = await apply("applicant three", parts("Practicum", 100_000_00, 40_000_00));
    await good(three.person.post(`/applications/${three.id}/submission`, { revision: 2 }));
    on("2027-01-15", "16:00");
    const four = await be("applicant late");
    expectProblem(await four.post("/applications", { callId, organisationId: four.organisationId }), 409);
    // Nobody sees what is another's.
    expectProblem(await four.get(`/applications/${three.id}`), 404);
    expect((await good(four.get("/applications"))).total).toBe(0);
  });

  it("has them reviewed by two reviewers, of whom one has a conflict", async () => {
    on("2027-01-20");
    const manager = await be("fund-manager");
    const reviewers = [await be("reviewer one"), await be("reviewer two")];
    for (const { personId } of reviewers)
      await good(
        manager.put(`/calls/${callId}/reviewers/${personId}`, {
          capacity: 3,
          expertise: { "sme-innovation": 2 },
          interests: [],
        }),
      );
    const { revision } = await good(manager.post(`/calls/${callId}/assignment-proposal`));
    await good(manager.post(`/calls/${callId}/assignment-proposal/confirmation`, { revision }));
    const mine = async (reviewer: Person) =>
      (await good(reviewer.get("/reviews"))).items.map(
        ({ applicationId }: { applicationId: string }) => applicationId,
      ) as string[];
    const lists = await Promise.all(reviewers.map(mine));
    expect(lists.map(({ length }) => length).sort()).toEqual([1, 2]);
    const [busy] = reviewers.filter((_, index) => lists[index]!.length === 2);
    const [other] = reviewers.filter((_, index) => lists[index]!.length === 1);
    const conflicted = lists.find(({ length }) => length === 2)![0]!;
    expectProblem(await busy!.get(`/reviews/${conflicted}/file`), 403);
    await good(
      busy!.post(`/reviews/${conflicted}/declaration`, {
        conflict: true,
        explanation: "Een familielid werkt bij de aanvrager.",
      }),
    );
    // The file never opens, and the other reviewer has it from now on.
    expect((await busy!.get(`/reviews/${conflicted}/file`)).status).toBeGreaterThanOrEqual(403);
    expect(await mine(other!)).toContain(conflicted);

    on("2027-01-25");
    const points: Record<string, number> = {
      [applications["applicant one"]!]: 8,
      [applications["applicant two"]!]: 9,
      [applications["applicant three"]!]: 4,
    };
    for (const name of ["reviewer one", "reviewer two"]) {
      const reviewer = await be(name);
      for (const id of await mine(reviewer)) {
        if (id === conflicted && reviewer.personId === busy!.personId) continue;
        await good(reviewer.post(`/reviews/${id}/declaration`, { conflict: false, explanation: null }));
        const file = await reviewer.get(`/reviews/${id}/file`);
        expect(file.status).toBe(200);
        expect(file.text).not.toContain("Voorbeeldbedrijf");
        const saved = await good(
          reviewer.put(`/reviews/${id}`, {
            revision: (await good(reviewer.get(`/reviews/${id}`))).revision,
            scores: { quality: points[id] },
            reasons: { quality: "De stappen zijn na te gaan." },
            classes: {},
          }),
        );
        await good(reviewer.post(`/reviews/${id}/submission`, { revision: saved.revision }));
      }
    }
    on("2027-02-05");
    const again = await be("fund-manager");
    await good(again.post(`/calls/${callId}/panel`, {}));
    await good(again.post(`/calls/${callId}/scores`, {}));
  });

  const decided = async () => {
    const { items } = await good((await be("fund-manager")).get(`/calls/${callId}/proposals`));
    return items[0];
  };

  it("is decided by two people, with letters that say why", async () => {
    on("2027-02-10");
    const manager = await be("fund-manager");
    const tasks = async () =>
      (await good(manager.get("/tasks?whose=fund"))).items.map(({ id }: { id: string }) => id) as string[];
    expect(await tasks()).toContain(`call/${callId}/flags`);
    const proposed = await good(manager.post(`/calls/${callId}/proposals`, { note: "Akkoord." }));
    expectProblem(await manager.post(`/calls/${callId}/proposals/${proposed.number}/approval`), 403);
    const approved = await good(
      (await be("decider first")).post(`/calls/${callId}/proposals/${proposed.number}/approval`),
    );
    expect(await server.ended(approved.jobId)).toMatchObject({ state: "done", failure: null });
    const { roundId } = await decided();
    const { body: decision } = await server.get(`/rounds/${roundId}/decision`);
    expect(verifyDecision(decision)).toMatchObject({ valid: true });
    // Nobody waits any more for a look at applications that were decided.
    expect(await tasks()).not.toContain(`call/${callId}/flags`);
    const outcome = async (who: string) =>
      good((await be(who)).get(`/applications/${applications[who]}/decision`));
    expect(JSON.stringify(await outcome("applicant one"))).toContain("20000000");
    const refused = await outcome("applicant three");
    expect(JSON.stringify(refused)).toContain("below-threshold");
    const [letter] = refused.letters;
    const { text: page } = await (await be("applicant three")).get(`/letters/${letter.id}?language=nl`);
    expect(page).toContain("24 maart 2027");
    expectProblem(await (await be("applicant one")).get(`/letters/${letter.id}?language=nl`), 404);
    // What was decided can no longer be withdrawn by the applicant.
    const { can } = await good(
      (await be("applicant one")).get(`/applications/${applications["applicant one"]}`),
    );
    expect(can).toMatchObject({ withdraw: false, write: false });
    expectProblem(
      await (await be("applicant one")).post(`/applications/${applications["applicant one"]}/withdrawal`),
      409,
    );
  });

  it("grants an objection and decides the round again, and says what changed", async () => {
    on("2027-03-01");
    const objector = await be("applicant three");
    const id = applications["applicant three"]!;
    const objection = await good(
      objector.post(`/applications/${id}/objections`, { grounds: "De planning is niet gelezen." }),
    );
    expect(objection).toMatchObject({ timely: true, state: "open" });
    on("2027-03-20");
    const manager = await be("fund-manager");
    await good(
      manager.post(`/objections/${objection.id}/events`, { kind: "hearing-held", note: "Toegelicht." }),
    );
    await good(
      manager.post(`/objections/${objection.id}/preparation`, {
        outcome: "founded",
        reason: text("De planning zat erbij en is niet gelezen."),
        corrections: [
          { what: "admit", reason: text("De drempel is gehaald.") },
          // So high that by the rule another has to make place; what was granted stays granted.
          { what: "score", to: 9_500, reason: text("Met de planning is de kwaliteit hoger.") },
        ],
      }),
    );
    // Who took the first decision decides no objection to it.
    expectProblem(await (await be("decider first")).post(`/objections/${objection.id}/decision`), 403);
    await good((await be("decider second")).post(`/objections/${objection.id}/decision`));
    const proposal = await decided();
    expect(proposal).toMatchObject({ kind: "objection" });
    if (proposal.jobId !== null) await server.ended(proposal.jobId);
    const { body: decision } = await server.get(`/rounds/${(await decided()).roundId}/decision`);
    expect(verifyDecision(decision)).toMatchObject({ valid: true });
    const granted = await good((await be("applicant three")).get(`/grants/${id}`));
    expect(granted.money.granted).toBe(40_000_00);
    expect(
      (await good((await be("applicant one")).get(`/grants/${applications["applicant one"]}`))).money,
    ).toMatchObject({ granted: 200_000_00 });
  });

  const pay = async (id: string, wanted: object, day: string) => {
    const finance = await be("finance one");
    const grant = await good(finance.post(`/grants/${id}/payments`, wanted));
    const payment = grant.payments.at(-1);
    await good(
      (await be("finance two")).post(`/grants/${id}/payments/${payment.id}/judgement`, { approve: true }),
    );
    await good(finance.post("/funds/research/payment-batches"));
    const euros = (payment.cents / 100).toFixed(2);
    const file = `reference,paid on,amount\n${payment.reference},${day},${euros}\n`;
    return good(
      finance.post("/funds/research/payment-confirmations", { file: Buffer.from(file).toString("base64") }),
    );
  };

  it("pays an advance, settles on lower costs and gets back what was paid too much", async () => {
    const id = applications["applicant one"]!;
    on("2027-04-01");
    expect(await pay(id, { purpose: "advance", advance: "advance-1" }, "2027-04-01")).toEqual({ booked: 1 });
    on("2028-07-01");
    const lead = await be("applicant one");
    const grant = await good(lead.get(`/grants/${id}`));
    const costs = grant.agreement.costs.map((cell: { cents: number }) => ({
      workPackage: "w1",
      category: "personnel",
      year: 2027,
      cents: Math.floor(cell.cents / 2),
    }));
    await good(
      lead.post(`/grants/${id}/settlement-requests`, {
        statement: "De helft van de kosten is gemaakt.",
        costs,
        evidence: grant.evidence.map((item: { id: string }) => item.id),
      }),
    );
    const proposed = await good(
      (await be("fund-manager")).post(`/grants/${id}/settlement-proposals`, {
        initiative: "recipient",
        reductions: [],
      }),
    );
    const settled = await good(
      (await be("decider first")).post(`/grants/${id}/proposals/${proposed.proposals[0].id}/decision`, {
        approve: true,
      }),
    );
    expect(settled).toMatchObject({
      state: "settled",
      money: { granted: 200_000_00, paid: 160_000_00, settled: 100_000_00, recoveryOrdered: 60_000_00 },
    });
    on("2028-07-20");
    const [recovery] = settled.recoveries;
    const after = await good(
      (await be("finance one")).post(`/grants/${id}/recoveries/${recovery.id}/receipts`, {
        cents: 60_000_00,
        receivedOn: "2028-07-20",
      }),
    );
    expect(after.money.recovered).toBe(60_000_00);
  });

  it("shows everything to everyone: register, open data, ledger, and the clause of the accord", async () => {
    const awards = await good(server.get(`/register/awards?callId=${callId}`));
    expect(awards.total).toBe(3);
    const { body: giving } = await server.get("/open-data/360giving.json");
    expect(giving.grants).toHaveLength(3);
    const { body: clause } = await server.get("/clauses/innovation.research");
    expect(clause.status.money).toMatchObject({
      committed: { cents: 400_000_00, example: false },
      decided: { cents: 420_000_00 },
      paid: { cents: 160_000_00 },
      settled: { cents: 100_000_00 },
    });
    const money = await good(server.get("/funds/research/money"));
    expect(clause.status.money.decided.cents).toBe(money.totals.granted);
    const { body: ledger } = await server.get("/ledger/export");
    expect(await verifyLedger(ledger)).toMatchObject({ valid: true });
    const kinds = new Set(ledger.entries.map(({ kind }: { kind: string }) => kind));
    for (const wanted of [
      "call.opened",
      "application.submitted",
      "scores.frozen",
      "decision.published",
      "objection.decided",
      "grant.awarded",
      "payment.made",
      "grant.settled",
      "recovery.ordered",
      "recovery.received",
    ])
      expect(kinds, wanted).toContain(wanted);
    // No person is in the ledger or in what is public.
    for (const public_ of [JSON.stringify(ledger), JSON.stringify(giving), JSON.stringify(awards)])
      expect(public_).not.toMatch(/Voorbeeld contactpersoon|example\.org|familielid/);
  });
});
