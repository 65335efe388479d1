/** What changes to grants work with. */
import { amsterdamDay } from "@voorsprong/legal-time";
import type { Store, Transaction } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { type GrantRecord, lockGrant } from "./store/grants.js";

/** A store and a clock. */
export type GrantContext = Pick<Store, "database" | "ledger" | "now">;

/** The day it is in Amsterdam. */
export const today = ({ now }: Pick<GrantContext, "now">): string => amsterdamDay(now());

/** Changes one grant in one transaction, alone. */
export function changing<Result>(
  { database }: GrantContext,
  applicationId: string,
  work: (tx: Transaction, grant: GrantRecord) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (tx) => work(tx, await lockGrant(tx, applicationId)));
}

/** @throws Refusal when whoever decides is the one who proposed */
export function requireOtherPerson(proposedBy: string, personId: string): void {
  if (proposedBy !== personId) return;
  throw new Refusal("forbidden", "You proposed this yourself. Another person has to decide on it.");
}

/** @throws Refusal when a refusal or return is not explained */
export function requireWords(words: string, when: boolean): void {
  if (when && words === "") throw new Refusal("unusable", "Say why: the other side reads these words.");
}
