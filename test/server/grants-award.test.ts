/** From a decision to grants with their first agreement. */
import { hashOf } from "@voorsprong/allocation";
import { type Agreement, awardGrants, moneyOfFund, moneyOfGrant } from "@voorsprong/instruments/fund/grants";
import type { Store } from "@voorsprong/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applied, grantFund } from "./grant-fixtures.js";
import { databaseKinds, startServer, type TestDatabase, type TestServer } from "./harness.js";

describe.each(databaseKinds)("awarding grants on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  const at = new Date("2026-11-24T23:30:00Z"); // the 25th in Amsterdam

  beforeAll(async () => {
    database = await create();
    store = await database.open();
    server = await startServer(store);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const apply = async (number: number, example = false) => {
    const { personId, organisationId } = await server.as("applicant");
    return applied(store, { personId, organisationId, number, example });
  };
  const award = (applicationId: string, grantCents = 150_000_00) =>
    store.database.transaction((tx) =>
      awardGrants(tx, { ledger: store.ledger, at }, [
        { applicationId, grantCents, roundId: null, decisionHash: null },
      ]),
    );

  it("makes a grant with its agreement, its money and one ledger entry", async () => {
    const id = await apply(1);
    expect(await award(id)).toEqual([id]);
    const [kept] = await store.database.query<{ document: string; hash: string }>(
      "SELECT document, hash FROM grant_agreements WHERE application_id = $1",
      [id],
    );
    const agreement = JSON.parse(kept!.document) as Agreement;
    expect(hashOf(agreement)).toBe(kept!.hash);
    expect(agreement).toMatchObject({
      regime: "costs",
      starts: "2027-01-01",
      ends: "2028-12-31",
      settlement: { requestBy: "2029-04-01" },
      participants: [
        { id: "lead", cents: 100_000_00 },
        { id: "school", cents: 50_000_00 },
      ],
      advances: [
        { id: "advance-1", cents: 75_000_00, due: "2026-11-25" },
        { id: "advance-2", cents: 30_000_00, due: "2027-07-01" },
      ],
    });
    expect(agreement.milestones.map(({ due }) => due)).toEqual([
      "2027-07-01",
      "2028-01-01",
      "2028-07-01",
      "2028-12-31",
    ]);
    expect(agreement.costs.map(({ id, numerator, denominator }) => [id, numerator / denominator])).toEqual([
      ["wp1/lead/personnel/2027", 0.5],
      ["wp1/lead/personnel/2028", 0.5],
      ["wp2/school/equipment/2027", 0.5],
    ]);
    const { items } = await store.ledger.page({ page: 1, pageSize: 5, subject: id });
    expect(items[0]).toMatchObject({
      kind: "grant.awarded",
      body: { fundId: grantFund, cents: 150_000_00, onDay: "2026-11-25", agreementHash: kept!.hash },
    });
    expect(await moneyOfGrant(store.database, id)).toMatchObject({
      granted: 150_000_00,
      paid: 0,
      settled: null,
    });
  });

  it("does not award twice, and keeps examples apart", async () => {
    const id = await apply(2);
    await award(id, 10_000_00);
    expect(await award(id, 99_000_00)).toEqual([]);
    const before = await moneyOfFund(store.database, grantFund, false);
    await award(await apply(3, true), 50_000_00);
    expect(await moneyOfFund(store.database, grantFund, false)).toEqual(before);
    expect(await moneyOfFund(store.database, grantFund, true)).toMatchObject({ granted: 50_000_00 });
  });

  it("writes nothing when one of several cannot be awarded", async () => {
    const id = await apply(4);
    const awards = [id, "A0000000000ZZ"].map((applicationId) => ({
      applicationId,
      grantCents: 1_000_00,
      roundId: null,
      decisionHash: null,
    }));
    const head = await store.ledger.head();
    await expect(
      store.database.transaction((tx) => awardGrants(tx, { ledger: store.ledger, at }, awards)),
    ).rejects.toThrow("there is no application");
    expect(await store.ledger.head()).toEqual(head);
    expect(await moneyOfGrant(store.database, id)).toMatchObject({ granted: 0 });
  });

  it("cannot be undone by changing rows", async () => {
    for (const table of ["grant_money", "grant_agreements"])
      await expect(store.database.query(`DELETE FROM ${table}`)).rejects.toThrow("append-only");
  });
});
