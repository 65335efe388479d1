/** Running terms of the law: who must do what by when. Each room tells its own; one list per person joins them. */
import type { Role } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import type { Localised } from "./views.js";

/** Where a term stands. `done`: what had to be done, was done. */
export type PeriodState = "running" | "suspended" | "late" | "done";

/** One term. */
export interface LegalPeriod {
  /** Stable as long as the term is the same one, for instance `grant/A…/report/2`: calendars know it by this. */
  readonly id: string;
  readonly fundId: string | null;
  readonly callId: string | null;
  /** What it is about, for instance `{kind: "grant", id: "A…"}`. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** What people call it, for instance a dossier number; no person's name. */
  readonly title: string;
  /** Whose turn it is: a role on the fund, a member of the organisation, or one person. */
  readonly who: {
    readonly role: Role;
    readonly organisationId?: string;
    readonly personId?: string;
  };
  /** What has to be done, as a short sentence. */
  readonly what: Localised;
  /** What the term rests on, for instance `Awb 4:13`. */
  readonly article: string;
  /** The day of the fact that the term is counted from, `YYYY-MM-DD`. */
  readonly started: string;
  /** The last day that is in time, as it stands now. */
  readonly due: string;
  /** Days that it stood still. */
  readonly suspendedDays: number;
  readonly state: PeriodState;
  /** The page on which it can be done, for instance `/grants/A…`. */
  readonly path: string;
}

/** Which terms are asked for; a room limits them in its queries. */
export interface PeriodFilter {
  /** Terms of these funds; null: of all. */
  readonly funds: readonly string[] | null;
  /** And terms of these organisations, whatever the fund. */
  readonly organisations: readonly string[];
  /** And terms of this person, whatever the fund. */
  readonly personId: string | null;
}

/**
 * The terms of one room that are still to be met. What is done is told by the room's own pages.
 *
 * @param now the moment for which is asked
 */
export type PeriodSource = (from: Queryable, now: Date, filter: PeriodFilter) => Promise<LegalPeriod[]>;

/**
 * Where a term stands on a day.
 * @param today the day in Amsterdam
 */
export function periodState(
  { due, suspended = false, done = false }: { due: string; suspended?: boolean; done?: boolean },
  today: string,
): PeriodState {
  if (done) return "done";
  if (suspended) return "suspended";
  return today > due ? "late" : "running";
}
