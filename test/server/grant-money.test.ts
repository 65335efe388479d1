/** The money of grants adds up: whatever happens, tables, ledger and figures of the clause say the same. */
import {
  awardGrants,
  type MoneyKind,
  moneyKinds,
  moneyOfFund,
  moneyOfGrant,
} from "@voorsprong/instruments/fund/grants";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { Store } from "@voorsprong/store";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applied, grantFund } from "./grant-fixtures.js";
import { databaseKinds, type Person, startServer, type TestDatabase, type TestServer } from "./harness.js";

/** Steps that may or may not be possible at that moment; a refusal is as good as a success. */
const step = fc.oneof(
  fc.constant({ kind: "pay" as const }),
  fc.record({ kind: fc.constant("report" as const), cents: fc.integer({ min: 0, max: 400_000_00 }) }),
  fc.record({ kind: fc.constant("lower" as const), percent: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ kind: fc.constant("withdraw" as const), percent: fc.integer({ min: 0, max: 110 }) }),
  fc.record({ kind: fc.constant("settle" as const), share: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({ kind: fc.constant("receive" as const), percent: fc.integer({ min: 1, max: 120 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer Taken> ? Taken : never;

/** One life in which everything happens, whatever the generator draws. */
const wholeLife: Step[] = [
  { kind: "pay" },
  { kind: "report", cents: 100_000_00 },
  { kind: "lower", percent: 80 },
  { kind: "settle", share: 9_000 },
  { kind: "receive", percent: 50 },
  { kind: "withdraw", percent: 0 },
];

describe.each(databaseKinds)("the money of grants on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  let applicant: Person;
  let manager: Person;
  let decider: Person;
  let finance: Person;
  let second: Person;
  let number = 0;

  beforeAll(async () => {
    database = await create();
    store = await database.open();
    server = await startServer(store);
    applicant = await server.as("applicant");
    manager = await server.as("fund-manager");
    decider = await server.as("decider");
    finance = await server.as("finance");
    second = await server.as("finance", { name: "second" });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const today = () => amsterdamDay(new Date());
  const decide = async (id: string) => {
    const { body } = await decider.get(`/grants/${id}`);
    const open = body.proposals.find(({ state }: { state: string }) => state === "proposed");
    if (open !== undefined)
      await decider.post(`/grants/${id}/proposals/${open.id}/decision`, { approve: true });
  };
  const take = async (id: string, wanted: Step) => {
    const { body: grant } = await finance.get(`/grants/${id}`);
    const part = (percent: number) => Math.floor((grant.money.granted * percent) / 100);
    switch (wanted.kind) {
      case "pay": {
        const due = grant.advances.find(({ state }: { state: string }) => state === "due");
        const asked = due === undefined ? { purpose: "balance" } : { purpose: "advance", advance: due.id };
        const { body } = await finance.post(`/grants/${id}/payments`, asked);
        const order = body.payments?.find(({ state }: { state: string }) => state === "proposed");
        if (order === undefined) return;
        await second.post(`/grants/${id}/payments/${order.id}/judgement`, { approve: true });
        await finance.post(`/funds/${grantFund}/payment-batches`);
        const amount = `${Math.floor(order.cents / 100)}.${String(order.cents % 100).padStart(2, "0")}`;
        const file = Buffer.from(`reference,paid on,amount\n${order.reference},${today()},${amount}\n`);
        await finance.post(`/funds/${grantFund}/payment-confirmations`, { file: file.toString("base64") });
        return;
      }
      case "report":
        await applicant.post(`/grants/${id}/reports`, {
          until: today(),
          progress: "Voortgang.",
          costs: [{ category: "personnel", year: 2026, cents: wanted.cents }],
        });
        return;
      case "lower": {
        const { body } = await applicant.post(`/grants/${id}/changes`, {
          reason: "Minder nodig.",
          grantCents: part(wanted.percent),
        });
        const change = body.changes?.at(-1);
        if (change?.state !== "proposed") return;
        const decision = `/grants/${id}/changes/${change.id}/decision`;
        const { status } = await manager.post(decision, { accept: true, words: "Akkoord." });
        if (status >= 400) await manager.post(decision, { accept: false, words: "Kan niet." });
        return;
      }
      case "withdraw":
        await manager.post(`/grants/${id}/withdrawal-proposals`, {
          ground: grant.state === "settled" ? "4:49(1)(a)" : "4:48(1)(a)",
          reason: "Niet uitgevoerd.",
          remainingCents: part(wanted.percent),
        });
        return decide(id);
      case "settle":
        await manager.post(`/grants/${id}/settlement-proposals`, {
          initiative: "authority",
          reductions: [
            { kind: "share", basisPoints: wanted.share, ground: "4:46(2)(a)", reason: "Deels uitgevoerd." },
          ],
        });
        return decide(id);
      case "receive": {
        const recovery = grant.recoveries.find((each: { principalCents: number }) => each.principalCents > 0);
        if (recovery === undefined) return;
        const cents = Math.max(1, Math.floor((recovery.principalCents * wanted.percent) / 100));
        await finance.post(`/grants/${id}/recoveries/${recovery.id}/receipts`, {
          cents,
          receivedOn: today(),
        });
      }
    }
  };

  it("never pays more than was granted or settled, and says the same everywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300_000_00 }),
        fc.array(step, { minLength: 1, maxLength: 7 }),
        async (grantCents, steps) => {
          number += 1;
          const content = {
            format: "voorsprong-application/1",
            title: "Voorbeeld",
            project: { start: "2025-01-01", end: "2026-12-31" },
            costs: [{ workPackage: "", year: 2026, category: "personnel", cents: 400_000_00 }],
          };
          const id = await applied(store, { ...applicant, number, content });
          await store.database.transaction((tx) =>
            awardGrants(tx, { ledger: store.ledger, at: store.now() }, [
              { applicationId: id, grantCents, roundId: null, decisionHash: null },
            ]),
          );
          for (const wanted of steps) {
            await take(id, wanted);
            const money = await moneyOfGrant(store.database, id);
            const due = money.settled ?? money.granted;
            expect(money.paid - money.recoveryOrdered).toBeLessThanOrEqual(due);
            expect(due).toBeLessThanOrEqual(grantCents);
            expect(money.granted).toBeGreaterThanOrEqual(0);
            expect(money.recovered).toBeLessThanOrEqual(money.recoveryOrdered);
          }
        },
      ),
      { numRuns: 25, examples: [[200_000_00, wholeLife]] },
    );

    // The ledger alone, the table and the figures of the clause.
    const { entries } = await store.ledger.export();
    const fromLedger = (kind: MoneyKind) =>
      entries
        .filter((entry) => entry.kind === kind && (entry.body as { fundId?: string }).fundId === grantFund)
        .reduce((sum, { body }) => sum + (body as { cents: number }).cents, 0);
    const table = await store.database.query<{ kind: MoneyKind; cents: number }>(
      "SELECT kind, sum(cents)::bigint AS cents FROM grant_money WHERE fund_id = $1 GROUP BY kind",
      [grantFund],
    );
    for (const kind of moneyKinds)
      expect(table.find((row) => row.kind === kind)?.cents ?? 0).toBe(fromLedger(kind));
    const total = await moneyOfFund(store.database, grantFund, false);
    for (const cents of [total.paid, total.recoveryOrdered, total.recovered])
      expect(cents).toBeGreaterThan(0);
    expect(total.granted).toBe(fromLedger("grant.awarded") + fromLedger("grant.changed"));
    const [stored] = await store.database.query<{ granted: number }>(
      "SELECT sum(granted)::bigint AS granted FROM grants",
    );
    expect(stored?.granted).toBe(total.granted);
    const [paid] = await store.database.query<{ cents: number }>(
      "SELECT coalesce(sum(cents), 0)::bigint AS cents FROM payment_orders WHERE state = 'paid'",
    );
    expect(paid?.cents).toBe(total.paid);

    const { body: clause } = await server.get("/clauses/innovation.research");
    expect(clause.status.money).toMatchObject({
      decided: { cents: fromLedger("grant.awarded"), example: false },
      paid: { cents: total.paid, evidence: `/funds/${grantFund}/money`, example: false },
      settled: { cents: total.settled },
    });
    const { body: money } = await server.get(`/funds/${grantFund}/money?pageSize=500`);
    expect(money).toMatchObject({ totals: total, example: false });
    expect(money.total).toBe(money.items.length);
  });
});
