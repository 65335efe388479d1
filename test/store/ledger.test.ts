import type { Store } from "@voorsprong/store";
import { parseExact, verifyLedger } from "@voorsprong/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, type TestDatabase } from "./databases.js";

describe.each(databaseKinds)("the ledger on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let clock = Date.parse("2027-01-15T09:30:00.000Z");

  beforeAll(async () => {
    database = await create();
    store = await database.open({ now: () => new Date(clock++) });
  });
  afterAll(() => database.drop());

  const append = (kind: string, subject: string, body = {}) =>
    store.database.transaction((tx) => store.ledger.append(tx, { kind, subject, body }));
  const verify = async () => verifyLedger(parseExact(JSON.stringify(await store.ledger.export())));

  it("opens with the public key and never shows the private one", async () => {
    const { entries } = await store.ledger.export();
    expect(entries[0]).toMatchObject({
      seq: 1,
      kind: "ledger.opened",
      previous: `sha256:${"0".repeat(64)}`,
      body: { key: store.ledger.publicKey },
    });
    expect(Object.keys(store.ledger.publicKey).sort()).toEqual(["crv", "kid", "kty", "x"]);
    expect(JSON.stringify(await store.ledger.export())).not.toContain('"d"');
  });

  it("is found whole by the independent verifier, whatever text is in a body", async () => {
    await append("round.opened", "één", {
      text: '€ "quoted" \\ \n 𝄞',
      numbers: [-1, -0, 2 ** 53 - 1],
      none: null,
    });
    await append("decision.published", "één", {});
    expect(await verify()).toMatchObject({ valid: true, signed: true });
    expect((await verify()).entries).toBe((await store.ledger.head()).seq);
  });

  it("dates entries with the clock it was given", async () => {
    clock = Date.parse("2028-02-29T23:59:59.999Z");
    expect((await append("round.opened", "leap")).at).toBe("2028-02-29T23:59:59.999Z");
    expect((await store.ledger.page({ page: 1, pageSize: 1 })).items[0]?.at).toBe("2028-02-29T23:59:59.999Z");
  });

  it("has no entry of a transaction that was rolled back, and no gap after it", async () => {
    const before = await store.ledger.head();
    const failed = store.database.transaction(async (tx) => {
      await store.ledger.append(tx, { kind: "round.opened", subject: "lost", body: {} });
      throw new Error("on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    expect((await append("round.opened", "kept")).seq).toBe(before.seq + 1);
  });

  it("keeps its order when many append at once", async () => {
    const before = (await store.ledger.head()).seq;
    const entries = await Promise.all(
      Array.from({ length: 25 }, (_, n) => append("round.opened", `at-once-${n}`)),
    );
    const numbers = entries.map((entry) => entry.seq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, n) => before + 1 + n));
    expect(await verify()).toMatchObject({ valid: true, signed: true });
  });

  it("takes thousands of entries at once, in their order, and none where the transaction fails", async () => {
    const before = (await store.ledger.head()).seq;
    const records = Array.from({ length: 1_203 }, (_, n) => ({
      kind: "application.submitted",
      subject: `bulk-${n}`,
      body: { n },
    }));
    const entries = await store.database.transaction((tx) => store.ledger.appendAll(tx, records));
    expect(entries.map(({ seq, subject }) => [seq, subject])).toEqual(
      records.map(({ subject }, n) => [before + 1 + n, subject]),
    );
    const failed = store.database.transaction(async (tx) => {
      await store.ledger.appendAll(tx, records);
      throw new Error("on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    expect(await verify()).toMatchObject({ valid: true, signed: true, entries: before + 1_203 });
  });

  it("is listed newest first, by subject and by page", async () => {
    const all = await store.ledger.page({ page: 2, pageSize: 3 });
    expect(all.items.map((entry) => entry.seq)).toEqual([all.total - 3, all.total - 4, all.total - 5]);
    const one = await store.ledger.page({ page: 1, pageSize: 10, subject: "één" });
    expect(one.items.map((entry) => entry.kind)).toEqual(["decision.published", "round.opened"]);
    expect(one.total).toBe(2);
  });

  it.each([
    "UPDATE ledger SET kind = 'changed' WHERE seq = 2",
    "DELETE FROM ledger WHERE seq = 2",
    "DELETE FROM ledger WHERE false",
    "TRUNCATE ledger CASCADE",
  ])("refuses: %s", async (sql) => {
    await expect(store.database.query(sql)).rejects.toMatchObject({ code: "23000" });
    expect(await verify()).toMatchObject({ valid: true });
  });

  it.each([
    ["a gap", "(SELECT max(seq) + 2 FROM ledger)", "(SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1)"],
    ["another predecessor", "(SELECT max(seq) + 1 FROM ledger)", "(SELECT hash FROM ledger WHERE seq = 1)"],
  ])("refuses an entry after %s", async (_, seq, previous) => {
    const entry = `INSERT INTO ledger VALUES (${seq}, now(), 'k', 's', '{}', ${previous}, 'sha256:${"a".repeat(64)}', '')`;
    await expect(store.database.query(entry)).rejects.toMatchObject({ code: "23000" });
  });

  it("refuses what the database would not keep as it is", async () => {
    await expect(append("round.opened", "nul\0")).rejects.toThrow("U+0000");
    await expect(append("round.opened", "half", { text: "\ud83d" })).rejects.toThrow("surrogate");
    await expect(append("round.opened", "fraction", { share: 0.5 })).rejects.toThrow("0.5");
    await append("round.opened", "backslash", { text: "\\u0000 \\ud83d written out" });
    expect(await verify()).toMatchObject({ valid: true });
  });

  it("goes on with its key after it is opened again, and with no other", async () => {
    const { publicKey } = store.ledger;
    const [{ jwk }] = (await store.database.query("SELECT jwk FROM signing_key")) as [{ jwk: object }];
    await store.close();
    const other =
      '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}';
    await expect(database.open({ signingKey: other })).rejects.toThrow(publicKey.kid);
    store = await database.open({ signingKey: JSON.stringify(jwk) });
    expect(store.ledger.publicKey).toEqual(publicKey);
    await append("round.opened", "afterwards");
    expect(await verify()).toMatchObject({ valid: true, signed: true });
  });

  it.each([
    "not JSON nWGxne_9",
    '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKx","d":"nWGxne_9"}',
    '{"kty":"RSA","d":"nWGxne_9"}',
  ])("does not repeat a signing key that cannot be used: %s", async (signingKey) => {
    const fresh = await create();
    const failure = await fresh
      .open({ signingKey })
      .catch((error: Error) => `${error.message} ${error.stack} ${error.cause}`);
    expect(failure).toContain("not an Ed25519 private key");
    expect(failure).not.toContain("nWGxne_9");
    await fresh.drop();
  });
});
