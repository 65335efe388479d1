/** Settling what an officer had to look at. */
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { resolveFlag } from "./store/flags.js";

/** Settles a flag with what was found. @throws Refusal when no such flag is open */
export async function settleFlag(
  { store, now }: FundContext,
  id: string,
  code: string,
  resolution: string,
  personId: string,
): Promise<void> {
  const settled = await store.database.transaction((tx) =>
    resolveFlag(tx, id, code, { resolution, personId, at: now() }),
  );
  if (!settled) throw new Refusal("not-found", `The application ${id} has no open flag ${code}.`);
}
