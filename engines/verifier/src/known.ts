/**
 * What anyone can see without solving anything: awarding nothing, and the ranking. A claim that one of the two already
 * disproves is refused, whatever its level.
 */
import { sumsOf } from "./outcome.js";
import type { Walk } from "./ranking.js";
import { refuse } from "./refusal.js";
import { type Choice, type Compiled, holds } from "./rows.js";

interface Known {
  readonly name: { readonly nl: string; readonly en: string };
  readonly sums: Float64Array;
  readonly objective: number;
}

function knownOutcomes(compiled: Compiled, walked: Walk): readonly Known[] {
  const known = (name: Known["name"], awarded: readonly (Choice | undefined)[]): Known => ({
    name,
    sums: sumsOf(compiled, awarded),
    objective: awarded.reduce((sum, choice) => sum + (choice?.score ?? 0), 0),
  });
  return [
    known({ nl: "Niets toekennen", en: "Awarding nothing" }, []),
    known({ nl: "De ranglijst", en: "The ranking" }, walked.awarded),
  ];
}

/** Refuses a conflict of which a known outcome meets every row. */
export function refuseMetConflict(
  compiled: Compiled,
  walked: Walk,
  conflict: readonly string[],
  where: string,
): void {
  const named = new Set(conflict);
  const rows = compiled.rows.filter(({ id }) => named.has(id));
  for (const { name, sums } of knownOutcomes(compiled, walked))
    if (rows.every((row) => holds(row, sums)))
      refuse(where, `${name.nl} voldoet aan al deze grenzen.`, `${name.en} meets all these limits.`);
}

/** Refuses an optimum that a known outcome beats within all limits. */
export function refuseBeaten(compiled: Compiled, walked: Walk, objective: number, where: string): void {
  for (const { name, sums, objective: worth } of knownOutcomes(compiled, walked))
    if (worth > objective && compiled.rows.every((row) => holds(row, sums)))
      refuse(
        where,
        `${name.nl} blijft binnen alle grenzen en is meer waard: ${worth}.`,
        `${name.en} stays within all limits and is worth more: ${worth}.`,
      );
}
