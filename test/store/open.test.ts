import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store, sqlState, storeEnvironment } from "@voorsprong/store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databaseKinds, type TestDatabase } from "./databases.js";

describe.each(databaseKinds)("an open store on $name", ({ name, create }) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());

  it("gives values alike on both databases", async () => {
    const [row] = await store.database.query(
      `SELECT $1::bigint AS whole, count(*) AS number, $2::timestamptz AS moment, $3::jsonb AS json, $4::text[] AS list,
         1.50::numeric AS exact, NULL::text AS none, $5::boolean AS truth, '2027-03-28'::date AS day, $6::bytea AS bytes`,
      [
        2 ** 53 - 1,
        new Date("2027-01-15T09:30:00.123Z"),
        '{"a": [1, "é"]}',
        ["x", 'with "quotes", comma', ""],
        true,
        new Uint8Array([0, 127, 255]),
      ],
    );
    expect({ ...row, bytes: [...(row?.bytes as Uint8Array)] }).toEqual({
      whole: 9007199254740991,
      number: 1,
      moment: new Date("2027-01-15T09:30:00.123Z"),
      json: { a: [1, "é"] },
      list: ["x", 'with "quotes", comma', ""],
      exact: "1.50",
      none: null,
      truth: true,
      day: "2027-03-28",
      bytes: [0, 127, 255],
    });
  });

  it("never rounds a number that is too large", async () => {
    const large = store.database.query("SELECT 9007199254740993::bigint AS n");
    await expect(large).rejects.toThrow("9007199254740993");
  });

  it("goes on after an error, in a statement, a script and a transaction", async () => {
    await store.database.query("CREATE TABLE once (n integer PRIMARY KEY)");
    await store.database.query("INSERT INTO once VALUES ($1)", [1]);
    const failures = [
      () => store.database.query("INSERT INTO once VALUES ($1)", [1]),
      () => store.database.exec("BEGIN; INSERT INTO once VALUES (2); INSERT INTO once VALUES (1); COMMIT"),
      () =>
        store.database.transaction(async (tx) => {
          await tx.query("INSERT INTO once VALUES (3)");
          await tx.query("INSERT INTO once VALUES ($1)", [1]);
        }),
    ];
    for (const failing of failures) {
      expect(await failing().catch(sqlState)).toBe("23505");
      // As many connections as the pool has: none of them may have kept an open transaction.
      const rows = await Promise.all(
        Array.from({ length: 12 }, () => store.database.query("SELECT n FROM once")),
      );
      expect(rows).toEqual(Array(12).fill([{ n: 1 }]));
    }
  });

  it("is opened again with its ledger, and closing twice is closing once", async () => {
    const head = await store.ledger.head();
    await Promise.all([store.close(), store.close()]);
    store = await database.open();
    expect(await store.ledger.head()).toEqual(head);
  });

  it("refuses a database of a newer version, and leaves it alone", async () => {
    const future = await create();
    const first = await future.open();
    await first.database.query(
      "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)",
    );
    await first.close();
    await expect(future.open()).rejects.toThrow("newer version");
    // The refusal gave everything back: the next try is refused for the same reason, not for a lock.
    await expect(future.open()).rejects.toThrow("newer version");
    await future.drop();
  });

  it.runIf(name === "PostgreSQL")(
    "is opened by several processes at once, which make one ledger",
    async () => {
      const shared = await create();
      const stores = await Promise.all(Array.from({ length: 4 }, () => shared.open()));
      await Promise.all(stores.map((each) => each.jobs.start()));
      const keys = new Set(stores.map((each) => each.ledger.publicKey.kid));
      expect(keys.size).toBe(1);
      expect((await stores[0]!.ledger.export()).entries.map(({ kind }) => kind)).toEqual(["ledger.opened"]);
      await shared.drop();
    },
  );
});

describe("a PostgreSQL that cannot be used", () => {
  it("is named without its password", async () => {
    const failure = await openStore({
      databaseUrl: "postgres://user:secret-word@127.0.0.1:4199/absent",
    }).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).message).toContain("127.0.0.1:4199/absent");
    expect((failure as Error).message).toContain("ECONNREFUSED");
    expect(`${(failure as Error).message} ${(failure as Error).stack}`).not.toContain("secret-word");
  });

  it("is not needed, but something is", async () => {
    await expect(openStore({})).rejects.toThrow("needs a data directory or the URL");
  });
});

describe("the settings in the environment", () => {
  it("are read under their names, and empty ones are none", () => {
    expect(storeEnvironment({ DATABASE_URL: "postgres://x/y", VOORSPRONG_SIGNING_KEY: "{}" })).toEqual({
      databaseUrl: "postgres://x/y",
      signingKey: "{}",
    });
    expect(storeEnvironment({ DATABASE_URL: "", VOORSPRONG_SIGNING_KEY: "" })).toEqual({});
    expect(storeEnvironment({})).toEqual({});
  });
});

describe("the lock on a data directory", () => {
  let dataDir: string;
  let lock: string;
  let database: TestDatabase;
  beforeEach(async () => {
    database = await databaseKinds[0]!.create();
    dataDir = (database.location as { dataDir: string }).dataDir;
    lock = join(dataDir, "lock-7");
  });
  afterEach(() => database.drop());

  const lockFiles = async () => (await readdir(dataDir)).filter((file) => file !== "database");

  it("keeps this process and others out while the directory is open", async () => {
    const store = await database.open();
    await expect(openStore({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
    const script = `import { openStore } from "@voorsprong/store"; await openStore({ dataDir: ${JSON.stringify(dataDir)} });`;
    const other = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`in use by process ${process.pid}`);
    await store.close();
    await (await database.open()).close();
    expect(await lockFiles()).toHaveLength(1);
  });

  it("is taken over from a process that is gone", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await writeFile(lock, JSON.stringify({ pid, born: null }));
    const store = await database.open();
    expect(await lockFiles()).toEqual(["lock-8"]);
    expect(JSON.parse(await readFile(join(dataDir, "lock-8"), "utf8"))).toMatchObject({ pid: process.pid });
    await store.close();
  });

  it.runIf(process.platform === "linux")(
    "is taken over from an earlier process with the same number",
    async () => {
      // A restarted container: its only process always has the same number.
      await writeFile(lock, JSON.stringify({ pid: process.pid, born: "another-boot/123" }));
      await (await database.open()).close();
    },
  );

  it("is taken over by one of several that try at once", async () => {
    await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, born: null }));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => openStore({ dataDir })));
    const opened = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(opened).toHaveLength(1);
    for (const each of tries)
      if (each.status === "rejected") expect(String(each.reason)).toContain("in use by process");
    await opened[0]!.close();
    expect(await lockFiles()).toHaveLength(1);
  });

  it("is not guessed at when it cannot be read", async () => {
    await writeFile(lock, "not a lock");
    await expect(openStore({ dataDir })).rejects.toThrow(`${lock} cannot be read; remove it if`);
    expect(await readFile(lock, "utf8")).toBe("not a lock");
  });
});

describe("a data directory at its first start", () => {
  it("is made, for its owner only", async () => {
    const parent = await mkdtemp(join(tmpdir(), "voorsprong-test-"));
    const dataDir = join(parent, "deep", "data");
    const store = await openStore({ dataDir });
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, "database"))).mode & 0o777).toBe(0o700);
    const [settings] = await store.database.query(
      "SELECT current_setting('fsync') AS fsync, current_setting('wal_sync_method') AS method",
    );
    expect(settings).toEqual({ fsync: "on", method: "fsync" });
    await store.close();
    await rm(parent, { recursive: true });
  });
});
