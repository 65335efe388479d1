/** One list of running terms per person, from every room. */
import { type Actor, rolesOn } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import type { LegalPeriod, PeriodFilter } from "../../kernel/legal-period.js";
import { periodSources } from "./sources.js";

/** Roles on a fund that may see everybody's terms of it. */
const overseers = ["fund-manager", "decider", "finance", "auditor"] as const;

/**
 * Terms for a person; what is due first comes first.
 * @param whose `mine`: what is this person's turn; `fund`: all terms of funds that the person oversees as well
 */
export async function listTasks(
  from: Queryable,
  now: Date,
  actor: Actor,
  whose: "mine" | "fund",
): Promise<LegalPeriod[]> {
  const filter = filterOf(actor);
  const found: LegalPeriod[] = [];
  for (const source of periodSources) found.push(...(await source(from, now, filter)));
  return found
    .filter((period) => isTurnOf(actor, period) || (whose === "fund" && oversees(actor, period)))
    .sort((one, other) => compare(one.due, other.due) || compare(one.id, other.id));
}

function filterOf({ roles, organisations, personId }: Actor): PeriodFilter {
  const forAll = roles.some(({ fundId }) => fundId === null);
  const funds = roles.flatMap(({ fundId }) => fundId ?? []);
  return {
    funds: forAll ? null : [...new Set(funds)].sort(),
    organisations: organisations.map(({ id }) => id),
    personId,
  };
}

/** Whether it is this person's turn. A term of one person is nobody else's, whatever their role. */
export function isTurnOf(actor: Actor, { who, fundId }: LegalPeriod): boolean {
  if (who.personId !== undefined) return who.personId === actor.personId;
  const { organisationId } = who;
  const held = rolesOn(actor, {
    fundId,
    ...(organisationId === undefined ? {} : { lead: organisationId, partners: [organisationId] }),
  });
  return held.has(who.role);
}

function oversees(actor: Actor, { fundId }: LegalPeriod): boolean {
  const held = rolesOn(actor, { fundId });
  return overseers.some((role) => held.has(role));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
