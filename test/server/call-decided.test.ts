/** Which decisions decide a call, for whom. */
import { callDecidedBy, decidedBy, publishDecision, registerRound } from "@voorsprong/instruments/fund/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDecision, sampleRound } from "../store/children/sample.mjs";
import { databaseKinds, type TestDatabase } from "./harness.js";

describe.each(databaseKinds)("a call on $name", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await kind.create();
  });
  afterAll(() => database.drop());

  it("is decided by an example for examples only, by a real round for both", async () => {
    const store = await database.open();
    const sample = sampleRound("call", 12);
    const call = { fundId: "research", call: "call" };
    const register = async (id: string, change: object) => {
      const record = { ...sample, id, ...change };
      await registerRound(store, record);
      return record;
    };
    const decide = async (record: typeof sample) =>
      publishDecision(store, sampleDecision(record) as Parameters<typeof publishDecision>[1]);
    const answers = async () => [
      await decidedBy(store.database, { ...call, example: true }),
      await decidedBy(store.database, { ...call, example: false }),
    ];
    // Rounds of one call that differ in what they are hashed to, as rounds with other applications do.
    const other = sampleRound("call", 9);

    await decide(await register("trial", { trial: true }));
    expect(await answers()).toEqual([null, null]);
    await decide(await register("example", { example: true }));
    expect(await answers()).toEqual(["example", null]);

    const second = await register("second", { ...other, id: "second", example: true });
    await expect(decide(second)).rejects.toThrow("already decided by round example");
    const real = await register("real", { ...sampleRound("call", 6), id: "real", example: false });
    expect(await callDecidedBy(store.database, "real")).toBeNull();
    await decide(real);
    expect(await answers()).toEqual(["real", "real"]);
    expect(await callDecidedBy(store.database, "second")).toBe("real");
  });
});
