/** Putting one's own changes on top of what somebody else saved meanwhile. */
import type { ApplicationDocument } from "@voorsprong/server/contract";
import { type Changes, type Place, same, valueAt } from "./places.js";

/** A place that both changed, differently. */
export interface Conflict {
  readonly place: Place;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Own changes on a new ground. */
export interface Rebased {
  /** Changes that go on as they are: the other did not touch their places. */
  readonly changes: Changes;
  readonly conflicts: readonly Conflict[];
}

/**
 * @param base the document that the changes were made on
 * @param theirs the document as it is now
 */
export function rebase(base: ApplicationDocument, changes: Changes, theirs: ApplicationDocument): Rebased {
  const kept: Record<Place, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const [place, mine] of Object.entries(changes)) {
    const now = valueAt(theirs, place);
    if (same(now, mine)) continue;
    if (same(now, valueAt(base, place))) kept[place] = mine;
    else conflicts.push({ place, mine, theirs: now });
  }
  return { changes: kept, conflicts };
}
