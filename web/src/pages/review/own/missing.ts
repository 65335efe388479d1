/** What a review still lacks before it can be submitted. The server asks the same. */
import type { Localised, OwnReviewView } from "@voorsprong/server/contract";
import type { Draft } from "./use-autosave.js";

/** One thing that is missing, with the field where it goes. */
export interface Missing {
  /** Id of the control. */
  readonly field: string;
  readonly kind: "score" | "reason" | "class-reason";
  /** Title of the criterion. */
  readonly name: Localised | null;
}

/** Everything that is missing, in the order of the page. */
export function missingOf(
  { criteria }: OwnReviewView,
  { scores, reasons, classes }: Draft,
): readonly Missing[] {
  const isEmpty = (text: string | undefined) => text === undefined || text.trim() === "";
  return [
    ...criteria.flatMap(({ id, title }): Missing[] => [
      ...(scores[id] === undefined ? [{ field: `points-${id}`, kind: "score", name: title } as const] : []),
      ...(isEmpty(reasons[id]) ? [{ field: `reason-${id}`, kind: "reason", name: title } as const] : []),
    ]),
    ...Object.entries(classes).flatMap(([id, { reason }]): Missing[] =>
      isEmpty(reason) ? [{ field: `class-reason-${id}`, kind: "class-reason", name: null }] : [],
    ),
  ];
}
