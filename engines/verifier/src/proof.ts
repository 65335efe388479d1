/** What the proof may claim (docs/formats/decision.md, "Bound"). */
import { type Bound, recomputeBound, roundedBound, scoreDivisor } from "./bound.js";
import { refuse, type Text } from "./refusal.js";
import type { Compiled } from "./rows.js";
import { checkTree } from "./tree.js";
import type { TreeFigures } from "./tree-shape.js";
import type { Decision, Level, Proof } from "./types.js";

/** An upper bound on every outcome that a tree proves. */
export interface TreeBound extends TreeFigures {
  /** In score units. */
  readonly bound: bigint;
}

/** Recomputes the root bound, or refuses it; undefined where the decision has none. */
export function checkRoot(compiled: Compiled, proof: Proof): Bound | undefined {
  return proof.root === undefined
    ? undefined
    : recomputeBound(compiled, proof.root, "/proof/root", { scores: true });
}

/**
 * Checks the tree of a decided outcome, or refuses it; undefined where the decision has none. Its bound must be below
 * that of the root, or there would be no reason for it.
 */
export function checkTreeBound(
  compiled: Compiled,
  decision: Decision,
  root: Bound | undefined,
): TreeBound | undefined {
  const { tree } = decision.proof;
  if (tree === undefined) return undefined;
  const where = "/proof/tree";
  if (decision.rule !== "optimal")
    refuse(where, "Alleen het optimum heeft een boom.", "Only the optimum has a tree.");
  if (root === undefined)
    return refuse("/proof/root", "Bij een boom hoort een wortel.", "With a tree there must be a root.");
  if (tree.target === null)
    return refuse(
      `${where}/target`,
      "Bij een uitkomst hoort hier een getal te staan.",
      "With an outcome this should be a number.",
    );
  const divisor = scoreDivisor(compiled);
  const target = BigInt(tree.target);
  if (target % divisor !== 0n)
    refuse(
      `${where}/target`,
      `Dit is geen veelvoud van ${divisor}, de grootste gemene deler van de scores.`,
      `This is no multiple of ${divisor}, the greatest common divisor of the scores.`,
    );
  const bound = target - divisor;
  const atRoot = roundedBound(compiled, root);
  if (bound >= atRoot)
    refuse(
      `${where}/target`,
      `De boom bewijst ${bound}, en dat is niet scherper dan ${atRoot} van de wortel.`,
      `The tree proves ${bound}, which is no better than the root's ${atRoot}.`,
    );
  return { bound, ...checkTree(compiled, tree, where) };
}

/**
 * Checks level, bound and gap of a decided outcome against what its figures allow. Nothing is left to choose: the
 * breaches, the multipliers and the tree give the level.
 */
export function checkLevel(
  compiled: Compiled,
  decision: Decision,
  objective: number,
  breaches: readonly string[],
  root: Bound | undefined,
  tree: TreeBound | undefined,
): Text {
  const { proof } = decision;
  if (proof.ray !== undefined)
    refuse(
      "/proof/ray",
      "Dit bewijs hoort bij een ronde zonder uitkomst.",
      "This proof is for a round without outcome.",
    );
  const bound =
    root === undefined || breaches.length > 0 ? null : (tree?.bound ?? roundedBound(compiled, root));
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

/** Checks the conflict of an infeasible round and, where there is one, the ray or the tree that proves it. */
export function checkConflict(compiled: Compiled, conflict: readonly string[], proof: Proof): Text {
  checkRowList(compiled, conflict, "/outcome/conflict");
  if (proof.root !== undefined)
    refuse("/proof/root", "Zonder uitkomst is er geen grens.", "Without an outcome there is no bound.");
  expectNumber(proof.bound, null, "/proof/bound");
  expectNumber(proof.gap, null, "/proof/gap");
  const { ray, tree } = proof;
  if (ray !== undefined && tree !== undefined)
    refuse("/proof/tree", "Naast een straal hoort geen boom.", "Beside a ray there should be no tree.");
  expectLevel(proof.level, ray === undefined && tree === undefined ? "C" : "A");
  const names = conflict.join(", ");
  if (tree !== undefined) {
    if (tree.target !== null)
      refuse(
        "/proof/tree/target",
        "Zonder uitkomst hoort hier null.",
        "Without an outcome this should be null.",
      );
    const { branches, leaves } = checkTree(compiled, tree, "/proof/tree");
    const used = [...tree.absorbed, ...tree.vectors.flatMap(({ rows }) => rows)];
    inConflict(
      used.map((number) => compiled.rows[number]!.id),
      conflict,
    );
    return {
      nl: `Bewezen in een boom met ${branches} vertakkingen en ${leaves} bladeren: geen enkele uitkomst voldoet aan deze grenzen samen: ${names}.`,
      en: `Proven in a tree with ${branches} branches and ${leaves} leaves: no outcome meets these limits together: ${names}.`,
    };
  }
  if (ray === undefined)
    return {
      nl: `Volgens de maker gaan deze grenzen niet samen; dat is niet bewezen: ${names}.`,
      en: `According to its maker these limits cannot hold together; that is not proven: ${names}.`,
    };
  const { all } = recomputeBound(compiled, ray, "/proof/ray", { scores: false });
  if (all >= 0n)
    refuse(
      "/proof/ray",
      "Deze vermenigvuldigers bewijzen geen tegenspraak.",
      "These multipliers prove no conflict.",
    );
  inConflict(ray.rows.keys(), conflict);
  return {
    nl: `Bewezen: geen enkele uitkomst voldoet aan deze grenzen samen: ${names}.`,
    en: `Proven: no outcome meets these limits together: ${names}.`,
  };
}

/** Refuses a conflict that leaves out a row on which its proof rests. */
function inConflict(used: Iterable<string>, conflict: readonly string[]): void {
  const named = new Set(conflict);
  for (const id of used)
    if (!named.has(id))
      refuse(
        "/outcome/conflict",
        `Rij ${id} ontbreekt in het conflict.`,
        `Row ${id} is missing from the conflict.`,
      );
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
