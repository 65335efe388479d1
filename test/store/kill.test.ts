/**
 * kill -9 at random moments: no acknowledged write is lost, nothing is written by half, and a job of a killed worker is
 * done by another, once.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import {
  decideJobKind,
  getDecisionDocument,
  getRoundDocument,
  registerRound,
} from "@voorsprong/instruments/fund/store";
import { openStore, type Store } from "@voorsprong/store";
import { parseExact, verifyLedger } from "@voorsprong/verifier";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { sampleDecision, sampleRound } from "./children/sample.mjs";
import { databaseKinds, type TestDatabase } from "./databases.js";

const kills = 12;
const seed = Number(process.env.KILL_SEED ?? 20_270_115);

/** A generator of numbers from 0 to 1 (mulberry32), so that a run can be done again. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A process that is started, with the lines it printed. */
interface Child {
  readonly lines: readonly string[];
  /** Waits for a line. */
  says(line: string): Promise<void>;
  /** Waits for a number of lines. */
  saysLines(count: number): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

const children = new Set<Child>();

function start(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, "children", script), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let complaint = "";
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  child.stderr.on("data", (data) => {
    complaint += data;
  });
  const gone = once(child, "close");
  const until = (check: () => void) =>
    vi.waitFor(
      () => {
        if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}: ${complaint}`);
        check();
      },
      { timeout: 120_000, interval: 5 },
    );
  const self: Child = {
    lines,
    says: (line) => until(() => expect(lines).toContain(line)),
    saysLines: (count) => until(() => expect(lines.length).toBeGreaterThanOrEqual(count)),
    async kill() {
      children.delete(self);
      child.kill("SIGKILL");
      await gone;
      expect(complaint).toBe("");
    },
  };
  children.add(self);
  return self;
}

/** Rows that would show something written by half: must all be zero. */
async function halves(store: Store): Promise<Record<string, number>> {
  const [row] = await store.database.query<Record<string, number>>(`SELECT
    (SELECT count(*) FROM applications a LEFT JOIN rounds r ON r.id = a.round_id WHERE r.id IS NULL) AS "applications without round",
    (SELECT count(*) FROM rounds r WHERE application_count <> (SELECT count(*) FROM applications a WHERE a.round_id = r.id)) AS "rounds without all applications",
    (SELECT count(*) FROM rounds r LEFT JOIN ledger l ON l.seq = r.ledger_seq AND l.subject = r.id AND l.kind = 'round.opened' WHERE l.seq IS NULL) AS "rounds without entry",
    (SELECT count(*) FROM ledger l LEFT JOIN rounds r ON r.ledger_seq = l.seq WHERE l.kind = 'round.opened' AND r.id IS NULL) AS "entries without round",
    (SELECT count(*) FROM awards w LEFT JOIN decisions d ON d.round_id = w.round_id WHERE d.round_id IS NULL) AS "awards without decision",
    (SELECT count(*) FROM decisions d JOIN rounds r ON r.id = d.round_id WHERE application_count <> (SELECT count(*) FROM awards w WHERE w.round_id = r.id)) AS "decisions without all awards",
    (SELECT count(*) FROM decisions d LEFT JOIN ledger l ON l.seq = d.ledger_seq AND l.subject = d.round_id AND l.kind = 'decision.published' WHERE l.seq IS NULL) AS "decisions without entry",
    (SELECT count(*) FROM ledger l LEFT JOIN decisions d ON d.ledger_seq = l.seq WHERE l.kind = 'decision.published' AND d.round_id IS NULL) AS "entries without decision"`);
  return Object.fromEntries(Object.entries(row!).filter(([, count]) => count > 0));
}

/** Checks that all a killed writer printed is there, byte for byte. */
async function checkAcknowledged(store: Store, lines: readonly string[]): Promise<void> {
  const seqs = new Set((await store.ledger.export()).entries.map((entry) => entry.seq));
  for (const line of lines) {
    const [what, id] = line.split(" ") as [string, string];
    const size = Number(id?.split("-").at(-1)) % 4 === 3 ? 5_000 : 20;
    if (what === "round") {
      expect(await getRoundDocument(store.database, id)).toBe(sampleRound(id, size).document);
    } else if (what === "decision") {
      expect(await getDecisionDocument(store.database, id)).toBe(
        sampleDecision(sampleRound(id, size)).document,
      );
    } else if (what === "entry") expect(seqs).toContain(Number(id));
  }
}

afterEach(async () => {
  for (const child of children) await child.kill();
});

describe.each(databaseKinds)("kill -9 on $name", ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database.drop());

  it(`keeps every acknowledged write, whole, over ${kills} kills (seed ${seed})`, {
    timeout: 300_000,
  }, async () => {
    const random = randomFrom(seed);
    const acknowledged: string[] = [];
    for (let run = 1; run <= kills; run++) {
      const writer = start("writer.mjs", JSON.stringify(database.location), String(run));
      // Counted in what it acknowledged, so that a slow machine is killed in the middle of its work too.
      await writer.saysLines(2 + Math.floor(random() * 12));
      await sleep(random() * 60);
      await writer.kill();
      acknowledged.push(...writer.lines);
      // Nothing that is lost or half comes back later, so a look now and then sees every kill.
      if (run % 4 > 0) continue;
      const store = await database.open();
      await checkAcknowledged(store, acknowledged);
      expect(await halves(store)).toEqual({});
      const ledger = parseExact(JSON.stringify(await store.ledger.export()));
      expect(await verifyLedger(ledger)).toMatchObject({ valid: true, signed: true });
      await store.close();
    }
    // Otherwise the kills came before anything was written and nothing was tested.
    for (const what of ["round", "decision", "entry"]) {
      expect(acknowledged.filter((line) => line.startsWith(what)).length).toBeGreaterThan(kills / 2);
    }
  });
});

describe("kill -9 of a worker on PGlite", () => {
  it("leaves its job to the process that opens the directory next", { timeout: 240_000 }, async () => {
    const database = await databaseKinds[0]!.create();
    let store = await database.open();
    await store.jobs.start();
    await registerRound(store, sampleRound("killed", 20));
    const { id } = await store.jobs.enqueue({ kind: decideJobKind, subject: "killed", payload: {} });
    await store.close();
    const location = JSON.stringify(database.location);
    const first = start("worker.mjs", location, "60");
    await first.says("begin killed");
    await first.kill();
    const second = start("worker.mjs", location, "0.1");
    await second.says("end killed");
    await second.kill();
    store = await database.open();
    expect(await store.jobs.get(id)).toMatchObject({ state: "done", attempts: 2 });
    expect((await store.ledger.page({ page: 1, pageSize: 9, subject: "killed" })).total).toBe(2);
    await database.drop();
  });

  it("during the very first start, at any moment, does not spoil the directory", {
    timeout: 120_000,
  }, async () => {
    const random = randomFrom(seed);
    const dataDir = await mkdtemp(join(tmpdir(), "voorsprong-test-"));
    for (let run = 0; run < 6; run++) {
      const writer = start("writer.mjs", JSON.stringify({ dataDir }), `first-${run}`);
      await sleep(300 + random() * 3_000);
      await writer.kill();
    }
    const store = await openStore({ dataDir });
    expect(await halves(store)).toEqual({});
    await store.close();
    await rm(dataDir, { recursive: true });
  });
});

describe.each(databaseKinds.filter(({ name }) => name === "PostgreSQL"))("kill -9 of workers on $name", ({
  create,
}) => {
  it("leaves each job to another worker, which does it exactly once", { timeout: 240_000 }, async () => {
    const database = await create();
    const store = await database.open();
    await store.jobs.start();
    const rounds = Array.from({ length: 8 }, (_, n) => sampleRound(`killed-${n}`, 20));
    for (const round of rounds) {
      await registerRound(store, round);
      await store.jobs.enqueue({ kind: decideJobKind, subject: round.id, payload: {} });
    }
    const location = JSON.stringify(database.location);
    const victim = start("worker.mjs", location, "60");
    await victim.saysLines(1);
    const begun = victim.lines[0]!.split(" ")[1]!;
    const others = [start("worker.mjs", location, "0.2"), start("worker.mjs", location, "0.2")];
    await victim.kill();
    await vi.waitFor(
      async () => {
        const [open] = await store.database.query<{ count: number }>(
          "SELECT count(*) FROM jobs WHERE state <> 'done'",
        );
        expect(open?.count).toBe(0);
      },
      { timeout: 120_000, interval: 100 },
    );
    for (const other of others) await other.kill();
    const ended = others.flatMap(({ lines }) => lines.filter((line) => line.startsWith("end")));
    expect(ended.sort()).toEqual(rounds.map(({ id }) => `end ${id}`));
    const attempts = await store.database.query<{ subject: string; attempts: number }>(
      "SELECT subject, attempts FROM jobs",
    );
    for (const job of attempts) expect(job.attempts, job.subject).toBe(job.subject === begun ? 2 : 1);
    expect(await halves(store)).toEqual({});
    const { entries } = await store.ledger.export();
    expect(entries.filter(({ kind }) => kind === "decision.published")).toHaveLength(rounds.length);
    await database.drop();
  });
});
