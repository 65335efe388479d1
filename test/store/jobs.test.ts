import { type Job, type JobHandler, JobInterrupted, type Store } from "@voorsprong/store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseKinds, type TestDatabase } from "./databases.js";

/** Works until it is interrupted. */
const untilInterrupted: JobHandler = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

describe.each(databaseKinds)("the job queue on $name", ({ name, create }) => {
  let database: TestDatabase;
  let store: Store;
  let number = 0;
  let kind = "";

  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    // A kind of its own per test: nothing one test leaves is done by the next.
    kind = `test.kind-${++number}`;
    store = await open();
  });
  afterEach(() => store.close());

  async function open(jobs = { leaseSeconds: 6, pollSeconds: 0.1 }) {
    const opened = await database.open({ jobs });
    await opened.jobs.start();
    return opened;
  }
  const enqueue = (subject = "r1") =>
    store.jobs.enqueue({ kind, subject, payload: { timeLimitSeconds: 60 } });
  const reaches = (id: string, state: Job["state"]) =>
    vi.waitFor(
      async () => {
        const job = await store.jobs.get(id);
        expect(job?.state).toBe(state);
        return job!;
      },
      { timeout: 30_000, interval: 20 },
    );

  it("does a job and keeps what it reported", async () => {
    const { id } = await enqueue();
    expect(await store.jobs.get(id)).toMatchObject({ kind, subject: "r1", state: "queued", progress: null });
    await store.jobs.work(kind, async (job, { progress }) => {
      await progress({ phase: "search", limit: job.payload.timeLimitSeconds! });
    });
    const done = await reaches(id, "done");
    expect(done).toMatchObject({ progress: { phase: "search", limit: 60 }, attempts: 1, failure: null });
    expect(done.finishedAt!.getTime()).toBeGreaterThanOrEqual(done.startedAt!.getTime());
    expect(done.startedAt!.getTime()).toBeGreaterThanOrEqual(done.createdAt.getTime());
  });

  it("starts a job at once when a worker of the same process waits", async () => {
    await store.close();
    store = await open({ leaseSeconds: 6, pollSeconds: 60 });
    await store.jobs.work(kind, async () => {});
    await reaches((await enqueue()).id, "done");
    await reaches((await enqueue()).id, "done");
  });

  it("gives the open job when the same is asked for twice, and a new one after it ended", async () => {
    const first = await enqueue();
    expect(await enqueue()).toEqual(first);
    expect((await enqueue("r2")).id).not.toBe(first.id);
    const counted: string[] = [];
    await store.jobs.work(kind, async (job) => {
      counted.push(job.subject);
    });
    await reaches(first.id, "done");
    const again = await enqueue();
    expect(again.id).not.toBe(first.id);
    await reaches(again.id, "done");
    expect(counted).toEqual(["r1", "r2", "r1"]);
  });

  it("does many jobs once each, as many at a time as asked", async () => {
    const begun = new Map<string, number>();
    let busy = 0;
    let most = 0;
    const jobs = await Promise.all(Array.from({ length: 12 }, (_, n) => enqueue(`many-${n}`)));
    await store.jobs.work(
      kind,
      async (job) => {
        most = Math.max(most, ++busy);
        begun.set(job.id, (begun.get(job.id) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 15));
        busy--;
      },
      { concurrency: 3 },
    );
    for (const { id } of jobs) await reaches(id, "done");
    expect([...begun.values()]).toEqual(Array(12).fill(1));
    expect(most).toBe(3);
  });

  it("fails with the handler's words and is not tried again", async () => {
    let runs = 0;
    await store.jobs.work(kind, async () => {
      runs++;
      throw new Error("the round has no budgets");
    });
    const { id } = await enqueue();
    expect(await reaches(id, "failed")).toMatchObject({ failure: "the round has no budgets", attempts: 1 });
    await reaches((await enqueue("other")).id, "failed");
    expect(runs).toBe(2);
  });

  it("cancels a waiting job at once, and never runs it", async () => {
    const { id } = await enqueue();
    expect(await store.jobs.cancel(id)).toMatchObject({ state: "cancelled", cancelRequested: true });
    const subjects: string[] = [];
    await store.jobs.work(kind, async (job) => {
      subjects.push(job.subject);
    });
    await reaches((await enqueue("after")).id, "done");
    expect(subjects).toEqual(["after"]);
    expect(await store.jobs.get(id)).toMatchObject({ state: "cancelled", attempts: 0 });
  });

  it("cancels a running job by its signal", async () => {
    await store.jobs.work(kind, untilInterrupted);
    const { id } = await enqueue();
    await reaches(id, "running");
    await store.jobs.cancel(id);
    expect(await reaches(id, "cancelled")).toMatchObject({ failure: null });
    // A finished job stays as it is, and a job that never was is none.
    expect(await store.jobs.cancel(id)).toMatchObject({ state: "cancelled" });
    expect(await store.jobs.cancel("00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await store.jobs.get("not-an-id")).toBeNull();
  });

  it("writes nothing of a job that was cancelled before it finished", async () => {
    const before = (await store.ledger.head()).seq;
    await store.jobs.work(kind, async (job, { finish }) => {
      await store.jobs.cancel(job.id);
      await store.database.transaction(async (tx) => {
        await store.ledger.append(tx, { kind: "decision.published", subject: job.subject, body: {} });
        await finish(tx);
      });
    });
    await reaches((await enqueue()).id, "cancelled");
    expect((await store.ledger.head()).seq).toBe(before);
  });

  it("is done together with what its handler writes", async () => {
    await store.jobs.work(kind, async (job, { finish }) => {
      await store.database.transaction(async (tx) => {
        await store.ledger.append(tx, { kind: "decision.published", subject: job.subject, body: {} });
        await finish(tx);
      });
      throw new Error("after it was written");
    });
    const { id } = await enqueue("together");
    await reaches(id, "done");
    expect((await store.ledger.page({ page: 1, pageSize: 5, subject: "together" })).total).toBe(1);
  });

  it("puts a job back when its process stops in order, which is no failed attempt", async () => {
    await store.jobs.work(kind, untilInterrupted);
    const { id } = await enqueue();
    await reaches(id, "running");
    await store.close();
    store = await open();
    expect(await store.jobs.get(id)).toMatchObject({ state: "queued", attempts: 0 });
    await store.jobs.work(kind, async () => {});
    expect(await reaches(id, "done")).toMatchObject({ attempts: 1 });
  });

  it("gives up on a job after three workers died on it", async () => {
    const { id } = await enqueue();
    // What a killed worker leaves: a running job with a lease that nobody renews.
    const killed = () =>
      store.database.query(
        `UPDATE jobs SET state = 'running', attempts = attempts + 1, worker = gen_random_uuid(),
           lease_until = now() - interval '1 second' WHERE id = $1::uuid`,
        [id],
      );
    for (const [attempts, state] of [
      [1, "queued"],
      [2, "queued"],
      [3, "failed"],
    ] as const) {
      await killed();
      await store.close();
      store = await open();
      // On PostgreSQL others may be alive, so only those who work look for what the dead left.
      if (name === "PostgreSQL") await store.jobs.work(`${kind}.other`, async () => {});
      expect(await reaches(id, state)).toMatchObject({ attempts });
    }
    expect((await store.jobs.get(id))?.failure).toContain("stopped unexpectedly 3 times");
  });

  it.runIf(name === "PostgreSQL")(
    "goes to another worker when one loses its lease, and the first writes nothing",
    async () => {
      const other = await open();
      const { id } = await enqueue("lease");
      const reasons: unknown[] = [];
      let refused: unknown;
      await store.jobs.work(kind, async (_, { signal, finish }) => {
        // A worker that hangs so long that its lease runs out.
        await store.database.query(
          "UPDATE jobs SET lease_until = now() - interval '1 second' WHERE id = $1::uuid",
          [id],
        );
        await other.jobs.work(kind, async () => {});
        await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
        reasons.push(signal.reason);
        refused = await store.database.transaction(finish).catch((error: unknown) => error);
        throw signal.reason;
      });
      expect(await reaches(id, "done")).toMatchObject({ attempts: 2 });
      await vi.waitFor(() => expect(refused).toBeInstanceOf(JobInterrupted), { timeout: 20_000 });
      expect(reasons).toMatchObject([{ reason: "lost" }]);
      expect(refused).toMatchObject({ reason: "lost" });
      await other.close();
    },
  );

  it.runIf(name === "PostgreSQL")("is shared by processes: each job is done by one of them", async () => {
    const other = await open();
    const doneBy: string[] = [];
    const jobs = await Promise.all(Array.from({ length: 20 }, (_, n) => enqueue(`shared-${n}`)));
    const handler = (who: string) => async () => {
      doneBy.push(who);
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await Promise.all([store.jobs.work(kind, handler("one")), other.jobs.work(kind, handler("other"))]);
    for (const { id } of jobs) expect(await reaches(id, "done")).toMatchObject({ attempts: 1 });
    expect(doneBy).toHaveLength(20);
    expect(new Set(doneBy)).toEqual(new Set(["one", "other"]));
    await other.close();
  });
});
