/** A call out as one file, and into another installation: checked whole, kept once, refused when it was changed. */
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { ArchiveCheck, ArchiveFilePage, ArchiveSummary } from "@voorsprong/server/contract";
import type { Store } from "@voorsprong/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { exchangeFund } from "./exchange-fixtures.js";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";
import { award, openRegisterCalls, registerCall } from "./register-fixtures.js";

describe.each(databaseKinds)("archives on $name", ({ create }) => {
  let here: TestDatabase;
  let elsewhere: TestDatabase;
  let store: Store;
  let server: TestServer;
  let other: TestServer;
  let manager: Person;
  let archive: Buffer;
  let ids: string[];

  beforeAll(async () => {
    here = await create();
    elsewhere = await create();
    store = await here.open();
    server = await startServer(store);
    other = await startServer(await elsewhere.open());
    manager = await other.as("fund-manager");
    await openRegisterCalls(store);
    ids = [
      await award(store, { number: 1, name: "Eerste BV", grant: 100_00 }),
      await award(store, { number: 2, name: "Tweede BV", grant: 200_00 }),
    ];
    await store.database.query(
      `INSERT INTO attachments (id, owner_kind, owner_id, name, media_type, bytes, size, sha256, uploaded_at)
       VALUES (gen_random_uuid(), 'application', $1, '../Begroting é.pdf', 'application/pdf', $2, 4, '', now())`,
      [ids[0]!, Buffer.from("%PDF")],
    );
    archive = await made(await server.as("fund-manager", { fund: exchangeFund }));
  });
  afterAll(async () => {
    await server.close();
    await other.close();
    await here.drop();
    await elsewhere.drop();
  });

  async function made(by: Person): Promise<Buffer> {
    const answer = await server.app.inject({
      url: `/api/v1/calls/${registerCall}/archive.zip`,
      headers: by.headers,
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/zip");
    return answer.rawPayload;
  }
  const send = (path: string, bytes: Buffer, by: Person = manager) =>
    by.send({
      method: "POST",
      url: `/api/v1/exchange/${path}`,
      headers: { "content-type": "application/octet-stream" },
      payload: bytes,
    });
  const filesOf = async (hash: string, query = ""): Promise<ArchiveFilePage> =>
    (await manager.get(`/exchange/archives/${hash}/files?pageSize=100${query}`)).body;

  it("hold the call, what was asked, what was decided and the ledger's lines about it", async () => {
    const zip = await fromBufferPromise(archive, { lazyEntries: true, autoClose: false });
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    const manifest = JSON.parse(String(files.get("manifest.json")));
    for (const { path, sha256 } of manifest.files)
      expect(`sha256:${createHash("sha256").update(files.get(path)!).digest("hex")}`, path).toBe(sha256);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "README.txt",
        `calls/${registerCall}/versions/1.json`,
        "organisations.json",
        `applications/${ids[0]}/versions/1.json`,
        "records/grants-1.json",
        "records/grant_money-1.json",
        "ledger.json",
        "manifest.jws",
      ]),
    );
    const attachment = [...files.keys()].find((path) => path.startsWith("attachments/"))!;
    expect(attachment).toMatch(new RegExp(`^attachments/${ids[0]}/[0-9a-f-]{36}-Begroting-e-?\\.pdf$`));
    expect(String(files.get(attachment))).toBe("%PDF");
    const { entries } = JSON.parse(String(files.get("ledger.json")));
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      "ledger.opened",
      "call.opened",
      "application.submitted",
      "grant.awarded",
      "application.submitted",
      "grant.awarded",
    ]);
    // The other call of this store is not in it.
    expect(String(files.get("ledger.json"))).not.toContain(`${registerCall}-example`);
  });

  it("are checked first and kept then, once", async () => {
    const check: ArchiveCheck = (await send("archive-checks", archive)).body;
    expect(check).toMatchObject({
      faults: [],
      archive: {
        call: { id: registerCall },
        own: other.store.ledger.publicKey.kid === store.ledger.publicKey.kid,
        keptAt: null,
        keyId: store.ledger.publicKey.kid,
      },
    });
    expect((await manager.get("/exchange/archives")).body.items).toEqual([]);
    const kept: ArchiveSummary = (await send("archives", archive)).body;
    expect(kept).toMatchObject({ hash: check.archive!.hash, keptAt: expect.any(String) });
    const again: ArchiveSummary = (await send("archives", archive)).body;
    expect(again).toEqual(kept);
    expect((await manager.get("/exchange/archives")).body.items).toEqual([kept]);
    const entries = (await other.get(`/ledger?subject=${encodeURIComponent(kept.hash)}`)).body;
    expect(entries).toMatchObject({ total: 1, items: [{ kind: "archive.kept" }] });
    expect((await send("archive-checks", archive)).body.archive.keptAt).toBe(kept.keptAt);
  });

  it("can be read file by file where they are kept", async () => {
    const { hash } = (await send("archives", archive)).body as ArchiveSummary;
    const { items, total } = await filesOf(hash, "&kind=application");
    expect(total).toBe(2);
    expect(items.map(({ about }) => about)).toEqual(ids);
    const answer = await other.app.inject({
      url: `/api/v1/exchange/archives/${encodeURIComponent(hash)}/files/${items[1]!.position}`,
      headers: manager.headers,
    });
    expect(`sha256:${createHash("sha256").update(answer.rawPayload).digest("hex")}`).toBe(items[1]!.sha256);
    expect((await filesOf(hash, "&search=begroting")).total).toBe(1);
    expectProblem(await manager.get(`/exchange/archives/sha256:${"0".repeat(64)}/files`), 404);
  });

  it("are refused, with the file named, when one byte of an application was changed", async () => {
    const zip = await fromBufferPromise(archive, { lazyEntries: true, autoClose: false });
    const changed = new ZipFile();
    const path = `applications/${ids[1]}/versions/1.json`;
    for await (const entry of zip.eachEntry()) {
      const bytes = await buffer(await zip.openReadStreamPromise(entry));
      changed.addBuffer(
        entry.fileName === path ? Buffer.from(String(bytes).replace("2027", "2026")) : bytes,
        entry.fileName,
      );
    }
    changed.end();
    const tampered = await buffer(changed.outputStream);
    const { body } = await send("archive-checks", tampered);
    expect(body).toMatchObject({ archive: null, faults: [{ path }] });
    const problem = expectProblem(await send("archives", tampered), 422);
    expect(problem.errors?.[0]?.location.pointer).toBe(`/${path}`);
    expect((await send("archive-checks", Buffer.from("no zip"))).body.faults).toHaveLength(1);
  });

  it("are made by who manages the call or audits, and kept by who manages all funds", async () => {
    expect((await made(await server.as("auditor"))).length).toBeGreaterThan(1_000);
    const url = `/calls/${registerCall}/archive.zip`;
    expectProblem(await (await server.as("fund-manager", { fund: "challenges" })).get(url), 403);
    expectProblem(await (await server.as("applicant")).get(url), 403);
    expectProblem(await server.get(url), 401);
    expectProblem(await (await server.as("fund-manager")).get("/calls/no-such-call/archive.zip"), 404);
    const ofOneFund = await other.as("fund-manager", { fund: exchangeFund });
    expectProblem(await send("archives", archive, ofOneFund), 403);
    expectProblem(await ofOneFund.get("/exchange/archives"), 403);
    expectProblem(await send("archives", archive, await other.as("auditor")), 403);
  });
});
