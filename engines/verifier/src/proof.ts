/** What the proof may claim (docs/formats/decision.md, "Bound"). */
import { type Bound, recomputeBound, roundedBound } from "./bound.js";
import { refuse, type Text } from "./refusal.js";
import type { Compiled } from "./rows.js";
import type { Decision, Level, Proof } from "./types.js";

/** Recomputes the root bound, or refuses it; undefined where the decision has none. */
export function checkRoot(compiled: Compiled, proof: Proof): Bound | undefined {
  return proof.root === undefined
    ? undefined
    : recomputeBound(compiled, proof.root, "/proof/root", { scores: true });
}

/**
 * Checks level, bound and gap of a decided outcome against what its figures allow. Nothing is left to choose: the
 * breaches and the multipliers give the level.
 */
export function checkLevel(
  compiled: Compiled,
  decision: Decision,
  objective: number,
  breaches: readonly string[],
  root: Bound | undefined,
): Text {
  const { proof } = decision;
  if (proof.ray !== undefined)
    refuse(
      "/proof/ray",
      "Dit bewijs hoort bij een ronde zonder uitkomst.",
      "This proof is for a round without outcome.",
    );
  const bound = root === undefined || breaches.length > 0 ? null : roundedBound(compiled, root);
  if (breaches.length > 0 && root !== undefined)
    refuse(
      "/proof/root",
      "Een uitkomst die grenzen breekt heeft geen bewijs.",
      "An outcome that breaks limits has no proof.",
    );
  const gap = bound === null ? null : bound - BigInt(objective);
  const level: Level = breaches.length > 0 ? null : gap === null ? "C" : gap === 0n ? "A" : "B";
  expectNumber(proof.bound, bound, "/proof/bound");
  expectNumber(proof.gap, gap, "/proof/gap");
  expectLevel(proof.level, level);
  if (level === "A")
    return {
      nl: `Bewezen optimaal: geen uitkomst is meer waard dan ${objective}.`,
      en: `Proven optimal: no outcome is worth more than ${objective}.`,
    };
  if (level === "B")
    return {
      nl: `Bewezen binnen ${gap}: geen uitkomst is meer waard dan ${bound}, deze is ${objective} waard.`,
      en: `Proven within ${gap}: no outcome is worth more than ${bound}, this one is worth ${objective}.`,
    };
  if (level === "C")
    return {
      nl: "De uitkomst voldoet aan alle grenzen; over hoe goed zij is wordt niets bewezen.",
      en: "The outcome meets all limits; how good it is has not been proven.",
    };
  return {
    nl: "De uitkomst breekt grenzen en krijgt daarom geen bewijsniveau.",
    en: "The outcome breaks limits and so has no level of proof.",
  };
}

/** Checks the conflict of an infeasible round and, where there is one, the ray that proves it. */
export function checkConflict(compiled: Compiled, conflict: readonly string[], proof: Proof): Text {
  checkRowList(compiled, conflict, "/outcome/conflict");
  if (proof.root !== undefined)
    refuse("/proof/root", "Zonder uitkomst is er geen grens.", "Without an outcome there is no bound.");
  expectNumber(proof.bound, null, "/proof/bound");
  expectNumber(proof.gap, null, "/proof/gap");
  expectLevel(proof.level, proof.ray === undefined ? "C" : "A");
  const names = conflict.join(", ");
  if (proof.ray === undefined)
    return {
      nl: `Volgens de maker gaan deze grenzen niet samen; dat is niet bewezen: ${names}.`,
      en: `According to its maker these limits cannot hold together; that is not proven: ${names}.`,
    };
  const { all } = recomputeBound(compiled, proof.ray, "/proof/ray", { scores: false });
  if (all >= 0n)
    refuse(
      "/proof/ray",
      "Deze vermenigvuldigers bewijzen geen tegenspraak.",
      "These multipliers prove no conflict.",
    );
  for (const id of proof.ray.rows.keys())
    if (!conflict.includes(id))
      refuse(
        "/outcome/conflict",
        `Rij ${id} ontbreekt in het conflict.`,
        `Row ${id} is missing from the conflict.`,
      );
  return {
    nl: `Bewezen: geen enkele uitkomst voldoet aan deze grenzen samen: ${names}.`,
    en: `Proven: no outcome meets these limits together: ${names}.`,
  };
}

/** Refuses a list of rows that names an unknown row, names one twice, or is not in the order of the rows. */
export function checkRowList(compiled: Compiled, ids: readonly string[], where: string): void {
  const named = new Set(ids);
  const ordered = compiled.rows.filter(({ id }) => named.has(id)).map(({ id }) => id);
  for (const [k, id] of ids.entries())
    if (ordered[k] !== id)
      refuse(
        `${where}/${k}`,
        `Rij ${id} bestaat niet of staat niet op volgorde.`,
        `Row ${id} does not exist or is out of order.`,
      );
}

function expectNumber(stated: number | null, expected: bigint | null, where: string): void {
  if ((stated === null ? null : BigInt(stated)) !== expected)
    refuse(where, `Hier hoort ${expected} te staan.`, `This should be ${expected}.`);
}

function expectLevel(stated: Level, expected: Level): void {
  if (stated !== expected)
    refuse(
      "/proof/level",
      `De stukken bewijzen niveau ${expected ?? "geen"}.`,
      `The evidence proves level ${expected ?? "none"}.`,
    );
}
