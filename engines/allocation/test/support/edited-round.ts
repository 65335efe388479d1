/** Edited rounds as docs/formats/explanation.md says, done naively. */
import type { Edit, Round } from "@voorsprong/allocation";
import { isFeasible, type NaiveChoice, scoreOf, selectionsOf } from "./naive.js";

/** A round with edits that change figures, read again; the other edits are conditions on selections. */
export function editedByHand(round: Round, edits: readonly Edit[]): Round {
  let edited = structuredClone(round) as { -readonly [K in keyof Round]: Round[K] };
  for (const edit of edits) {
    if (edit.edit === "budget")
      edited = {
        ...edited,
        budgets: edited.budgets.map((b) => (b.id === edit.budget ? { ...b, amount: edit.amount } : b)),
      };
    if (edit.edit === "limit")
      edited.constraints = edited.constraints.map((constraint, k) => {
        if (k !== edit.constraint) return constraint;
        const { [edit.side]: _, ...rest } = constraint as unknown as Record<string, unknown>;
        return (edit.to === null ? rest : { ...rest, [edit.side]: edit.to }) as unknown as typeof constraint;
      });
    if (edit.edit === "drop")
      edited.constraints = edited.constraints.map((constraint, k) =>
        k === edit.constraint ? { kind: "count", tag: "none", value: "none" } : constraint,
      );
    if (edit.edit === "score")
      edited.applications = edited.applications.map((a) =>
        a.id === edit.application ? { ...a, score: edit.score } : a,
      );
    if (edit.edit === "amounts")
      edited.applications = edited.applications.map((a) =>
        a.id === edit.application ? { ...a, amounts: edit.amounts } : a,
      );
  }
  return edited;
}

/** The best score of a round with edits; null when no selection is allowed. */
export function bestByHand(round: Round, edits: readonly Edit[]): number | null {
  const edited = editedByHand(round, edits);
  const has = (selection: readonly NaiveChoice[], id: string) =>
    selection.some(({ application }) => edited.applications[application]!.id === id);
  let best: number | null = null;
  for (const selection of selectionsOf(edited)) {
    const fits = edits.every(
      (edit) =>
        (edit.edit !== "award" || has(selection, edit.application)) &&
        (edit.edit !== "refuse" || !has(selection, edit.application)),
    );
    if (!fits || !isFeasible(edited, selection)) continue;
    const score = scoreOf(selection);
    if (best === null || score > best) best = score;
  }
  return best;
}
