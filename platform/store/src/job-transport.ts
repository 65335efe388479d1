/**
 * Carries job ids to workers with pg-boss, on both databases.
 *
 * Sending and taking happen inside the caller's transaction: a job and its message are stored together, and a message
 * is used up together with the claim on its job. A process that is killed in between leaves both as they were, so
 * pg-boss needs neither its expiry nor its maintenance here.
 */
import PgBoss from "pg-boss";
import { advisoryLock } from "./advisory.js";
import type { Database, Logger, Parameter, Queryable, Transaction } from "./database.js";

/** Carries job ids, one queue per kind of job. */
export interface JobTransport {
  /** Makes the queue of a kind where it is not there; outside transactions, because it makes a table. */
  prepare(kind: string): Promise<void>;
  send(tx: Transaction, kind: string, jobId: string): Promise<void>;
  /** Takes the oldest message of a kind that no other transaction is taking; null when there is none. */
  take(tx: Transaction, kind: string): Promise<string | null>;
  close(): Promise<void>;
}

/** pg-boss over something that runs SQL. Its statements without values are scripts with their own transaction. */
const bossDatabase = (target: Queryable): PgBoss.Db => ({
  async executeSql(text, values) {
    if (values !== undefined && values.length > 0) {
      return { rows: await target.query(text, values as Parameter[]) };
    }
    if (!/^\s*BEGIN\b/.test(text)) return { rows: await target.query(text) };
    await target.exec(text);
    return { rows: [] };
  },
});

/** pg-boss without its timers: nothing is scheduled by time, and messages are deleted when they are taken. */
const bossOver = (target: Queryable) =>
  new PgBoss({ db: bossDatabase(target), schedule: false, supervise: false });

/** Starts pg-boss; its tables are made at the first start, also when several processes start at once. */
export async function openTransport(database: Database, logger: Logger): Promise<JobTransport> {
  const boss = bossOver(database);
  boss.on("error", (error) => logger.warn({ error }, "pg-boss reported an error"));
  await boss.start();
  const prepared = new Set<string>();
  return {
    async prepare(kind) {
      if (prepared.has(kind)) return;
      await database.transaction(async (tx) => {
        // Two that make a queue at once would wait for each other's table locks for ever.
        await advisoryLock(tx, "job-queues");
        await bossOver(tx).createQueue(kind);
      });
      prepared.add(kind);
    },
    async send(tx, kind, jobId) {
      const sent = await boss.send(kind, { jobId }, { db: bossDatabase(tx) });
      if (sent === null) throw new Error(`the queue ${kind} did not accept job ${jobId}`);
    },
    async take(tx, kind) {
      const db = bossDatabase(tx);
      const [message] = await boss.fetch<{ jobId: string }>(kind, { db });
      if (message === undefined) return null;
      await boss.deleteJob(kind, message.id, { db });
      return message.data.jobId;
    },
    close: () => boss.stop({ graceful: false }),
  };
}
