/** Starting and stopping the whole product. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createNetServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type RunningServer, type ServeOptions, StartError, serve } from "@voorsprong/server";
import { openStore } from "@voorsprong/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closedCall, decidedCall } from "./decision-fixtures.js";
import { databaseKinds, root, startServer, type TestDatabase } from "./harness.js";

const pglite = databaseKinds.find(({ name }) => name === "PGlite")!;
const programmeDir = resolve(root, "programmes/voorsprong");
const webDir = resolve(root, "test/server/site");
let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await pglite.create();
  dataDir = (database.location as { dataDir: string }).dataDir;
});
afterAll(() => database.drop());

const start = (changes: Partial<ServeOptions> = {}, lines: string[] = []): Promise<RunningServer> =>
  serve({
    port: 0,
    dataDir,
    programmeDir,
    webDir,
    environment: { LOG_LEVEL: "silent" },
    print: (line) => lines.push(line),
    ...changes,
  });

// biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body.
const read = async (url: string): Promise<any> => (await fetch(url)).json();

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const probe = createNetServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

/** The message with which it does not start. */
async function refusal(changes: Partial<ServeOptions>): Promise<string> {
  const error = await start(changes).then(
    () => expect.unreachable("it started"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  return (error as StartError).message;
}

describe("starting", () => {
  it("says what it does and where to look, and makes examples: one decided, one to decide", async () => {
    const lines: string[] = [];
    const running = await start({}, lines);
    expect(lines).toEqual([
      expect.stringContaining("programme loaded: Voorsprong met technologie"),
      `Database: PGlite in ${dataDir}`,
      `API: ${running.url}/api/docs`,
      expect.stringContaining(`Open ${running.url}`),
    ]);
    const api = `${running.url}/api/v1`;
    await expect
      .poll(
        async () => (await read(`${api}/rounds`)).items.map(({ state }: { state: string }) => state).sort(),
        {
          timeout: 50_000,
          interval: 500,
        },
      )
      .toEqual(["decided", "open"]);
    const { items } = await read(`${api}/rounds`);
    for (const round of items)
      expect(round).toMatchObject({ applications: 2_000, example: true, trial: false });
    const decided = items.find(({ state }: { state: string }) => state === "decided");
    expect(decided.fundId).toBe("challenges");
    const summary = await read(`${api}/rounds/${decided.id}/decision-summary`);
    expect(summary.outcome).toMatchObject({ status: "decided", breaches: [] });
    const accord = await read(`${api}/accord`);
    expect(accord.example).toBe(true);
    const clause = await read(`${api}/clauses/innovation.challenges`);
    expect(clause.status.money.decided).toMatchObject({ cents: summary.outcome.spent, example: true });
    const one = running.stop();
    expect(running.stop()).toBe(one);
    await one;
    await running.stopped;
    await expect(fetch(running.url)).rejects.toThrow();

    const again = await start();
    expect((await read(`${again.url}/api/v1/rounds`)).total).toBe(2);
    await again.stop();
  });

  it("links in letters to the address it listens on when PUBLIC_URL is not set", async () => {
    const own = await pglite.create();
    const location = own.location as { dataDir: string };
    const before = await startServer(await own.open());
    const { organisationId, personId } = await before.as("applicant");
    const [id] = await closedCall(before, decidedCall("linked"), [
      { number: 1, organisationId, score: 9_000, asks: 60_000_00 },
    ]);
    const manager = await before.as("fund-manager");
    expect((await manager.post("/calls/linked/proposals", {})).status).toBe(201);
    // As a process leaves it that ends right after the approval was written.
    const decider = await before.as("decider");
    await before.store.database.query(
      "UPDATE proposals SET state = 'approved', answered_by = $1, answered_at = now() WHERE call_id = 'linked'",
      [decider.personId],
    );
    await before.close();
    await before.store.close();

    const port = await freePort();
    const running = await start({ dataDir: location.dataDir, port, examples: false });
    expect(running.url).toBe(`http://localhost:${port}`);
    await expect
      .poll(async () => (await read(`${running.url}/api/v1/ledger?pageSize=500`)).items, { timeout: 60_000 })
      .toContainEqual(expect.objectContaining({ kind: "letters.sent" }));
    await running.stop();

    const after = await startServer(await own.open());
    const applicant = await after.asPerson(personId);
    const { letters } = (await applicant.get(`/applications/${id}/decision`)).body;
    const letter = (await applicant.get(`/letters/${letters[0].id}?language=nl`)).text;
    expect(letter).toContain(`${running.url}/nl/objection/${id}`);
    expect(letter).toContain(`${running.url}/nl/rounds/`);
    await after.close();
    await own.drop();
  }, 120_000);

  it("names the port that is taken, and gives the data directory back", async () => {
    const other = createNetServer();
    await new Promise<void>((done) => {
      other.listen(0, "127.0.0.1", done);
    });
    const { port } = other.address() as { port: number };
    expect(await refusal({ port })).toContain(`port ${port} is in use`);
    other.close();
    await (await start({ examples: false })).stop();
  });

  it("names the process that has the data directory", async () => {
    const store = await openStore({ dataDir });
    expect(await refusal({})).toContain(`in use by process ${process.pid}`);
    await store.close();
  });

  it("names every problem of a programme", async () => {
    const folder = await mkdtemp(join(tmpdir(), "voorsprong-programme-"));
    await cp(programmeDir, folder, { recursive: true });
    await writeFile(join(folder, "funds/research.yaml"), "id: research\ntitle: [\n");
    expect(await refusal({ programmeDir: folder })).toMatch(/funds\/research\.yaml:\d+:\d+ /);
    await rm(folder, { recursive: true });
    expect(await refusal({ programmeDir: join(folder, "absent") })).toContain("absent");
  });

  it("names settings that cannot be used", async () => {
    expect(await refusal({ environment: { LOG_LEVEL: "loud" } })).toContain("LOG_LEVEL");
    expect(await refusal({ environment: { TRUST_PROXY: "everyone" } })).toContain("TRUST_PROXY");
    expect(await refusal({ environment: { CONTACT_EMAIL: "nobody" } })).toContain("CONTACT_EMAIL");
    // Example people without a password are for trying out.
    expect(await refusal({ environment: { NODE_ENV: "production" } })).toContain("OIDC_ISSUER");
    expect(await refusal({ environment: { PUBLIC_URL: "https://example.org/path" } })).toContain(
      "PUBLIC_URL",
    );
    const secret = '{"kty":"OKP","d":"hush"}';
    const message = await refusal({ environment: { VOORSPRONG_SIGNING_KEY: secret } });
    expect(message).toContain("signing key");
    expect(message).not.toContain("hush");
    expect(await refusal({ environment: { HOST: "192.0.2.1" } })).toContain("192.0.2.1");
  });
});

describe("stopping", () => {
  let child: ChildProcess | undefined;
  afterAll(() => {
    child?.kill("SIGKILL");
  });

  it("answers a signal with an end in order: the running job goes back to the queue", async () => {
    const script = resolve(import.meta.dirname, "children/serve.mjs");
    child = spawn(process.execPath, [script, dataDir, programmeDir, webDir], {
      env: { ...process.env, LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      child!.once("exit", () => reject(new Error(`it ended: ${lines.join("\n")}`)));
      createInterface({ input: child!.stdout! }).on("line", (line) => {
        lines.push(line);
        if (line.startsWith("url ")) resolve(line.slice(4));
      });
    });
    const post = async (path: string, body: unknown) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body.
      return (await answer.json()) as any;
    };
    const round = await post("/example-rounds", {
      fundId: "research",
      applications: 4_000,
      seed: 3,
      difficulty: "tight",
    });
    const job = await post(`/rounds/${round.id}/jobs`, { timeLimitSeconds: 600 });
    await expect
      .poll(async () => (await read(`${url}/api/v1/jobs/${job.id}`)).state, { timeout: 60_000 })
      .toBe("running");
    const slow = fetch(`${url}/api/v1/rounds/${round.id}/applications.csv`).then((answer) => answer.text());
    await new Promise((done) => setTimeout(done, 20));
    const told = performance.now();
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    // No longer than answering takes: kept-alive connections, which last 30 seconds, are not waited for.
    expect(performance.now() - told).toBeLessThan(25_000);
    expect(lines.at(-1)).toBe("stopped");
    expect((await slow).split("\r\n").length).toBeGreaterThan(4_000);

    const store = await openStore({ dataDir });
    await store.jobs.start();
    expect(await store.jobs.get(job.id)).toMatchObject({ state: "queued", attempts: 0 });
    await store.close();
  });
});
