/** The life of a grant through the API: reports, payments, a change, settlement with recovery, withdrawal. */
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

describe.each(databaseKinds)("a grant after its decision on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  let clock = new Date("2026-12-01T10:00:00Z");
  let applicant: Person;
  let manager: Person;
  let decider: Person;
  let finance: Person;
  let secondFinance: Person;
  const moveTo = (day: string) => {
    clock = new Date(`${day}T10:00:00Z`);
  };

  beforeAll(async () => {
    database = await create();
    store = await database.open({ now: () => clock });
    server = await startServer(store);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  /** People sign in again when the clock was moved: sessions end. */
  let entrance = 0;
  const everybody = async () => {
    entrance += 1;
    const name = `${entrance}`;
    const { organisationId } = await server.as("applicant");
    applicant = await server.as("applicant", { organisation: organisationId, name });
    manager = await server.as("fund-manager", { name });
    decider = await server.as("decider", { name });
    finance = await server.as("finance", { name });
    secondFinance = await server.as("finance", { name: `second ${name}` });
  };
  let number = 0;
  const granted = async (day: string, grantCents = 150_000_00) => {
    moveTo(day);
    await everybody();
    number += 1;
    const id = await applied(store, { ...applicant, number });
    await store.database.transaction((tx) =>
      awardGrants(tx, { ledger: store.ledger, at: clock }, [
        { applicationId: id, grantCents, roundId: null, decisionHash: null },
      ]),
    );
    return id;
  };
  const on = async (day: string) => {
    moveTo(day);
    await everybody();
  };
  const good = async (answer: Promise<{ status: number; text: string; body: unknown }>) => {
    const { status, text, body } = await answer;
    expect(status, text).toBeLessThan(300);
    // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body.
    return body as any;
  };

  /** Proposes, approves, orders and confirms one payment. */
  const pay = async (id: string, wanted: Record<string, unknown>, paidOn: string) => {
    const proposed = await good(finance.post(`/grants/${id}/payments`, wanted));
    const payment = proposed.payments.at(-1);
    await good(secondFinance.post(`/grants/${id}/payments/${payment.id}/judgement`, { approve: true }));
    await good(finance.post(`/funds/${grantFund}/payment-batches`));
    const euros = `${Math.floor(payment.cents / 100)}.${String(payment.cents % 100).padStart(2, "0")}`;
    const file = `reference,paid on,amount\n${payment.reference},${paidOn},${euros}\n`;
    return good(
      finance.post(`/funds/${grantFund}/payment-confirmations`, {
        file: Buffer.from(file).toString("base64"),
      }),
    );
  };

  it("goes from advance to recovery with interest, and every figure is in the ledger", async () => {
    const id = await granted("2026-12-01");
    let grant = await good(applicant.get(`/grants/${id}`));
    expect(grant).toMatchObject({
      state: "running",
      money: { granted: 150_000_00, paid: 0 },
      may: ["apply"],
    });
    expect(grant.advances.map(({ state }: { state: string }) => state)).toEqual(["due", "planned"]);

    // Advances: two people, once, and not before they are due.
    expectProblem(
      await finance.post(`/grants/${id}/payments`, { purpose: "advance", advance: "advance-2" }),
      409,
    );
    await good(finance.post(`/grants/${id}/payments`, { purpose: "advance", advance: "advance-1" }));
    expectProblem(
      await finance.post(`/grants/${id}/payments`, { purpose: "advance", advance: "advance-1" }),
      409,
    );
    grant = await good(finance.get(`/grants/${id}`));
    const [payment] = grant.payments;
    const judgement = `/grants/${id}/payments/${payment.id}/judgement`;
    expectProblem(await finance.post(judgement, { approve: true }), 403);
    expectProblem(await secondFinance.post(judgement, { approve: false }), 422);
    await good(secondFinance.post(judgement, { approve: true }));
    const batch = await good(finance.post(`/funds/${grantFund}/payment-batches`));
    expect(batch).toMatchObject({ orders: 1, cents: 75_000_00, paid: 0 });
    expectProblem(await finance.post(`/funds/${grantFund}/payment-batches`), 409);
    const file = await finance.get(`/payment-batches/${batch.id}/orders.csv`);
    expect(file.text).toContain(`${payment.reference},${grant.dossier},`);
    expect(file.text).toContain(",75000.00,advance");
    const confirm = (text: string) =>
      finance.post(`/funds/${grantFund}/payment-confirmations`, {
        file: Buffer.from(text).toString("base64"),
      });
    const wrong = await confirm(
      `reference,paid on,amount\n${payment.reference},2026-12-01,74999.99\nX-1,2026-12-01,1\n`,
    );
    expect(expectProblem(wrong, 422).errors?.map(({ code }) => code)).toEqual(["amount", "unknown"]);
    const early = expectProblem(
      await confirm(`reference,paid on,amount\n${payment.reference},2026-11-30,75000.00\n`),
      422,
    );
    expect(early.errors).toMatchObject([{ code: "day", location: { line: 2 } }]);
    expect(early.errors?.[0]?.detail).toContain("was ordered on 2026-12-01");
    const right = `reference,paid on,amount\n${payment.reference},2026-12-01,75000.00\n`;
    expect(await good(confirm(right))).toEqual({ booked: 1 });
    expect(await good(confirm(right))).toEqual({ booked: 0 });

    // A report in the first year, judged by the fund.
    await on("2027-06-20");
    const costs = [
      { workPackage: "wp1", category: "personnel", year: 2027, cents: 60_000_00 },
      { workPackage: "wp2", participant: "school", category: "equipment", year: 2027, cents: 100_000_00 },
    ];
    await good(
      applicant.post(`/grants/${id}/reports`, { until: "2027-06-19", progress: "De helft is klaar.", costs }),
    );
    expectProblem(await manager.post(`/grants/${id}/reports/1/judgement`, { accept: false }), 422);
    grant = await good(manager.post(`/grants/${id}/reports/1/judgement`, { accept: true }));
    expect(grant.reports[0]).toMatchObject({ number: 1, state: "accepted" });
    expect(grant.deviations.at(-1)).toMatchObject({ plannedCents: 300_000_00, reportedCents: 160_000_00 });

    // Suspension stops payment; lifting lets it go on.
    await on("2027-07-02");
    await good(manager.post(`/grants/${id}/suspension`, { words: "Er zijn vragen over de inkoop." }));
    expectProblem(
      await finance.post(`/grants/${id}/payments`, { purpose: "advance", advance: "advance-2" }),
      409,
    );
    await good(manager.post(`/grants/${id}/suspension/end`, { words: "De vragen zijn beantwoord." }));
    expect(await pay(id, { purpose: "advance", advance: "advance-2" }, "2027-07-02")).toEqual({ booked: 1 });

    // A change that was asked, shown as a difference, and decided.
    grant = await good(
      applicant.post(`/grants/${id}/changes`, { reason: "De machine kwam later.", ends: "2029-03-31" }),
    );
    const [change] = grant.changes;
    expect(change.differences.map(({ from, to }: { from: string; to: string }) => [from, to])).toContainEqual(
      ["2028-12-31", "2029-03-31"],
    );
    expectProblem(
      await applicant.post(`/grants/${id}/changes`, { reason: "Nog een.", ends: "2029-04-30" }),
      409,
    );
    grant = await good(
      manager.post(`/grants/${id}/changes/${change.id}/decision`, { accept: true, words: "Akkoord." }),
    );
    expect(grant.agreement.ends).toBe("2029-03-31");
    expect(grant.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect((await good(applicant.get(`/grants/${id}/agreements/1`))).ends).toBe("2028-12-31");

    // Settlement: lower costs, and one of them not necessary. Decided by another person.
    await on("2029-05-01");
    const final = [
      { workPackage: "wp1", category: "personnel", year: 2027, cents: 100_000_00 },
      { workPackage: "wp2", participant: "school", category: "equipment", year: 2027, cents: 100_000_00 },
    ];
    const request = { statement: "Alles is uitgevoerd.", costs: final, evidence: ["performance", "costs"] };
    expectProblem(await applicant.post(`/grants/${id}/settlement-requests`, request), 422);
    await good(
      applicant.post(`/grants/${id}/settlement-requests`, {
        ...request,
        evidence: ["performance", "costs", "auditor"],
      }),
    );
    const settlement = {
      initiative: "recipient",
      reductions: [
        {
          kind: "costs",
          cost: "wp2/school/equipment/2027",
          cents: 20_000_00,
          ground: "4:46(3)",
          reason: "Een tweede machine was niet nodig.",
        },
      ],
    };
    const preview = await good(manager.post(`/grants/${id}/settlement-previews`, settlement));
    expect(preview).toMatchObject({
      settledCents: 90_000_00,
      paidCents: 105_000_00,
      balanceCents: -15_000_00,
    });
    grant = await good(manager.post(`/grants/${id}/settlement-proposals`, settlement));
    expect(grant.money.settled).toBeNull();
    const decision = `/grants/${id}/proposals/${grant.proposals[0].id}/decision`;
    expect(expectProblem(await manager.post(decision, { approve: true }), 403).detail).toContain("decider");
    grant = await good(decider.post(decision, { approve: true }));
    expect(grant).toMatchObject({
      state: "settled",
      settledOn: "2029-05-01",
      money: {
        granted: 150_000_00,
        paid: 105_000_00,
        settled: 90_000_00,
        recoveryOrdered: 15_000_00,
        recovered: 0,
      },
      recoveries: [{ cents: 15_000_00, due: "2029-06-12", principalCents: 15_000_00, interestCents: 0 }],
    });
    expectProblem(await decider.post(decision, { approve: true }), 409);

    // Paid back late: interest from the day after the term, first interest, then the debt.
    await on("2029-09-20");
    const [recovery] = (await good(finance.get(`/grants/${id}`))).recoveries;
    expect(recovery.interestCents).toBe(162_74); // 99 days of 4% over EUR 15,000
    const receipts = `/grants/${id}/recoveries/${recovery.id}/receipts`;
    expectProblem(await finance.post(receipts, { cents: 15_162_75, receivedOn: "2029-09-20" }), 422);
    expectProblem(await finance.post(receipts, { cents: 100, receivedOn: "2029-09-21" }), 422);
    grant = await good(finance.post(receipts, { cents: 15_162_74, receivedOn: "2029-09-20" }));
    expect(grant.recoveries[0]).toMatchObject({ principalCents: 0, interestCents: 0 });
    expect(grant.money.recovered).toBe(15_162_74);

    // Every movement of the page is the ledger's own.
    const { body: ledger } = await server.get(`/ledger?subject=${id}&pageSize=100`);
    const entries = new Map(ledger.items.map((entry: { seq: number }) => [entry.seq, entry]));
    for (const { seq, kind, cents } of grant.movements)
      expect(entries.get(seq)).toMatchObject({ kind, body: { cents, fundId: grantFund } });
    expect(grant.movements).toHaveLength(7);
  });

  it("pays the balance once, after settlement of the fund's own accord", async () => {
    const id = await granted("2026-12-02", 60_000_00);
    await pay(id, { purpose: "advance", advance: "advance-1" }, "2026-12-02");
    const settlement = {
      initiative: "authority",
      reductions: [
        { kind: "share", basisPoints: 1_000, ground: "4:46(2)(a)", reason: "Eén van tien pilots viel af." },
      ],
    };
    let grant = await good(manager.post(`/grants/${id}/settlement-proposals`, settlement));
    grant = await good(
      decider.post(`/grants/${id}/proposals/${grant.proposals[0].id}/decision`, {
        approve: false,
        words: "Leg dit beter uit.",
      }),
    );
    expect(grant.proposals[0]).toMatchObject({ state: "sent-back", decision: "Leg dit beter uit." });
    grant = await good(manager.post(`/grants/${id}/settlement-proposals`, settlement));
    grant = await good(
      decider.post(`/grants/${id}/proposals/${grant.proposals[1].id}/decision`, { approve: true }),
    );
    expect(grant.money).toMatchObject({ settled: 54_000_00, paid: 30_000_00, recoveryOrdered: 0 });
    await pay(id, { purpose: "balance" }, "2026-12-02");
    expectProblem(await finance.post(`/grants/${id}/payments`, { purpose: "balance" }), 409);
    expect((await good(finance.get(`/grants/${id}`))).money.paid).toBe(54_000_00);
  });

  it("withdraws a grant, recovers what was paid, and lets it be paid in parts", async () => {
    const id = await granted("2026-12-03");
    await pay(id, { purpose: "advance", advance: "advance-1" }, "2026-12-03");
    const withdrawal = { ground: "4:48(1)(a)", reason: "Het project gaat niet door.", remainingCents: 0 };
    expectProblem(
      await manager.post(`/grants/${id}/withdrawal-proposals`, { ...withdrawal, ground: "4:49(1)(a)" }),
      422,
    );
    let grant = await good(manager.post(`/grants/${id}/withdrawal-proposals`, withdrawal));
    grant = await good(
      decider.post(`/grants/${id}/proposals/${grant.proposals[0].id}/decision`, { approve: true }),
    );
    expect(grant).toMatchObject({
      state: "withdrawn",
      money: { granted: 0, paid: 75_000_00, recoveryOrdered: 75_000_00 },
    });
    const [recovery] = grant.recoveries;
    grant = await good(
      manager.post(`/grants/${id}/recoveries/${recovery.id}/instalments`, {
        count: 4,
        first: "2027-01-31",
        reason: "Uitstel op verzoek.",
      }),
    );
    expect(grant.recoveries[0].instalments).toEqual([
      { day: "2027-01-31", cents: 18_750_00 },
      { day: "2027-02-28", cents: 18_750_00 },
      { day: "2027-03-31", cents: 18_750_00 },
      { day: "2027-04-30", cents: 18_750_00 },
    ]);
  });

  it("cannot be seen, listed or counted by another organisation", async () => {
    const id = await granted("2026-12-04");
    const other = await server.as("applicant", { name: "elsewhere" });
    const missing = "A0000000000ZZ";
    const here = expectProblem(await other.get(`/grants/${id}`), 404);
    const nowhere = expectProblem(await other.get(`/grants/${missing}`), 404);
    expect(here.detail.replace(id, missing)).toBe(nowhere.detail);
    expectProblem(
      await other.post(`/grants/${id}/reports`, { until: "2026-12-04", progress: "x", costs: [] }),
      404,
    );
    expect((await good(other.get("/grants"))).total).toBe(0);
    expect((await good(applicant.get("/grants?search=slimme"))).total).toBeGreaterThan(0);
    expectProblem(await server.get(`/grants/${id}`), 401);
    expectProblem(
      await applicant.post(`/grants/${id}/withdrawal-proposals`, {
        ground: "4:48(1)(a)",
        reason: "x",
        remainingCents: 0,
      }),
      403,
    );
    const auditor = await server.as("auditor");
    expect((await good(auditor.get(`/grants/${id}`))).may).toEqual([]);
    const refused = expectProblem(await auditor.post(`/grants/${id}/suspension`, { words: "x" }), 403);
    expect(refused.detail).toContain("fund manager");
  });

  it("is settled on request only after its activities have ended, or else of the fund's own accord", async () => {
    const id = await granted("2026-12-05");
    await on("2028-12-31");
    const request = {
      statement: "Eerder klaar.",
      costs: [],
      evidence: ["performance", "costs", "auditor"],
    };
    const asked = expectProblem(await applicant.post(`/grants/${id}/settlement-requests`, request), 409);
    expect(asked.detail).toContain("2028-12-31");
    expect(asked.detail).toContain("change the end date");
    const onRequest = { initiative: "recipient", reductions: [] };
    for (const path of ["settlement-previews", "settlement-proposals"])
      expect(expectProblem(await manager.post(`/grants/${id}/${path}`, onRequest), 409).detail).toContain(
        "Awb 4:44",
      );
    expect((await good(manager.get(`/grants/${id}`))).state).toBe("running");
    await good(manager.post(`/grants/${id}/settlement-previews`, { ...onRequest, initiative: "authority" }));

    // The way out: activities that ended sooner end sooner in the agreement too.
    const changed = await good(
      applicant.post(`/grants/${id}/changes`, {
        reason: "Eerder klaar.",
        ends: "2028-12-30",
        milestones: [],
      }),
    );
    await good(
      manager.post(`/grants/${id}/changes/${changed.changes[0].id}/decision`, {
        accept: true,
        words: "Akkoord.",
      }),
    );
    await good(applicant.post(`/grants/${id}/settlement-requests`, request));
    await good(manager.post(`/grants/${id}/settlement-proposals`, onRequest));
  });

  it("lists payments that wait before those that are done, each in the order that is useful", async () => {
    const paid = await granted("2026-12-06");
    await pay(paid, { purpose: "advance", advance: "advance-1" }, "2026-12-06");
    const waits: string[] = [];
    for (const day of ["2026-12-07", "2026-12-08"]) {
      const id = await granted(day);
      await good(finance.post(`/grants/${id}/payments`, { purpose: "advance", advance: "advance-1" }));
      waits.push(id);
    }
    const { items } = await good(finance.get("/payments?pageSize=100"));
    const seen = items as { state: string; applicationId: string; proposedAt: string }[];
    const isDone = ({ state }: { state: string }) => state === "paid" || state === "rejected";
    const open = seen.filter((each) => !isDone(each));
    const done = seen.filter(isDone);
    expect(seen).toEqual([...open, ...done]);
    expect(open.map(({ applicationId }) => applicationId)).toEqual(waits);
    const moments = done.map(({ proposedAt }) => proposedAt);
    expect(moments.length).toBeGreaterThan(1);
    expect(moments).toEqual(moments.toSorted().reverse());
  });
});
