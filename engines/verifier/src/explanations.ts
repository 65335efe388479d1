/** Why each unfunded application was not funded (docs/formats/decision.md, "Explanation"). */
import { type Bound, floorBound } from "./bound.js";
import type { Recomputed } from "./outcome.js";
import { extraPoints, type Walk } from "./ranking.js";
import { at, refuse, type Text } from "./refusal.js";
import { addTo, type Choice, type Compiled, findChoice, holds, type Row } from "./rows.js";
import { ascending } from "./shape.js";
import type { Explanation, Witness } from "./types.js";

/** Every unfunded application is explained, once, in order. Returns their indices, one per explanation. */
function checkExplained(
  compiled: Compiled,
  awarded: readonly (Choice | undefined)[],
  explanations: readonly Explanation[],
): number[] {
  const unfunded = awarded.flatMap((choice, i) => (choice === undefined ? [i] : []));
  for (const [k, i] of unfunded.entries()) {
    const { id } = compiled.round.applications[i]!;
    if (explanations[k]?.application !== id)
      refuse(
        `/explanations/${k}`,
        `Hier hoort de uitleg voor "${id}".`,
        `This should be the explanation for "${id}".`,
      );
  }
  if (explanations.length > unfunded.length)
    refuse(
      `/explanations/${unfunded.length}`,
      "Deze uitleg hoort nergens bij.",
      "This explanation belongs to nothing.",
    );
  return unfunded;
}

/** Under `optimal`: `atLeast` follows from the bound, and `atMost` from a swap that is itself a valid outcome. */
export function checkIntervals(
  compiled: Compiled,
  outcome: Recomputed,
  root: Bound | undefined,
  explanations: readonly Explanation[],
): Text {
  const unfunded = checkExplained(compiled, outcome.awarded, explanations);
  const objective = BigInt(outcome.objective);
  let swaps = 0;
  for (const [k, explanation] of explanations.entries()) {
    const where = `/explanations/${k}`;
    const { needed, witness } = explanation;
    if (explanation.blockedBy !== undefined)
      refuse(at(where, "blockedBy"), "Dit hoort bij de ranglijst.", "This belongs to the ranking.");
    let atLeast = 0n;
    if (root !== undefined) {
      const best = root.best[unfunded[k]!]!;
      const forced = floorBound(best < 0n ? root.all + best : root.all);
      if (objective > forced) atLeast = objective - forced;
    }
    if (BigInt(needed.atLeast) !== atLeast)
      refuse(`${where}/needed/atLeast`, `Dit is ${atLeast}.`, `This is ${atLeast}.`);
    let atMost: number | null = null;
    if (witness !== undefined) {
      atMost = Math.max(
        0,
        outcome.objective - worthOf(compiled, outcome, explanation.application, witness, where),
      );
      swaps++;
    }
    if (needed.atMost !== atMost)
      refuse(`${where}/needed/atMost`, `Dit is ${atMost ?? "onbekend"}.`, `This is ${atMost ?? "unknown"}.`);
  }
  return {
    nl: `Voor ${explanations.length} aanvragen klopt hoeveel punten zij misten; ${swaps} keer met een ruil die dat laat zien.`,
    en: `For ${explanations.length} applications the points they missed are right; ${swaps} times shown by a swap.`,
  };
}

/** The objective of the outcome that a witness describes, or a refusal when it is no feasible outcome. */
function worthOf(
  compiled: Compiled,
  outcome: Recomputed,
  application: string,
  witness: Witness,
  explanation: string,
): number {
  const where = at(explanation, "witness");
  ascending(witness.remove, at(where, "remove"));
  ascending(
    witness.add.map(([id]) => id),
    at(where, "add"),
  );
  const out = new Map<number, Choice>();
  for (const id of witness.remove) {
    const i = compiled.applicationById.get(id) ?? -1;
    const choice = outcome.awarded[i];
    if (choice === undefined)
      return refuse(at(where, "remove"), `"${id}" kan niet worden weggehaald.`, `"${id}" cannot be removed.`);
    out.set(i, choice);
  }
  const into = new Map<number, Choice>();
  for (const [id, option] of [[application, witness.option] as const, ...witness.add]) {
    const choice = findChoice(compiled, id, option);
    if (choice === undefined || into.has(choice.application) || isStill(outcome, out, choice.application))
      return refuse(where, `"${id}" kan niet worden toegevoegd.`, `"${id}" cannot be added.`);
    into.set(choice.application, choice);
  }

  // Only rows with a changed sum can break; the sums are put back afterwards, exactly, since they are whole.
  const touched = new Set<Row>();
  let worth = outcome.objective;
  for (const [choices, times] of [
    [out, -1],
    [into, 1],
  ] as const)
    for (const choice of choices.values()) {
      addTo(outcome.sums, choice, times);
      worth += times * choice.score;
      for (const { sum } of choice.parts) for (const row of compiled.rowsOfSum[sum]!) touched.add(row);
    }
  const broken = [...touched].find((row) => !holds(row, outcome.sums));
  for (const choice of out.values()) addTo(outcome.sums, choice);
  for (const choice of into.values()) addTo(outcome.sums, choice, -1);
  if (broken !== undefined) refuse(where, `Deze ruil breekt ${broken.id}.`, `This swap breaks ${broken.id}.`);
  return worth;
}

/** Whether an application keeps its award in a swap. */
function isStill(outcome: Recomputed, out: ReadonlyMap<number, Choice>, application: number): boolean {
  return outcome.awarded[application] !== undefined && !out.has(application);
}

/** Under `ranking`: the exact points and the rows in the way follow from the walk. */
export function checkRanked(compiled: Compiled, walked: Walk, explanations: readonly Explanation[]): Text {
  const unfunded = checkExplained(compiled, walked.awarded, explanations);
  for (const [k, explanation] of explanations.entries()) {
    const where = `/explanations/${k}`;
    const i = unfunded[k]!;
    const { needed, blockedBy } = explanation;
    if (explanation.witness !== undefined)
      refuse(at(where, "witness"), "Dit hoort bij het optimum.", "This belongs to the optimum.");
    const points = extraPoints(compiled, walked, i);
    if (needed.atMost !== points)
      refuse(
        `${where}/needed/atMost`,
        `Dit is ${points ?? "onmogelijk"}.`,
        `This is ${points ?? "impossible"}.`,
      );
    if (needed.atLeast !== (points ?? 0))
      refuse(`${where}/needed/atLeast`, `Dit is ${points ?? 0}.`, `This is ${points ?? 0}.`);
    const rows = walked.blockedBy[i]!;
    if (
      blockedBy === undefined ||
      blockedBy.length !== rows.length ||
      rows.some((id, r) => blockedBy[r] !== id)
    )
      refuse(
        at(where, "blockedBy"),
        `In de weg stond: ${rows.join(", ") || "niets"}.`,
        `In its way was: ${rows.join(", ") || "nothing"}.`,
      );
  }
  return {
    nl: `Voor ${explanations.length} aanvragen klopt precies hoeveel punten zij misten en welke grens in de weg stond.`,
    en: `For ${explanations.length} applications the exact points they missed and the limit in the way are right.`,
  };
}
