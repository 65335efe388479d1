/** What rounds and jobs belong to, for who may do what with them. */
import type { Scope } from "@voorsprong/access";
import type { Store } from "@voorsprong/store";
import { roundOwnership } from "./store/index.js";

/** What a round belongs to; null when there is no such round. */
export async function roundScope(
  { database }: Pick<Store, "database">,
  roundId: string,
): Promise<Scope | null> {
  const round = await roundOwnership(database, roundId);
  if (round === null) return null;
  // An example decides nothing either: anybody who tries the product out may decide it.
  return { fundId: round.fundId, trial: round.trial || round.example, preparedBy: round.registeredBy };
}

/** What the round of a job belongs to; null when there is no such job. */
export async function jobScope(
  store: Pick<Store, "database" | "jobs">,
  jobId: string,
): Promise<Scope | null> {
  const job = await store.jobs.get(jobId);
  return job === null ? null : roundScope(store, job.subject);
}
